"""Which article a document is: one that is kept already, a changed one, or a new one."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple

from newsarc.records.read import Document
from newsarc.store import Key
from newsarc.text import digest, fold_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsarc.records.kept import Origin
    from newsarc.records.read import Status
    from newsarc.store import Kept, Known

_ID_DIGITS = 16
# What belongs to the reading of a document, not to what it claims.
_PASSING = {"origin", "modified", "size"}
_SAID = tuple(field.name for field in fields(Document) if field.name not in _PASSING)
_IN_ORDER = json.JSONEncoder(sort_keys=True).encode


def claimed_id(document: Document) -> str | None:
    """Give the id that rests on a claim: on the URL, else on the source with its own id.

    An id of its own is no identity without a source: two exports may both count from 1.
    """
    if document.url:
        return _id("url", document.url)
    if document.source and document.external_id:
        return _id("external", fold_label(document.source), document.external_id)
    return None


def text_id(document: Document, attempt: int = 0) -> str:
    """Give the id that rests on the text as first seen; `attempt` gives further ones."""
    return _id("text", document.content, *([str(attempt)] if attempt else []))


def _id(*parts: str) -> str:
    return digest("\0".join(parts))[:_ID_DIGITS]


def fingerprint(document: Document) -> str:
    """Give a digest of all that a document says; equal ones need not be read again."""
    said = {name: value for name in _SAID if (value := getattr(document, name))}
    return digest(_IN_ORDER(said))


def key(document: Document) -> Key:
    """Give that by which a document may be known already."""
    name = claimed_id(document) or text_id(document)
    return Key(name, digest(document.content), document.origin)


class Decision(NamedTuple):
    """What is to become of a document. `id` is None where a new one must be found.

    Of what is `unchanged`, `sighted` says that the place is new.
    """

    status: Status
    id: str | None
    sighted: bool = False


def decide(
    document: Document, key: Key, known: Known, *, exists: Callable[[Origin], bool]
) -> Decision:
    """Decide which article a document is.

    A file keeps its article when its text changes, unless the article is still read from
    another place: then it becomes an article of its own. `exists` tells whether an origin
    is still there.
    """
    claimed = claimed_id(document) is not None
    same = known.by_id if claimed else _same_text(key, known)
    if same is not None:
        return _seen_again(document, same)
    before = known.by_origin
    if not claimed and before is not None and _is_alone(before, document.origin, exists):
        return Decision("changed", before.id)
    return Decision("added", None if known.by_id else key.id)


def _same_text(key: Key, known: Known) -> Kept | None:
    """Give the article of this very text; the one of its id may have changed since."""
    if known.by_id is not None and known.by_id.digest == key.digest:
        return known.by_id
    return known.by_text


def _seen_again(document: Document, kept: Kept) -> Decision:
    own = fingerprint(document)
    if kept.readings.get(document.origin) == own:
        return Decision("unchanged", kept.id)
    if own == kept.fingerprint or own in kept.readings.values():
        return Decision("unchanged", kept.id, sighted=True)
    return Decision("changed", kept.id)


def _is_alone(kept: Kept, origin: Origin, exists: Callable[[Origin], bool]) -> bool:
    return not any(exists(other) for other in kept.readings if other != origin)
