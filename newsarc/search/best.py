"""A page by relevance: the articles that match a query, and near misses where these are few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.query import nodes
from newsarc.search.near import Missing
from newsarc.search.ranking import reranked
from newsarc.search.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.records.kept import Hit
    from newsarc.search.wanted import Wanted
    from newsarc.search.watch import Watch
    from newsarc.store import Found, Store

# Near misses are ranked among what matches where more words than these are asked for.
_FEW_WORDS = 2


class Best(Struct, frozen=True):
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
    store: Store,
    query: nodes.Node,
    wanted: Wanted,
    *,
    limit: int,
    offset: int,
    strict: bool,
    watch: Watch,
) -> Best:
    """Find the best articles for a query about words.

    Where fewer match several words than a page holds, near misses are ranked among them: of
    headlines in a large archive that is worth .04 of nDCG@10, and nowhere less than nothing.
    Otherwise they follow behind the last that matches. Raises StoreError.
    """
    with watch.step("find"):
        found = _found(store, query, limit, offset)
        if strict or found.total >= offset + limit:
            return Best(found.total, _ordered(found, wanted, limit, offset), found.notes)
    with watch.step("near misses"):
        missing = Missing(store, query, wanted)
        notes = found.notes + tuple(missing.notes())
        if found.total < limit and _may_mix(query, wanted):
            exact = found if offset < WEIGHTS.depth else _found(store, query, limit, 0)
            mixed = _mixed(store, missing.query(), exact.hits, wanted, offset + limit)
            hits = _first_page_kept(mixed, limit)[offset : offset + limit]
        else:
            hits = _ordered(found, wanted, limit, offset)
            nearly = missing.query()
            if found.total:  # else nothing need be left out
                nearly = nodes.conjunction((nearly, nodes.Not(query)))
            left, behind = limit - len(hits), max(0, offset - found.total)
            near = _ordered(_found(store, nearly, left, behind), wanted, left, behind)
            hits += tuple(replace(hit, near=True) for hit in near)
    return Best(found.total, hits, notes, missing)


def _may_mix(query: nodes.Node, wanted: Wanted) -> bool:
    """Tell whether the order of near misses and of what matches is a question of the words alone.

    Who asks for two words, or says how they should stand, wants what matches first.
    """
    said = all(
        isinstance(part, nodes.Term) or not nodes.sought(part) for part in nodes.conjuncts(query)
    )
    return said and len(wanted.telling) > _FEW_WORDS


def _first_page_kept(hits: Sequence[Hit], limit: int) -> tuple[Hit, ...]:
    """Have all that matches on the first page: the last near misses make room for it."""
    room = limit - sum(not hit.near for hit in hits)
    first: list[Hit] = []
    behind: list[Hit] = []
    for hit in hits:
        (first if not hit.near or room > 0 else behind).append(hit)
        room -= hit.near
    return (*first, *behind)


def _found(store: Store, query: nodes.Node, limit: int, offset: int) -> Found:
    """Find what a page needs: its own hits, or all from the first where the best are weighed."""
    if offset >= WEIGHTS.depth:
        return store.find(query, sort="relevance", limit=limit, offset=offset)
    return store.find(query, sort="relevance", limit=max(WEIGHTS.depth, offset + limit))


def _ordered(found: Found, wanted: Wanted, limit: int, offset: int) -> tuple[Hit, ...]:
    """Weigh the best; those behind them stay as the first step has them."""
    depth = WEIGHTS.depth
    if offset >= depth:
        return found.hits
    hits = (*reranked(found.hits[:depth], wanted), *found.hits[depth:])
    return hits[offset : offset + limit]


def _mixed(
    store: Store, nearly: nodes.Node, exact: tuple[Hit, ...], wanted: Wanted, last: int
) -> tuple[Hit, ...]:
    """Find near misses, and rank them with all that matches exactly; `last` of them at least."""
    matching = {hit.article.id for hit in exact}
    found = store.find(nearly, sort="relevance", limit=max(WEIGHTS.depth, last)).hits
    near = [replace(hit, near=hit.article.id not in matching) for hit in found]
    first, behind = near[: WEIGHTS.depth], near[WEIGHTS.depth :]
    matching.difference_update(hit.article.id for hit in first)
    first += (hit for hit in exact if hit.article.id in matching)
    return (*reranked(first, wanted), *(hit for hit in behind if hit.near))
