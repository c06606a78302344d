"""What a reader is, and what all readers share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.errors import ReadError
from newsarc.records.kept import Origin
from newsarc.records.read import Refusal
from newsarc.text import storable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsarc.records.read import Document

MEGABYTE = 1_000_000


class Piece(Struct, frozen=True):
    """A part of a file that holds one document: the whole file, or a line of it.

    `path` is the file as it was given, `place` its absolute path as text. `data` is None if the
    file is not open yet; `size` is the number of bytes on the disk.
    """

    path: str
    place: str
    line: int | None
    data: bytes | None
    size: int

    @property
    def origin(self) -> Origin:
        """The origin of its document."""
        return Origin(self.place, self.line)


class Reader(Struct, frozen=True):
    """Reads the files of one format in two steps, so that workers can take the second.

    `split` yields the pieces of a file in order, and refusals; `read` returns the document of a
    piece, or a refusal. Both take the size of the largest article in bytes and refuse larger
    ones. Neither raises an exception: after a refusal the rest of the file is read as far as
    possible.
    """

    split: Callable[[Path, int], Iterator[Piece | Refusal]]
    read: Callable[[Piece, int], Document | Refusal]


def origin_path(path: Path) -> str:
    """Return the absolute path as text; bytes that are not text are written as escapes."""
    return storable(os.path.abspath(path))


def refusal(path: Path, reason: str, *, line: int | None = None, size: int = 0) -> Refusal:
    """Return a refusal of a file, or of a line of it."""
    return refused(Origin(origin_path(path), line), reason, size)


def refused(origin: Origin, reason: str, size: int = 0) -> Refusal:
    """Return a refusal of what an origin names."""
    return Refusal(ReadError(origin, reason), origin, size)


def unreadable(error: OSError) -> str:
    """Return the reason why the system did not let us read a file."""
    return f"cannot be read ({(error.strerror or str(error)).lower()})"


def too_large(limit: int) -> str:
    """Return the reason for an article above the limit, and how to raise it."""
    return f"is larger than {limit / MEGABYTE:g} MB; to read it: --max-size MB"
