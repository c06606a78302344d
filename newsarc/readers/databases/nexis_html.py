"""Nexis exports as HTML: their paragraphs are those of the text, with marks between articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.readers.databases.labels import MARK, NO_MARK, label
from newsarc.readers.databases.missing import Stated, missing
from newsarc.readers.databases.nexis_article import Block, article
from newsarc.readers.databases.pages import NotReadableError, page, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from newsarc.readers.base import Piece
    from newsarc.records.read import Document, Refusal

_CENTRED = re.compile(r"\.(\w{1,20})\s?\{\s?text-align: ?center", re.IGNORECASE)
_STATED = re.compile(rb"<meta[^<>]{0,200}?\bdocuments=\"?(\d{1,6})", re.IGNORECASE)


def read_html(data: bytes, piece: Piece) -> Iterator[Document | Refusal]:
    """Yield the articles of an export as HTML."""
    try:
        root = page(data, piece.charset)
    except NotReadableError as error:
        yield piece.refused(str(error))
        return
    parts = list(_parts(root))
    for number, blocks in enumerate(parts, 1):
        yield article(blocks, piece.within(str(number)))
    stated = _STATED.search(data)
    if not parts:
        yield piece.refused(NO_MARK)
    elif stated:
        total = int(stated[1])
        yield from missing([Stated(at, total) for at in range(1, len(parts) + 1)], "", piece)


def _parts(root: HtmlElement) -> Iterator[list[Block]]:
    """Yield the blocks of each article; an anchor or a mark begins one."""
    blocks: list[Block] | None = None
    for block in _blocks(root):
        if block is None or MARK.fullmatch(block.text):
            if blocks:
                yield blocks
            blocks = []
        elif blocks is not None:
            blocks.append(block)
    if blocks:
        yield blocks


def _blocks(root: HtmlElement) -> Iterator[Block | None]:
    """Yield the paragraphs of a page in order, and None for the anchor of an article."""
    styles = " ".join(style.text or "" for style in root.iter("style"))
    centred = {found[1] for found in _CENTRED.finditer(styles)}
    for element in root.iter("p", "a"):
        if element.tag == "a":
            if (element.get("name") or "").startswith("DOC_ID_"):
                yield None
        elif text := paragraph(element):
            is_centred = (element.get("class") or "") in centred
            # A label stands at the left, whatever the style says.
            yield Block(text, is_centred and label(text) is None)
