"""Documents as they are kept beside their articles, and back."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields

from newsarc.records.kept import Origin
from newsarc.records.read import Document
from newsarc.store.packed import inflated

# zlib looks back no further than this.
_WINDOW = 32768
# A document is found whole in its body: more effort makes it hardly smaller, less takes longer.
_EFFORT = 2


def pack(document: Document, body: str) -> bytes:
    """Write a document small: what its text shares with the body costs next to nothing."""
    claims = {f.name: getattr(document, f.name) for f in fields(document) if f.name != "size"}
    claims["origin"] = [document.origin.path, document.origin.line]
    known = {name: value for name, value in claims.items() if value not in (None, ())}
    text = json.dumps(known, ensure_ascii=False).encode()
    deflate = zlib.compressobj(_EFFORT, zdict=_dictionary(body))
    return deflate.compress(text) + deflate.flush()


def unpack(blob: bytes, body: bytes) -> Document:
    """Give back the document that was packed beside this deflated body; its size is not kept.

    Raises ValueError for what was not packed so.
    """
    inflate = zlib.decompressobj(zdict=_dictionary(inflated(body)))
    try:
        known = json.loads(inflate.decompress(blob))
        known["origin"] = Origin(*known["origin"])
        known["authors"] = tuple(known.get("authors", ()))
        return Document(**known)
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


def _dictionary(body: str) -> bytes:
    # As JSON writes it, so that line ends are found again.
    return json.dumps(body, ensure_ascii=False).encode()[-_WINDOW:]
