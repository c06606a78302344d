"""JSON Lines: one article per line."""

from __future__ import annotations

from io import TextIOWrapper
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.readers.base import DamagedError, refused, too_large
from newsarc.readers.encoding import marked
from newsarc.readers.objects.one_object import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal

__all__ = ["read", "split"]

# In bytes: how much of a line above the limit is skipped at once.
_SKIP = 1 << 20


class _Line(Struct, frozen=True):
    """A line with its number; `data` is None if it is above the limit."""

    number: int
    data: bytes | None

    @property
    def is_blank(self) -> bool:
        return self.data is not None and self.data.isspace()


def split(file: BufferedReader, piece: Piece, reading: Reading) -> Iterator[Piece | Refusal]:
    """Yield the lines of a file of any size; refuse a line above the limit."""
    number, is_empty = 0, True
    try:
        for line in _lines(file, reading.limit):
            number = line.number
            if not line.is_blank:
                is_empty = False
                yield _piece(piece, line, reading.limit)
        if is_empty:
            yield piece.refused("contains only white space" if number else "is empty")
    except DamagedError as error:
        reason = f"{error}; the rest of the file could not be read"
        yield refused(piece.at_line(number + 1), reason)


def _piece(piece: Piece, line: _Line, limit: int) -> Piece | Refusal:
    origin = piece.at_line(line.number)
    if line.data is None:
        return refused(origin, too_large(limit))
    return replace(piece, origin=origin, data=line.data)


def _lines(file: BufferedReader, limit: int) -> Iterator[_Line]:
    encoding = marked(file.peek(4)[:4])
    if encoding is None:
        yield from _numbered(file.readline, limit)
        return
    text = TextIOWrapper(file, encoding, errors="replace", newline="\n")
    try:
        yield from _numbered(lambda size: text.readline(size).encode(), limit)
    finally:
        text.detach()  # whoever opened the file closes it


def _numbered(readline: Callable[[int], bytes], limit: int) -> Iterator[_Line]:
    number = 0
    while data := readline(limit + 1):
        number += 1
        is_whole = data.endswith(b"\n") or len(data) <= limit
        while not is_whole:
            rest = readline(_SKIP)
            is_whole = not rest or rest.endswith(b"\n")
            data = b""
        yield _Line(number, data or None)
