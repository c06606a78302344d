"""Words that differ in their diacritics: what each of them finds, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc import count, explain, search
from tests.search.archives import titles

if TYPE_CHECKING:
    from newsarc import Store
    from tests.search.conftest import Filled

FILLER = "Am Abend wird in der Halle der Stadt wieder gesungen, und alle sind dazu eingeladen."


def article(title: str, body: str) -> str:
    return f"{title}\n\n{body} {FILLER}"


@pytest.fixture(scope="module")
def store(filled: Filled) -> Store:
    return filled(
        [
            article("Messe öffnet", "Die Messe in Łódź zeigt Webstühle aus zwei Jahrhunderten."),
            article("Wahl im Süden", "Kılıçdaroğlu sprach vor vielen Leuten auf dem Markt."),
            article("Bahn zieht um", "Frau Müller und Herr Muller leiten das neue Haus der Bahn."),
            article("Zwei Namen", "Mit Erdogan sprach niemand; Erdoğan selbst schwieg am Sonntag."),
            article("Bei den Zahlen", "Die Zahlen stimmen, die Zahlen sind gut."),
            article("Beim Zählen", "Sie zählen noch immer jede Stimme."),
            article("Neuer Bär", "Der Bär schläft im Zoo von Altweiler."),
            article("Neue Bar", "In der Bar spielt heute ein Trio, die Bar ist voll."),
            article("Café am Ufer", "Das Café am Ufer hat wieder offen."),
        ]
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Lodz", ["Messe öffnet"]),
        ("Łódź", ["Messe öffnet"]),
        ("Kilicdaroglu", ["Wahl im Süden"]),
        ("Muller", ["Bahn zieht um"]),
        ("Mueller", ["Bahn zieht um"]),
        ("Cafe", ["Café am Ufer"]),
        ("Zahlen", ["Bei den Zahlen", "Beim Zählen"]),
        ("zählen", ["Beim Zählen"]),
        ("Bär", ["Neuer Bär"]),
        ("Bar", ["Neue Bar", "Neuer Bär"]),
        ("title:Bar", ["Neue Bar", "Neuer Bär"]),
        ("Lodz w/5 Messe", ["Messe öffnet"]),
        ("Lodz -Messe", []),
    ],
)
def test_words_typed_without_diacritics_find_those_with_any_below(
    store: Store, query: str, expected: list[str]
) -> None:
    page = search(store, query, strict=True)

    assert titles(page) == expected
    assert page.total == len(expected)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"Lodz"', []),
        ("=Lodz", []),
        ('"Łódź"', ["Messe öffnet"]),
        ("=Bar", ["Neue Bar"]),
        ("=Bär", ["Neuer Bär"]),
        ('"Frau Mueller"', ["Bahn zieht um"]),
        ('"Frau Muller"', []),
        ('"Herr Müller"', []),
        ("=zahlen", ["Bei den Zahlen"]),
    ],
)
def test_what_is_typed_exactly_is_found_with_its_diacritics_only(
    store: Store, query: str, expected: list[str]
) -> None:
    assert titles(search(store, query, strict=True)) == expected


def test_articles_with_other_diacritics_are_on_a_later_page(store: Store) -> None:
    pages = [search(store, "Zahlen", limit=1, offset=n, strict=True) for n in range(3)]

    assert [titles(page) for page in pages] == [["Bei den Zahlen"], ["Beim Zählen"], []]
    assert {page.total for page in pages} == {2}


@pytest.mark.parametrize(("query", "numbers"), [("Zahlen", (1, 3)), ("zählen", (1, 2))])
def test_a_count_leaves_out_other_diacritics(
    store: Store, query: str, numbers: tuple[int, int]
) -> None:
    counted = count(store, query)

    assert (counted.articles, counted.occurrences) == numbers


def test_a_count_tells_of_other_spellings_that_a_search_finds(store: Store) -> None:
    note = "only what is typed is counted; a search also finds zahlen OR zählen"

    assert count(store, "Zahlen").notes == (note,)
    assert count(store, "zählen").notes == ()


def test_a_word_that_is_found_with_diacritics_is_no_slip(store: Store) -> None:
    assert search(store, "Lodz", near_misses=9).notes == ()


def test_the_marks_of_a_hit_show_the_other_spelling(store: Store) -> None:
    (hit,) = search(store, "Lodz").hits

    assert hit.passage
    assert [hit.passage.text[start:end] for start, end in hit.passage.marks] == ["Łódź"]


def test_a_stem_that_is_another_word_without_its_umlaut_is_not_sought(filled: Filled) -> None:
    store = filled([article("Wagen", "Ein Ford stand da."), article("Geld", "Sie fordern mehr.")])

    assert titles(search(store, "fördern")) == []


def test_an_explanation_tells_what_else_is_found(store: Store) -> None:
    assert explain(store, "Lodz Messe")["also"] == "(lodz OR łódź) messe"
    assert "also" not in explain(store, "Halle")


def test_a_name_typed_with_foreign_letters_is_found_without_them(store: Store) -> None:
    assert explain(store, "Erdoğan")["also"] == "erdoğan OR erdogan"
    assert "also" not in explain(store, "zählen")
