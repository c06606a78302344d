"""The article in the JSON-LD of a page (schema.org), whatever shape its blocks have."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

Node = dict[str, Any]

# In characters and nodes; real pages have a hundredth of it.
_LONGEST = 1_000_000
_MOST = 5000
_DEEPEST = 8
# The wrapping of older pages around a block.
_WRAPPING = re.compile(
    r"\A\s*(?:<!\[CDATA\[|//\s?<!\[CDATA\[|<!--)|(?://\s?)?(?:\]\]>|-->)\s*;?\s*\Z"
)
_COMMA = re.compile(r",(?=\s{0,20}[\]}])")
_ARTICLE = re.compile(
    r"(?:https?://schema\.org/)?(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review"
    r"|SocialMediaPosting|DiscussionForumPosting|Recipe)"
)
# Under these keys stand other articles, not this one.
_OTHERS = frozenset(
    "itemListElement hasPart isPartOf citation mentions about review comment publisher author"
    " relatedLink significantLink blogPost liveBlogUpdate subjectOf workFeatured".split()
)

_REFERRING = ("author", "creator", "publisher")


def nodes_of(tree: HtmlElement) -> list[Node]:
    """Return the objects in the JSON-LD of a page that it is about, in its order."""
    found: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for node in _nodes(_parsed(script.text or ""), _DEEPEST):
                found.append(node)
                if len(found) == _MOST:
                    return found
    return found


def article_of(nodes: Sequence[Node], is_this: Sequence[str]) -> Node | None:
    """Return the article with one of these addresses or headlines, else the first one.

    An article without a headline and a date is none, if there is a better one.
    """
    articles = [node for node in nodes if is_article(node)]
    named = [node for node in articles if not _is_bare(node)] or articles
    own = (node for node in named if _names(node) & set(is_this))
    return next(own, named[0] if named else None)


def with_references(article: Node, nodes: Sequence[Node]) -> Node:
    """Return an article with the persons and media that it only refers to by their `@id`."""
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    return article | {key: _resolved(article[key], known) for key in _REFERRING if key in article}


def is_article(node: Node) -> bool:
    """Whether an object is an article of any kind."""
    return any(_ARTICLE.fullmatch(kind) for kind in kinds(node))


def kinds(node: Node) -> list[str]:
    """Return the types of an object."""
    kind = node.get("@type")
    return [one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str)]


def _resolved(value: object, known: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_resolved(each, known) for each in value[:_MOST]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def _is_bare(node: Node) -> bool:
    return not (node.get("headline") or node.get("name")) or not node.get("datePublished")


def _names(node: Node) -> set[str]:
    page = node.get("mainEntityOfPage")
    inner = page.get("@id") if isinstance(page, dict) else page
    found = (inner, node.get("url"), node.get("@id"), node.get("headline"))
    return {one for one in found if isinstance(one, str)}


def _nodes(value: object, depth: int) -> Iterator[Node]:
    if isinstance(value, list) and depth:
        for each in value:
            yield from _nodes(each, depth - 1)
    elif isinstance(value, dict) and depth:
        yield value
        for key, inner in value.items():
            if key not in _OTHERS and isinstance(inner, (dict, list)):
                yield from _nodes(inner, depth - 1)


def _parsed(text: str) -> object:
    """Return what a block holds; None if it cannot be read, even leniently."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    for attempt in (text, _mended(text)):
        try:
            # Line ends within strings are frequent; what follows the object is cut off.
            return json.JSONDecoder(strict=False).raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _mended(text: str) -> str:
    return _COMMA.sub("", _WRAPPING.sub("", text)).strip().rstrip(";")
