"""Writes new forms into an archive's list of forms.

Every parcel brings all of its forms, and nearly all of them are in the list already. Those that
this connection wrote lately are remembered, and dropped before SQLite sees them.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

# The forms of some 3,000 articles, in 10 MB. Above it all are forgotten; writing one again costs
# a microsecond.
_MOST_REMEMBERED = 100_000


class FormList:
    """The list of forms as its writer sees it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: set[str] = set()
        self._version = 0

    def add(self, texts: Iterable[str]) -> None:
        """Add forms, given in texts with blanks between them, within the caller's transaction.

        The caller must call `forget` if the transaction fails.
        """
        self._forget_if_stale()
        new = set(chain.from_iterable(map(str.split, texts))) - self._known
        # Sorted, as the list is: neighbours share a page.
        rows = ((form, _folded(form)) for form in sorted(new))
        self._connection.executemany("INSERT OR IGNORE INTO form VALUES (?, ?)", rows)
        self._known |= new

    def forget(self) -> None:
        """Forget what was written: it may not be in the list any more."""
        self._known.clear()

    def _forget_if_stale(self) -> None:
        """Forget if too much is remembered, or if another connection has written since.

        The other one may have replaced the list.
        """
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if version != self._version or len(self._known) > _MOST_REMEMBERED:
            self.forget()
        self._version = version


def _folded(form: str) -> str | None:
    """Return a form without its diacritics; None if it has none."""
    return None if form.isascii() or form == (folded := fold(form)) else folded
