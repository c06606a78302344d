"""How many articles a query finds, and how often what it seeks stands in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from newsarc.query import nodes, parse
from newsarc.records.kept import Count
from newsarc.search.sources import unknown_sources

if TYPE_CHECKING:
    from newsarc.store import Store


def count(
    store: Store, text: str, *, where: tuple[nodes.Node, ...] = (), today: date | None = None
) -> Count:
    """Count the articles that a query finds, and the places in them where its words stand.

    Both numbers are exact; what counts as a place is told at `Store.count`. `where` and
    `today` are as in `search`. Raises StoreError.
    """
    parsed = parse(text, today or date.today())
    query = nodes.conjunction((parsed.node, *where))
    counted = store.count(query)
    unknown = () if counted.articles else unknown_sources(store, query)
    notes = parsed.notes + counted.notes + unknown
    return Count(str(query), counted.articles, counted.occurrences, notes)
