"""The occurrences of a query in their context, one after the other (KWIC)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.meaning.marks import Marker, counted_nodes
from newsarc.query import nodes
from newsarc.records.kept import Concordance, Occurrence
from newsarc.search.highlights import marked
from newsarc.search.request import parse_for
from newsarc.search.sources import unknown_sources
from newsarc.text import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from newsarc.records.kept import Article, ContextSort, Passage, Sort
    from newsarc.store import Store

# In characters to either side.
WIDTH = 40
# Words that decide the order of contexts.
_DECIDING = 5


def kwic(  # noqa: PLR0913 (what is asked, and how it is shown)
    store: Store,
    text: str,
    *,
    where: tuple[nodes.Node, ...] = (),
    sort: ContextSort = "newest",
    width: int = WIDTH,
    today: date | None = None,
) -> Concordance:
    """Return all occurrences of a query, as many as `count` counts, at the marks of `highlight`.

    Each has up to `width` characters of its field to either side. In the order of dates or sources
    they come one by one, and memory stays small; `left` and `right` order all of them by the words
    before or behind. `where` and `today` are as in `search`. Raises StoreError.
    """
    parsed = parse_for(store, text, today)
    query = nodes.conjunction((parsed.node, *where))
    found = _occurrences(store, query, "newest" if sort in _KEYS else sort, width)  # type: ignore[arg-type]
    if (key := _KEYS.get(sort)) is not None:
        found = iter(sorted(found, key=key))
    return Concordance(str(query), found, (*parsed.notes, *unknown_sources(store, query)))


def _occurrences(store: Store, query: nodes.Node, sort: Sort, width: int) -> Iterator[Occurrence]:
    with store.snapshot():
        understanding = store.understanding()
        meaning = understanding.of(query)
        counting = counted_nodes(query, meaning.languages)
        marker = Marker(counting, meaning, understanding.splitter)
        for article in store.stream(query, sort=sort):
            shown = marked(article, marker)
            for field in ("title", "kicker", "place", "body"):
                yield from _in_field(article, field, getattr(shown, field), width)


def _in_field(article: Article, field: str, shown: Passage, width: int) -> Iterator[Occurrence]:
    text = shown.text
    for start, end in shown.marks:
        left, right = text[max(0, start - width) : start], text[end : end + width]
        yield Occurrence(
            article.id, article.published, article.source, field, start, end,
            left, text[start:end], right,
        )  # fmt: skip


def _left(one: Occurrence) -> list[str]:
    return [fold(word) for word in WORD.findall(one.left)[: -_DECIDING - 1 : -1]]


def _right(one: Occurrence) -> list[str]:
    return [fold(word) for word in WORD.findall(one.right)[:_DECIDING]]


_KEYS: dict[str, Callable[[Occurrence], list[str]]] = {"left": _left, "right": _right}
