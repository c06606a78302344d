"""From the HTML of an export to its elements, and from these to text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.readers.html.decoding import decoded
from newsarc.readers.html.guards import overgrown
from newsarc.readers.html.tree import parsed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# In bytes, and in tags: what libxml2 reads in two seconds.
_LARGEST = 50_000_000
_MOST_TAGS = 2_000_000
_LINE_END = re.compile(r"\s*\n\s*")


class NotReadableError(ValueError):
    """A page is not read; the message is the reason."""


def page(data: bytes, charset: str | None) -> HtmlElement:
    """Return the root of a page, decoded as other pages are. Raises NotReadableError."""
    text = decoded(data, charset)[0].replace("\0", "")
    if len(data) > _LARGEST or text.count("<") > _MOST_TAGS:
        raise NotReadableError("is too large to be read at once")
    if reason := overgrown(text):
        raise NotReadableError(reason)
    root = parsed(text)
    if root is None:
        raise NotReadableError("is not HTML (it has no element)")
    return root


def paragraph(element: HtmlElement) -> str:
    """Return the text of a paragraph; only its line breaks break it."""
    parts = [_folded(element.text)]
    for each in element.iterdescendants():
        if each.tag == "br":
            parts.append("\n")
        elif each.tag not in {"style", "script"}:
            parts.append(_folded(each.text))
        parts.append(_folded(each.tail))
    return _LINE_END.sub("\n", "".join(parts)).replace("\u00a0", " ").strip()


def _folded(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text) if text else ""
