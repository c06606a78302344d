"""The vocabulary of articles in memory."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsarc.analysis import FIELDS
from newsarc.query import nodes

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

    def count(self, prefix: str) -> int:
        """Return the number of forms that begin with a prefix."""
        return sum(form.startswith(prefix) for form in self._counts)

    def fitting(self, word: Pattern) -> Iterator[tuple[str, int]]:
        """Yield each form that fits, with its number of articles."""
        return (pair for pair in self._counts.items() if nodes.fits(pair[0], word))
