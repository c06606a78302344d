"""The SQL functions that look at an article's fields as the oracle does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.meaning.labels import address_holds, label_holds, may_lie
from newsarc.store.facets import span_of

if TYPE_CHECKING:
    from sqlite3 import Connection


def install(connection: Connection) -> None:
    """Make the functions known to a connection, under the names that `plan` and `answers` use."""
    create = connection.create_function
    create("label_holds", 2, label_holds, deterministic=True)
    create("address_holds", 2, address_holds, deterministic=True)
    create("may_lie", 3, may_lie, deterministic=True)
    create("body_length", 1, _body_length, deterministic=True)
    create("span_of", 1, span_of, deterministic=True)


def _body_length(sizes: bytes | None) -> int:
    """Return the number of words of the body, the first column in FTS5's record of their sizes."""
    return first_number(sizes or b"")


def first_number(record: bytes) -> int:
    """Return the first integer of a record of FTS5, which has them in a variable length.

    Of each byte seven bits count, and the last byte is below 128. Of no byte it is 0.
    """
    number = 0
    for byte in record:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number
