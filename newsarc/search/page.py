"""The way out: from a query's text to a page of hits with their passages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.dates import BEGINNING, END, DateSpan
from newsarc.passages import passage
from newsarc.query import nodes, outline, parse
from newsarc.records.kept import Page
from newsarc.search.best import Best, best
from newsarc.search.sources import unknown_sources
from newsarc.search.wanted import Wanted
from newsarc.search.watch import Watch
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsarc.dates import PartialDate
    from newsarc.records.kept import Facet, Hit, Sort
    from newsarc.store import Store

DEFAULT_LIMIT = 10


def search(  # noqa: PLR0913 (each a keyword of its own)
    store: Store,
    text: str,
    *,
    limit: int = DEFAULT_LIMIT,
    offset: int = 0,
    sort: Sort = "relevance",
    where: tuple[nodes.Node, ...] = (),
    today: date | None = None,
    strict: bool = False,
    context: int = 0,
    watch: Watch | None = None,
) -> Page:
    """Find articles by a query as a user types it; any text is one.

    `where` are nodes (see `filters`) that every hit must match as well. `today` is what `heute` and
    `7d` in the query are counted from; without it, the system's date. Ranked by relevance,
    articles that say some of it fill the page, each marked with what it is without and never
    counted in the total: behind those that match or, where these are fewer than a page holds,
    ranked among them. `strict` leaves them out. `context` widens each passage by so many
    sentences before and after it. `watch` takes the time of each step. Raises StoreError, and
    ValueError for a page that is none.
    """
    _demand_page(limit, offset)
    watch = watch or Watch()
    with watch.step("parse"):
        parsed = parse(text, today or date.today())
    whole = nodes.conjunction((parsed.node, *where))
    with store.snapshot():
        wanted = Wanted(store, whole)
        if sort == "relevance" and wanted.words:
            found = best(
                store, whole, wanted, limit=limit, offset=offset, strict=strict, watch=watch
            )
        else:
            with watch.step("find"):
                found = Best.of(store.find(whole, sort=sort, limit=limit, offset=offset))
        with watch.step("passages"):
            hits = tuple(_shown(found, wanted, context))
        unknown = () if found.total else unknown_sources(store, whole)
        notes = parsed.notes + found.notes + unknown
    return Page(str(whole), found.total, offset, hits, notes)


def _demand_page(limit: int, offset: int) -> None:
    if limit < 0 or offset < 0:
        raise ValueError("a page has no less than nothing on it, and nothing before the first")


def _shown(found: Best, wanted: Wanted, context: int) -> Iterator[Hit]:
    """Give hits with their passages, and near misses with what they lack."""
    finder = wanted.finder()
    for hit in found.hits:
        if hit.near and found.missing:
            yield found.missing.told(hit, context)
        else:
            yield replace(hit, passage=passage(hit.article, finder, context))


def explain(
    store: Store,
    text: str,
    *,
    sort: Sort = "relevance",
    where: tuple[nodes.Node, ...] = (),
    today: date | None = None,
) -> dict[str, str]:
    """Tell how a query is understood and answered: named steps, in their order.

    `query` is its canonical form, `tree` its outline; the rest is told by the store: what its
    `words` were searched as, and how the articles are picked and ranked.
    """
    parsed = parse(text, today or date.today())
    whole = nodes.conjunction((parsed.node, *where))
    return {
        "query": str(whole),
        "tree": "\n".join(outline(whole)),
        **store.explain(whole, sort=sort),
    }


def filters(
    *,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    source: str | None = None,
    language: str | None = None,
) -> tuple[nodes.Node, ...]:
    """Give the nodes for articles that may have appeared between two dates, both included,
    in a medium (spelt in any way that folds to its name), in a language (ISO 639-1).
    """
    parts: list[nodes.Node] = []
    if since is not None or until is not None:
        first = BEGINNING if since is None else since.span.first
        parts.append(nodes.Published(DateSpan(first, END if until is None else until.span.last)))
    if source is not None:
        parts.append(nodes.Source(fold_label(source)))
    if language is not None:
        parts.append(nodes.Language(language.lower()))
    return tuple(parts)


def counts(store: Store, where: tuple[nodes.Node, ...] = ()) -> dict[str, Mapping[str | None, int]]:
    """Count the articles that match all of some nodes by year, source and language.

    Without nodes, of the whole archive. Raises StoreError.
    """
    query = nodes.conjunction(where)
    facets: tuple[Facet, ...] = ("year", "source", "language")
    with store.snapshot():
        return {facet: store.tally(query, facet) for facet in facets}


def listing(
    store: Store,
    where: tuple[nodes.Node, ...] = (),
    *,
    limit: int = DEFAULT_LIMIT,
    offset: int = 0,
    sort: Sort = "newest",
) -> Page:
    """List the articles that match all of some nodes; without nodes, all.

    Raises StoreError, and ValueError for a page that is none.
    """
    _demand_page(limit, offset)
    query = nodes.conjunction(where)
    found = store.find(query, sort=sort, limit=limit, offset=offset)
    notes = found.notes + (() if found.total else unknown_sources(store, query))
    return Page(str(query), found.total, offset, found.hits, notes)
