"""Nexis exports as text, HTML and DOCX. What they state of their number of documents is compared.

A text stands between marks such as `Dokument 1 von 5`; a DOCX has a page for each article.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.readers import plain
from newsarc.readers.databases.labels import MARK, NO_MARK, label, numbers
from newsarc.readers.databases.missing import Stated, missing
from newsarc.readers.databases.nexis_article import Block, article
from newsarc.readers.encoding import decode
from newsarc.records.read import Document
from newsarc.text import CUTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal

    Items = Iterator[Document | Refusal]

_IS_MARKUP = re.compile(rb"\A\s*(?:\xef\xbb\xbf)?\s*<(?:!DOCTYPE|html|head|!--)", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
# In characters: pages differ so much in their width.
_SLACK = 4
# In characters: a block that begins further to the right is centred.
_CENTRED = 8


def read(piece: Piece, reading: Reading) -> Items:
    """Yield the articles of an export, and a refusal if it states another number of them."""
    data = piece.data or b""
    if _IS_MARKUP.match(data):
        from newsarc.readers.databases.nexis_html import read_html

        yield from read_html(data, piece)
    elif data.startswith(b"PK"):
        from newsarc.readers.documents import docx  # it knows an export when it reads one

        yield from docx.read(piece, reading)
    else:
        yield from _of_text(data, piece, reading)


def _of_text(data: bytes, piece: Piece, reading: Reading) -> Items:
    """Yield the articles of an export as text.

    A text without the labels of an export is one as any, although it says `Dokument 1 von 5`.
    """
    text, notes = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    marks = list(MARK.finditer(text))
    if not marks:
        yield piece.refused(NO_MARK)
    elif not any(label(line.strip()) for line in text[marks[0].end() :].split("\n")):
        yield from plain.read(piece, reading)
    else:
        stated = [Stated(*numbers(mark)) for mark in marks]
        yield from _documents(text, marks, piece, notes)
        yield from missing(stated, text[: marks[0].start()], piece)


def _documents(
    text: str, marks: list[re.Match[str]], piece: Piece, notes: tuple[str, ...]
) -> Items:
    line, before = 1, 0
    for at, mark in enumerate(marks):
        line += text.count("\n", before, mark.start())
        before = mark.start()
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        found = article(_blocks(text[mark.end() : end]), piece.at_line(line))
        if isinstance(found, Document):
            found = replace(found, notes=(*notes, *found.notes))
        yield found


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
