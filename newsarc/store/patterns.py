"""For which of an archive's words the patterns and the similar words of a query stand."""

from __future__ import annotations

from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeGuard

from newsarc.query import Similar, Wild, fits, leaves
from newsarc.store.vocabulary import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsarc.query import Node


# So many forms of a pattern are searched for, the most frequent ones.
MOST_FORMS = 500

_Found = dict[Wild | Similar, list[tuple[str, int]]]


class Lexicon(Protocol):
    """The forms of an archive, each with the number of articles that hold it."""

    def number(self, prefix: str) -> int:
        """Count the forms that begin with a prefix."""
        ...

    def fitting(self, pattern: Wild) -> Iterable[tuple[str, int]]:
        """Give the forms that fit a pattern."""
        ...

    def holding(
        self, pieces: Sequence[Piece], wanted: Callable[[str], bool]
    ) -> Iterable[tuple[str, int]]:
        """Give the wanted forms that hold one of some pieces."""
        ...


class Expansion(NamedTuple):
    """The forms that the patterns and similar words of a query stand for.

    Those that say only how many words begin need no list of forms. `notes` tell, a sentence
    for each, how many they are.
    """

    forms: Mapping[Wild | Similar, frozenset[str]]
    notes: tuple[str, ...] = ()


def expand(query: Node, lexicon: Lexicon) -> Expansion:
    """Look up what the patterns and similar words of a query stand for."""
    nodes = tuple(dict.fromkeys(filter(_is_open, leaves(query))))
    numbers = {node: lexicon.number(_prefix(node)) for node in nodes if _prefix(node)}
    listed = [node for node in nodes if numbers.get(node, 0) <= MOST_FORMS]
    found: _Found = {n: list(lexicon.fitting(n)) for n in listed if isinstance(n, Wild)}
    found |= _similar([node for node in listed if isinstance(node, Similar)], lexicon)
    numbers |= {node: len(forms) for node, forms in found.items()}
    notes = tuple(_note(node, numbers[node]) for node in nodes)
    return Expansion({node: _most_frequent(forms) for node, forms in found.items()}, notes)


def _prefix(node: Wild | Similar) -> str:
    return (isinstance(node, Wild) and node.prefix) or ""


def _similar(nodes: Sequence[Similar], lexicon: Lexicon) -> _Found:
    """Look up what may begin with any letter: all of it at once, for all words are read."""
    found: _Found = {node: [] for node in nodes}
    if nodes:
        pieces = [piece for node in nodes for piece in _pieces(node)]
        fitting: dict[str, list[Similar]] = {}

        def note_fitting(form: str) -> bool:
            if wanted := [node for node in nodes if fits(form, node)]:
                fitting[form] = wanted
            return bool(wanted)

        for pair in lexicon.holding(pieces, note_fitting):
            for node in fitting[pair[0]]:
                found[node].append(pair)
    return found


def _is_open(node: Node) -> TypeGuard[Wild | Similar]:
    return isinstance(node, (Wild, Similar))


def _pieces(node: Similar) -> list[Piece]:
    """Give pieces of which each form that fits holds one.

    An edit damages two pieces at most, when it exchanges the letters where they meet, and
    moves the others by one letter.
    """
    edits, length = node.edits, len(node.form)
    cuts = [length * cut // (2 * edits + 1) for cut in range(2 * edits + 2)]
    return [
        Piece(node.form[start:end], max(start - edits, 0), start + edits, length - edits,
              length + edits)
        for start, end in pairwise(cuts)
    ]  # fmt: skip


def _most_frequent(forms: list[tuple[str, int]]) -> frozenset[str]:
    chosen = nsmallest(MOST_FORMS, forms, key=lambda found: (-found[1], found[0]))
    return frozenset(form for form, _ in chosen)


def _note(node: Wild | Similar, number: int) -> str:
    told = "1 form" if number == 1 else f"{number:,} forms"
    if number <= MOST_FORMS or _prefix(node):
        return f"{node}: {told}"
    return f"{node}: {told}; the {MOST_FORMS} in most articles were searched for"
