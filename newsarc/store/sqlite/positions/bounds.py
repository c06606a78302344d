"""Where the sentences, the paragraphs and the starts of articles end, counted in words."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Literal

from newsarc.analysis import FIELDS
from newsarc.meaning.text import LONGEST_START
from newsarc.store.sqlite.articles.sentences import ends
from newsarc.store.sqlite.articles.texts import text_of
from newsarc.store.sqlite.file.temporary import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from newsarc.store.sqlite.file.temporary import Name

# So many texts are kept while places are looked up in them: those of one article follow each other.
_KEPT = 16
_BODY = FIELDS.index("body")


class Bounds:
    """The bounds in articles that are kept: those of their bodies are read at once for all.

    Where an archive was written before it kept them, the texts tell them.
    """

    def __init__(self, connection: Connection, among: Name) -> None:
        """Take the articles in question."""
        self._connection = connection
        self._among = among
        self._text = lru_cache(_KEPT)(partial(text_of, connection))
        self._ends = lru_cache(_KEPT)(self._read_ends)

    @cached_property
    def _units(self) -> dict[int, tuple[bytes, bytes]]:
        sql = f"""
            SELECT u.row, u.sentences, u.paragraphs
            FROM ({kept(self._among).sql}) c CROSS JOIN unit u ON u.row = c.row
        """
        return {row: (first, second) for row, first, second in self._connection.execute(sql)}

    def _read_ends(self, row: int, unit: Literal["s", "p"]) -> list[int] | None:
        units = self._units.get(row)
        return None if units is None else ends(units[unit == "p"])

    def numbering(self, row: int, field: int, unit: Literal["s", "p"]) -> Callable[[int], int]:
        """Give what tells the number of the sentence, or paragraph, of a word of a field."""
        found = self._ends(row, unit) if field == _BODY else None
        if found is None:
            return partial(self._text(row).unit_of, field, unit=unit)
        return partial(bisect_right, found)

    def start(self, row: int) -> int:
        """Give how many words of the body are the start of an article."""
        found = self._ends(row, "p")
        return self._text(row).start if found is None else min(LONGEST_START, found[0])
