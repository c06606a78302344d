"""What a reader is, and the few things all readers share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from newsarc.errors import ReadError
from newsarc.records.kept import Origin
from newsarc.records.read import Refusal
from newsarc.text import storable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc.records.read import Document

MEGABYTE = 1_000_000


class Reader(Protocol):
    """Reads the files of one format."""

    def __call__(self, path: Path, limit: int) -> Iterator[Document | Refusal]:
        """Stream what a file holds, in its order; an article larger than `limit` bytes is refused.

        A defect is a value in the stream: what was read before it stays, and what can be
        read after it is read. Nothing is raised.
        """
        ...


def origin_path(path: Path) -> str:
    """Give the absolute path as text, even where the file system's name for it is none."""
    return storable(os.path.abspath(path))


def refusal(path: Path, reason: str, *, line: int | None = None, size: int = 0) -> Refusal:
    """Refuse a file, or a line of it."""
    origin = Origin(origin_path(path), line)
    return Refusal(ReadError(origin, reason), origin, size)


def unreadable(error: OSError) -> str:
    """Say why the system would not give a file's content."""
    return f"cannot be read ({(error.strerror or str(error)).lower()})"


def too_large(limit: int) -> str:
    """Say that an article is beyond the limit, and how to raise it."""
    return f"is larger than {limit / MEGABYTE:g} MB; to read it: --max-size MB"
