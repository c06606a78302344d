"""Pages that Safari saved with their pictures in one file: property lists."""

from __future__ import annotations

import plistlib
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.readers.html import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Document, Refusal


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:
    """Yield the article of the page."""
    try:
        main = plistlib.loads(piece.data or b"")["WebMainResource"]
        data = bytes(main["WebResourceData"])
        url, charset = main.get("WebResourceURL"), main.get("WebResourceTextEncodingName")
    except Exception as error:  # noqa: BLE001 (the library has no list of what it raises)
        yield piece.refused(f"cannot be read as a web archive of Safari ({type(error).__name__})")
        return
    known = {"url": url if isinstance(url, str) else piece.url}
    known["charset"] = charset if isinstance(charset, str) else None
    yield from page.read(replace(piece, data=data, **known), reading)
