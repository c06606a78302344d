"""For which of an archive's words the patterns and the similar words of a query stand."""

from __future__ import annotations

from heapq import nsmallest
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol, TypeGuard

from newsarc.query import Similar, Wild, leaves
from newsarc.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsarc.query import Node


# So many forms of a pattern are searched for, the most frequent ones; and fewer, if these stand
# in so many articles together: to merge their lists takes a fifth of a microsecond for each.
MOST_FORMS = 500
MOST_ARTICLES = 1_000_000


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
    nodes = dict.fromkeys(filter(_is_open, leaves(query)))
    forms, notes = {}, []
    for node in nodes:
        prefix = _prefix(node)
        number = lexicon.number(prefix) if prefix else 0
        searched = number
        if number <= MOST_FORMS:
            found = list(lexicon.fitting(node))
            chosen = [form for form, _ in found] if prefix else _most_frequent(found)
            number, searched, forms[node] = len(found), len(chosen), frozenset(chosen)
        notes.append(_note(node, number, searched))
    return Expansion(forms, tuple(notes))


def _prefix(node: Wild | Similar) -> str:
    return (isinstance(node, Wild) and node.prefix) or ""


def _is_open(node: Node) -> TypeGuard[Wild | Similar]:
    return isinstance(node, (Wild, Similar))


def _most_frequent(forms: Iterable[tuple[str, int]]) -> list[str]:
    chosen = nsmallest(MOST_FORMS, forms, key=lambda found: (-found[1], len(found[0]), found[0]))
    before = accumulate((number for _, number in chosen), initial=0)
    return [
        form
        for (form, _), articles in zip(chosen, before, strict=False)
        if articles < MOST_ARTICLES
    ]


def _note(node: Wild | Similar, number: int, searched: int) -> str:
    told = "1 form" if number == 1 else f"{number:,} forms"
    if number == searched:
        return f"{node}: {told}"
    return f"{node}: {told}; the {searched} in most articles were searched for"
