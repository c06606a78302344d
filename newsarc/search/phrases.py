"""Phrases of several words: what becomes of them if no article holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.query import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.store import Store


class WordsOfPhrase(Struct, frozen=True):
    """A phrase of a query as it was asked for, and its words one by one, in any form."""

    phrase: nodes.Sought
    terms: tuple[nodes.Term, ...]

    @property
    def unquoted(self) -> nodes.Node:
        """The query for all of its words, which may stand anywhere."""
        return nodes.conjunction(self.terms)


def phrases(query: nodes.Node) -> Iterator[WordsOfPhrase]:
    """Yield the phrases of several words that a query asks for, in the order of the query."""
    for leaf in nodes.sought(query):
        bare = leaf.word if isinstance(leaf, nodes.In) else leaf
        if isinstance(bare, nodes.Phrase | nodes.Loose) and len(bare.words) > 1:
            terms = tuple(nodes.Term((word,)) for word in dict.fromkeys(bare.words))
            yield WordsOfPhrase(leaf, terms)


def phrase_notes(store: Store, query: nodes.Node) -> Iterator[str]:
    """Yield a note on each phrase of a query that no article holds.

    If articles hold its words elsewhere, the note says what to type. Raises StoreError.
    """
    asked = tuple(phrases(query))
    held = (
        store.document_frequencies([one.phrase for one in asked], most=1).by_word if asked else {}
    )
    for one in asked:
        if not held[one.phrase]:
            yield f"no article has {one.phrase}{_without_quotes(store, one)}"


def _without_quotes(store: Store, one: WordsOfPhrase) -> str:
    total = store.find(one.unquoted, sort="newest", limit=1).total
    if not total:
        return ""
    several = "1 article has" if total == 1 else f"{total:,} articles have"
    return f"; {several} the words without quotes: {one.unquoted}"
