"""The headline of an article, by a vote of all places of its page that name one; its kicker."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.html.stated import Claim
from newsarc.readers.html.tree import text_of
from newsarc.records.kept import Evidence
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsarc.readers.html.stated import Stated

# How much each place counts. Fitted to pages of 500 publishers, and rounded; chosen by one part of
# the publishers, such weights find 83 % to 85 % of the headlines of the others.
WEIGHTS = {
    "h1": 4,
    "meta og:title": 4,
    "JSON-LD headline": 2,
    "itemprop headline": 2,
    "meta twitter:title": 1,
    "title": 1,
}
# A longer claim that begins or ends with a headline counts half: `Kicker: Titel`, `Titel | Post`.
_WITHIN = 0.5
_SHORTEST_WITHIN = 12  # characters, folded
_LONGEST = 300  # characters of a headline
_MOST = 50  # claims
# What stands before or behind the name of a site: `Titel | Küstenpost`, `Titel - Küstenpost`.
_BAR = re.compile(r"\s[|•·»«›/:–—│-]{1,3}\s|: |\|")
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|topline|overline|dachzeile|spitzmarke|roofline|pretitle|eyebrow)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONGEST_KICKER = 80
_MOST_OTHERS = 3


class Heading(Struct, frozen=True):
    """A headline and the line above it, with the evidence of the headline."""

    title: str | None = None
    kicker: str | None = None
    evidence: Evidence | None = None


def heading(page: Stated, source: str | None) -> Heading:
    """Return the headline of an article, and the line above it. The name of the site is none."""
    kicker = _kicker(page.tree)
    best, others = _voted(_named(_candidates(page, kicker), _site(page, source)))
    if best is None:
        return Heading(kicker=kicker)
    if kicker is not None and fold_label(best.words).startswith(fold_label(kicker)):
        kicker = None
    return Heading(best.words, kicker, Evidence("title", best.words, best.rule, others=others))


def _candidates(page: Stated, kicker: str | None) -> Iterator[Claim]:
    """Yield what may be the headline, the most exact spelling first."""
    for h1 in islice(page.tree.iter("h1"), _MOST):
        title = text_of(h1)
        yield Claim("h1", title)
        if kicker and title.startswith(kicker):
            yield Claim("h1", title[len(kicker) :].lstrip(" :|-–"))
    yield from page.linked("headline")
    yield from page.marked("headline")
    yield from page.meta("og:title", "twitter:title")
    title = next((text_of(title) for title in page.tree.iter("title")), "")[:_LONGEST]
    bars = list(_BAR.finditer(title))
    parts = (title[: bars[-1].start()], title[bars[0].end() :]) if bars else (title,)
    yield from (Claim("title", part) for part in parts)


def _named(claims: Iterator[Claim], site: Collection[str]) -> dict[str, list[Claim]]:
    """Return claims by their folded words; without those that name only the site."""
    known: dict[str, list[Claim]] = {}
    for claim in claims:
        folded = fold_label(claim.words[: _LONGEST + 1])
        if folded and len(claim.words) <= _LONGEST and len(known) < _MOST:
            known.setdefault(folded, []).append(claim)
    named = {folded: found for folded, found in known.items() if folded not in site}
    return named or known


def _voted(known: dict[str, list[Claim]]) -> tuple[Claim | None, tuple[tuple[str, str], ...]]:
    """Return the headline for which most is said, and what says something else."""
    rules = {folded: {claim.rule for claim in found} for folded, found in known.items()}
    scores = {folded: _score(folded, rules) for folded in known}
    best = max(scores, key=scores.__getitem__, default=None)
    if best is None:
        return None, ()
    others = [(found[0].rule, found[0].words) for name, found in known.items() if name != best]
    return known[best][0], tuple(others[:_MOST_OTHERS])


def _score(folded: str, rules: dict[str, set[str]]) -> float:
    whole = sum(WEIGHTS[rule] for rule in rules[folded])
    if len(folded) < _SHORTEST_WITHIN:
        return whole
    longer = (
        WEIGHTS[rule]
        for other, found in rules.items()
        if other.startswith(f"{folded} ") or other.endswith(f" {folded}")
        for rule in found
    )
    return whole + _WITHIN * sum(longer)


def _site(page: Stated, source: str | None) -> set[str]:
    """Return the folded names of the site."""
    host = (page.url or "").partition("://")[2].partition("/")[0].removeprefix("www.")
    names: Sequence[str] = (
        source or "",
        *page.metas.get("og:site_name", ()),
        host.rpartition(".")[0],
    )
    return {fold_label(name) for name in names}


def _kicker(tree: HtmlElement) -> str | None:
    """Return the line above the headline: in it, or right before it, and named as one."""
    for h1 in islice(tree.iter("h1"), _MOST):
        before = [one for one in (h1.getprevious(),) if one is not None]
        for element in (*h1.iterdescendants(), *before):
            if _KICKER.search(element.get("class") or ""):
                words = text_of(element).strip(" :|")
                return words if 0 < len(words) <= _LONGEST_KICKER else None
    return None
