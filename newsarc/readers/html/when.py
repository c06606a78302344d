"""The dates of an article: those that its page states, and at last what htmldate guesses."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from newsarc.dates.written import read_date
from newsarc.readers.html.tree import is_usual
from newsarc.records.kept import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from newsarc.dates import PartialDate
    from newsarc.readers.html.stated import Claim, Stated

Dated = tuple[str, Evidence]

# Names of meta tags in the order in which they are believed.
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "sailthru.date", "parsely-pub-date",
    "publishdate", "publish-date", "publish_date", "pubdate", "pub_date", "published_at",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
)  # fmt: skip
# Every other page means an update by these, so what its lines say comes first.
_ANY = ("date", "dc.date", "dcterms.date")
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
    "last-modified", "dcterms.modified", "dc.date.modified", "lastmod",
)  # fmt: skip
_MOST_OTHERS = 3
GUESSED = "htmldate"  # the name of its rule


def stated_date(page: Stated) -> Dated | None:
    """Return the date that a page states, with its evidence."""
    claims = chain(
        page.linked("datePublished"),
        page.meta(*_PUBLISHED),
        page.marked("datePublished"),
        page.linked("dateCreated"),
        page.marked("dateCreated"),
    )
    return _believed("date", list(claims))


def vague_date(page: Stated) -> Dated | None:
    """Return a stated date that may be that of an update."""
    return _believed("date", list(page.meta(*_ANY)))


def stated_update(page: Stated) -> Dated | None:
    """Return the last update that a page states."""
    claims = chain(page.linked("dateModified"), page.meta(*_UPDATED), page.marked("dateModified"))
    return _believed("updated", list(claims))


def guessed_date(tree: HtmlElement, url: str | None) -> Dated | None:
    """Return the day that htmldate finds, where nothing else says one.

    Its longer search takes seconds for the first unusual date, and two in five of the days that it
    adds are wrong.
    """
    from htmldate import find_date

    if not is_usual(tree):
        return None
    with suppress(Exception):  # a foreign program on foreign pages
        found = find_date(tree, original_date=True, extensive_search=False, url=url)
        if found:
            return found, Evidence("date", found, GUESSED, "inferred")
    return None


def _believed(field: str, claims: list[Claim]) -> Dated | None:
    """Return the first claim that is a date, and those of another day."""
    read = [(claim, date) for claim in claims if (date := read_date(claim.words))]
    days = [(claim, date) for claim, date in read if date.day]
    if not days:
        return None
    best, date = days[0]
    differing = tuple(dict.fromkeys(_differing(read, date)))[:_MOST_OTHERS]
    return best.words, Evidence(field, best.words, best.rule, others=differing)


def _differing(
    read: Iterable[tuple[Claim, PartialDate]], date: PartialDate
) -> Iterator[tuple[str, str]]:
    for claim, other in read:
        if (other.year, other.month, other.day) != (date.year, date.month, date.day):
            yield claim.rule, claim.words
