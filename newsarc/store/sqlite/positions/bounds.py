"""Where sentences, paragraphs and the starts of articles end, counted in words."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from newsarc.analysis import FIELDS
from newsarc.meaning.text import LONGEST_START
from newsarc.store.sqlite.articles.sentences import ends
from newsarc.store.sqlite.articles.texts import text_of
from newsarc.store.sqlite.file.temporary import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from newsarc.meaning.text import Unit
    from newsarc.store.sqlite.file.temporary import Name

# Number of articles whose bounds are cached. All questions about one article follow each other.
_CACHED = 16
_BODY = FIELDS.index("body")


class Bounds:
    """The bounds of the articles whose rows are kept in a temporary table.

    The archive stores those of the bodies, and they are read for all articles at once. For other
    fields, and for articles of an older archive that stores none, the text is read and divided.
    """

    def __init__(self, connection: Connection, among: Name) -> None:
        self._connection = connection
        self._among = among
        self._text = lru_cache(_CACHED)(partial(text_of, connection))
        self._ends = lru_cache(_CACHED)(self._body_ends)

    @cached_property
    def _units(self) -> dict[int, tuple[bytes, bytes]]:
        """The packed sentences and paragraphs of each body, by the row of its article."""
        sql = f"""
            SELECT u.row, u.sentences, u.paragraphs
            FROM ({kept(self._among).sql}) c CROSS JOIN unit u ON u.row = c.row
        """
        rows = self._connection.execute(sql)
        return {row: (sentences, paragraphs) for row, sentences, paragraphs in rows}

    def _body_ends(self, row: int, unit: Unit) -> list[int] | None:
        """Return the number of words before the end of each unit, or None if none are stored."""
        if row not in self._units:
            return None
        sentences, paragraphs = self._units[row]
        return ends(sentences if unit == "s" else paragraphs)

    def numbering(self, row: int, field: int, unit: Unit) -> Callable[[int], int]:
        """Return a function from a position in a field to the number of its unit.

        Raises UnreadableRow if the text is needed and cannot be read.
        """
        stored = self._ends(row, unit) if field == _BODY else None
        if stored is None:
            return partial(self._text(row).unit_of, field, unit=unit)
        return partial(bisect_right, stored)

    def start(self, row: int) -> int:
        """Return the number of words of the body that are the start of the article.

        Raises UnreadableRow if the text is needed and cannot be read.
        """
        stored = self._ends(row, "p")
        return self._text(row).start if stored is None else min(LONGEST_START, stored[0])
