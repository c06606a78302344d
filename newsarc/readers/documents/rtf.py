"""RTF: one article per file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.documents.paragraphs import blocks
from newsarc.readers.documents.properties import believed
from newsarc.readers.documents.rich_text import read_rich_text
from newsarc.records.read import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the article of a file."""
    data = piece.data or b""
    if not data.lstrip().startswith(b"{\\rtf"):
        yield piece.refused("is not RTF (it does not begin with {\\rtf)" if data else "is empty")
        return
    found = read_rich_text(data)
    if text := blocks(found.text):
        claims = believed(text, "RTF info", found.title, found.author, found.created)
        yield Document(piece.origin, text=text, notes=found.notes, **claims)
    else:
        yield piece.refused("holds no text")
