"""Which forms of the archive a pattern fits, and in how many articles each of them stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.store.sqlite.words.forms import (
    article_counts,
    count_listed,
    listed_beginnings,
    listed_forms,
    respelt_forms,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

    from newsarc.meaning.expansion import Pattern
    from newsarc.query import nodes

# Up to this number of forms, the articles of each are counted. That takes twenty microseconds a
# form, and longer for a frequent one.
_MOST_EXACT = 3_000


class SqliteVocabulary:
    """The forms of the archive that a connection reads."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def beginnings(self, word: nodes.Wild) -> set[str]:
        """Return the letters with which forms begin that a pattern with a prefix fits."""
        return listed_beginnings(self._connection, word)

    def respelt(self, form: str) -> list[str]:
        """Return the other forms that are the same without their diacritics."""
        return respelt_forms(self._connection, form)

    def count(self, prefix: str) -> int:
        """Return the number of forms that begin with a prefix.

        A form whose articles were all removed still counts.
        """
        return count_listed(self._connection, prefix)

    def fitting(self, word: Pattern) -> tuple[tuple[str, int], ...]:
        """Return the forms that fit a pattern or a similar word, each with its article count.

        For more than 3,000 forms the counts are rough, see `excerpt.rough_counts`.
        """
        forms = listed_forms(self._connection, word)
        return tuple(self._rough_counts(forms) or article_counts(self._connection, forms))

    def _rough_counts(self, forms: list[str]) -> Iterable[tuple[str, int]]:
        if len(forms) <= _MOST_EXACT:
            return ()
        from newsarc.store.sqlite.words import excerpt

        return excerpt.rough_counts(self._connection, forms)
