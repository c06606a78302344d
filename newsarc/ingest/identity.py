"""By what a document may be known: its claims, its text, all that it says."""

from __future__ import annotations

import json

from newsarc.records.read import Document
from newsarc.store import Key
from newsarc.text import digest, fold_label

_ID_DIGITS = 16
# What belongs to the reading of a document, not to what it claims.
_PASSING = {"origin", "modified", "size"}
_SAID = tuple(name for name in Document.__struct_fields__ if name not in _PASSING)
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
