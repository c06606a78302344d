"""ANPA 1312, as AP sends it: a header, key words, headline, byline, text, time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.readers.wires.items import Item, Said, said
from newsarc.readers.wires.lines import documents, paragraphs, parted, time
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Document, Refusal

_NAME = "ANPA"
# `AP-WF-11-13-13 1509GMT`: agency, desk, month, day, year, time.
_TIME = re.compile(
    r"(?P<agency>[A-Za-z]{2,9})-[A-Za-z]{2,4}-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])-(?P<year>[0-9]{2})"
    r" {1,3}(?P<time>[0-2][0-9][0-5][0-9])(?P<zone>[A-Z]{3,4})?"
)
_BY = re.compile(r"(?:By|Von|Por) ")
# What editors tell each other, and who the author is, in the lines above the text.
_ASIDE = re.compile(
    r"(?:Eds?[:.]|AP (?:Photo|Graphic|Video|.{0,40} (?:Writer|Editor)$)|Associated Press|Undated"
    r"|With )"
)
_STATUS = (
    (re.compile(r"\b(?:Kill|Elimination)\b"), "canceled"),
    (re.compile(r"\bWithhold\b"), "withheld"),
)
# What stands for the signs that a teleprinter does not have.
_SIGNS = (("``", "“"), ("''", "”"), (" _ ", " – "))
_CORRECTED = re.compile(r"\b(?:Corrective|Correction|CORRECTS)\b")


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the items of a file."""
    yield from documents(piece, "ANPA 1312", _item)


def _item(text: str) -> Item:
    above, content, below = parted(text)
    head, body = _split(content)
    slug, titles = (head[:1] or [""])[0], [line for line in head[1:] if not _is_aside(line)]
    written = _TIME.search(below)
    stamp = time(written) if written else None
    # Without a text, the lines above it are all that there is.
    lines = body or [f"  {line}" for line in titles[1:]]
    return Item(
        convention=_NAME,
        text=_with_signs(paragraphs(lines)),
        title=said(_with_signs(titles[0]), "headline") if titles else None,
        by=next((said(line, "byline") for line in head if _BY.match(line)), None),
        changed=stamp,
        provider=said(written["agency"], "time") if written else None,
        status=next((said(word, "key words") for form, word in _STATUS if form.search(slug)), None),
        correction=said(slug, "key words") if _CORRECTED.search(slug) else None,
        id=_id(above.partition("\x1f")[0], stamp),
    )


def _with_signs(text: str) -> str:
    for written, meant in _SIGNS:
        text = text.replace(written, meant)
    return text


def _id(number: str, stamp: Said | None) -> str | None:
    """Return the number of an item with its time: an agency counts anew each day."""
    number = one_line(number)
    return f"{number}/{stamp.means}" if number and stamp else None


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines above the text, which begin with a mark, and the lines of the text."""
    first = next((place for place, line in enumerate(lines) if _is_text(line)), len(lines))
    head = [_unmarked(line) for line in lines[:first]]
    return [line for line in head if line], [_text(line) for line in lines[first:]]


def _is_text(line: str) -> bool:
    return not line.startswith("^") and bool(line.strip())


def _unmarked(line: str) -> str:
    """Return a line without the marks at its ends: `^Global Weather,466<`."""
    return line.strip().lstrip("^").rstrip("<= ").strip()


def _text(line: str) -> str:
    """Return a line of the text; a subheading and the row of a table are paragraphs."""
    is_own = line.startswith(("^", " ", "\t"))
    return f"  {_unmarked(line)}" if is_own and _unmarked(line) else _unmarked(line)


def _is_aside(line: str) -> bool:
    return _BY.match(line) is not None or _ASIDE.match(line) is not None
