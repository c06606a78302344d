"""Pages that a browser saved with their pictures in one file: MHTML, which is a mail."""

from __future__ import annotations

import email
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.readers.html import page
from newsarc.readers.mail.message import BEYOND, is_beyond

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Document, Refusal


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:
    """Yield the article of the page."""
    data = piece.data or b""
    if is_beyond(data):
        yield piece.refused(BEYOND)
        return
    try:
        saved = _page(email.message_from_bytes(data), piece)
    except Exception as error:  # noqa: BLE001 (the library has no list of what it raises)
        yield piece.refused(f"cannot be read as a saved page ({type(error).__name__})")
        return
    if saved is None:
        yield piece.refused("is a saved page without HTML")
    else:
        yield from page.read(saved, reading)


def _page(message: Message, piece: Piece) -> Piece | None:
    """Return the first part that is HTML; the others are frames and what the page shows."""
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            data = part.get_payload(decode=True)
            location = part["Content-Location"] or message["Snapshot-Content-Location"]
            url = str(location or "").strip() or piece.url
            if isinstance(data, bytes):
                return replace(piece, data=data, url=url, charset=part.get_content_charset())
    return None
