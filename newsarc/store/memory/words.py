"""The vocabulary of articles in memory."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsarc.analysis import FIELDS
from newsarc.query import nodes
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from newsarc.meaning.expansion import Pattern
    from newsarc.store.kinds import Entry


def document_counts(entries: Collection[Entry]) -> Counter[str]:
    """Return each form with the number of articles that hold it in one and the same field.

    This is what an index of columns can count; few articles hold a word in the headline only.
    """
    counts: Counter[str] = Counter()
    for field in FIELDS:
        columns = (getattr(entry.indexed, f"{field}_forms") for entry in entries)
        counts |= Counter(form for column in columns for form in set(column.split()))
    return counts


class MemoryVocabulary:
    """The forms of some articles, as `newsarc.meaning.expansion.Vocabulary` asks for them."""

    def __init__(self, entries: Collection[Entry]) -> None:
        self._counts = document_counts(entries)

    def beginnings(self, word: nodes.Wild) -> set[str]:
        """Return the letters with which forms begin that a pattern with a prefix fits."""
        prefix = word.prefix or ""
        fitting = [form for form in self._counts if nodes.fits(form, word)]
        lengths = range(1, max(map(len, fitting), default=0) + 1)
        return {
            next(form[:n] for n in lengths if nodes.fits(form[:n], word)) for form in fitting
        } or {prefix}

    def respelt(self, form: str) -> list[str]:
        """Return the other forms that are the same without their diacritics."""
        folded = fold(form)
        return sorted(other for other in self._counts if other != form and fold(other) == folded)

    def count(self, prefix: str) -> int:
        """Return the number of forms that begin with a prefix."""
        return sum(form.startswith(prefix) for form in self._counts)

    def fitting(self, word: Pattern) -> Iterator[tuple[str, int]]:
        """Yield each form that fits, with its number of articles."""
        return (pair for pair in self._counts.items() if nodes.fits(pair[0], word))
