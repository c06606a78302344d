"""The ids and digests by which a document is recognised."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from newsarc.dates.written import read_date
from newsarc.records.read import Document
from newsarc.store import Key
from newsarc.text import digest, fold_label

_ID_DIGITS = 16
# Where and how a document was read; no part of what it says.
_PASSING = {"origin", "modified", "size", "notes", "evidence"}
_SAID = tuple(name for name in Document.__struct_fields__ if name not in _PASSING)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_IN_ORDER = json.JSONEncoder(sort_keys=True).encode


def claimed_id(document: Document) -> str | None:
    """Return the id made of the URL, else of the source and its own id; None without either.

    An own id without a source identifies nothing: two exports may both count from 1. Of an
    agency's item, which has versions, it is unique in the world.
    """
    if document.url:
        return _id("url", document.url)
    if document.source and document.external_id:
        return _id("external", _folded(document.source), document.external_id)
    if document.version and document.external_id:
        return _id("item", document.external_id)
    return None


def claimed_source(document: Document) -> str | None:
    """Return the medium that a document claims, folded; None if it claims none."""
    medium = document.medium
    return (_folded(medium) or None) if medium else None


# Most documents of a run have one of a few sources, and each is asked for several times.
@lru_cache(maxsize=200)
def _folded(source: str) -> str:
    return fold_label(source)


def claimed_day(document: Document) -> str | None:
    """Return the day that a document claims, or the month or the year; None if it claims none."""
    claim = document.date
    if claim is None or _DAY.match(claim):  # as most are written
        return claim and claim[:10]
    found = read_date(claim)
    return None if found is None else str(found)[:10]


def text_id(document: Document, attempt: int = 0) -> str:
    """Return the id made of the text and the claimed source: equal texts of two media are two.

    A headline alone says too little: its claimed day counts, too. Each `attempt` above 0 makes
    another id.
    """
    source = claimed_source(document)
    first = ["text"] if source is None else ["source and text", source]
    if document.is_headline and (day := claimed_day(document)):
        first = ["headline of", day, *first]
    return _id(*first, document.content, *([str(attempt)] if attempt else []))


def _id(*parts: str) -> str:
    return digest("\0".join(parts))[:_ID_DIGITS]


def fingerprint(document: Document) -> str:
    """Return a digest of all that a document says. If it is unchanged, so is the article."""
    said = {name: value for name in _SAID if (value := getattr(document, name))}
    return digest(_IN_ORDER(said))


def key(document: Document) -> Key:
    """Return the key under which the store may know a document already."""
    name = claimed_id(document) or text_id(document)
    return Key(name, digest(document.content), document.origin, claimed_source(document))
