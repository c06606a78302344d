"""How a table is written, by its beginning: its encoding, its delimiter, its quotes, its header."""

from __future__ import annotations

import codecs
import csv
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.encoding import marked
from newsarc.readers.fields.keys import ALL_KEYS, fold_key

if TYPE_CHECKING:
    from collections.abc import Sequence

_DELIMITERS = ",;\t|"
# What Excel writes, and takes, before a table: `sep=;`.
_STATED = re.compile(r"\"?sep=(.)\"?\s*(?:\n|$)", re.IGNORECASE)
_ROWS = 20
# In characters: a longer cell is no name of a column.
_LONGEST_NAME = 60
# A label is shorter, and a text longer, where a table without a header has nothing else.
_LONGEST_LABEL = 40


class Dialect(Struct, frozen=True):
    """How a table is written. `stated` tells that its first line states the delimiter."""

    encoding: str
    delimiter: str
    quote: str = '"'
    stated: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether a character has two bytes or four."""
        return self.encoding.startswith(("utf-16", "utf-32"))


def dialect(head: bytes) -> Dialect:
    """Return how a table is written that begins so."""
    encoding = _encoding(head)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    if found := _STATED.match(text):
        return Dialect(encoding, found[1], stated=True)
    delimiter = max(_DELIMITERS, key=lambda each: _worth(text, each))
    is_single = text.count(f"{delimiter}'") > text.count(f'{delimiter}"')
    quote = "'" if is_single and re.search("'[ \t]*\r?\n", text) else '"'
    return Dialect(encoding, delimiter, quote)


def columns(row: Sequence[str]) -> list[str] | None:
    """Return the names of the columns if a first row is a header, else None."""
    names = [name.strip() for name in row]
    if _known(names) > 1 or all(len(name) <= _LONGEST_NAME for name in names):
        return names
    return None


def unnamed(row: Sequence[str]) -> list[str]:
    """Return names for the columns of a table without a header: their numbers from 1.

    A short column and a long one are a label and its text.
    """
    if len(row) == 2 and len(row[0]) <= _LONGEST_LABEL < len(row[1]):
        return ["label", "text"]
    return [str(number) for number in range(1, len(row) + 1)]


def _encoding(head: bytes) -> str:
    """Return the encoding.

    Without a mark it is UTF-16 if every other byte is null, and Windows-1252 if its bytes outweigh
    the characters in UTF-8.
    """
    if encoding := marked(head[:4]):
        return encoding
    for start, name in enumerate(("utf-16-be", "utf-16-le")):
        if head[start::2].count(0) > len(head) / 4 > 2 * head[1 - start :: 2].count(0):
            return name
    text = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape").decode(head)
    stray = sum("\udc80" <= sign <= "\udcff" for sign in text)
    others = sum(sign > "\x7f" for sign in text) - stray
    return "cp1252" if stray > others else "utf-8-sig"


def _worth(text: str, delimiter: str) -> tuple[int, float, int]:
    """Return what speaks for a delimiter: known names, rows of equal length, columns."""
    lines = text.splitlines(keepends=True)
    rows = list(_rows(lines[:-1] or lines, delimiter))
    width = len(rows[0]) if rows else 0
    if width < 2:
        return 0, 0, 0
    equal = sum(len(row) == width for row in rows) / len(rows)
    return _known(rows[0]), equal, width


def _rows(lines: list[str], delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            if row:
                rows.append(row)
            if len(rows) == _ROWS:
                break
    except csv.Error:
        pass
    return rows


def _known(names: Sequence[str]) -> int:
    return sum(len(name) <= _LONGEST_NAME and fold_key(name) in ALL_KEYS for name in names)
