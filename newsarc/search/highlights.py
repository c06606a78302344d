"""A whole article with the places marked that a query finds in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from newsarc.analysis import Splitter
from newsarc.passages import Finder, highlights
from newsarc.query import parse, sought

if TYPE_CHECKING:
    from newsarc.records.kept import Article, Highlights
    from newsarc.store import Store


def highlight(
    store: Store, article: Article, text: str, *, today: date | None = None
) -> Highlights:
    """Mark all places of an article of a store where a query finds something sought.

    The article need not match the query; what is negated is not marked. `today` is as in
    `search`. Raises StoreError.
    """
    node, notes = parse(text, today or date.today())
    splitter = Splitter(cache(store.frequency))
    finder = Finder(sought(node), store.languages(), splitter)
    return replace(highlights(article, finder), notes=notes)
