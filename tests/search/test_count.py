"""How many articles a query finds, and how often its words stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc import PartialDate, count, filters, search
from tests.search.archives import TEXTS

if TYPE_CHECKING:
    from newsarc import Store
    from newsarc.query import nodes
    from tests.search.conftest import Filled


@pytest.fixture(scope="module")
def store(filled: Filled) -> Store:
    return filled(TEXTS)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("Hafen", (3, 5)),
        ("Häfen", (3, 5)),
        ("Hafen Brücke", (1, 3)),
        ("Hafen -Brücke", (2, 4)),
        ("Hafen OR Rat", (4, 7)),
        ("title:Hafen", (2, 2)),
        ('"im Hafen"', (2, 2)),
        ("-Hafen", (2, 0)),
        ("Osterhase", (0, 0)),
    ],
)
def test_articles_and_occurrences_are_counted(
    store: Store, query: str, numbers: tuple[int, int]
) -> None:
    counted = count(store, query)

    assert (counted.articles, counted.occurrences) == numbers


@pytest.mark.parametrize("query", ["Hafen", "Hafen -Brücke", "*", "Haf* OR Rat", "Hafen w/9 Wrack"])
def test_as_many_articles_are_counted_as_a_search_finds(store: Store, query: str) -> None:
    assert count(store, query).articles == search(store, query).total


@pytest.mark.parametrize(
    ("where", "numbers"),
    [
        (filters(since=PartialDate.parse("2024")), (1, 1)),
        (filters(language="de"), (3, 5)),
        (filters(language="en"), (0, 0)),
        (filters(source="Bote"), (0, 0)),
    ],
)
def test_filters_narrow_a_count_down(
    store: Store, where: tuple[nodes.Node, ...], numbers: tuple[int, int]
) -> None:
    counted = count(store, "Hafen", where=where)

    assert (counted.articles, counted.occurrences) == numbers


def test_how_a_query_was_understood_is_told(store: Store) -> None:
    counted = count(store, '"Wrack')

    assert counted.query == '"wrack"'
    assert counted.notes == ('a missing closing quote was added at the end: "Wrack▲',)
    assert count(store, "Wrac*").notes == ("wrac*: 1 form",)


def test_a_source_that_no_article_has_is_told(store: Store) -> None:
    assert count(store, "Hafen source:Abendbote").notes == (
        'no article has source:"abendbote"; newsarc stats lists the sources',
    )
