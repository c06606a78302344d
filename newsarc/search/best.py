"""A page by relevance: the best articles that match a query and, if these are few, near misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.query import nodes
from newsarc.search.near import NearMisses
from newsarc.search.ranking import rerank
from newsarc.search.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.records.kept import Hit
    from newsarc.search.request import Request
    from newsarc.search.terms import QueryTerms
    from newsarc.search.watch import Watch
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


def rank(
    store: Store, query: nodes.Node, terms: QueryTerms, request: Request, watch: Watch
) -> Ranked:
    """Return the page of a query with words, by relevance.

    If a query of several words has fewer matches than a page has room, near misses are ranked
    among the matches: for headlines in a large archive this is worth .04 of nDCG@10, and it costs
    nothing elsewhere. Otherwise near misses follow after the last match. Raises StoreError.
    """
    ranker = _Ranker(store, query, terms, request)
    with watch.step("find"):
        found = ranker.find(query, request.limit, request.offset)
        if request.strict or found.total >= request.end:
            hits = ranker.rerank(found, request.limit, request.offset)
            return Ranked(found.total, hits, found.notes)
    with watch.step("near misses"):
        near_misses = NearMisses(store, query, terms)
        notes = (*found.notes, *near_misses.suggestions())
        may_interleave = found.total < request.limit and _asks_for_words_only(query, terms)
        add = ranker.interleave if may_interleave else ranker.append
        return Ranked(found.total, add(found, near_misses.query()), notes, near_misses)


def _asks_for_words_only(query: nodes.Node, terms: QueryTerms) -> bool:
    """Return whether a query is more than two single words, apart from filters.

    Users who ask for two words, or say how words should stand, want the matches first.
    """
    single = all(
        isinstance(part, nodes.Term) or not nodes.sought(part) for part in nodes.conjuncts(query)
    )
    return single and len(terms.content_words) > _FEW_WORDS


class _Ranker:
    """Ranks matches and near misses of one query for one page."""

    def __init__(
        self, store: Store, query: nodes.Node, terms: QueryTerms, request: Request
    ) -> None:
        self._store = store
        self._query = query
        self._terms = terms
        self._request = request

    def find(self, query: nodes.Node, limit: int, offset: int) -> Found:
        """Find the hits of a page, or all from the first one if the page is re-ranked."""
        if offset >= WEIGHTS.depth:
            return self._store.find(query, sort="relevance", limit=limit, offset=offset)
        return self._find_first(query, offset + limit)

    def _find_first(self, query: nodes.Node, number: int) -> Found:
        """Find at least this number of hits, and enough to re-rank, within the store's reach."""
        number = max(WEIGHTS.depth, number)
        reach = self._store.limits.reach
        limit = number if reach is None else min(number, reach)
        return self._store.find(query, sort="relevance", limit=limit)

    def rerank(self, found: Found, limit: int, offset: int) -> tuple[Hit, ...]:
        """Return the hits of a page of `found`, the best re-ranked; those behind keep their order.

        `found` is what `find` returned for the same page.
        """
        depth = WEIGHTS.depth
        if offset >= depth:
            return found.hits
        hits = (*rerank(found.hits[:depth], self._terms), *found.hits[depth:])
        return hits[offset : offset + limit]

    def append(self, found: Found, near_query: nodes.Node) -> tuple[Hit, ...]:
        """Return the matches of the page and, in the room that they leave, near misses."""
        limit, offset = self._request.limit, self._request.offset
        hits = self.rerank(found, limit, offset)
        if found.total:  # else there is nothing to exclude
            near_query = nodes.conjunction((near_query, nodes.Not(self._query)))
        room, skipped = limit - len(hits), max(0, offset - found.total)
        found_near = self.find(near_query, room, skipped)
        marked = tuple(replace(hit, near=True) for hit in found_near.hits)
        return hits + self.rerank(replace(found_near, hits=marked), room, skipped)

    def interleave(self, found: Found, near_query: nodes.Node) -> tuple[Hit, ...]:
        """Return the page of matches and near misses ranked together, all matches on page one."""
        limit, offset = self._request.limit, self._request.offset
        again = offset >= WEIGHTS.depth  # else the matches were found from the first one
        matches = (self.find(self._query, limit, 0) if again else found).hits
        ranked = self._ranked_together(matches, near_query)
        return _matches_on_first_page(ranked, limit)[offset : offset + limit]

    def _ranked_together(self, matches: Sequence[Hit], near_query: nodes.Node) -> tuple[Hit, ...]:
        """Return all matches and the near misses up to the end of the page, ranked together."""
        ids = {hit.article.id for hit in matches}
        found = self._find_first(near_query, self._request.end).hits
        hits = [replace(hit, near=hit.article.id not in ids) for hit in found]
        best, rest = hits[: WEIGHTS.depth], hits[WEIGHTS.depth :]
        ids.difference_update(hit.article.id for hit in best)
        best += (hit for hit in matches if hit.article.id in ids)
        return (*rerank(best, self._terms), *(hit for hit in rest if hit.near))


def _matches_on_first_page(hits: Sequence[Hit], limit: int) -> tuple[Hit, ...]:
    """Move the last near misses of the first page behind it, until it holds all matches."""
    room = limit - sum(not hit.near for hit in hits)
    first: list[Hit] = []
    behind: list[Hit] = []
    for hit in hits:
        (first if not hit.near or room > 0 else behind).append(hit)
        room -= hit.near
    return (*first, *behind)
