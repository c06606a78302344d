"""Plain text: one article per file, as it is or compressed with gzip."""

from __future__ import annotations

from pathlib import Path
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
from newsarc.readers.encoding import decode
from newsarc.readers.markup import without_markup
from newsarc.readers.mojibake import REPAIRED, repaired
from newsarc.readers.packed import DamagedError, is_packed, opened
from newsarc.readers.unwrapping import unwrapped
from newsarc.records.read import Document
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.records.read import Refusal

# In bytes: what gzip may add to an article that cannot be compressed, with the name of its file.
_WRAPPING = 100_000


def split_plain(path: Path, limit: int) -> Iterator[Piece | Refusal]:
    """Yield a text file as one piece."""
    try:
        size = path.stat().st_size
    except OSError as error:
        yield refusal(path, unreadable(error))
        return
    if size > limit + (_WRAPPING if is_packed(path) else 0):
        yield refusal(path, too_large(limit), size=size)
    else:
        yield Piece(str(path), origin_path(path), None, None, size)


def read_plain(piece: Piece, limit: int) -> Document | Refusal:
    """Return the article of a text file; of a compressed one the limit is the size unpacked."""
    try:
        data, size = _content(Path(piece.path), piece.size, limit)
    except OSError as error:
        return refused(piece.origin, unreadable(error))
    except DamagedError as error:
        return refused(piece.origin, str(error), piece.size)
    if len(data) > limit:
        return refused(piece.origin, too_large(limit), size)
    content, notes = decode(data)
    if "\0" in content:
        reason = "is binary, not text (it contains a NUL byte)"
        return refused(piece.origin, reason, size)
    mended = repaired(content)
    if mended != content:
        notes += (REPAIRED,)
    text = clean(unwrapped(without_markup(mended)))
    if not text:
        reason = "contains only white space" if data else "is empty"
        return refused(piece.origin, reason, size)
    return Document(piece.origin, text=text, size=size, notes=notes)


def _content(path: Path, size: int, limit: int) -> tuple[bytes, int]:
    """Return the content of a file, cut behind the limit, and its size on the disk.

    `size` is the size that it had when it was found.
    """
    with opened(path) as (file, disk):
        # Python reserves what is asked for: most files end where they did when they were found.
        data = file.read(min(size, limit) + 1)
        if len(data) > size:
            data += file.read(limit + 1 - len(data))
        return data, disk.tell() if is_packed(path) else len(data)


PLAIN = Reader(split_plain, read_plain)
