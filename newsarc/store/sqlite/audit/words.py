"""Reads each word of the index once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis import MODULUS, token_checksum
from newsarc.store.sqlite.words.forms import UNLISTED, attach_vocabulary, count_listed

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

# Number of words between two reports of progress.
_OFTEN = 5_000


class Indexed(Struct, frozen=True):
    """The checksum of all tokens in the index, and whether the list of forms lacks any of them."""

    checksum: int
    lacks_forms: bool


def read_index(connection: Connection, progress: Callable[[float], object]) -> Indexed:
    """Read the whole index; `progress` is told roughly which share of it is done."""
    attach_vocabulary(connection)
    listed = max(count_listed(connection, ""), 1)
    sql = f"SELECT col, term, cnt, {UNLISTED} FROM temp.vocabulary"
    checksum = forms = 0
    lacks_forms = False
    for column, token, number, unlisted in connection.execute(sql):
        checksum += token_checksum(token, column) * number
        lacks_forms |= bool(unlisted)
        if column == "body_forms":
            forms += 1
            if forms % _OFTEN == 0:
                progress(min(forms / listed, 1.0))
    return Indexed(checksum % MODULUS, lacks_forms)
