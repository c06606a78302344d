"""JSON Lines, plain or compressed with gzip: one article per line."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

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

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc.records.read import Document, Refusal

# In bytes: how much of a line above the limit is skipped at once.
_SKIP = 1 << 20


class _Line(Struct, frozen=True):
    """A line with its number; `data` is None if it is above the limit."""

    number: int
    data: bytes | None
    size: int


def split_jsonl(path: Path, limit: int) -> Iterator[Piece | Refusal]:
    """Yield the lines of a file of any size; refuse a line of more than `limit` bytes."""
    import gzip
    import zlib

    number = 0
    empty = True
    name, place = str(path), origin_path(path)
    try:
        with _opened(path) as (file, disk):
            for line in _lines(file, disk, limit):
                number = line.number
                if line.data is None:
                    empty = False
                    yield refusal(path, too_large(limit), line=number, size=line.size)
                elif not line.data.isspace():
                    empty = False
                    yield Piece(name, place, number, line.data, line.size)
        if empty:
            yield refusal(path, "holds nothing but white space" if number else "is empty")
    except (EOFError, gzip.BadGzipFile, zlib.error):
        reason = "the compressed data is damaged or ends early; nothing from here on could be read"
        yield refusal(path, reason, line=number + 1)
    except OSError as error:
        yield refusal(path, unreadable(error))


def read_jsonl(piece: Piece, limit: int) -> Document | Refusal:  # noqa: ARG001 (`split` heeds it)
    """Return the article of a line."""
    try:
        return parse_document(piece.data or b"", piece.origin, piece.size)
    except ClaimError as error:
        return refused(piece.origin, str(error), piece.size)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Open a file; return the stream of its content and that of its bytes on the disk."""
    with path.open("rb") as disk:
        if path.suffix.lower() == ".gz":
            import gzip

            with gzip.open(disk) as file:
                yield cast("BinaryIO", file), disk
        else:
            yield disk, disk


def _lines(file: BinaryIO, disk: BinaryIO, limit: int) -> Iterator[_Line]:
    """Yield the lines with their sizes on the disk."""
    number = before = 0
    while data := file.readline(limit + 1):
        number += 1
        whole = data.endswith(b"\n") or len(data) <= limit
        while not whole:
            rest = file.readline(_SKIP)
            whole = not rest or rest.endswith(b"\n")
            data = b""
        after = disk.tell()
        yield _Line(number, data or None, after - before)
        before = after


JSONL = Reader(split_jsonl, read_jsonl)
