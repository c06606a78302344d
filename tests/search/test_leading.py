"""Words that are spelt alike in two languages, in archives of one language and of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc import search
from tests.search.archives import fill

if TYPE_CHECKING:
    from pathlib import Path

    from newsarc import Store
    from tests.search.conftest import Filled

# The words in question stand late in the German texts, and in the headlines of the English ones.
GERMAN = (
    (
        "Aus der Gemeinde\n\nDie Sitzung dauerte am Montag bis in den späten Abend. Danach ging es"
        " noch um das alte Kraftwerk am Fluss, um den Rat der Stadt, um Gift im Boden und um die"
        " Hand des Bürgermeisters."
    ),
    (
        "Nach der Wahl\n\nDie neue Regierung hat sich viel vorgenommen und will schneller werden."
        " Am Ende wird sich zeigen, ob der Rat zustimmt, was das Gift gekostet hat und wer die Hand"
        " hebt."
    ),
    "Wetter\n\nAm Wochenende bleibt es im ganzen Norden trocken und ungewöhnlich warm.",
    "Verkehr\n\nDie Brücke über den Fluss wird im Herbst für mehrere Wochen gesperrt werden.",
)
ENGLISH = (
    (
        "Rat and gift in hand\n\nThe rat came with a gift in its hand. The rat likes the gift, and"
        " nobody in the old house has ever seen anything like it before."
    ),
    (
        "A gift, a rat, a hand\n\nEvery rat is a gift to the hand of the curious. The gift was"
        " taken by the rat, and all the children of the village laughed about it."
    ),
    "Weather\n\nIt will stay dry and unusually warm in the whole of the north this weekend.",
    "Traffic\n\nThe bridge across the river will be closed for several weeks in the autumn.",
)
ALIKE = ("Rat", "Gift", "Hand")


def quiet(number: int) -> list[str]:
    """German articles about nothing in particular."""
    calm = "blieb es am Wochenende ruhig, und auch die Feuerwehr wurde nicht gerufen."
    return [f"Ort {n}\n\nIn der Gemeinde mit der Nummer {n} {calm}" for n in range(number)]


def languages(store: Store, query: str) -> list[str | None]:
    return [hit.article.language for hit in search(store, query, strict=True).hits]


@pytest.fixture(scope="module")
def german(filled: Filled) -> Store:
    return filled([*GERMAN, *ENGLISH[:2]])


@pytest.fixture(scope="module")
def english(filled: Filled) -> Store:
    return filled([*GERMAN[:2], *ENGLISH])


@pytest.fixture(scope="module")
def both(filled: Filled) -> Store:
    return filled([*GERMAN, *ENGLISH])


@pytest.mark.parametrize("query", ALIKE)
def test_hits_in_the_language_of_the_archive_lead(german: Store, query: str) -> None:
    assert languages(german, query) == ["de", "de", "en", "en"]


@pytest.mark.parametrize("query", ALIKE)
def test_an_archive_of_another_language_is_no_different(english: Store, query: str) -> None:
    assert languages(english, query) == ["en", "en", "de", "de"]


@pytest.mark.parametrize("query", ALIKE)
def test_where_half_of_the_articles_are_in_each_language_the_better_hits_lead(
    both: Store, query: str
) -> None:
    assert languages(both, query) == ["en", "en", "de", "de"]


@pytest.mark.parametrize("query", ["lang:en Rat", "Gift lang:en", "hand lang:en"])
def test_a_language_that_is_asked_for_is_the_only_one(german: Store, query: str) -> None:
    assert languages(german, query) == ["en", "en"]


@pytest.mark.parametrize("query", ["Rat (lang:en OR lang:de)", "Gift NOT lang:fr"])
def test_a_query_that_speaks_of_languages_ranks_them_alike(german: Store, query: str) -> None:
    assert languages(german, query) == ["en", "en", "de", "de"]


def test_a_stop_word_says_which_language_is_meant(german: Store) -> None:
    assert languages(german, "the rat")[:2] == ["en", "en"]
    assert languages(german, "the gift")[:2] == ["en", "en"]
    assert languages(german, "der Rat")[:2] == ["de", "de"]


def test_words_of_another_language_are_not_held_back_by_a_rare_namesake(filled: Filled) -> None:
    rare = f"Musik\n\n{'Das Fest auf dem Marktplatz beginnt am Abend. ' * 9}Es spielt „Harvest“."
    farms = [
        f"Harvest {n}\n\nThe harvest of farm {n} was good, and its next harvest will be good."
        for n in range(14)
    ]
    store = filled([rare, *farms, *quiet(30)])

    assert languages(store, "harvest")[:3] == ["en", "en", "en"]


def test_near_misses_are_ranked_by_what_they_match(filled: Filled) -> None:
    store = filled([*GERMAN, *quiet(5), *ENGLISH[:2]])
    near = [
        hit.article.language
        for hit in search(store, "gift curious", near_misses=9).hits
        if hit.near
    ]

    assert near[0] == "en"


def test_the_language_of_an_archive_may_change(filled: Filled, tmp_path: Path) -> None:
    store = filled([*GERMAN[:2], *ENGLISH])
    assert languages(store, "Rat")[0] == "en"

    fill(store, tmp_path, quiet(9))

    assert languages(store, "Rat")[:2] == ["de", "de"]
