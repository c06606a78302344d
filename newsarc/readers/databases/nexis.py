"""Nexis exports as text, HTML and DOCX. What they state of their number of documents is compared.

A text stands between marks such as `Dokument 1 von 5`; a DOCX has a page for each article.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.readers.base import refused
from newsarc.readers.databases.labels import MARK, numbers
from newsarc.readers.databases.nexis_article import Block, article
from newsarc.readers.databases.stated import count_reason
from newsarc.readers.encoding import decode
from newsarc.text import CUTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Document, Refusal

    Items = Iterator[Document | Refusal]

_IS_MARKUP = re.compile(rb"\A\s*(?:\xef\xbb\xbf)?\s*<(?:!DOCTYPE|html|head|!--)", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:Items|documents|Documents|Dokumente|documenten|Documenten|Einträge)"
    r"[^\n:]{0,40}: {0,3}(?P<first>[0-9]{1,6}) ?- ?(?P<last>[0-9]{1,6})",
)
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
# In characters: pages differ so much in their width.
_SLACK = 4
# In characters: a block that begins further to the right is centred.
_CENTRED = 8


class Stated(Struct, frozen=True):
    """Which of how many documents an article says to be."""

    number: int
    total: int


def read(piece: Piece, reading: Reading) -> Items:  # noqa: ARG001 (as all)
    """Yield the articles of an export, and a refusal if it states another number of them."""
    data = piece.data or b""
    if _IS_MARKUP.match(data):
        from newsarc.readers.databases.nexis_html import read_html

        yield from read_html(data, piece)
        return
    if data.startswith(b"PK"):
        from newsarc.readers.databases.nexis_docx import read_docx

        yield from read_docx(data, piece)
        return
    text, notes = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    marks = list(MARK.finditer(text))
    if not marks:
        yield piece.refused("is no Nexis export: no line says which of how many documents it is")
        return
    yield from _documents(text, marks, piece, notes)
    yield from missing([Stated(*numbers(mark)) for mark in marks], text[: marks[0].start()], piece)


def missing(found: Sequence[Stated], head: str, piece: Piece) -> Iterator[Refusal]:
    """Yield a refusal if documents are missing by what an export says of their number."""
    stated = _expected(found, head)
    if reason := count_reason(stated, len(found)):
        yield piece.refused(reason)


def _expected(found: Sequence[Stated], head: str) -> int:
    """Return how many documents there should be.

    An export of several files says which of the documents it has: `Documents: 201-400`.
    """
    chosen = _RANGE.search(head)
    expected, start = 0, 0
    for at, each in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if following is None or following.number != each.number + 1:
            run = found[start : at + 1]
            expected += _of_run(run, chosen)
            start = at + 1
    # Runs of one export, with a gap between them, are missing only once.
    totals = {each.total for each in found}
    return min(expected, max(totals)) if len(totals) == 1 and max(totals) > len(found) else expected


def _of_run(run: Sequence[Stated], chosen: re.Match[str] | None) -> int:
    first, last = run[0], run[-1]
    if chosen and (first.number, last.number) == (int(chosen["first"]), int(chosen["last"])):
        return len(run)
    return len(run) if (first.number, last.number) == (1, last.total) else last.total


def _documents(
    text: str, marks: list[re.Match[str]], piece: Piece, notes: tuple[str, ...]
) -> Items:
    line, before = 1, 0
    for at, mark in enumerate(marks):
        line += text.count("\n", before, mark.start())
        before = mark.start()
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        found = article(_blocks(text[mark.end() : end]), piece.at_line(line))
        if found is None:
            yield refused(piece.at_line(line), "has neither a text nor a headline")
        else:
            yield replace(found, notes=(*notes, *found.notes))


def _blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs between empty lines, and whether they are centred."""
    found = [block.split("\n") for block in _EMPTY_LINES.split(text.strip("\n"))]
    width = max((len(line.rstrip()) for lines in found for line in lines), default=0)
    for block in found:
        lines = [line.rstrip() for line in block if line.strip()]
        if lines and len(lines[-1]) - len(lines[-1].lstrip()) >= _CENTRED:
            yield Block("\n".join(line.strip() for line in lines), is_centred=True)
        elif lines:
            yield Block("".join(_joined(lines, width)))


def _joined(lines: list[str], width: int) -> Iterator[str]:
    """Yield lines, and blanks for the line ends that a width of the page has made.

    At others, the next word would still have fitted; and what is indented begins a line.
    """
    for line, following in pairwise([*lines, ""]):
        yield line.strip()
        if following:
            fits = len(line) + 1 + len(following.split(maxsplit=1)[0]) <= width - _SLACK
            yield "\n" if fits or following[0] == " " or line[-1] in CUTS else " "
