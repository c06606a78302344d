"""A query, and the wider one that also finds its words with other diacritics."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsarc.meaning.respelling import widened
from newsarc.query import nodes
from newsarc.search.terms import QueryTerms

if TYPE_CHECKING:
    from newsarc.store import Store


class WideQuery:
    """A query as it is answered in one state of an archive.

    `node` is the query as typed, `wide` what all matches match: "zahlen" also finds "zählen".
    """

    def __init__(self, store: Store, node: nodes.Node) -> None:
        self.node = node
        self.wide = widened(node, store.understanding())
        self.terms = QueryTerms(store, node)
        self._store = store

    @property
    def is_wider(self) -> bool:
        """Whether there are other spellings in the archive."""
        return self.wide != self.node

    @cached_property
    def wide_terms(self) -> QueryTerms:
        """The words of the wider query."""
        return QueryTerms(self._store, self.wide) if self.is_wider else self.terms

    @property
    def tiers(self) -> tuple[tuple[nodes.Node, QueryTerms], ...]:
        """What articles match in the order in which they come, and the words that rank them."""
        if not self.is_wider:
            return ((self.node, self.terms),)
        others = nodes.conjunction((self.wide, nodes.Not(self.node)))
        return (self.node, self.terms), (others, self.wide_terms)
