"""Writes new words into an archive's list of forms and its lexicon.

Every parcel brings all of its words, and nearly all of them are in the archive already. What this
connection wrote lately is remembered, and dropped before SQLite sees it.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from newsarc.store.base import Parcel

# Forms or words of the lexicon: those of some 3,000 articles, 10 MB. Past it all are forgotten;
# to write one again costs a microsecond.
_MOST_REMEMBERED = 100_000


class Learned:
    """The forms and words of the lexicon that a connection has written and still remembers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._forms: set[str] = set()
        self._lexicon: set[str] = set()
        self._version = 0

    def write(self, parcels: Sequence[Parcel]) -> None:
        """Write the words of some parcels that may be new, within the caller's transaction.

        The caller must call `forget` when the transaction fails.
        """
        self._forget_if_changed()
        texts = [parcel.forms.split() for parcel in parcels]
        forms = set(chain.from_iterable(texts)) - self._forms
        # In order, as the list has them: neighbours are on one page of it.
        self._connection.executemany(
            "INSERT OR IGNORE INTO form VALUES (?)", zip(sorted(forms), strict=True)
        )
        lexicon = {
            word: zipf
            for parcel in parcels
            for word, zipf in parcel.lexicon.items()
            if word not in self._lexicon
        }
        self._connection.executemany(
            "INSERT OR REPLACE INTO lexicon VALUES (?, ?)", lexicon.items()
        )
        self._forms |= forms
        self._lexicon |= lexicon.keys()

    def forget(self) -> None:
        """Remember nothing: what was written may not be in the archive any more."""
        self._forms.clear()
        self._lexicon.clear()

    def _forget_if_changed(self) -> None:
        """Forget where another connection wrote since: it may have made the lists anew."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self.forget()
        self._version = version
        for words in (self._forms, self._lexicon):
            if len(words) > _MOST_REMEMBERED:
                words.clear()
