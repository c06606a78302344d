"""The SQL functions that look at an article's fields as the oracle does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.meaning.labels import address_holds, label_holds, may_lie

if TYPE_CHECKING:
    from sqlite3 import Connection

# The number of columns of `words` before and with the one of the body's forms.
_BODY = 2


def install(connection: Connection) -> None:
    """Make the functions known to a connection, under the names that `plan.filters` uses."""
    create = connection.create_function
    create("label_holds", 2, label_holds, deterministic=True)
    create("address_holds", 2, address_holds, deterministic=True)
    create("may_lie", 3, may_lie, deterministic=True)
    create("body_length", 1, _body_length, deterministic=True)


def _body_length(sizes: bytes | None) -> int:
    """Return the number of words of the body from FTS5's record of column sizes.

    These are SQLite's integers of variable length: of each byte seven bits count, and the last
    byte is below 128.
    """
    number = column = 0
    for byte in sizes or b"":
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            if column == _BODY:
                return number
            number, column = 0, column + 1
    return 0
