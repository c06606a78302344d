"""How the articles of a query are spread over dates, sources and other facets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.query import nodes
from newsarc.records.kept import Facet, Tally
from newsarc.search.request import parse_within
from newsarc.search.sources import unknown_sources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from newsarc.store import Store

_USUAL: tuple[Facet, ...] = ("year", "source", "language")


def counts(store: Store, where: tuple[nodes.Node, ...] = ()) -> dict[str, Mapping[str | None, int]]:
    """Return the number of articles that match all conditions, by `year`, `source` and `language`.

    The key None counts the articles that have none. Without conditions, all articles count.
    Raises StoreError.
    """
    query = nodes.conjunction(where)
    with store.snapshot():
        tallies = {facet: store.tally(query, facet) for facet in _USUAL}
    return {
        facet: {value: number for (value,), number in numbers.items()}
        for facet, numbers in tallies.items()
    }


def tally(
    store: Store,
    text: str,
    by: Sequence[Facet],
    *,
    where: tuple[nodes.Node, ...] = (),
    today: date | None = None,
) -> Tally:
    """Return the number of articles that a query finds, by the values of one or more facets.

    Without a text, all articles that match `where` count. The numbers add up to those of `count`,
    unless articles are counted by their authors, of which they may have several. `where` and
    `today` are as in `search`. Raises StoreError.
    """
    query, notes = parse_within(store, text, where, today)
    with store.snapshot():
        numbers = store.tally(query, *by)
        total = _total(store, query) if "author" in by else sum(numbers.values())
        notes += () if total else unknown_sources(store, query)
    return Tally(str(query), tuple(by), total, numbers, notes)


def _total(store: Store, query: nodes.Node) -> int:
    return sum(store.tally(query, "language").values())
