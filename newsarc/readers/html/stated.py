"""What a page claims of its article: in JSON-LD, meta tags, itemprop and its headline.

Claims of a field stand in the order in which they are believed. Each has its rule, such as
`JSON-LD datePublished`, and its words.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from newsarc.readers.addresses import canonical, is_front_page
from newsarc.readers.html.linked_data import Node, article_of, nodes_of, with_references
from newsarc.readers.html.tree import text_of
from newsarc.readers.markup import without_markup
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

_LONGEST = 1000  # characters of a claim
_MOST = 20  # claims of one name; a page with more repeats itself, or is a trap


class Claim(Struct, frozen=True):
    """What a page says of a field, and where."""

    rule: str
    words: str


class Stated(Struct, frozen=True):
    """What a page states, and the objects that it was read from.

    `metas` are the contents of meta tags, `props` those of itemprop, by their names in lower case.
    `address` is that of the article; `at` that of the page, be it a whole site.
    """

    tree: Any
    nodes: Sequence[Node]
    article: Node | None
    metas: dict[str, list[str]]
    props: dict[str, list[str]]
    address: Claim | None
    at: str | None

    @property
    def url(self) -> str | None:
        """The address of the article."""
        return self.address.words if self.address else None

    def linked(self, *keys: str) -> Iterator[Claim]:
        """Yield the claims of the article in JSON-LD under some keys."""
        for key in keys:
            for words in named(None if self.article is None else self.article.get(key)):
                yield Claim(f"JSON-LD {key}", words)

    def meta(self, *names: str) -> Iterator[Claim]:
        """Yield what meta tags of these names claim."""
        for name in names:
            for words in self.metas.get(name, ()):
                yield Claim(f"meta {name}", words)

    def marked(self, *names: str) -> Iterator[Claim]:
        """Yield what elements with these itemprops claim."""
        for name in names:
            for words in self.props.get(name.lower(), ()):
                yield Claim(f"itemprop {name}", words)


def stated(tree: HtmlElement, url: str | None) -> Stated:
    """Return what a page states; `url` is where it was fetched, if that is known."""
    metas = _metas(tree)
    nodes = nodes_of(tree)
    addresses = list(_addresses(tree, metas, url))
    own = next((one for one in addresses if not is_front_page(one.words)), None)
    headlines = [text_of(each) for each in islice(tree.iter("h1"), _MOST)]
    known = [one.words for one in addresses]
    article = article_of(nodes, [*known, *headlines, *metas.get("og:title", ())])
    article = article and with_references(article, nodes)
    at = _address(url) or next(iter(known), None)
    return Stated(tree, nodes, article, metas, _props(tree), own or _own(article), at)


def named(value: object, depth: int = 3) -> list[str]:
    """Return the names in a value of JSON-LD, each on one line."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        words = _line(without_markup(str(value)))
        return [words] if words else []
    if isinstance(value, list) and depth:
        return [name for each in value[:_MOST] for name in named(each, depth - 1)]
    if isinstance(value, dict) and depth:
        return named(value.get("name"), depth - 1)
    return []


def _line(text: str) -> str:
    return one_line(text[:_LONGEST])


def _own(article: Node | None) -> Claim | None:
    found = None if article is None else article.get("url")
    address = _address(found) if isinstance(found, str) else None
    is_own = address is not None and not is_front_page(address)
    return Claim("JSON-LD url", address) if address and is_own else None


def _address(written: str | None, base: str | None = None) -> str | None:
    """Return an address of a page: the whole page, whatever part of it is meant."""
    found = canonical(written, base or "") if written else None
    return found and found.partition("#")[0]


def _addresses(tree: HtmlElement, metas: dict[str, list[str]], url: str | None) -> Iterator[Claim]:
    """Yield the addresses of the page, as it states them, best first."""
    links = (
        link.get("href")
        for link in tree.iter("link")
        if (link.get("rel") or "").lower() == "canonical"
    )
    written = {
        "link canonical": links,
        "meta og:url": metas.get("og:url", ()),
        "fetched from": (url,),
    }
    for rule, addresses in written.items():
        for address in addresses:
            if found := _address(address, url):
                yield Claim(rule, found)


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = _line(meta.get("content") or "")
        for key in ("property", "name", "itemprop"):
            name = (meta.get(key) or "").strip().lower()
            if name and content and len(known := found.setdefault(name, [])) < _MOST:
                known.append(content)
    return found


# What is asked of itemprops; there are thousands of others.
_ASKED = frozenset(
    "headline datepublished datemodified datecreated author name publisher inlanguage"
    " articlesection isaccessibleforfree alternativeheadline".split()
)


def _props(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.xpath("//*[@itemprop]"):
        for name in element.get("itemprop").lower().split():
            known = found.setdefault(name, [])
            if name in _ASKED and len(known) < _MOST and (words := _of_prop(element, name)):
                known.append(words)
    return found


def _of_prop(element: HtmlElement, name: str) -> str:
    """Return the words of an element with an itemprop; an author has a name within it."""
    if name == "author":
        inner = element.find(".//*[@itemprop='name']")
        element = element if inner is None else inner
    words = element.get("content") or element.get("datetime")
    return _line(words) if words else text_of(element)[:_LONGEST]
