"""Which words of an archive a pattern or a similar word of a query stands for."""

from __future__ import annotations

from heapq import nsmallest
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from newsarc.query import nodes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    Pattern = nodes.Wild | nodes.Similar

# Maximum number of forms that a pattern stands for: the most frequent ones.
MOST_FORMS = 500
# Fewer, if these stand in a million articles together: merging their posting lists takes a fifth
# of a microsecond for each article.
MOST_ARTICLES = 1_000_000


class Vocabulary(Protocol):
    """The forms of an archive, each with the number of articles that hold it."""

    def beginnings(self, word: nodes.Wild, /) -> Collection[str]:
        """Return all letters with which forms begin that a pattern with a prefix fits.

        There is more than one where they differ in diacritics: "mull" and "müll".
        """
        ...

    def count(self, prefix: str, /) -> int:
        """Return the number of forms that begin with a prefix, diacritics included."""
        ...

    def fitting(self, word: Pattern, /) -> Iterable[tuple[str, int]]:
        """Return each form that a pattern or a similar word fits, with its number of articles."""
        ...

    def respelt(self, form: str, /) -> Iterable[str]:
        """Return the other forms that are the same without their diacritics."""
        ...


class Expansion(Struct, frozen=True):
    """The forms that a pattern stands for, and a note for the user that counts them.

    Forms with a prefix are found by their `beginnings`; `forms` is None for more than `MOST_FORMS`.
    """

    forms: frozenset[str] | None
    note: str
    beginnings: tuple[str, ...] = ()


def expand(word: Pattern, vocabulary: Vocabulary) -> Expansion:
    """Look up the forms that a pattern or a similar word stands for."""
    beginnings: tuple[str, ...] = ()
    if isinstance(word, nodes.Wild) and word.prefix is not None:
        beginnings = tuple(sorted(vocabulary.beginnings(word)))
    number = sum(map(vocabulary.count, beginnings))
    if number > MOST_FORMS:
        return Expansion(None, _note(word, number, number), beginnings)
    found = list(vocabulary.fitting(word))
    chosen = [form for form, _ in found] if beginnings else _most_frequent(found)
    return Expansion(frozenset(chosen), _note(word, len(found), len(chosen)), beginnings)


def _most_frequent(forms: Iterable[tuple[str, int]]) -> list[str]:
    chosen = nsmallest(MOST_FORMS, forms, key=lambda found: (-found[1], len(found[0]), found[0]))
    before = accumulate((number for _, number in chosen), initial=0)
    pairs = zip(chosen, before, strict=False)
    return [form for (form, _), articles in pairs if articles < MOST_ARTICLES]


def _note(word: Pattern, number: int, searched: int) -> str:
    forms = "1 form" if number == 1 else f"{number:,} forms"
    if number == searched:
        return f"{word}: {forms}"
    return f"{word}: {forms}; the {searched} in most articles were searched for"
