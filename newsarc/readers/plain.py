"""Plain text: one article per file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.encoding import decode
from newsarc.readers.markup import without_markup
from newsarc.readers.mojibake import REPAIRED, repaired
from newsarc.readers.unwrapping import unwrapped
from newsarc.records.read import Document
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the article of a text file."""
    data = piece.data or b""
    content, notes = decode(data)
    if "\0" in content:
        yield piece.refused("is binary, not text (it contains a NUL byte)")
        return
    mended = repaired(content)
    if mended != content:
        notes += (REPAIRED,)
    if text := clean(unwrapped(without_markup(mended))):
        yield Document(piece.origin, text=text, notes=notes)
    else:
        yield piece.refused("contains only white space" if data else "is empty")
