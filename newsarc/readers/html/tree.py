"""The parsed page, and the lines that a reader of it sees."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from newsarc.text import clean, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Elements that no reader sees.
_HIDDEN = ("script", "style", "noscript", "template", "svg", "iframe", "select", "textarea",
           "object", "head", "title", "button")  # fmt: skip
# Elements that begin and end a line.
_LINES = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol"
    " p pre section summary table tbody td tfoot th thead tr ul br".split()
)
# What the Internet Archive prints above its pages, with the days of its copies.
_TOOLBAR = "//*[@id='wm-ipp-base' or @id='wm-ipp']"
_BREAK = "\u2028"
_FOREIGN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Characters of a page in which dates and bylines are sought; real articles stand above.
_MOST = 200_000
# trafilatura takes 0.2 ms for an element. Three times as many as on the largest real page.
_MOST_ELEMENTS, _MOST_TEXT = 30_000, 2_000_000


def parsed(text: str) -> HtmlElement | None:
    """Return the tree of a page, or None if it has no element."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(  # as trafilatura's own
        encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None


def is_usual(tree: HtmlElement) -> bool:
    """Whether a page is of a size that others take reasonable time for."""
    size = tree.xpath(f"count(//*) <= {_MOST_ELEMENTS} and string-length(/*) <= {_MOST_TEXT}")
    return size is True


def text_of(element: HtmlElement) -> str:
    """Return the text of an element on one line."""
    return one_line("".join(element.itertext()))


def lines_of(tree: HtmlElement) -> str:
    """Return the visible lines of a page."""
    from lxml.etree import strip_elements

    copy = deepcopy(tree)
    for toolbar in copy.xpath(_TOOLBAR):
        toolbar.drop_tree()
    strip_elements(copy, *_HIDDEN, with_tail=False)
    for element in copy.iter():
        if element.tag in _LINES:
            element.text = _BREAK + _safe(element.text)
            element.tail = _BREAK + _safe(element.tail)
    lines = (" ".join(line.split()) for line in "".join(copy.itertext()).split(_BREAK))
    return clean("\n".join(filter(None, lines)))[:_MOST]


def _safe(text: str | None) -> str:
    """Return a text that lxml takes back: it reads control characters, but writes none."""
    return _FOREIGN.sub(" ", text) if text else ""
