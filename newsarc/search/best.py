"""A page by relevance: the best articles that match a query and, if these are few, near misses."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.query import nodes
from newsarc.search.ranking import rerank
from newsarc.search.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.records.kept import Hit
    from newsarc.search.near import NearMisses
    from newsarc.search.request import Request
    from newsarc.search.terms import QueryTerms
    from newsarc.search.watch import Watch
    from newsarc.search.wide import WideQuery
    from newsarc.store import Found, Store

# Near misses may rank above matches only for queries of more than this number of words.
_FEW_WORDS = 2


class Ranked(Struct, frozen=True):
    """The hits of a page in their order.

    `total` is the number of articles that match, near misses not counted. `near_misses` describes
    the hits that are near misses; None if there can be none.
    """

    total: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...]
    near_misses: NearMisses | None = None


def rank(store: Store, query: WideQuery, request: Request, watch: Watch) -> Ranked:
    """Return the page of a query with words, by relevance.

    If near misses are wanted, and a query of several words has fewer matches than a page has room,
    they are ranked among the matches: for headlines in a large archive this is worth .04 of
    nDCG@10, and it costs nothing elsewhere. Otherwise they follow after the last match. Raises
    StoreError.
    """
    ranker = _Ranker(store, query, request)
    with watch.step("find"):
        found = ranker.matches(request.limit, request.offset)
    if request.strict or found.total >= request.end:
        return found
    from newsarc.search.near import NearMisses

    with watch.step("near misses" if request.near_misses else "suggestions"):
        near_misses = NearMisses(store, query.node, query.terms)
        notes = (*found.notes, *near_misses.suggestions(nothing_found=not found.total))
        if not request.near_misses:
            return replace(found, notes=notes)
        near_query = near_misses.query()
        if found.total < request.limit and _may_interleave(query):
            hits = ranker.interleave(found.total, near_query)
        else:
            hits = ranker.append(found, near_query)
        return Ranked(found.total, hits, notes, near_misses)


def _may_interleave(query: WideQuery) -> bool:
    """Return whether a query is more than two single words, apart from filters.

    Users who ask for two words, or say how words should stand, want the matches first.
    """
    single = all(
        isinstance(part, nodes.Term) or not nodes.sought(part)
        for part in nodes.conjuncts(query.node)
    )
    return single and len(query.terms.content_words) > _FEW_WORDS


class _Ranker:
    """Ranks matches and near misses of one query for one page."""

    def __init__(self, store: Store, query: WideQuery, request: Request) -> None:
        self._store = store
        self._query = query
        self._request = request

    def matches(self, limit: int, offset: int) -> Ranked:
        """Return a page of the matches: those with the words as typed first."""
        total = 0
        hits: tuple[Hit, ...] = ()
        notes: tuple[str, ...] = ()
        for query, terms in self._query.tiers:
            room, skipped = limit - len(hits), max(0, offset - total)
            found = self._find(query, room, skipped)
            hits += _reranked(found, terms, room, skipped)
            total, notes = total + found.total, notes + found.notes
        return Ranked(total, hits, tuple(dict.fromkeys(notes)))

    def _find(self, query: nodes.Node, limit: int, offset: int) -> Found:
        """Find the hits of a page, or all from the first one if the page is re-ranked."""
        if offset >= WEIGHTS.depth or not limit:
            return self._store.find(query, sort="relevance", limit=limit, offset=offset)
        return self._find_first(query, offset + limit)

    def _find_first(self, query: nodes.Node, number: int) -> Found:
        """Find at least this number of hits, and enough to re-rank, within the store's reach."""
        number = max(WEIGHTS.depth, number)
        reach = self._store.limits.reach
        limit = number if reach is None else min(number, reach)
        return self._store.find(query, sort="relevance", limit=limit)

    def append(self, found: Ranked, near_query: nodes.Node) -> tuple[Hit, ...]:
        """Return the matches of the page and, in the room that they leave, near misses."""
        if found.total:  # else there is nothing to exclude
            near_query = nodes.conjunction((near_query, nodes.Not(self._query.wide)))
        room = min(self._request.limit - len(found.hits), self._request.near_misses)
        skipped = max(0, self._request.offset - found.total)
        near = self._find(near_query, room, skipped)
        marked = tuple(replace(hit, near=True) for hit in near.hits)
        terms = self._query.terms
        return found.hits + _reranked(replace(near, hits=marked), terms, room, skipped)

    def interleave(self, total: int, near_query: nodes.Node) -> tuple[Hit, ...]:
        """Return the page of matches and near misses ranked together, all matches on page one."""
        limit = min(self._request.limit, total + self._request.near_misses)
        offset = self._request.offset
        found = (self._find_first(query, limit).hits for query, _ in self._query.tiers)
        matches = tuple(chain.from_iterable(found))
        ranked = self._ranked_together(matches, near_query, offset + limit)
        return _matches_on_first_page(ranked, limit)[offset : offset + limit]

    def _ranked_together(
        self, matches: Sequence[Hit], near_query: nodes.Node, end: int
    ) -> tuple[Hit, ...]:
        """Return all matches, and near misses up to the end of a page, ranked together."""
        ids = {hit.article.id for hit in matches}
        found = self._find_first(near_query, end).hits
        hits = [replace(hit, near=hit.article.id not in ids) for hit in found]
        best, rest = hits[: WEIGHTS.depth], hits[WEIGHTS.depth :]
        ids.difference_update(hit.article.id for hit in best)
        best += (hit for hit in matches if hit.article.id in ids)
        return (*rerank(best, self._query.terms), *(hit for hit in rest if hit.near))


def _reranked(found: Found, terms: QueryTerms, limit: int, offset: int) -> tuple[Hit, ...]:
    """Return the hits of a page of `found`, the best re-ranked; those behind keep their order.

    `found` is what `_Ranker._find` returned for the same page.
    """
    depth = WEIGHTS.depth
    if offset >= depth or not limit:
        return found.hits
    hits = (*rerank(found.hits[:depth], terms), *found.hits[depth:])
    return hits[offset : offset + limit]


def _matches_on_first_page(hits: Sequence[Hit], limit: int) -> tuple[Hit, ...]:
    """Move the last near misses of the first page behind it, until it holds all matches."""
    room = limit - sum(not hit.near for hit in hits)
    first: list[Hit] = []
    behind: list[Hit] = []
    for hit in hits:
        (first if not hit.near or room > 0 else behind).append(hit)
        room -= hit.near
    return (*first, *behind)
