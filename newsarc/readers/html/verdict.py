"""Whether a page holds an article, and whether it holds all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.html.stated import is_of_kind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from newsarc.readers.html.stated import Stated

NO_ARTICLE = "no article on this page; to read it all the same: --any-page"
# In characters. Tuned by publisher.
_SHORT = 700
_MOSTLY_LINKS = 0.5
# An article of which a paywall left so little was cut off.
_FEW = 2500


def holds_article(page: Stated, body: str) -> bool:
    """Whether a page says that it is an article, or has a long text that is not mostly links."""
    if page.article is not None or _is_article(page):
        return bool(body) or page.article is not None
    return len(body) >= _SHORT and linked_share(page.tree) < _MOSTLY_LINKS


def _is_article(page: Stated) -> bool:
    kind = next(iter(page.metas.get("og:type", ())), "").lower()
    return "article" in kind or "article:published_time" in page.metas


def linked_share(tree: HtmlElement) -> float:
    """Return which share of the text of paragraphs and lists is within links."""
    whole = sum(len(text) for text in tree.itertext())
    linked = sum(len("".join(link.itertext())) for link in tree.iter("a"))
    return linked / whole if whole else 0.0


def is_cut_off(page: Stated, body: str) -> bool:
    """Whether the page says that its article is not free, and shows only its beginning."""
    return len(body) < _FEW and _is_paid(page)


def _is_paid(page: Stated) -> bool:
    claims = [
        *(() if page.article is None else [str(page.article.get("isAccessibleForFree", ""))]),
        *page.props.get("isaccessibleforfree", ()),
    ]
    tiers = page.metas.get("article:content_tier", ())
    return any(claim.lower().endswith("false") for claim in claims) or "locked" in tiers
