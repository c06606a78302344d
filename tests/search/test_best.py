"""A page by relevance: what matches, near misses among and behind it, and page after page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsarc
from tests.search.archives import ids, matching, scores, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc import Page, Store
    from tests.search.conftest import Filled

search = partial(newsarc.search, near_misses=100)

FILLER = "An diesem Tag geschah sonst wenig. " * 20
# Of the 17 articles two alone hold all three words, far apart; the others hold one or two of them
# in their headlines. More articles than the second step of ranking reads come from `storms`.
DEICH, KRAN, WHOLE = 6, 9, 2
CROWD = DEICH + KRAN + WHOLE


def crowd() -> Iterator[str]:
    for number in range(2, 2 + DEICH):
        yield f"Deich an der Schleuse\n\nDer Deich {number} hält die Schleuse."
    for number in range(2, 2 + KRAN):
        yield f"Kran steht\n\nDer Kran steht seit {number} Tagen."
    for name, deich in (("Chronik", "Ein Deich"), ("Bericht", "Der Deich")):
        yield f"{name}\n\n{FILLER}Ein Kran. {FILLER}Eine Schleuse. {FILLER}{deich}."


def storms() -> Iterator[str]:
    """More articles than are weighed in the second step, and some that match two of three words."""
    for number in range(45):
        yield f"Sturm {number}\n\nEin Sturm zog über Dorf {number}. {'Es regnete. ' * (number % 7)}"
    for number in range(15):
        yield f"Flut {number}\n\nNach Sturm und Flut {number} wird aufgeräumt."
    for number in range(10):
        yield f"Helfer {number}\n\nHelfer räumten nach Sturm und Flut {number} auf."


@pytest.fixture(scope="module")
def crowded(filled: Filled) -> Store:
    return filled(crowd())


@pytest.fixture(scope="module")
def large(filled: Filled) -> Store:
    return filled(storms())


def pages(store: Store, query: str, size: int) -> Iterator[Page]:
    """All pages of a query, up to the first that is empty."""
    offset = 0
    while (page := search(store, query, limit=size, offset=offset)).hits:
        yield page
        offset += size


@pytest.mark.parametrize("text", ["Deich Kran", "Deich AND (Kran OR Bagger)", '"Deich" Kran'])
def test_what_matches_two_words_or_operators_comes_first(crowded: Store, text: str) -> None:
    page = search(crowded, text, limit=4)

    assert [hit.near for hit in page.hits] == [False, False, True, True]


def test_a_near_miss_that_is_about_several_words_may_stand_before_what_mentions_all(
    crowded: Store,
) -> None:
    first, *_ = search(crowded, "Kran Schleuse Deich", limit=CROWD).hits

    assert first.near
    assert first.article.title == "Deich an der Schleuse"


def test_what_matches_comes_first_where_it_fills_a_page(crowded: Store) -> None:
    page = search(crowded, "Deich Schleuse", limit=DEICH)

    assert page.total == DEICH + WHOLE
    assert not any(hit.near for hit in page.hits)


@pytest.mark.parametrize("size", range(WHOLE + 1, 12))
def test_the_first_page_has_all_that_matches(crowded: Store, size: int) -> None:
    first, *others = pages(crowded, "Kran Schleuse Deich", size)

    assert set(titles(first)) >= {"Chronik", "Bericht"}
    assert len(matching(first)) == first.total == WHOLE
    assert not any(matching(page) for page in others)


@pytest.mark.parametrize("size", [1, 3, 8, 16, 17, 18])
@pytest.mark.parametrize("query", ["Kran Schleuse Deich", "Deich Kran", "Deich OR Kran", "Kraan"])
def test_page_after_page_each_article_comes_exactly_once(
    crowded: Store, query: str, size: int
) -> None:
    shown = [name for page in pages(crowded, query, size) for name in ids(page)]

    assert len(shown) == len(set(shown))
    assert set(shown) == set(ids(search(crowded, query, limit=CROWD)))


@pytest.mark.parametrize("size", [8, 24, 59, 60, 61, 70])
@pytest.mark.parametrize(
    ("query", "total", "near"),
    [("Sturm", 70, 0), ("Sturm Flut", 25, 45), ("Sturm Flut Helfer", 10, 60)],
)
def test_of_more_articles_than_are_weighed_each_comes_exactly_once(
    large: Store, query: str, total: int, near: int, size: int
) -> None:
    every = list(pages(large, query, size))
    shown = [name for page in every for name in ids(page)]

    assert {page.total for page in every} == {total}
    assert sum(len(matching(page)) for page in every) == total
    assert len(shown) == len(set(shown)) == total + near


@pytest.mark.parametrize("size", [8, 24, 26])
def test_near_misses_go_on_behind_the_last_that_matches(large: Store, size: int) -> None:
    near = [hit.near for page in pages(large, "Sturm Flut", size) for hit in page.hits]

    assert near == sorted(near)


QUERIES = st.lists(
    st.sampled_from(["Kran", "Schleuse", "Deich", "Tag", "Chronik", "Kraan", "-Bericht", "Zebra"]),
    min_size=1,
    max_size=4,
    unique=True,
).map(" ".join)


@settings(max_examples=25)
@given(QUERIES, st.integers(2, CROWD + 2))
def test_no_article_is_on_two_pages_and_none_is_on_no_page(
    crowded: Store, query: str, size: int
) -> None:
    every = list(pages(crowded, query, size))
    shown = [name for page in every for name in ids(page)]
    exact = search(crowded, query, limit=CROWD, strict=True)

    assert len(shown) == len(set(shown))
    assert set(shown) == set(ids(search(crowded, query, limit=CROWD)))
    assert {name for page in every for name in matching(page)} == set(ids(exact))


@given(QUERIES, st.integers(0, CROWD + 2), st.integers(0, CROWD + 2))
def test_a_strict_page_is_a_piece_of_the_whole(
    crowded: Store, query: str, limit: int, offset: int
) -> None:
    whole = search(crowded, query, limit=CROWD, strict=True)
    page = search(crowded, query, limit=limit, offset=offset, strict=True)

    assert page.hits == whole.hits[offset : offset + limit]
    assert (page.total, page.offset, page.query) == (whole.total, offset, whole.query)


@pytest.mark.parametrize(("limit", "offset"), [(10, 55), (5, 60), (30, 65), (70, 0)])
def test_a_strict_page_behind_what_is_weighed_is_a_piece_of_the_whole(
    large: Store, limit: int, offset: int
) -> None:
    whole = ids(search(large, "Sturm", limit=1000, strict=True))

    assert (
        ids(search(large, "Sturm", limit=limit, offset=offset, strict=True))
        == (whole[offset : offset + limit])
    )


@pytest.mark.parametrize("query", ["Kran", "Kran Schleuse Deich", "Deich Kran", "Kraan"])
def test_equal_runs_give_equal_pages(crowded: Store, query: str) -> None:
    assert search(crowded, query, limit=9) == search(crowded, query, limit=9)


@pytest.mark.parametrize("query", ["Kran", "Kran Schleuse Deich", "Deich Kran", "Kraan"])
def test_the_order_in_which_articles_were_added_says_nothing(
    crowded: Store, filled: Filled, query: str
) -> None:
    backwards = filled(reversed(list(crowd())))

    assert scores(search(backwards, query, limit=CROWD)) == scores(
        search(crowded, query, limit=CROWD)
    )


def test_the_best_has_the_highest_score_among_what_matches(large: Store) -> None:
    found = [hit.score or 0.0 for hit in search(large, "Sturm", limit=60, strict=True).hits]

    assert sorted(found, reverse=True) == found
