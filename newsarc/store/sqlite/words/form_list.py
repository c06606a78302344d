"""Writes the forms of new articles into an archive's list of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import json

from newsarc.analysis import COLUMNS
from newsarc.store.sqlite.file import settings
from newsarc.text import fold_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

    from newsarc.store.kinds import Parcel

# Where in the words of a row the forms stand.
_FORMS = [at for at, column in enumerate(COLUMNS) if column.endswith("_forms")]


class FormList:
    """The list of forms as its writer sees it.

    Parcels bring only the forms that earlier ones may lack. If another process has made the list
    anew since this writer began, it may lack them again; all forms of a row are then written.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._times_made = _times_made(connection)

    def add(self, parcels: Sequence[Parcel]) -> None:
        """Add the forms of some parcels, within the caller's transaction."""
        is_whole = _times_made(self._connection) == self._times_made
        texts = (parcel.forms for parcel in parcels) if is_whole else _texts(parcels)
        # Sorted, as the list is: neighbours share a page. One statement for many is the fastest.
        forms = sorted(" ".join(texts).split())
        marked = [form for form in forms if not form.isascii()]
        pairs = zip(marked, fold_forms(marked), strict=True)
        listed = dict.fromkeys(forms) | {form: None if form == f else f for form, f in pairs}
        sql = "INSERT OR IGNORE INTO form SELECT key, value FROM json_each(?)"
        self._connection.execute(sql, (json.encode(listed).decode(),))

    def clear(self) -> None:
        """Begin the list anew, within the caller's transaction."""
        self._connection.execute("DELETE FROM form")
        self._times_made = _times_made(self._connection) + 1
        settings.remember(self._connection, "forms made", self._times_made)


def _times_made(connection: Connection) -> int:
    """Return how often the list was made anew."""
    return int(settings.recalled(connection, "forms made") or 0)


def _texts(parcels: Iterable[Parcel]) -> Iterator[str]:
    """Yield all forms of the rows of some parcels, in texts with blanks between them."""
    for parcel in parcels:
        for row in parcel.rows:
            yield from (row.words[at] for at in _FORMS)
