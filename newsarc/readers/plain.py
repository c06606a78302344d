"""Plain text: one article per file, in UTF-8 or else in Windows-1252."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.base import (
    Piece,
    Reader,
    origin_path,
    refusal,
    refused,
    too_large,
    unreadable,
)
from newsarc.readers.markup import without_markup
from newsarc.records.read import Document
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc.records.read import Refusal


def split_plain(path: Path, limit: int) -> Iterator[Piece | Refusal]:
    """Yield a text file as one piece."""
    try:
        size = path.stat().st_size
    except OSError as error:
        yield refusal(path, unreadable(error))
        return
    if size > limit:
        yield refusal(path, too_large(limit), size=size)
    else:
        yield Piece(str(path), origin_path(path), None, None, size)


def read_plain(piece: Piece, limit: int) -> Document | Refusal:
    """Return the article of a text file."""
    try:
        with open(piece.path, "rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        return refused(piece.origin, unreadable(error))
    if len(data) > limit:  # it has grown since
        return refused(piece.origin, too_large(limit), len(data))
    if b"\0" in data:
        reason = "is binary, not text (it contains a NUL byte)"
        return refused(piece.origin, reason, len(data))
    text = clean(without_markup(decode(data)))
    if not text:
        reason = "contains only white space" if data else "is empty"
        return refused(piece.origin, reason, len(data))
    return Document(piece.origin, text=text, size=len(data))


def decode(data: bytes) -> str:
    """Decode bytes as UTF-8, with or without a byte order mark, or else as Windows-1252.

    No byte is lost: the five that Windows-1252 leaves undefined become control characters, as
    in the WHATWG encoding standard.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(_WINDOWS_1252)


_WINDOWS_1252 = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}


PLAIN = Reader(split_plain, read_plain)
