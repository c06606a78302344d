"""How many articles a query finds, and how often its words occur in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.meaning.respelling import widened
from newsarc.query import nodes
from newsarc.records.kept import Count
from newsarc.search.request import parse_for
from newsarc.search.sources import unknown_sources

if TYPE_CHECKING:
    from datetime import date

    from newsarc.store import Store


def count(
    store: Store, text: str, *, where: tuple[nodes.Node, ...] = (), today: date | None = None
) -> Count:
    """Return the number of articles that a query finds, and of its occurrences in them.

    Both numbers are exact. They leave out near misses, and words with other diacritics than those
    that are typed: a note says if a search finds any. `Store.count` defines an occurrence. `where`
    and `today` are as in `search`. Raises StoreError.
    """
    parsed = parse_for(store, text, today)
    query = nodes.conjunction((parsed.node, *where))
    with store.snapshot():
        counted = store.count(query)
        wide = widened(query, store.understanding())
    other = () if wide == query else (f"only what is typed is counted; a search also finds {wide}",)
    unknown = () if counted.articles else unknown_sources(store, query)
    notes = parsed.notes + counted.notes + other + unknown
    return Count(str(query), counted.articles, counted.occurrences, notes)
