"""What a reader is, and the few things all readers share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from newsarc.errors import ReadError
from newsarc.records.kept import Origin
from newsarc.records.read import Refusal
from newsarc.text import storable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsarc.records.read import Document

MEGABYTE = 1_000_000


class Piece(NamedTuple):
    """A part of a file that holds one document: the whole file, or a line of it.

    `path` is the file as it was named, `place` the absolute path as text. `data` is None
    where the file is still to be opened; `size` counts its bytes on the disk.
    """

    path: str
    place: str
    line: int | None
    data: bytes | None
    size: int

    @property
    def origin(self) -> Origin:
        """Where its document is read."""
        return Origin(self.place, self.line)


class Reader(NamedTuple):
    """Reads the files of one format, in two steps: what is dear can be done elsewhere.

    `split` streams the pieces of a file in their order, with a refusal for what is none;
    `read` makes of a piece its document. An article larger than `limit` bytes is refused.
    A defect is a value: what was read before it stays, and what can be read after it is
    read. Neither raises anything.
    """

    split: Callable[[Path, int], Iterator[Piece | Refusal]]
    read: Callable[[Piece, int], Document | Refusal]


def origin_path(path: Path) -> str:
    """Give the absolute path as text, even where the file system's name for it is none."""
    return storable(os.path.abspath(path))


def refusal(path: Path, reason: str, *, line: int | None = None, size: int = 0) -> Refusal:
    """Refuse a file, or a line of it."""
    return refused(Origin(origin_path(path), line), reason, size)


def refused(origin: Origin, reason: str, size: int = 0) -> Refusal:
    """Refuse what is read at a place."""
    return Refusal(ReadError(origin, reason), origin, size)


def unreadable(error: OSError) -> str:
    """Say why the system would not give a file's content."""
    return f"cannot be read ({(error.strerror or str(error)).lower()})"


def too_large(limit: int) -> str:
    """Say that an article is beyond the limit, and how to raise it."""
    return f"is larger than {limit / MEGABYTE:g} MB; to read it: --max-size MB"
