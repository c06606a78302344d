"""What no reader may do with a file, however broken it is."""

from __future__ import annotations

import re
from time import process_time
from typing import TYPE_CHECKING

import msgspec

from newsarc.readers import Piece, Reading, read_piece, split_file
from newsarc.records.read import Document, Refusal, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIMIT = 1_000_000
# In seconds of the processor, for files of less than a megabyte.
LONGEST = 2.0
_FOREIGN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINES = ("title", "kicker", "source", "agency", "place", "language", "genre", "date", "updated")
_TEXTS = (*_LINES, "text", "body", "url", "external_id", "version", "zone", "modified")


def faults(path: Path, kind: str | None) -> Iterator[str]:
    """Yield what a reader did with a file that it may not; an exception is raised."""
    start = process_time()
    reading = Reading(LIMIT, format=kind)
    number = 0
    for piece in split_file(path, reading):
        for item in read_piece(piece, reading) if isinstance(piece, Piece) else (piece,):
            number += 1
            yield from _of_item(item)
    if not number:
        yield "no answer"
    if (seconds := process_time() - start) > LONGEST:
        yield f"took {seconds:.0f} s"


def _of_item(item: Document | Refusal | Skipped) -> Iterator[str]:
    if isinstance(item, Refusal):
        if not item.error.reason or "\n" in item.error.reason or len(item.error.reason) > 1000:
            yield "a refusal that is no sentence"
        if _FOREIGN.search(item.error.reason):
            yield "foreign characters in a refusal"
    elif isinstance(item, Document):
        yield from _of_document(item)
    elif not item.what:
        yield "skipped without a name"


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _of_document(found: Document) -> Iterator[str]:
    msgspec.json.encode(found)  # raises where a text is none
    yield from (f"{name} is no text" for name in _TEXTS if not _is_text(getattr(found, name)))
    if not all(isinstance(one, str) for one in (*found.authors, *found.notes)):
        yield "authors or notes that are no texts"
    if not all(_is_text(text) for one in found.evidence for text in (one.words, one.rule)):
        yield "evidence without words"
    if not (found.content or found.title):
        yield "a document without a text"
    if _FOREIGN.search(found.content.replace("\n", "")):
        yield "foreign characters in a text"
    for name in _LINES:
        value = getattr(found, name) or ""
        if "\n" in value or _FOREIGN.search(value):
            yield f"foreign characters or line ends in {name}"
    if any("\n" in one or _FOREIGN.search(one) or not one for one in found.authors):
        yield "foreign characters or line ends in authors"
    if found.url and re.match(r"(?!https?:)[a-z][a-z0-9+.-]*:|.*\s", found.url, re.IGNORECASE):
        yield "an address that is none"
