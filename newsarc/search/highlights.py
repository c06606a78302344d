"""A whole article with marks on what a query finds in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.passages import highlights
from newsarc.search.request import parse_for
from newsarc.search.terms import QueryTerms

if TYPE_CHECKING:
    from datetime import date

    from newsarc.records.kept import Article, Highlights
    from newsarc.store import Store


def highlight(
    store: Store, article: Article, text: str, *, today: date | None = None
) -> Highlights:
    """Return the headline, kicker and body of an article with each match of a query marked.

    The article must come from the store, but need not match the query. Negated words are not
    marked, nor are stop words unless the query has no other words. `today` is as in `search`.
    Raises StoreError.
    """
    parsed = parse_for(store, text, today)
    found = highlights(article, QueryTerms(store, parsed.node).finder())
    return replace(found, notes=parsed.notes)
