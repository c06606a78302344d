"""PDF with text: one document per file, also if it is a press review of many articles.

Where an article of a printed page ends is not said in a PDF. What is only a picture of a text is
refused.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.base import too_large
from newsarc.readers.documents.paragraphs import blocks
from newsarc.readers.documents.printed_lines import joined
from newsarc.readers.documents.properties import believed
from newsarc.records.read import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfDocument

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal

# Stands for a hyphen at the end of a line, whose end is left out.
_CUT = "\ufffe"
_MOST_PAGES = 3000
# In letters: what the pages of a scan have, for instance the name of the scanner.
_FEW = 10
# Lines at the edges of a page, and on how many pages one is repeated that belongs to none.
_EDGE, _OFTEN = 2, 3
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_CREATED = re.compile(
    r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:\d\d)?(?:([+-]\d\d)'(\d\d)'?|(Z)[\d']{0,6})?)?"
)
_DAMAGED = "is damaged, or no PDF"
_LOCKED = "is encrypted; save it without a password first"
_SCANNED = "has no text, only pictures; recognise its text first, for instance with ocrmypdf"


class Pages(Struct, frozen=True):
    """The lines of each page, and what the file says of itself."""

    lines: Sequence[Sequence[str]]
    title: str = ""
    author: str = ""
    created: str = ""
    damaged: tuple[int, ...] = ()


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:
    """Yield the text of a file."""
    data = piece.data or b""
    try:
        pages = _pages(data, reading.limit)
    except Exception as error:  # noqa: BLE001 (pypdfium2 raises its own error and what ctypes does)
        is_locked = "password" in str(error).lower() or "security" in str(error).lower()
        reason = _LOCKED if is_locked else _DAMAGED
        yield piece.refused(reason if data else "is empty")
        return
    if isinstance(pages, str):
        yield piece.refused(pages)
        return
    lines = _without_edges(pages.lines)
    text = blocks(joined(lines))
    if len(_LETTER.findall(text)) < _FEW * max(1, len(pages.lines)):
        yield piece.refused(_SCANNED if pages.lines else _DAMAGED)
        return
    claims = believed(text, "PDF information", pages.title, pages.author, _moment(pages.created))
    yield Document(piece.origin, text=text, notes=_notes(pages), **claims)


def _notes(pages: Pages) -> tuple[str, ...]:
    numbers = ", ".join(map(str, pages.damaged[:_FEW]))
    return (f"has damaged pages, which were left out: {numbers}",) if numbers else ()


def _pages(data: bytes, limit: int) -> Pages | str:
    """Return the pages of a file, or the reason why they are too many."""
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    try:
        if len(document) > _MOST_PAGES:
            return f"has more than {_MOST_PAGES:,} pages; divide it into smaller files"
        lines, damaged, left = list[list[str]](), list[int](), limit
        for number in range(len(document)):
            text = _page(document, number)
            if text is None:
                damaged.append(number + 1)
                continue
            left -= len(text)
            if left < 0:
                return too_large(limit)
            lines.append([" ".join(line.split()) for line in text.splitlines()])
        said = document.get_metadata_dict()
    finally:
        document.close()
    title, author, created = (said.get(key, "") for key in ("Title", "Author", "CreationDate"))
    return Pages(lines, title, author, created, tuple(damaged))


def _page(document: PdfDocument, number: int) -> str | None:
    """Return the text of a page, None if it is damaged."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        text: str = page.get_textpage().get_text_range()
        page.close()
    except PdfiumError:
        return None
    return text.replace(_CUT, "-\n")


def _without_edges(pages: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of all pages without those that are repeated above or below most of them."""
    times = Counter(edge for lines in pages for edge in {*map(_form, _edges(lines))})
    most = max(_OFTEN, len(pages) / 2)
    kept: list[str] = []
    for lines in pages:
        edges = {line for line in _edges(lines) if times[_form(line)] >= most}
        kept += [line for line in lines if line not in edges]
    return kept


def _edges(lines: Sequence[str]) -> list[str]:
    return [*lines[:_EDGE], *lines[-_EDGE:]]


def _form(line: str) -> str:
    """Return a line without its numbers, as that of the page."""
    return _DIGITS.sub("0", line)


def _moment(created: str) -> str | None:
    """Return the moment of creation in ISO 8601."""
    found = _CREATED.match(created)
    if found is None:
        return None
    year, month, day, hour, minute, hours, minutes, is_utc = found.groups()
    zone = f"{hours}:{minutes}" if hours else "Z" if is_utc else ""
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}{zone}" if hour else "")
