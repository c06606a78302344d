"""The way out: from a query's text to a page of hits with their passages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from newsarc.dates import BEGINNING, END, DateSpan
from newsarc.passages import passage
from newsarc.query import Language, Node, Published, Source, conjunction, parse
from newsarc.records.kept import Page
from newsarc.search.best import best
from newsarc.search.wanted import Wanted
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsarc.dates import PartialDate
    from newsarc.records.kept import Facet, Hit, Sort
    from newsarc.search.near import Missing
    from newsarc.store import Store

DEFAULT_LIMIT = 10


def search(  # noqa: PLR0913 (each a keyword of its own)
    store: Store,
    text: str,
    *,
    limit: int = DEFAULT_LIMIT,
    offset: int = 0,
    sort: Sort = "relevance",
    where: tuple[Node, ...] = (),
    today: date | None = None,
    strict: bool = False,
) -> Page:
    """Find articles by a query as a user types it; any text is one.

    `where` are nodes (see `filters`) that every hit must match as well. `today` is what `heute` and
    `7d` in the query are counted from; without it, the system's date. Ranked by relevance,
    articles that say some of it fill the page, each marked with what it is without and never
    counted in the total: behind those that match or, where these are fewer than a page holds,
    ranked among them. `strict` leaves them out. Raises StoreError.
    """
    node, notes = parse(text, today or date.today())
    whole = conjunction((node, *where))
    wanted = Wanted(store, whole)
    if sort != "relevance" or not wanted.words:
        page = listing(store, (whole,), limit=limit, offset=offset, sort=sort)
        return replace(page, hits=_shown(page.hits, node, wanted), notes=notes + page.notes)
    found = best(store, whole, wanted, limit=limit, offset=offset, strict=strict)
    hits = _shown(found.hits, node, wanted, found.missing)
    return Page(str(whole), found.total, offset, hits, notes + found.notes)


def _shown(
    hits: tuple[Hit, ...], query: Node, wanted: Wanted, missing: Missing | None = None
) -> tuple[Hit, ...]:
    """Give hits with their passages, and near misses with what they lack."""
    return tuple(
        missing.told(hit)
        if hit.near and missing
        else replace(hit, passage=passage(hit.article, query, wanted.languages, wanted.splitter))
        for hit in hits
    )


def explain(
    store: Store,
    text: str,
    *,
    sort: Sort = "relevance",
    where: tuple[Node, ...] = (),
    today: date | None = None,
) -> dict[str, str]:
    """Tell how a query is understood and answered: named steps, in their order."""
    node, _ = parse(text, today or date.today())
    whole = conjunction((node, *where))
    return {"query": str(whole), "nodes": repr(whole), **store.explain(whole, sort=sort)}


def filters(
    *,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    source: str | None = None,
    language: str | None = None,
) -> tuple[Node, ...]:
    """Give the nodes for articles that may have appeared between two dates, both included,
    in a medium (spelt in any way that folds to its name), in a language (ISO 639-1).
    """
    nodes: list[Node] = []
    if since is not None or until is not None:
        first = BEGINNING if since is None else since.span.first
        nodes.append(Published(DateSpan(first, END if until is None else until.span.last)))
    if source is not None:
        nodes.append(Source(fold_label(source)))
    if language is not None:
        nodes.append(Language(language.lower()))
    return tuple(nodes)


def counts(store: Store, where: tuple[Node, ...] = ()) -> dict[str, Mapping[str | None, int]]:
    """Count the articles that match all of some nodes by year, source and language.

    Without nodes, of the whole archive. Raises StoreError.
    """
    query = conjunction(where)
    facets: tuple[Facet, ...] = ("year", "source", "language")
    return {facet: store.tally(query, facet) for facet in facets}


def listing(
    store: Store,
    where: tuple[Node, ...] = (),
    *,
    limit: int = DEFAULT_LIMIT,
    offset: int = 0,
    sort: Sort = "newest",
) -> Page:
    """List the articles that match all of some nodes; without nodes, all. Raises StoreError."""
    query = conjunction(where)
    found = store.find(query, sort=sort, limit=limit, offset=offset)
    return Page(str(query), found.total, offset, found.hits, found.notes)
