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

_BLANK = "contains only white space"
# Each takes 200 bytes of memory, and some microseconds. A book has 20,000.
_MOST_LINES = 500_000


class NoTextError(ValueError):
    """Bytes are no text, or one without a word; the message is the reason."""


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the article of a text file."""
    try:
        content, notes = read_text(piece.data or b"")
    except NoTextError as error:
        yield piece.refused(str(error))
        return
    text = clean(unwrapped(without_markup(content)))
    yield Document(piece.origin, text=text, notes=notes) if text else piece.refused(_BLANK)


def read_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, repaired, and notes on its encoding. Raises NoTextError."""
    content, notes = decode(data)
    if "\0" in content:
        raise NoTextError("is binary, not text (it contains a NUL byte)")
    if not content.strip():
        raise NoTextError(_BLANK if data else "is empty")
    if content.count("\n") > _MOST_LINES:
        raise NoTextError(f"has more than {_MOST_LINES:,} lines; divide it into smaller files")
    mended = repaired(content)
    return mended, notes if mended == content else (*notes, REPAIRED)
