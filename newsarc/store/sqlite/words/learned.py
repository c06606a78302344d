"""Writes new words into the list of forms and the lexicon.

Every parcel brings all of its words, and the archive has nearly all of them already. Words that
this connection wrote lately are remembered and not written again.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from newsarc.store.kinds import Parcel

# Maximum number of forms, and of words of the lexicon: those of some 3,000 articles, 10 MB. Above
# it all are forgotten; writing a word again costs a microsecond.
_MOST_REMEMBERED = 100_000


class Learned:
    """The forms and words of the lexicon that a connection wrote and still remembers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._forms: set[str] = set()
        self._lexicon: set[str] = set()
        self._version = 0

    def write(self, parcels: Sequence[Parcel]) -> None:
        """Write the words of some parcels that may be new, within the caller's transaction.

        The caller must call `forget` if the transaction fails.
        """
        self._forget_if_changed()
        self._forget_if_many()
        self._write_forms(parcels)
        self._write_lexicon(parcels)

    def _write_forms(self, parcels: Sequence[Parcel]) -> None:
        forms = set(chain.from_iterable([parcel.forms for parcel in parcels])) - self._forms
        # In the order of the table, where neighbours share a page.
        self._connection.executemany(
            "INSERT OR IGNORE INTO form VALUES (?)", ((form,) for form in sorted(forms))
        )
        self._forms |= forms

    def _write_lexicon(self, parcels: Sequence[Parcel]) -> None:
        lexicon = {
            word: zipf
            for parcel in parcels
            for word, zipf in parcel.lexicon.items()
            if word not in self._lexicon
        }
        self._connection.executemany(
            "INSERT OR REPLACE INTO lexicon VALUES (?, ?)", lexicon.items()
        )
        self._lexicon |= lexicon.keys()

    def forget(self) -> None:
        """Forget all words, because they may no longer be in the archive."""
        self._forms.clear()
        self._lexicon.clear()

    def _forget_if_changed(self) -> None:
        """Forget all words if another connection has written: it may have replaced the lists."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self.forget()
        self._version = version

    def _forget_if_many(self) -> None:
        for words in (self._forms, self._lexicon):
            if len(words) > _MOST_REMEMBERED:
                words.clear()
