"""The documents that articles were read from: compressed, stored and read again."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from msgspec import convert
from msgspec import json as encoder
from msgspec.structs import astuple

from newsarc.errors import Damaged
from newsarc.records.kept import Evidence, Origin
from newsarc.records.read import Document
from newsarc.store.sqlite.articles.deflate import deflate, deflate_beside, inflated

if TYPE_CHECKING:
    from sqlite3 import Connection

_PASSING = {"origin", "size", "notes"}
_NAMES = tuple(name for name in Document.__struct_fields__ if name not in _PASSING)
_TEXTS = ("text", "body")
_json = encoder.encode
# In bytes. zlib uses no more of a dictionary.
_WINDOW = 32768


def pack(document: Document, body: str) -> bytes:
    """Compress a document beside the body of its article.

    What its text shares with the body costs next to nothing. If the text holds the whole body,
    only what stands before and behind it is stored, with a checksum of the body. Otherwise the
    body is the dictionary of the compression.
    """
    known = _claims(document)
    name = next(name for name in _TEXTS if name in known)
    around = _beside(known[name], body)
    if around is not None:
        known[name] = [*around, _checksum(body)]
        return deflate(_json(known))
    return deflate_beside(_json(known), _dictionary(body))


def _beside(text: str, body: str) -> tuple[str, str] | None:
    """Return what stands before and behind a body in a text, or None if the text has no body."""
    if text == body:  # as most claimed bodies are: to search them takes ten times as long
        return ("", "") if body else None
    before, found, behind = text.partition(body) if body else ("", "", "")
    return (before, behind) if found else None


def _claims(document: Document) -> dict[str, Any]:
    """Return what a document states, by the names of its fields, without its size and notes."""
    values = {name: getattr(document, name) for name in _NAMES}
    values["origin"] = astuple(document.origin)
    return {name: value for name, value in values.items() if value not in (None, (), False)}


def unpack(blob: bytes, body: bytes) -> Document:
    """Return the document that `pack` compressed beside this body, which is deflated.

    The document's size is not stored. Raises ValueError if `pack` did not make the blob, or made
    it beside another body.
    """
    text = inflated(body)
    inflate = zlib.decompressobj(zdict=_dictionary(text))
    try:
        known = json.loads(inflate.decompress(blob))
        known["origin"] = Origin(*known["origin"])
        known["authors"] = tuple(known.get("authors", ()))
        known["evidence"] = convert(known.get("evidence", ()), tuple[Evidence, ...])
        for name in _TEXTS:
            if isinstance(known.get(name), list):
                known[name] = _around(text, *known[name])
        return Document(**known)
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


def documents(
    connection: Connection, path: str, behind: int, most: int
) -> list[tuple[int, str, Document]]:
    """Return up to `most` documents behind a row, each as its row, its article's id and itself.

    Raises Damaged, with the path of the archive, if one cannot be read.
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


def read_document(connection: Connection, path: str, name: str) -> Document | None:
    """Return the document of the article with this full id, or None if there is no such article.

    Raises Damaged, with the path of the archive, if it cannot be read.
    """
    sql = "SELECT t.document, t.body FROM article a JOIN text t ON t.row = a.row WHERE a.id = ?"
    found = connection.execute(sql, (name,)).fetchone()
    return None if found is None else _document(path, name, *found)


def _document(path: str, name: str, blob: bytes, body: bytes) -> Document:
    try:
        return unpack(blob, body)
    except ValueError as error:
        raise Damaged(path, f"is damaged (the text of {name} is lost)") from error


def _around(body: str, before: str, behind: str, checksum: int) -> str:
    """Return a text that holds the body. Raises ValueError if the body has changed."""
    if _checksum(body) != checksum:
        raise ValueError("the body has changed")
    return before + body + behind


def _checksum(body: str) -> int:
    return zlib.crc32(body.encode())


def _dictionary(body: str) -> bytes:
    # As JSON, where line ends are escaped as they are in the document.
    return _json(body)[-_WINDOW:]
