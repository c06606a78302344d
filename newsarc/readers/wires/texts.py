"""From the markup of a wire item to its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.markup import of_html, without_markup
from newsarc.readers.trees import local_name
from newsarc.readers.unwrapping import unwrapped
from newsarc.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What HTML calls the elements of NITF that break the text.
_OF_NITF = {
    "block": "div", "hl1": "h1", "hl2": "h2", "bq": "blockquote", "credit": "p", "note": "div",
    "fn": "div", "tagline": "p", "nitf-table": "div", "datasource": "p", "body.content": "div",
    "body.end": "div", "pre": "pre", "abstract": "div",
}  # fmt: skip
_OF_HTML = frozenset(
    "p div section article ul ol li dl dt dd h1 h2 h3 h4 h5 h6 br hr table thead tbody tfoot tr td"
    " th caption blockquote pre figure figcaption footer address aside main body".split()
)
# Beside the running text: what stands above it, links to other pages, and what is no text.
_LEFT_OUT = frozenset("head header script style media object img linkbox notepad".split())


def of_plain(text: str) -> str:
    """Return the paragraphs of a text, with its wrapped lines joined."""
    return clean(unwrapped(without_markup(text)))


def joined(above: str, text: str) -> str:
    """Return a text with the summary that stands above it, unless it begins with that."""
    return "\n\n".join(filter(None, (above, text))) if not text.startswith(above) else text


def of_element(element: Element, left_out: frozenset[str] = _LEFT_OUT) -> str:
    """Return the paragraphs of XHTML or NITF."""
    from lxml import etree

    _reduce(element, left_out)
    return of_html(etree.tostring(element, encoding="unicode", with_tail=False))


def _reduce(element: Element, left_out: frozenset[str]) -> None:
    """Make it HTML without attributes; all elements that break no text become spans."""
    from lxml import etree

    for each in list(element.iter("*")):
        name = local_name(each)
        classes = (each.get("class") or "").split()
        if each is not element and not left_out.isdisjoint((name, *classes)):
            tail = each.tail
            each.clear()
            each.tail = tail
        elif each.attrib:
            each.attrib.clear()
        each.tag = _OF_NITF.get(name) or (name if name in _OF_HTML else "span")
    etree.cleanup_namespaces(element)
