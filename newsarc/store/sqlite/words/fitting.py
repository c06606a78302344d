"""The vocabulary of the archive: which forms a pattern fits, and how frequent they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsarc.store.sqlite.words.forms import counted, listed, number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

    from newsarc.meaning.expansion import Pattern

# Up to this number the articles of each form are counted, which takes twenty microseconds, and
# longer for a frequent form.
_MOST_EXACT = 3_000


class SqliteVocabulary:
    """The forms of the archive of a connection."""

    def __init__(self, connection: Connection) -> None:
        self.count = partial(number, connection)
        self.fitting = partial(fitting, connection)


def fitting(connection: Connection, word: Pattern) -> tuple[tuple[str, int], ...]:
    """Return the forms that a pattern or a similar word fits, each with its number of articles.

    Of very many forms, the excerpt tells about how frequent each is.
    """
    forms = listed(connection, word)
    return tuple(_roughly(connection, forms) or counted(connection, forms))


def _roughly(connection: Connection, forms: list[str]) -> Iterable[tuple[str, int]]:
    if len(forms) <= _MOST_EXACT:
        return ()
    from newsarc.store.sqlite.words import excerpt

    return excerpt.roughly(connection, forms)
