"""A search stays within what a store says it can answer: words of a query, and hits of a page."""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import pytest

from newsarc import StoreError, count, explain, highlight, ingest, listing, search
from newsarc.query.limits import Limits as QueryLimits
from newsarc.store import Limits
from newsarc.store.memory.store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsarc import Page
    from newsarc.query import nodes
    from newsarc.records.kept import Sort
    from newsarc.store import Found

    Open = Callable[[Limits], MemoryStore]

ARTICLES = 6
REACH = 4
PAGES: dict[str, Callable[..., Page]] = {
    "matches": lambda store, **page: search(store, "Hafen", **page),
    "no near misses": lambda store, **page: search(store, "Hafen", strict=True, **page),
    "near misses behind": lambda store, **page: search(
        store, "Pier Leuchtturm", near_misses=9, **page
    ),
    "near misses among": lambda store, **page: search(
        store, "Hafen Pier Leuchtturm", near_misses=9, **page
    ),
    "newest": lambda store, **page: search(store, "Hafen", sort="newest", **page),
    "list": listing,
}


class BoundedStore(MemoryStore):
    """An engine that cannot find what lies beyond its reach."""

    def find(self, query: nodes.Node, *, sort: Sort, limit: int, offset: int = 0) -> Found:
        if self.limits.reach is not None and offset + limit > self.limits.reach:
            raise AssertionError(f"asked for hits up to {offset + limit}")
        return super().find(query, sort=sort, limit=limit, offset=offset)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """A function that opens a store with limits, and with six articles about a harbour."""
    for number in range(ARTICLES):
        text = f"Hafen meldet Tag {number}\n\nIm Hafen liegt ein Schiff am Pier, seit {number} Uhr."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")

    def new(limits: Limits) -> MemoryStore:
        store = stack.enter_context(closing(BoundedStore(limits)))
        assert {outcome.status for outcome in ingest(store, tmp_path, workers=1)} == {"added"}
        return store

    with ExitStack() as stack:
        yield new


@pytest.mark.parametrize("ask", PAGES.values(), ids=PAGES)
def test_a_page_beyond_the_reach_of_a_store_is_an_error_with_a_remedy(
    opened: Open, ask: Callable[..., Page]
) -> None:
    with pytest.raises(StoreError) as raised:
        ask(opened(Limits(reach=REACH)), limit=2, offset=3)

    assert str(raised.value) == (
        "the archive: only the first 4 hits can be reached, and this page ends at 5\n"
        "narrow the query, for example by a source or dates"
    )


@pytest.mark.parametrize("ask", PAGES.values(), ids=PAGES)
def test_pages_within_the_reach_are_pieces_of_a_whole_and_ask_for_no_more(
    opened: Open, ask: Callable[..., Page]
) -> None:
    store = opened(Limits(reach=REACH))
    whole = ask(store, limit=REACH)
    pages = [ask(store, limit=2, offset=offset) for offset in (0, 2)]

    assert len(whole.hits) == REACH
    assert [hit.article.id for page in pages for hit in page.hits] == [
        hit.article.id for hit in whole.hits
    ]


def test_the_total_counts_what_lies_beyond_the_reach_too(opened: Open) -> None:
    store = opened(Limits(reach=REACH))

    assert search(store, "Hafen", limit=1).total == ARTICLES
    assert listing(store, limit=1).total == ARTICLES


@pytest.mark.parametrize("ask", PAGES.values(), ids=PAGES)
def test_without_a_limit_of_reach_every_page_can_be_asked_for(
    opened: Open, ask: Callable[..., Page]
) -> None:
    assert not ask(opened(Limits()), limit=10, offset=10**6).hits


def test_a_store_with_lower_limits_reads_fewer_words_and_notes_it(opened: Open) -> None:
    text, note = "Hafen Schiff Leuchtturm", "only the first 2 words were searched for"
    store = opened(Limits(query=QueryLimits(words=2)))
    page, counted = search(store, text), count(store, text)
    marked = highlight(store, page.hits[0].article, text)

    assert (page.query, page.total, page.notes) == ("hafen schiff", ARTICLES, (note,))
    assert (counted.query, counted.articles, counted.notes) == ("hafen schiff", ARTICLES, (note,))
    assert explain(store, text)["query"] == "hafen schiff"
    assert marked.notes == (note,)


def test_a_store_with_higher_limits_reads_more_words(opened: Open) -> None:
    text = " ".join(["Hafen"] * 300)

    assert "only the first 256 words were searched for" in search(opened(Limits()), text).notes
    assert not search(opened(Limits(query=QueryLimits(words=300))), text).notes
