from __future__ import annotations

import pytest

from newsarc.analysis import Splitter, analyse, index, suspended_ways

pytestmark = pytest.mark.usefixtures("each_scanner")

SPLITTER = Splitter()


def stems(*words: str) -> set[str]:
    return {analyse(word, "de").stem for word in words}


def found(text: str, language: str | None = "de") -> set[str]:
    return {way.token for way in suspended_ways(text, language, SPLITTER)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("an der Haupt- und Nebenstraße", ["Hauptstraße"]),
        ("Hieb- und Stichwaffen lagen da", ["Hiebwaffen"]),
        ("An- und Abreise am Sonntag", ["Anreise"]),
        ("Vor-, Haupt- und Nachspeise", ["Vorspeise", "Hauptspeise"]),
        ("Bundes- oder Landesregierung", ["Bundesregierung"]),
        ("Groß-/Kleinschreibung", ["Großschreibung"]),
        ("Ein-\nund Ausgang", ["Eingang"]),
    ],
)
def test_a_hanging_word_is_found_as_the_whole_compound(text: str, words: list[str]) -> None:
    assert stems(*words) <= found(text)


@pytest.mark.parametrize(
    "text", ["Haupt und Nebenstraße", "Haupt - und Nebenstraße", "der Nato-Rat und Ausschuss"]
)
def test_words_that_do_not_hang_stand_for_themselves(text: str) -> None:
    assert found(text) == set()


def test_a_language_without_compounds_has_no_hanging_words() -> None:
    assert found("pre- and postwar", "en") == set()


def test_a_hanging_word_has_a_place_of_its_own() -> None:
    text = "Die Haupt- und Nebenstraße."
    places = {text[way.start : way.end] for way in suspended_ways(text, "de", SPLITTER)}

    assert places == {"Haupt"}


def test_the_index_has_the_whole_compound() -> None:
    indexed = index(None, None, None, "Haupt- und Nebenstraße", "de", splitter=SPLITTER)

    assert stems("Hauptstraße") <= set(indexed.body_parts.split())
