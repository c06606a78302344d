"""For which of an archive's words the patterns and the similar words of a query stand."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, Protocol, TypeGuard

from newsarc.query import Similar, Wild, leaves
from newsarc.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsarc.query import Node


# So many forms of a pattern are searched for, the most frequent ones.
MOST_FORMS = 500


class Lexicon(Protocol):
    """The forms of an archive, each with the number of articles that hold it."""

    def number(self, prefix: str, /) -> int:
        """Count the forms that begin with a prefix."""
        ...

    def fitting(self, word: Wild | Similar, /) -> Iterable[tuple[str, int]]:
        """Give the forms that a pattern or a similar word stands for."""
        ...


@value
class Expansion:
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
    found = {node: list(lexicon.fitting(node)) for node in listed}
    numbers |= {node: len(forms) for node, forms in found.items()}
    notes = tuple(_note(node, numbers[node]) for node in nodes)
    return Expansion({node: _most_frequent(forms) for node, forms in found.items()}, notes)


def _prefix(node: Wild | Similar) -> str:
    return (isinstance(node, Wild) and node.prefix) or ""


def _is_open(node: Node) -> TypeGuard[Wild | Similar]:
    return isinstance(node, (Wild, Similar))


def _most_frequent(forms: list[tuple[str, int]]) -> frozenset[str]:
    chosen = nsmallest(MOST_FORMS, forms, key=lambda found: (-found[1], found[0]))
    return frozenset(form for form, _ in chosen)


def _note(node: Wild | Similar, number: int) -> str:
    told = "1 form" if number == 1 else f"{number:,} forms"
    if number <= MOST_FORMS or _prefix(node):
        return f"{node}: {told}"
    return f"{node}: {told}; the {MOST_FORMS} in most articles were searched for"
