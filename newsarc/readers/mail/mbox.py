"""Mailboxes: one message after the other, each behind a line that begins with `From `."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.readers.base import DamagedError, refused, too_large
from newsarc.readers.looks import SENDER
from newsarc.readers.mail.message import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal

__all__ = ["read", "split"]

# Programs put a sign before such a line in a text, and one more before a line that has it.
_QUOTED = re.compile(rb"^>(>{0,50}From )", re.MULTILINE)
_BLANK = frozenset({b"\n", b"\r\n"})
# In bytes: as much of a line as is read at once.
_CHUNK = 1 << 16


def split(file: BufferedReader, piece: Piece, reading: Reading) -> Iterator[Piece | Refusal]:
    """Yield the messages of a mailbox of any size; refuse one above the limit."""
    message, offset, is_empty = _Message(0), 0, True
    try:
        for line, begins in _lines(file):
            if begins:
                yield from message.piece(piece, reading.limit)
                message = _Message(offset)
            else:
                is_empty = is_empty and line.isspace()
                message.add(line, reading.limit)
            offset += len(line)
        yield from message.piece(piece, reading.limit)
        if is_empty:
            yield piece.refused("contains no e-mail" if offset else "is empty")
    except DamagedError as error:
        yield from message.piece(piece, reading.limit)
        yield refused(piece.at_offset(offset), f"{error}; the rest of the file could not be read")


def _lines(file: BufferedReader) -> Iterator[tuple[bytes, bool]]:
    """Yield the lines, and whether a message begins behind each; a long line comes in parts."""
    before, is_first = b"\n", True
    while line := file.readline(_CHUNK):
        is_sender = before in _BLANK and line.startswith(b"From ")
        yield line, is_sender and (is_first or SENDER.match(line) is not None)
        before, is_first = line, False


class _Message:
    """The lines of a message; of one above the limit none is kept."""

    def __init__(self, offset: int) -> None:
        self._offset = offset
        self._lines: list[bytes] = []
        self._size = 0

    def add(self, line: bytes, limit: int) -> None:
        self._size += len(line)
        if self._size <= limit:
            self._lines.append(line)
        else:
            self._lines.clear()

    def piece(self, piece: Piece, limit: int) -> Iterator[Piece | Refusal]:
        """Yield what is to be read, nothing if there are only line ends."""
        origin = piece.at_offset(self._offset)
        if self._size > limit:
            yield refused(origin, too_large(limit))
        elif data := b"".join(self._lines).strip(b"\r\n"):
            yield replace(piece, origin=origin, data=_QUOTED.sub(rb"\1", data))
