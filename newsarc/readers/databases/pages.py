"""From the HTML of an export to its elements, and from these to text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.readers.html.decoding import decoded
from newsarc.readers.html.guards import overgrown

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
    from lxml import etree, html

    text = decoded(data, charset)[0].replace("\0", "")
    if len(data) > _LARGEST or text.count("<") > _MOST_TAGS:
        raise NotReadableError("is too large to be read at once")
    if reason := overgrown(text):
        raise NotReadableError(reason)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    try:
        root: HtmlElement = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise NotReadableError("is not HTML that can be read") from error
    return root


def paragraph(element: HtmlElement) -> str:
    """Return the text of a paragraph; only its line breaks break it."""
    parts = [_folded(element.text)]
    for each in element.iterdescendants():
        if each.tag == "br":
            parts.append("\n")
        elif isinstance(each.tag, str) and each.tag not in {"style", "script"}:
            parts.append(_folded(each.text))
        parts.append(_folded(each.tail))
    return _LINE_END.sub("\n", "".join(parts)).replace("\u00a0", " ").strip()


def _folded(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text) if text else ""
