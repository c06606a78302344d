"""Plain text: one article a file, in UTF-8 or else in Windows-1252."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.base import origin_path, refusal, too_large, unreadable
from newsarc.records.kept import Origin
from newsarc.records.read import Document
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc.records.read import Refusal


def read_plain(path: Path, limit: int) -> Iterator[Document | Refusal]:
    """Read the one article of a text file."""
    try:
        size = path.stat().st_size
        if size > limit:
            yield refusal(path, too_large(limit), size=size)
            return
        data = path.read_bytes()
    except OSError as error:
        yield refusal(path, unreadable(error))
        return
    yield _document(path, data)


def _document(path: Path, data: bytes) -> Document | Refusal:
    if b"\0" in data:
        return refusal(path, "is binary, not text (it holds a NUL byte)", size=len(data))
    text = clean(decode(data))
    if not text:
        reason = "holds nothing but white space" if data else "is empty"
        return refusal(path, reason, size=len(data))
    return Document(Origin(origin_path(path)), text=text, size=len(data))


def decode(data: bytes) -> str:
    """Read bytes as UTF-8, with or without its mark; else as Windows-1252. No byte is lost.

    The five bytes that Windows-1252 leaves open become control characters, as the WHATWG
    encoding standard has it.
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
