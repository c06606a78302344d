"""The persons who wrote an article: those that its page states, else those in its lines."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.fields.persons import is_address, persons
from newsarc.readers.fields.values import is_named
from newsarc.readers.html.linked_data import kinds
from newsarc.readers.html.stated import Claim, named
from newsarc.readers.html.tree import text_of
from newsarc.records.kept import Evidence
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from newsarc.readers.html.stated import Stated

Authors = tuple[tuple[str, ...], Evidence]

_METAS = (
    "article:author", "og:article:author", "author", "sailthru.author", "parsely-author",
    "cxenseparse:author", "dc.creator", "dcterms.creator", "byl",
)  # fmt: skip
_MOST, _MOST_OTHERS = 30, 3
_LONGEST = 200  # characters
_MAIL_OR_SITE = re.compile(r"@|\w\.(?:de|at|ch|com|net|org|eu|info|tv)\b", re.IGNORECASE)
_ORGANISATION = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "WebSite"})
# Elements of the classes `author vcard`, or `p-author h-card`, and the names in them.
_HAS_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"
_AUTHOR, _VCARD, _P_AUTHOR, _FN, _P_NAME = map(
    _HAS_CLASS.format, ("author", "vcard", "p-author", "fn", "p-name")
)
_CARDS = f"//*[({_AUTHOR} and {_VCARD}) or {_P_AUTHOR}]"
_NAMES = f".//*[{_FN} or {_P_NAME}]"


class _Signed(Struct, frozen=True):
    """The names at one place of a page; `are_persons` if they have the shape of persons' names."""

    claim: Claim
    names: tuple[str, ...]
    are_persons: bool


def stated_authors(page: Stated, source: str | None) -> tuple[Authors | None, bool]:
    """Return the authors that a page states, and whether they surely are persons.

    The first place that names persons counts, else the first that names anyone. The medium itself
    is no author.
    """
    site = {fold_label(one) for one in (source or "", *page.metas.get("og:site_name", ()))}
    found = [each for claim in _claims(page) if (each := _signed(claim, site)).names]
    best = next((each for each in found if each.are_persons), found[0] if found else None)
    if best is None:
        return None, False
    rule = best.claim.rule
    same = [e for e in found if e.claim.rule == rule and e.are_persons == best.are_persons]
    names = tuple(dict.fromkeys(name for each in same for name in each.names))[:_MOST]
    words = ", ".join(each.claim.words for each in same)
    others = tuple(_differing(found, rule, names))[:_MOST_OTHERS]
    return (names, Evidence("authors", words, rule, others=others)), best.are_persons


def stated_agency(page: Stated) -> tuple[str, Evidence] | None:
    """Return the agency that a page names among the authors."""
    from newsarc.catalog.agencies import agency

    article = page.article or {}
    linked = (Claim("JSON-LD author", words) for words in named(article.get("author")))
    for claim in chain(linked, page.meta(*_METAS), page.marked("author")):
        for name in persons(claim.words[:_LONGEST]):
            if found := agency(name):
                return found, Evidence("agency", name, claim.rule)
    return None


def _differing(
    found: Sequence[_Signed], rule: str, names: Sequence[str]
) -> Iterator[tuple[str, str]]:
    known = {fold_label(name) for name in names}
    for each in found:
        if each.claim.rule != rule and not {fold_label(name) for name in each.names} <= known:
            yield each.claim.rule, each.claim.words


def _claims(page: Stated) -> Iterator[Claim]:
    article = page.article or {}
    for key in ("author", "creator"):
        value = article.get(key)
        for each in value[:_MOST] if isinstance(value, list) else [value]:
            if not (isinstance(each, dict) and _ORGANISATION.intersection(kinds(each))):
                yield from (Claim(f"JSON-LD {key}", words) for words in named(each))
    stated = chain(page.meta(*_METAS), page.marked("author"))
    yield from chain(stated, _cards(page.tree), _links(page.tree))


def _cards(tree: HtmlElement) -> Iterator[Claim]:
    """Yield the names on the cards of authors (microformat hCard)."""
    for card in islice(tree.xpath(_CARDS), _MOST):
        names = card.xpath(_NAMES) or card.xpath(".//a")
        yield Claim("hCard author", text_of(names[0] if names else card)[:_LONGEST])


def _links(tree: HtmlElement) -> Iterator[Claim]:
    """Yield the names that lead to the page of an author; all are of one author or of several."""
    links = (link for link in tree.xpath("//a[@rel]") if _is_of_author(link))
    yield from (
        Claim("link to the author", text_of(link)[:_LONGEST]) for link in islice(links, _MOST)
    )


def _is_of_author(link: HtmlElement) -> bool:
    return "author" in link.get("rel", "").lower().split()


def _signed(claim: Claim, site: set[str]) -> _Signed:
    from newsarc.catalog.agencies import agency
    from newsarc.catalog.names import is_person
    from newsarc.catalog.names import persons as persons_in

    shaped: list[str] = []
    others: list[str] = []
    for name in persons(claim.words):
        if fold_label(name) in site or not is_named(name) or is_address(name) or agency(name):
            continue
        if is_person(name):
            shaped.append(name)
        elif found := persons_in(name):
            shaped += found
        elif not _MAIL_OR_SITE.search(name):
            others.append(name)
    return _Signed(claim, tuple(shaped or others), bool(shaped))
