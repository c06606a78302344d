"""Pages of a search and of a list: what narrows them down, how they are sorted, and their notes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc import PartialDate, Watch, counts, explain, filters, listing, search
from newsarc.records.kept import Sort
from tests.search.archives import TEXTS, ids, titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsarc import Page, Store
    from newsarc.query import nodes
    from tests.search.conftest import Filled

SORTS: tuple[Sort, ...] = get_args(Sort)


@pytest.fixture(scope="module")
def store(filled: Filled) -> Store:
    return filled(TEXTS)


@pytest.mark.parametrize("page", [{"limit": -1}, {"offset": -1}])
@pytest.mark.parametrize("ask", [lambda store, **page: search(store, "Hafen", **page), listing])
def test_a_page_of_less_than_nothing_is_an_error(
    store: Store, ask: Callable[..., Page], page: dict[str, int]
) -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        ask(store, **page)


@given(st.sampled_from(SORTS), st.integers(0, 7), st.integers(0, 7))
def test_a_page_is_a_piece_of_the_whole_in_each_order(
    store: Store, sort: Sort, limit: int, offset: int
) -> None:
    whole = search(store, "Hafen OR Rat OR mill", sort=sort)
    page = search(store, "Hafen OR Rat OR mill", sort=sort, limit=limit, offset=offset)

    assert ids(page) == ids(whole)[offset : offset + limit]
    assert (page.total, page.offset) == (whole.total, offset)


@given(st.sampled_from(SORTS), st.integers(0, 7), st.integers(0, 7))
def test_a_piece_of_a_list_is_a_piece_of_the_whole(
    store: Store, sort: Sort, limit: int, offset: int
) -> None:
    whole = listing(store, sort=sort)
    page = listing(store, sort=sort, limit=limit, offset=offset)

    assert ids(page) == ids(whole)[offset : offset + limit]
    assert (page.total, page.offset) == (len(TEXTS), offset)


def test_nothing_is_on_a_page_of_no_hits_and_the_total_stays(store: Store) -> None:
    page = search(store, "Hafen", limit=0)

    assert (page.total, page.hits) == (3, ())


@pytest.mark.parametrize(("sort", "score"), [("relevance", True), ("newest", False)])
def test_hits_have_scores_where_they_are_ranked(store: Store, sort: Sort, *, score: bool) -> None:
    hits = search(store, "Hafen", sort=sort).hits

    assert [hit.score is not None for hit in hits] == [score] * 3
    assert all(hit.passage and hit.passage.marks for hit in hits[:1])


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (filters(since=PartialDate.parse("2022-03")), {"Hafen öffnet wieder", "Neue Brücke"}),
        (filters(until=PartialDate.parse("2022-02")), {"Hafen wird geräumt"}),
        (
            filters(since=PartialDate.parse("2022"), until=PartialDate.parse("2022")),
            {"Hafen wird geräumt", "Hafen öffnet wieder"},
        ),
        (filters(language="EN"), set()),
        (filters(language=["fr", "DE"], since=PartialDate.parse("2023")), {"Neue Brücke"}),
        (filters(source=["Bote"]), set()),
        (
            filters(source=("Bote", "ard"), until=PartialDate.parse("2022-02")),
            {"Hafen wird geräumt"},
        ),
        (filters(language="de"), {"Hafen wird geräumt", "Hafen öffnet wieder", "Neue Brücke"}),
        (
            filters(source="ard", language="de"),
            {"Hafen wird geräumt", "Hafen öffnet wieder", "Neue Brücke"},
        ),
        (filters(source="Bote"), set()),
        ((), {"Hafen wird geräumt", "Hafen öffnet wieder", "Neue Brücke"}),
    ],
)
def test_filters_narrow_a_search_down(
    store: Store, where: tuple[nodes.Node, ...], found: set[str]
) -> None:
    assert set(titles(search(store, "Hafen", where=where, strict=True))) == found


def test_today_is_the_day_that_a_query_counts_from(store: Store) -> None:
    found = search(store, "Hafen date:heute", today=date(2022, 2, 2), strict=True)

    assert titles(found) == ["Hafen wird geräumt"]
    assert found.query == "hafen date:2022-02-02..2022-02-02"


def test_a_page_names_the_query_as_it_was_understood(store: Store) -> None:
    page = search(store, '"Hafen', where=filters(language="de"))

    assert page.query == '"hafen" lang:de'
    assert page.notes == ('a missing closing quote was added at the end: "Hafen▲',)


def test_a_source_that_no_article_has_is_told(store: Store) -> None:
    where = filters(source="Abendbote")
    note = 'no article has source:"abendbote"; newsarc stats lists the sources'

    assert search(store, "Hafen", where=where).notes == (note,)
    assert listing(store, where).notes == (note,)


def test_a_pattern_is_told_with_the_number_of_its_forms(store: Store) -> None:
    assert search(store, "Brück*").notes == ("brück*: 1 form",)


def test_a_list_holds_the_articles_that_match_all_filters(store: Store) -> None:
    where = (*filters(language="de"), *filters(since=PartialDate.parse("2022-03")))

    assert titles(listing(store, where)) == ["Neue Brücke", "Hafen öffnet wieder"]
    assert titles(listing(store, where, sort="oldest")) == ["Hafen öffnet wieder", "Neue Brücke"]


def test_articles_are_counted_by_year_source_and_language(store: Store) -> None:
    assert counts(store) == {
        "year": {"2022": 2, "2024": 1, None: 2},
        "source": {"ARD": 3, None: 2},
        "language": {"de": 4, "en": 1},
    }


def test_filters_narrow_the_counts_down(store: Store) -> None:
    assert counts(store, filters(language="en")) == {
        "year": {None: 1},
        "source": {None: 1},
        "language": {"en": 1},
    }


def test_a_query_is_explained_step_by_step(store: Store) -> None:
    told = explain(store, "Häfen OR Rat", where=filters(language="de"))

    assert list(told)[:3] == ["query", "tree", "words"]
    assert told["query"] == "(häfen OR rat) lang:de"
    assert "form häfen" in told["words"]


@pytest.mark.parametrize(
    ("near_misses", "sort", "steps"),
    [
        (9, "relevance", ["parse", "find", "near misses", "passages"]),
        (0, "relevance", ["parse", "find", "suggestions", "passages"]),
        (9, "newest", ["parse", "find", "passages"]),
    ],
)
def test_a_watch_takes_the_time_of_each_step(
    store: Store, near_misses: int, sort: Sort, steps: list[str]
) -> None:
    watch = Watch()
    search(store, "Hafen Osterhase", sort=sort, near_misses=near_misses, watch=watch)

    assert list(watch.seconds) == steps
    assert all(seconds >= 0 for seconds in watch.seconds.values())


def test_a_search_without_passages_finds_the_same_articles(store: Store) -> None:
    plain = search(store, "Hafen Brücke", near_misses=5, passages=False)

    assert ids(plain) == ids(search(store, "Hafen Brücke", near_misses=5))
    assert plain.hits
    assert {(hit.passage, hit.title, hit.kicker) for hit in plain.hits} == {(None, None, None)}
