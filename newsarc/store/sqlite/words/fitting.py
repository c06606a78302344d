"""The forms of an archive that a pattern or a similar word stands for, the frequent ones known."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from newsarc.store.sqlite.words.forms import counted, listed, number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

    from newsarc.query import Similar, Wild

# A query is answered in steps, each of which asks for the forms of the same patterns.
_MOST_KNOWN = 16
# To count the articles of a form takes some twenty microseconds, of a frequent one longer.
_MOST_COUNTED = 3_000


class Vocabulary:
    """The forms of the archive of a connection; what it was asked for last, it knows."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection to ask."""
        self.number = partial(number, connection)
        self.fitting = lru_cache(_MOST_KNOWN)(partial(fitting, connection))


def fitting(connection: Connection, word: Wild | Similar) -> tuple[tuple[str, int], ...]:
    """Give the forms that fit a pattern or are similar, each with the number of articles.

    Where they are very many, the excerpt tells which are frequent, and about how frequent.
    """
    forms = listed(connection, word)
    return tuple(_roughly(connection, forms) or counted(connection, forms))


def _roughly(connection: Connection, forms: list[str]) -> Iterable[tuple[str, int]]:
    if len(forms) <= _MOST_COUNTED:
        return ()
    from newsarc.store.sqlite.words import excerpt

    return excerpt.roughly(connection, forms)
