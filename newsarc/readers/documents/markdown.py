"""Markdown: one article per file, with or without claims above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from newsarc.readers.base import NOTHING_SAID
from newsarc.readers.documents.front_matter import split_front
from newsarc.readers.documents.marked_up import prose
from newsarc.readers.fields.claims import ClaimError, read_record
from newsarc.readers.fields.keys import BODY_KEYS, KEYS, TEXT_KEYS, fold_key
from newsarc.readers.plain import NoTextError, read_text
from newsarc.readers.unwrapping import unwrapped
from newsarc.records.kept import Evidence
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.readers.documents.front_matter import Front
    from newsarc.records.read import Document, Refusal

_TEXTS = {*BODY_KEYS, *TEXT_KEYS}
_HTTP = ("http://", "https://")
# Hugo's names for what others call `updated` and `date`.
_OTHER_NAMES = {"lastmod": "updated", "pubdatetime": "date"}


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:
    """Yield the article of a file."""
    try:
        content, notes = read_text(piece.data or b"")
        front, below = split_front(content.replace("\r\n", "\n").replace("\r", "\n"))
        yield _document(piece, reading, front, below, notes)
    except (NoTextError, ClaimError) as error:
        yield piece.refused(str(error))


def _document(
    piece: Piece, reading: Reading, front: Front, below: str, notes: tuple[str, ...]
) -> Document:
    """Return the article of a text. Beside a headline in the claims, it is only the body."""
    found = prose(below)
    text = clean(unwrapped(found.text))
    claims = _claims(front)
    document = read_record(claims | {"text": text}, piece.origin, reading.mapping, notes)
    if document.title is not None:
        return replace(document, text=None, body=_without(document.title, text))
    if not text:
        raise ClaimError(NOTHING_SAID)
    title = clean(found.headline or "").replace("\n", " ") or None
    evidence = (Evidence("title", title, "first heading of the text"),) if title else ()
    return replace(document, text=text, body=None, title=title, evidence=evidence)


def _claims(front: Front) -> dict[str, Any]:
    """Return the claims of a front matter by the keys of a record."""
    known = {_OTHER_NAMES.get(fold_key(key), key): values for key, values in front.items()}
    claims = {key: values for key, values in known.items() if fold_key(key) not in _TEXTS}
    addresses = {key for key in claims if fold_key(key) in KEYS["url"]}
    whole = {key: values for key, values in claims.items() if key not in addresses}
    # Programs write the place of a page within its site there, too.
    named = {key: claims[key] for key in addresses if claims[key][0].startswith(_HTTP)}
    return _addressed(claims) | whole | named


def _addressed(claims: dict[str, Any]) -> dict[str, Any]:
    """Return the address of the page, which clippers call the source."""
    source = claims.get("source", [""])[0]
    is_page = source.startswith(_HTTP) and source.rstrip("/").count("/") > 2
    return {"url": source} if is_page else {}


def _without(title: str, text: str) -> str:
    """Return a text without the headline above it, if that is said again there."""
    first, _, rest = text.partition("\n\n")
    return rest if first == title else text
