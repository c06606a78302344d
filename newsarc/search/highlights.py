"""A whole article with the places marked that a query finds in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.passages import highlights
from newsarc.query import parse
from newsarc.search.wanted import Wanted

if TYPE_CHECKING:
    from newsarc.records.kept import Article, Highlights
    from newsarc.store import Store


def highlight(
    store: Store, article: Article, text: str, *, today: date | None = None
) -> Highlights:
    """Mark all places of an article of a store where a query finds something sought.

    The article need not match the query; what is negated is not marked, nor are words that only
    serve others, where there are others. `today` is as in `search`. Raises StoreError.
    """
    parsed = parse(text, today or date.today())
    found = highlights(article, Wanted(store, parsed.node).finder())
    return replace(found, notes=parsed.notes)
