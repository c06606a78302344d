"""What a document claims, as findings: with the words and the rule that each claim rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from newsarc import language
from newsarc.catalog.evidence import Finding
from newsarc.dates.written import read_date

if TYPE_CHECKING:
    from newsarc.dates import PartialDate
    from newsarc.records.read import Document

T = TypeVar("T")

_CLAIM = "claim"


def claim(document: Document, field: str) -> Finding[str] | None:
    """Return the claim of a field that is a text."""
    words: str | None = getattr(document, field)
    return as_claimed(document, field, words, words) if words else None


def as_claimed(document: Document, field: str, value: T, words: str) -> Finding[T]:
    """Return the claimed value of a field, with the words and the rule that it rests on."""
    known = next((one for one in document.evidence if one.field == field), None)
    if known is None:
        return Finding(value, words, _CLAIM)
    return Finding(value, known.words, known.rule, known.basis, known.reasons, known.others)


def claimed_source(document: Document) -> Finding[str] | None:
    """Return the claimed medium; of an address, it is the host."""
    words, name = document.source, document.medium
    if words and name and name != words:
        return Finding(name, words, "host of the claimed address", "inferred")
    return claim(document, "source")


def claimed_authors(document: Document) -> Finding[tuple[str, ...]] | None:
    """Return the claimed authors."""
    names = document.authors
    return as_claimed(document, "authors", names, ", ".join(names)) if names else None


def claimed_date(document: Document, field: str, zone: str) -> Finding[PartialDate] | None:
    """Return a claimed date. One in UTC is seen in the zone of the document."""
    words: str | None = getattr(document, field)
    if words is None:
        return None
    read = read_date(words)
    if read is None:
        return Finding(None, words, "claim that is no date")
    local = read.seen_in(zone) if read.offset == 0 else read
    return as_claimed(document, field, local, words)


def claimed_language(document: Document) -> Finding[str] | None:
    """Return the claimed language by its code."""
    words = document.language
    if words is None:
        return None
    code = language.language_code(words)
    if code is None:
        return Finding(None, words, "claim that is no language")
    return as_claimed(document, "language", code, words)
