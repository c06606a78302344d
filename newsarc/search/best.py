"""A page by relevance: the articles that match a query, and near misses where these are few."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newsarc.query import Not, conjunction
from newsarc.search.near import Missing
from newsarc.search.ranking import WEIGHTS, reranked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsarc.query import Node
    from newsarc.records.kept import Hit
    from newsarc.search.wanted import Wanted
    from newsarc.store import Found, Store


class Best(NamedTuple):
    """The best articles: `total` counts those that match, `missing` knows what the rest lacks."""

    total: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...]
    missing: Missing | None = None

    @classmethod
    def of(cls, found: Found) -> Best:
        """Take what a store has found as it is."""
        return cls(found.total, found.hits, found.notes)


def best(  # noqa: PLR0913 (a page, and of what)
    store: Store, query: Node, wanted: Wanted, *, limit: int, offset: int, strict: bool
) -> Best:
    """Find the best articles for a query about words.

    Where fewer match than a page holds, near misses are ranked among them: of headlines in a
    large archive that is worth .04 of nDCG@10, and nowhere less than nothing. Otherwise they
    follow behind the last that matches. Raises StoreError.
    """
    found = _ranked(store, query, wanted, limit, offset)
    notes = found.notes
    if strict or len(found.hits) == limit:
        return Best.of(found)
    missing = Missing(store, query, wanted)
    nearly, notes = missing.query(), notes + tuple(missing.notes())
    if found.total >= limit:
        left, behind = limit - len(found.hits), max(0, offset - found.total)
        near = _ranked(store, conjunction((nearly, Not(query))), wanted, left, behind).hits
        return Best(found.total, (*found.hits, *_near(near)), notes, missing)
    last = offset + limit
    exact = store.find(query, sort="relevance", limit=limit).hits if offset else found.hits
    hits = _mixed(store, nearly, exact, max(WEIGHTS.depth, last))
    return Best(found.total, reranked(hits, wanted)[offset:last], notes, missing)


def _mixed(store: Store, nearly: Node, exact: Sequence[Hit], limit: int) -> list[Hit]:
    """Find near misses, and put all that matches exactly among them."""
    matching = {hit.article.id for hit in exact}
    found = store.find(nearly, sort="relevance", limit=limit).hits
    hits = [replace(hit, near=hit.article.id not in matching) for hit in found]
    matching.difference_update(hit.article.id for hit in found)
    hits += (hit for hit in exact if hit.article.id in matching)
    return sorted(hits, key=_rank)


def _ranked(store: Store, query: Node, wanted: Wanted, limit: int, offset: int) -> Found:
    """Find articles in two steps; those behind the best as the first step has them."""
    if offset >= WEIGHTS.depth:
        return store.find(query, sort="relevance", limit=limit, offset=offset)
    last = offset + limit
    found = store.find(query, sort="relevance", limit=max(WEIGHTS.depth, last))
    return found._replace(hits=reranked(found.hits, wanted)[offset:last])


def _near(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(replace(hit, near=True) for hit in hits)


def _rank(hit: Hit) -> tuple[float, str]:
    return -(hit.score or 0.0), hit.article.id
