"""JSON Lines, plain or compressed with gzip: one article per line."""

from __future__ import annotations

from io import TextIOWrapper
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.base import (
    Piece,
    Reader,
    origin_path,
    refusal,
    refused,
    too_large,
    unreadable,
)
from newsarc.readers.claims import ClaimError, parse_document
from newsarc.readers.encoding import marked
from newsarc.readers.packed import DamagedError, opened
from newsarc.records.kept import Origin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from pathlib import Path

    from newsarc.records.read import Document, Refusal

# In bytes: how much of a line above the limit is skipped at once.
_SKIP = 1 << 20


class _Line(Struct, frozen=True):
    """A line with its number and its size on the disk; `data` is None if it is above the limit."""

    number: int
    data: bytes | None
    size: int

    @property
    def is_blank(self) -> bool:
        return self.data is not None and self.data.isspace()


def split_jsonl(path: Path, limit: int) -> Iterator[Piece | Refusal]:
    """Yield the lines of a file of any size; refuse a line of more than `limit` bytes."""
    number, is_empty = 0, True
    name, place = str(path), origin_path(path)
    try:
        for line in _lines(path, limit):
            number = line.number
            if not line.is_blank:
                is_empty = False
                yield _piece(name, place, line, limit)
        if is_empty:
            yield refusal(path, "contains only white space" if number else "is empty")
    except DamagedError as error:
        reason = f"{error}; the rest of the file could not be read"
        yield refusal(path, reason, line=number + 1)
    except OSError as error:
        yield refusal(path, unreadable(error))


def read_jsonl(piece: Piece, limit: int) -> Document | Refusal:  # noqa: ARG001 (`split` heeds it)
    """Return the article of a line."""
    try:
        return parse_document(piece.data or b"", piece.origin, piece.size)
    except ClaimError as error:
        return refused(piece.origin, str(error), piece.size)


def _piece(name: str, place: str, line: _Line, limit: int) -> Piece | Refusal:
    if line.data is None:
        return refused(Origin(place, line.number), too_large(limit), line.size)
    return Piece(name, place, line.number, line.data, line.size)


def _lines(path: Path, limit: int) -> Iterator[_Line]:
    with opened(path) as (content, disk):
        encoding = marked(content.peek(4)[:4])
        file = _Recoded(content, encoding) if encoding else content
        number = before = 0
        while data := file.readline(limit + 1):
            number += 1
            is_whole = data.endswith(b"\n") or len(data) <= limit
            while not is_whole:
                rest = file.readline(_SKIP)
                is_whole = not rest or rest.endswith(b"\n")
                data = b""
            after = disk.tell()
            yield _Line(number, data or None, after - before)
            before = after


class _Recoded:
    """The lines of a file in UTF-16 or UTF-32, in UTF-8."""

    def __init__(self, file: BufferedReader, encoding: str) -> None:
        self._text = TextIOWrapper(file, encoding, errors="replace", newline="\n")

    def readline(self, size: int) -> bytes:
        """Return the next line, or its first `size` characters."""
        return self._text.readline(size).encode()


JSONL = Reader(split_jsonl, read_jsonl)
