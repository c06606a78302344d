"""The headline of an article, by a vote of all places of its page that name one; its kicker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.html.stated import Claim
from newsarc.readers.html.tree import text_of
from newsarc.records.kept import Evidence
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from newsarc.readers.html.stated import Stated

# How much each place counts.
WEIGHTS = {
    "h1": 3.0,
    "JSON-LD headline": 2.5,
    "itemprop headline": 2.0,
    "meta og:title": 2.0,
    "meta twitter:title": 1.0,
    "title": 1.0,
}
_LONGEST = 300  # characters of a headline
# What stands before or behind the name of a site: `Titel | Küstenpost`, `Titel - Küstenpost`.
_BAR = re.compile(r" ?(?:[|•·»«/]|::?| - | – | — ) ?")
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|topline|overline|dachzeile|spitzmarke|roofline|pretitle|eyebrow)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONGEST_KICKER = 80
_MOST_OTHERS = 3


class Heading(Struct, frozen=True):
    """A headline and its kicker, each with its evidence."""

    title: str | None = None
    kicker: str | None = None
    evidence: tuple[Evidence, ...] = ()


def heading(page: Stated) -> Heading:
    """Return the headline of an article, and the line above it."""
    kicker = _kicker(page.tree)
    claims = [claim for claim in candidates(page, kicker) if 0 < len(claim.words) <= _LONGEST]
    best = voted(claims)
    if best is None:
        return Heading(kicker=kicker)
    folded = fold_label(best.words)
    differing = {one.words: one.rule for one in claims if fold_label(one.words) != folded}
    others = tuple((rule, words) for words, rule in differing.items())[:_MOST_OTHERS]
    return Heading(best.words, kicker, (Evidence("title", best.words, best.rule, others=others),))


def candidates(page: Stated, kicker: str | None) -> Iterator[Claim]:
    """Yield what may be the headline, the most exact spelling first."""
    for h1 in page.tree.iter("h1"):
        yield Claim("h1", _without_kicker(text_of(h1), kicker))
    yield from page.linked("headline")
    yield from page.marked("headline")
    yield from page.meta("og:title", "twitter:title")
    for title in page.tree.iter("title"):
        yield Claim("title", text_of(title))
        break


def voted(claims: Sequence[Claim], weights: dict[str, float] | None = None) -> Claim | None:
    """Return the claim that most places support; equal words count together.

    A claim with the name of a site beside the headline supports the bare headline.
    """
    weights = WEIGHTS if weights is None else weights
    bare = {fold_label(claim.words): claim for claim in reversed(claims)}
    scores: dict[str, float] = {}
    for rule in dict.fromkeys(claim.rule for claim in claims):
        folded = dict.fromkeys(fold_label(one.words) for one in claims if one.rule == rule)
        for name in folded:  # several headlines of one kind share their weight
            scores[name] = scores.get(name, 0.0) + weights[rule] / len(folded)
    for claim in claims:
        for part in _parts(claim.words):
            name = fold_label(part)
            if name in bare and name != fold_label(claim.words):
                scores[name] += weights[claim.rule] / 2
    best = max(scores, key=scores.__getitem__, default=None)
    return None if best is None else bare[best]


def _parts(title: str) -> Iterable[str]:
    """Return a title without its first or its last part."""
    found = list(_BAR.finditer(title))
    return [title[: found[-1].start()], title[found[0].end() :], title[: found[0].start()]] if found else []


def _kicker(tree: HtmlElement) -> str | None:
    """Return the line above the headline: in it, or right before it, and named as one."""
    for h1 in tree.iter("h1"):
        before = [one for one in (h1.getprevious(),) if one is not None]
        for element in (*h1.iterdescendants(), *before):
            if _KICKER.search(element.get("class") or ""):
                words = text_of(element).strip(" :|")
                return words if 0 < len(words) <= _LONGEST_KICKER else None
    return None


def _without_kicker(title: str, kicker: str | None) -> str:
    if kicker and title.startswith(kicker) and len(title) > len(kicker):
        return title[len(kicker) :].lstrip(" :|-–")
    return title
