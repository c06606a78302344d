"""Whether a page holds an article, and whether it holds all of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.readers.addresses import is_front_page
from newsarc.records.kept import Evidence

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newsarc.readers.html.stated import Stated

NO_ARTICLE = "no article on this page; to read it all the same: --any-page"

# Chosen by cross-validation by publisher on 868 articles and 108 other pages: the longest paragraph
# of a page without an article, in characters; the share of its text that is linked.
_SHORT = 300
_LINKED = 0.5
# The address of a list: of the articles with a tag, of a page of a blog, of what was found.
_LIST = re.compile(
    r"/(?:page|seite|tags?|categor(?:y|ies)|kategorien?|rubrik|authors?|autor(?:en)?|archive?|archiv"
    r"|search|suche|themen?|topics?|blog|news|forum|forums|index\.\w{2,5})(?:/[^/?#.]{1,80})?/?(?:[?#].*)?"
    r"|[^?#]*/(?:login|log-in|signin|sign-in|register|anmelden|userlogin|search|forum)\b[^/]*"
    r"|[^?#]*\?(?:.*&)?(?:page|start|offset|cat|tag|q|s|query|search|suche|destination)=.*",
    re.IGNORECASE,
)
_PATH = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_FEW = 2500  # characters of an article that a paywall left
_PAID_TIERS = frozenset({"locked", "paid", "premium", "metered"})


def holds_article(page: Stated, body: str, *, is_dated: bool) -> bool:
    """Whether a page says that it is an article, or looks like one.

    A page that says nothing is none at the address of a whole site, and none without a paragraph
    if it has no date, is mostly links or has the address of a list.
    """
    if page.article is not None:
        return True
    is_list = page.at is not None and _is_list(page.at)
    if page.at is not None and is_front_page(page.at):
        return False
    if _says_so(page) and not is_list:
        return bool(body)
    has_paragraph = max(map(len, body.split("\n"))) >= _SHORT
    return has_paragraph or (
        bool(body) and is_dated and not is_list and _linked_share(page.tree) <= _LINKED
    )


def _says_so(page: Stated) -> bool:
    kinds = page.metas.get("og:type", ())
    return (
        any("article" in kind.lower() for kind in kinds) or "article:published_time" in page.metas
    )


def _is_list(address: str) -> bool:
    path = address[_PATH.match(address).end() :] if _PATH.match(address) else ""  # type: ignore[union-attr]
    return _LIST.fullmatch(path) is not None


def _linked_share(tree: HtmlElement) -> float:
    """Return which share of the text of a page is within links."""
    body = tree.find("body")
    whole = _length(tree if body is None else body)
    return sum(map(_length, tree.iter("a"))) / whole if whole else 0.0


def _length(element: HtmlElement) -> int:
    texts = element.iter()
    length = 0
    for each in texts:
        if each.tag not in {"script", "style", "noscript"}:
            length += len((each.text or "").strip())
        length += len((each.tail or "").strip()) if each is not element else 0
    return length


def cut_off(page: Stated, body: str) -> Evidence | None:
    """Return why only the beginning of an article is here, or None if it is whole.

    The page says that it is not free, and its text is short.
    """
    if len(body) >= _FEW:
        return None
    free = None if page.article is None else page.article.get("isAccessibleForFree")
    claims = [
        *(() if free is None else [("JSON-LD isAccessibleForFree", str(free))]),
        *(("itemprop isAccessibleForFree", w) for w in page.props.get("isaccessibleforfree", ())),
    ]
    tiers = page.metas.get("article:content_tier", ())
    paid = [claim for claim in claims if claim[1].lower().rpartition("/")[2] == "false"]
    paid += [("meta article:content_tier", tier) for tier in tiers if tier.lower() in _PAID_TIERS]
    return Evidence("truncated", paid[0][1], paid[0][0]) if paid else None
