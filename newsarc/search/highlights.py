"""A whole article with marks on what a query finds in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.meaning.marks import Marker, counted_nodes
from newsarc.meaning.text import written
from newsarc.records.kept import Highlights, Passage
from newsarc.search.request import parse_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from newsarc.records.kept import Article
    from newsarc.store import Store


def highlight(
    store: Store, article: Article, text: str, *, today: date | None = None
) -> Highlights:
    """Return the headline, kicker, place and body of an article with each occurrence marked.

    The marks are what `count` counts. The article must come from the store, but need not match the
    query. `today` is as in `search`. Raises StoreError.
    """
    parsed = parse_for(store, text, today)
    understanding = store.understanding()
    meaning = understanding.of(parsed.node)
    counting = counted_nodes(parsed.node, understanding.languages)
    marker = Marker(counting, meaning, understanding.splitter)
    return replace(marked(article, marker), notes=parsed.notes)


def marked(article: Article, marker: Marker) -> Highlights:
    """Return the headline, kicker, place and body of an article with the marks of a marker."""
    fields = written(article.title, article.kicker, article.place, article.body)
    title, kicker, body = marker.marks(fields, article.language)
    place = article.place or ""
    start = len(fields[2]) - len(article.body)
    return Highlights(
        Passage(article.title or "", tuple(title)),
        Passage(article.kicker or "", tuple(kicker)),
        _within(article.body, body, start),
        _within(place, body, 0),
    )


def _within(text: str, marks: Sequence[tuple[int, int]], start: int) -> Passage:
    """Return a text with the marks that begin in it; the text begins `start` characters later."""
    moved = ((first - start, last - start) for first, last in marks)
    inside = ((first, min(last, len(text))) for first, last in moved if 0 <= first < len(text))
    return Passage(text, tuple(inside))
