"""Near misses: what they lack, what they have instead, and what a user is told of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

import newsarc
from newsarc import filters
from tests.search.archives import titles

if TYPE_CHECKING:
    from newsarc import Hit, Store
    from newsarc.records.kept import Sort
    from tests.search.conftest import Filled

search = partial(newsarc.search, near_misses=10)

TEXTS = (
    "Bund will Osterweiterung\n\nDer Bund spricht in Altweiler von der Osterweiterung.",
    "Rat gibt Garantien\n\nDer Rat von Altweiler gibt Garantien für die Sicherheit.",
    "Rat berät\n\nDer Rat von Moorstett berät über Sicherheitsgarantien und Deiche.",
    "Bund zaudert\n\nDer Bund will in Moorstett keine Ostererweiterung mehr.",
    "Saal neu\n\nDie Universität hat einen neuen Hörsaal.",
)


@pytest.fixture(scope="module")
def store(filled: Filled) -> Store:
    return filled(TEXTS)


def hit(store: Store, query: str, title: str) -> Hit:
    (found,) = (hit for hit in search(store, query).hits if hit.article.title == title)
    return found


def marks(hit: Hit) -> list[str]:
    assert hit.passage
    return [hit.passage.text[start:end] for start, end in hit.passage.marks]


def test_articles_that_say_some_of_a_query_fill_its_page(store: Store) -> None:
    page = search(store, "Deiche Altweiler")

    assert page.total == 0
    assert {hit.without for hit in page.hits} == {("deiche",), ("altweiler",)}
    assert all(hit.near for hit in page.hits)


def test_what_matches_is_no_near_miss_and_lacks_nothing(store: Store) -> None:
    found = hit(store, "Bund Osterweiterung", "Bund will Osterweiterung")

    assert (found.near, found.without, found.similar) == (False, (), ())


def test_a_word_that_is_written_nearly_the_same_is_similar(store: Store) -> None:
    found = hit(store, "Bund Osterweiterung", "Bund zaudert")

    assert (found.near, found.without, found.similar) == (True, (), ("Ostererweiterung",))


def test_a_near_miss_has_a_passage_with_the_words_that_it_has(store: Store) -> None:
    assert marks(hit(store, "Deiche Altweiler", "Rat berät")) == ["Deiche"]


def test_what_stands_for_a_word_is_marked_in_a_near_miss(store: Store) -> None:
    assert marks(hit(store, "Osterweiterung", "Bund zaudert")) == ["Ostererweiterung"]


def test_context_widens_the_passage_of_a_near_miss(store: Store) -> None:
    (found,) = search(store, "Hörsaal Kolibri", context=9).hits

    assert found.near
    assert found.passage
    assert found.passage.text == found.article.body


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("Altweier", "did you mean altweiler for altweier?"),
        ("Univesität", "did you mean universität for univesität?"),
        ("Bund Altweier", "did you mean altweiler for altweier?"),
    ],
)
def test_a_word_of_no_article_is_asked_about(store: Store, query: str, note: str) -> None:
    assert note in search(store, query).notes


def test_an_article_with_the_word_that_may_be_meant_is_a_near_miss(store: Store) -> None:
    page = search(store, "Altweier")

    assert page.total == 0
    assert {hit.similar for hit in page.hits} == {("Altweiler",)}


@pytest.mark.parametrize("query", ["Altweiler", "Osterhasenzüchter", "Bund Osterweiterung"])
def test_a_word_that_is_there_or_like_no_other_is_not_asked_about(store: Store, query: str) -> None:
    assert search(store, query).notes == ()


def test_with_strict_nothing_is_asked(store: Store) -> None:
    assert search(store, "Altweier", strict=True).notes == ()


@pytest.mark.parametrize("query", ["Deiche Altweiler", "Altweier", "Bund Osterweiterung"])
def test_strict_leaves_near_misses_out(store: Store, query: str) -> None:
    lenient, strict = search(store, query), search(store, query, strict=True)

    assert [hit.article for hit in strict.hits] == [
        hit.article for hit in lenient.hits if not hit.near
    ]
    assert strict.total == lenient.total == len(strict.hits)


@pytest.mark.parametrize("sort", ["newest", "oldest", "added", "title", "source"])
def test_a_list_in_another_order_than_relevance_has_none(store: Store, sort: Sort) -> None:
    assert search(store, "Deiche Altweiler", sort=sort).hits == ()


@pytest.mark.parametrize("query", ["*", "lang:de", "-Bund", "-Bund lang:de"])
def test_a_query_without_a_word_has_none(store: Store, query: str) -> None:
    page = search(store, query)

    assert page.total == len(page.hits)
    assert not any(hit.near for hit in page.hits)


@pytest.mark.parametrize("query", ["Deiche Altweiler -Bund", "-Bund (Deiche Altweiler)"])
def test_what_is_left_out_is_left_out_of_near_misses_too(store: Store, query: str) -> None:
    assert set(titles(search(store, query))) == {"Rat berät", "Rat gibt Garantien"}


def test_a_filter_holds_of_near_misses_too(store: Store) -> None:
    assert search(store, "Deiche Altweiler date:1901").hits == ()
    assert search(store, "Deiche Altweiler", where=filters(language="fr")).hits == ()


def test_words_of_a_phrase_may_stand_anywhere_in_a_near_miss(store: Store) -> None:
    (found, *_) = search(store, '"Garantien Altweiler"').hits

    assert found.near
    assert found.article.title == "Rat gibt Garantien"


def test_a_word_finds_the_compounds_it_is_part_of_behind_the_word_itself(store: Store) -> None:
    first, second = search(store, "Garantien", strict=True).hits

    assert marks(first) == ["Garantien"]
    assert marks(second) == ["garantien"]


def test_a_compound_finds_its_parts_near_each_other(store: Store) -> None:
    whole = titles(search(store, "Sicherheitsgarantien", strict=True))

    assert "Rat gibt Garantien" in whole
    assert "Rat gibt Garantien" not in titles(search(store, "Sicherheitsdeiche", strict=True))


def test_the_parts_of_a_compound_are_a_near_miss_of_it_wherever_they_stand(store: Store) -> None:
    found = hit(store, "Sicherheitsdeiche", "Rat berät")

    assert found.near
    assert found.similar == ("Sicherheit", "Deiche")


def test_a_phrase_finds_no_part_of_a_compound(store: Store) -> None:
    assert titles(search(store, '"Garantien"', strict=True)) == ["Rat gibt Garantien"]


def test_python_has_near_misses_only_if_it_asks_for_them(store: Store) -> None:
    page = newsarc.search(store, "Deiche Altweiler")

    assert (page.total, page.hits) == (0, ())


@pytest.mark.parametrize("most", [0, 1, 2])
@pytest.mark.parametrize("query", ["Deiche Altweiler", "Bund Rat Osterweiterung Saal"])
def test_a_page_has_no_more_near_misses_than_asked_for(store: Store, query: str, most: int) -> None:
    hits = newsarc.search(store, query, near_misses=most).hits

    assert sum(hit.near for hit in hits) == most


def test_without_near_misses_a_misspelt_word_is_asked_about_all_the_same(store: Store) -> None:
    page = newsarc.search(store, "Altweier")

    assert page.hits == ()
    assert page.notes == ("did you mean altweiler for altweier?",)


def test_a_number_of_near_misses_is_not_negative(store: Store) -> None:
    with pytest.raises(ValueError, match="near_misses"):
        newsarc.search(store, "Bund", near_misses=-1)


@pytest.mark.parametrize("query", ['"Deiche Altweiler"', '"Bund Garantien"', '"Saal Rat"~3'])
def test_a_near_miss_of_a_phrase_has_all_of_its_words(store: Store, query: str) -> None:
    assert search(store, query).hits == ()


@pytest.mark.parametrize(
    ("query", "note"),
    [
        (
            '"Sicherheit Garantien"',
            'no article has "sicherheit garantien"; 2 articles have the words without quotes',
        ),
        ('"Deiche Altweiler"', 'no article has "deiche altweiler"'),
        ('title:"Rat Bund"', 'no article has title:"rat bund"'),
    ],
)
def test_a_phrase_of_no_article_is_offered_without_quotes(
    store: Store, query: str, note: str
) -> None:
    (told,) = newsarc.search(store, query).notes

    assert told.startswith(note)


def test_a_phrase_that_articles_have_is_not_offered_without_quotes(store: Store) -> None:
    assert newsarc.search(store, '"Rat von Altweiler"').notes == ()


@pytest.fixture(scope="module")
def misspelt(filled: Filled) -> Store:
    """Articles with frequent words, and rare ones beside them that are spelt nearly the same."""
    texts = [f"Tag {n}\n\nJöran Mörkel besuchte am Tag {n} die Deichpflicht." for n in range(30)]
    return filled([*texts, "Rand\n\nEin Herr Merkle kam, auch ein Deich und die Pflicht."])


@pytest.mark.parametrize(
    ("query", "note", "similar"),
    [
        ("Jöran Möhrkel", "did you mean mörkel for möhrkel?", "Mörkel"),
        ("Jöran Moerkkel", "did you mean mörkel for moerkkel?", "Mörkel"),
        ("Deichplicht", "did you mean deichpflicht for deichplicht?", "Deichpflicht"),
    ],
)
def test_a_misspelt_word_leads_to_the_frequent_one_that_it_sounds_like(
    misspelt: Store, query: str, note: str, similar: str
) -> None:
    page = search(misspelt, query)

    assert page.notes == (note,)
    assert {hit.similar for hit in page.hits} == {(similar,)}


def test_both_words_are_marked_where_one_is_misspelt(misspelt: Store) -> None:
    (first, *_) = search(misspelt, "Jöran Möhrkel").hits

    assert marks(first) == ["Jöran", "Mörkel"]


def test_a_rare_word_is_asked_about_if_a_far_more_frequent_one_is_like_it(
    filled: Filled,
) -> None:
    texts = [f"Wahl {n}\n\nAngela Merkel sprach {n} Mal." for n in range(2, 30)]
    store = filled([*texts, "Gast\n\nHerr Merkle sprach."])
    page = search(store, "Angela Merkle")

    assert page.notes == ("did you mean merkel for merkle?",)
    assert marks(page.hits[1]) == ["Angela", "Merkel"]


def test_a_frequent_word_is_no_misspelling_of_a_rare_one(misspelt: Store) -> None:
    assert search(misspelt, "Mörkel Osterhase").notes == ()


def test_no_stop_word_is_suggested(filled: Filled) -> None:
    day = "Am Montag fuhr der Bürgermeister mit einem Kahn über den See"
    store = filled([f"Nein {n}\n\n{day} {n}." for n in range(20)])

    assert search(store, "Einnem").notes == ()


def test_the_headline_of_a_hit_has_its_marks(store: Store) -> None:
    found = hit(store, "Osterweiterung", "Bund will Osterweiterung")

    assert found.title is not None
    assert [found.title.text[start:end] for start, end in found.title.marks] == ["Osterweiterung"]


def test_the_headline_of_a_near_miss_has_its_marks(store: Store) -> None:
    found = hit(store, "Bund Deiche", "Bund zaudert")

    assert found.title is not None
    assert [found.title.text[start:end] for start, end in found.title.marks] == ["Bund"]


def test_without_words_nothing_is_marked(store: Store) -> None:
    (first, *_) = search(store, "lang:de").hits

    assert (first.title, first.kicker) == (None, None)
