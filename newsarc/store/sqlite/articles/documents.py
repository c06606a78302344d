"""The documents that articles were read from, compressed, and back."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from newsarc.errors import Damaged
from newsarc.records.kept import Origin
from newsarc.records.read import Document
from newsarc.store.sqlite.articles.deflate import inflated

if TYPE_CHECKING:
    from sqlite3 import Connection

_NAMES = tuple(name for name in Document.__struct_fields__ if name not in {"origin", "size"})
_TEXTS = ("text", "body")
_json = json.JSONEncoder(ensure_ascii=False).encode
# zlib looks back no further than this.
_WINDOW = 32768
# Compression level: what is left is short, or stands in the body; more effort saves hardly more.
_EFFORT = 2


def pack(document: Document, body: str) -> bytes:
    """Compress a document; what its text shares with the body costs next to nothing."""
    claims = {name: getattr(document, name) for name in _NAMES}
    claims["origin"] = [document.origin.path, document.origin.line]
    known = {name: value for name, value in claims.items() if value not in (None, ())}
    name = next(name for name in _TEXTS if name in known)
    before, found, behind = known[name].partition(body) if body else ("", "", "")
    if found:
        known[name] = [before, behind, _checksum(body)]
        return zlib.compress(_json(known).encode(), _EFFORT)
    deflate = zlib.compressobj(_EFFORT, zdict=_dictionary(body))
    return deflate.compress(_json(known).encode()) + deflate.flush()


def unpack(blob: bytes, body: bytes) -> Document:
    """Return the document that was packed beside this deflated body; its size is not kept.

    Raises ValueError for what `pack` has not made.
    """
    text = inflated(body)
    inflate = zlib.decompressobj(zdict=_dictionary(text))
    try:
        known = json.loads(inflate.decompress(blob))
        known["origin"] = Origin(*known["origin"])
        known["authors"] = tuple(known.get("authors", ()))
        for name in _TEXTS:
            if isinstance(known.get(name), list):
                known[name] = _around(text, *known[name])
        return Document(**known)
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


def documents(
    connection: Connection, path: str, behind: int, most: int
) -> list[tuple[int, str, Document]]:
    """Return the next documents behind a row, each with its row and its article's id.

    Raises Damaged, which names the archive's path.
    """
    sql = """
        SELECT a.row, a.id, t.document, t.body
        FROM article a CROSS JOIN text t ON t.row = a.row
        WHERE a.row > ? ORDER BY a.row LIMIT ?
    """
    rows = connection.execute(sql, (behind, most)).fetchall()
    if rows and rows[-1][0] <= behind:
        raise Damaged(path, "is damaged (its articles are out of order)")
    return [(row, name, _document(path, name, blob, body)) for row, name, blob, body in rows]


def _document(path: str, name: str, blob: bytes, body: bytes) -> Document:
    try:
        return unpack(blob, body)
    except ValueError as error:
        raise Damaged(path, f"is damaged (the text of {name} is lost)") from error


def _around(body: str, before: str, behind: str, checksum: int) -> str:
    if _checksum(body) != checksum:
        raise ValueError("the body is another one than it was")
    return before + body + behind


def _checksum(body: str) -> int:
    return zlib.crc32(body.encode())


def _dictionary(body: str) -> bytes:
    # As JSON writes it, so that line ends are found again.
    return _json(body).encode()[-_WINDOW:]
