from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarc.analysis import FIELDS, Analysis, Indexed, Splitter, analyse, index, variants
from newsarc.text import form, words
from tests import strategies

pytestmark = pytest.mark.usefixtures("each_scanner")

# All that have a stemmer, one that has none, and none.
LANGUAGES = (
    "ar", "ca", "cs", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa", "fi", "fr", "ga", "hi",
    "hu", "hy", "id", "it", "lt", "ne", "nl", "no", "pl", "pt", "ro", "ru", "sr", "sv", "ta", "tr",
    "yi", "xx", None,
)  # fmt: skip

languages = st.sampled_from(LANGUAGES)


WORDS = {"hafen": 4.5, "häuser": 4.6, "rundfahrt": 3.6, "boot": 4.4}
SPLITTER = Splitter(WORDS.get)


def columns(indexed: Indexed, field: str) -> tuple[list[str], list[str]]:
    """Give the forms and the stems of a field."""
    forms, stems = getattr(indexed, f"{field}_forms"), getattr(indexed, f"{field}_stems")
    return forms.split(), stems.split()


@given(
    st.none() | strategies.texts(), st.none() | strategies.texts(), strategies.texts(), languages
)
@example(None, None, "Hafen ـ Hafen", "ar")
@example(None, None, "छ ख", "ne")
@example(None, "\ud800 Hafen\ud800rundfahrt", "", "de")
def test_forms_and_stems_stand_in_step_with_the_words(
    title: str | None, kicker: str | None, body: str, language: str | None
) -> None:
    indexed = index(title, kicker, None, body, language, splitter=SPLITTER)

    for field, text in zip(FIELDS, (title, kicker, body), strict=True):
        expected = [analyse(word, language) for _, _, word in words(text or "")]
        forms, stems = columns(indexed, field)
        assert forms == [analysis.form for analysis in expected]
        assert stems == [analysis.stem for analysis in expected]


@given(strategies.words(), languages)
@example("ـ", "ar")
@example("छ", "ne")
@example("ͺ", None)
def test_every_word_has_a_form_and_a_stem_without_a_blank(word: str, language: str | None) -> None:
    analysis = analyse(word, language)

    assert analysis.form
    assert analysis.stem
    assert not any(character.isspace() for character in analysis.form + analysis.stem)


@given(strategies.words(), languages)
def test_the_form_of_a_word_depends_on_no_language(word: str, language: str | None) -> None:
    assert analyse(word, language).form == form(word)


@given(strategies.words())
def test_without_a_language_the_stem_is_the_form(word: str) -> None:
    assert analyse(word, None) == Analysis(form(word), form(word))


@given(strategies.words())
def test_of_an_unknown_language_the_stem_is_the_form(word: str) -> None:
    assert analyse(word, "xx") == analyse(word, None)


@given(strategies.words(), languages)
def test_case_changes_no_stem(word: str, language: str | None) -> None:
    assert analyse(word.lower(), language) == analyse(word, language)


@pytest.mark.parametrize(
    ("language", "inflections"),
    [
        ("de", ("Haus", "Häuser", "Häusern", "Hauses", "HAUS")),
        ("de", ("Straße", "Straßen", "STRASSE", "Strassen")),
        ("de", ("Häuser", "Haeuser")),
        ("de", ("Verhandlung", "Verhandlungen")),
        ("de", ("Lehrer", "Lehrerin", "Lehrerinnen", "LehrerInnen")),
        ("de", ("Ärztin", "Ärztinnen")),
        ("de", ("Beginn", "Beginne", "beginnen")),
        ("en", ("negotiate", "negotiated", "negotiating", "Negotiates")),
        ("en", ("bridge", "bridges")),
        ("fr", ("négocier", "négocié", "négocia")),
        ("ru", ("Москва", "Москвы", "Москве")),
    ],
)
def test_inflections_meet_in_a_stem(language: str, inflections: tuple[str, ...]) -> None:
    assert len({analyse(word, language).stem for word in inflections}) == 1


@pytest.mark.parametrize(
    ("language", "pair"),
    [
        ("de", ("Haus", "Maus")),
        ("de", ("Wahl", "Wal")),
        ("de", ("Inn", "in")),
        ("de", ("Sinn", "Sin")),
        ("en", ("bridge", "bride")),
    ],
)
def test_different_words_have_different_stems(language: str, pair: tuple[str, str]) -> None:
    assert len({analyse(word, language).stem for word in pair}) == 2


def test_a_stem_is_taken_from_the_written_word() -> None:
    assert analyse("Häuser", "de") == Analysis("häuser", "haus")


def test_of_a_very_long_word_only_the_beginning_counts() -> None:
    analysis = analyse("ä" * 100_000, "de")

    assert len(analysis.form) == 255
    assert len(analysis.stem) <= 255


def test_an_article_without_words_has_an_empty_index() -> None:
    assert index(None, None, None, "… !", "de", splitter=SPLITTER) == Indexed(*[""] * 9)


def test_each_part_of_an_article_has_columns_of_its_own() -> None:
    indexed = index("Die Häuser", "Hafen", None, "Straßen", "de", splitter=SPLITTER)

    expected = Indexed("die häuser", "hafen", "strassen", "die haus", "haf", "strass")
    assert indexed.columns == expected.columns


def test_compounds_are_indexed_by_the_stems_of_their_parts() -> None:
    indexed = index("Die Hafenhäuser", None, None, "Häuser", "de", splitter=SPLITTER)

    assert (indexed.title_parts, indexed.body_parts) == ("haf haus", "")


def test_compounds_of_other_languages_are_left_whole() -> None:
    assert index("Hafenboot", None, None, "", "nl", splitter=SPLITTER).title_parts == ""


def test_the_reading_without_a_language_is_always_among_the_variants() -> None:
    assert variants(["Häuser"], []) == (("häuser",),)


def test_a_word_is_read_in_each_language() -> None:
    assert variants(["running", "Häuser"], ["de", "en"]) == (
        ("running", "häuser"),
        ("running", "haus"),
        ("run", "häuser"),
    )


def test_equal_readings_are_given_once() -> None:
    assert variants(["Hafen"], ["xx", "yy", None]) == (("hafen",),)


@given(st.lists(strategies.words(), min_size=1, max_size=4), st.lists(languages, max_size=4))
def test_each_reading_has_a_stem_for_each_word(row: list[str], codes: list[str | None]) -> None:
    readings = variants(row, codes)

    assert all(len(reading) == len(row) for reading in readings)
    assert len(set(readings)) == len(readings)
    assert all(tuple(analyse(word, code).stem for word in row) in readings for code in codes)


def test_a_word_that_says_something_has_no_stop_word_for_its_stem() -> None:
    stems = {analyse(word, "de").stem for word in ("Sicherheit", "sicherer", "Sicherheiten")}
    assert len(stems) == 1
    assert analyse("sich", "de").stem not in stems
    assert analyse("Einheit", "de").stem != analyse("eine", "de").stem
