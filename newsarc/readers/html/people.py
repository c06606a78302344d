"""The persons who wrote an article, as its page states them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from newsarc.readers.persons import is_address, persons
from newsarc.records.kept import Evidence
from newsarc.readers.values import is_named
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.html.stated import Claim, Stated

Authors = tuple[tuple[str, ...], Evidence]

_METAS = (
    "article:author", "og:article:author", "author", "sailthru.author", "parsely-author",
    "cxenseparse:author", "dc.creator", "dcterms.creator", "byl",
)  # fmt: skip
_MOST = 30


def stated_authors(page: Stated, source: str | None) -> Authors | None:
    """Return the authors by the first place that names any; the medium itself is none."""
    site = {fold_label(one) for one in (source, page.url) if one}
    found = [(claim, list(_persons(claim, site))) for claim in _claims(page)]
    known = [(claim, names) for claim, names in found if names]
    if not known:
        return None
    rule = known[0][0].rule
    names = tuple(dict.fromkeys(name for claim, more in known if claim.rule == rule for name in more))
    same = {fold_label(name) for name in names}
    others = tuple(
        (claim.rule, claim.words)
        for claim, more in known
        if claim.rule != rule and not {fold_label(name) for name in more} <= same
    )
    return names[:_MOST], Evidence("authors", ", ".join(names), rule, others=others[:3])


def _claims(page: Stated) -> Iterator[Claim]:
    yield from chain(
        page.linked("author", "creator"), page.meta(*_METAS), page.marked("author")
    )


def _persons(claim: Claim, site: set[str]) -> Iterator[str]:
    for name in persons(claim.words):
        if is_named(name) and not is_address(name) and fold_label(name) not in site:
            yield name
