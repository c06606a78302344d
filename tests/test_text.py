from __future__ import annotations

import json
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarc.text import (
    clean,
    composed,
    digest,
    escape_unprintable,
    fold,
    fold_forms,
    fold_label,
    form,
    paragraphs,
    printable,
    words,
)
from tests import strategies


def letters_and_digits(text: str) -> list[str]:
    # Decomposed, because a letter and a mark may meet when what parted them is removed.
    return [c for c in unicodedata.normalize("NFD", text) if c.isalnum()]


@given(strategies.texts())
@example("a\u034fb")
@example("a- \n\u00adb-\nc")
@example("u\u200b\u0308")
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(strategies.texts())
@example("\u1100\u00ad\u1161")
def test_cleaning_loses_no_letter_and_no_digit(text: str) -> None:
    assert letters_and_digits(clean(text)) == letters_and_digits(text)


@given(strategies.texts())
def test_a_cleaned_text_is_in_normal_form_c(text: str) -> None:
    assert unicodedata.is_normalized("NFC", clean(text))


@given(strategies.texts())
def test_a_cleaned_text_can_be_written_as_utf8(text: str) -> None:
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@given(strategies.texts())
@example("a\u034fb")
@example("a\u034fb\x00")
def test_a_cleaned_text_holds_no_white_space_but_blanks_and_line_ends(text: str) -> None:
    cleaned = clean(text)
    blanks = {c for c in cleaned if c.isspace()}
    invisible = set(cleaned) & set("\x00\x1b\x7f\x9b\u00ad\u034f\u200b\u200d\u200e\u202e\ufeff")

    assert blanks <= {" ", "\n"}
    assert not invisible
    assert "  " not in cleaned
    assert "\n\n\n" not in cleaned
    assert all(line == line.strip(" ") for line in cleaned.split("\n"))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("eins\r\nzwei\rdrei", "eins\nzwei\ndrei", id="line ends"),
        pytest.param("eins\u2028zwei\u2029drei\x85vier", "eins\nzwei\ndrei\nvier", id="separators"),
        pytest.param("eins\n \n\t\n\nzwei", "eins\n\nzwei", id="empty lines"),
        pytest.param("  ein \t\u00a0Haus  ", "ein Haus", id="blanks"),
        pytest.param("Ver\u00adwal\u00adtung", "Verwaltung", id="soft hyphens"),
        pytest.param("Ver\u00ad\nwaltung", "Verwaltung", id="soft hyphen at a line's end"),
        pytest.param("Ha\u200bfen\ufeff", "Hafen", id="zero width"),
        pytest.param("Ha\u034ffen", "Hafen", id="grapheme joiner"),
        pytest.param("\u202eneffaH\u202c", "neffaH", id="right-to-left override"),
        pytest.param("\x1b[31mHafen\x07", "[31mHafen", id="escape"),
        pytest.param("Bru\u0308cke", "Brücke", id="umlaut of two characters"),
        pytest.param("Bru\u200b\u0308cke", "Brücke", id="umlaut torn apart"),
        pytest.param("a\ud800b", "a\ufffdb", id="lone surrogate"),
        pytest.param("Verhand-\nlung", "Verhandlung", id="cut word"),
        pytest.param("Verhand- \n lung", "Verhandlung", id="cut word among blanks"),
        pytest.param("Nato-\nOsterweiterung", "Nato-Osterweiterung", id="cut compound"),
        pytest.param("Reichs⸗\ntag", "Reichstag", id="double hyphen"),
        pytest.param("Ver¬\nhand= \nlung", "Verhandlung", id="other signs of a cut word"),
        pytest.param("Bäcke‐\nrei", "Bäckerei", id="hyphen of its own"),
        pytest.param("Nord⸗\nOst¬\nSee", "Nord-Ost-See", id="cut compound, other signs"),
        pytest.param("Summe =\nviel", "Summe =\nviel", id="equals sign"),
        pytest.param("3=\ndrei", "3=\ndrei", id="equals sign behind a digit"),
        pytest.param("Vor⸗\nund Nachteile", "Vor⸗\nund Nachteile", id="conjunction, Fraktur"),
        pytest.param("Vor-\nund Nachteile", "Vor-\nund Nachteile", id="conjunction"),
        pytest.param("Vor-\nunser", "Vorunser", id="word that begins like a conjunction"),
        pytest.param("2022-\n23", "2022-\n23", id="digits"),
        pytest.param("Ende -\nund", "Ende -\nund", id="dash"),
        pytest.param("Ende-\n\nneu", "Ende-\n\nneu", id="paragraphs are never joined"),
        pytest.param("", "", id="empty"),
        pytest.param(" \n\t", "", id="white space only"),
    ],
)
def test_cleaning_frees_a_text_of_its_carrier(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert paragraphs("eins\nzwei\n\ndrei") == ("eins\nzwei", "drei")


def test_an_empty_text_has_no_paragraphs() -> None:
    assert paragraphs("") == ()


@given(strategies.texts())
def test_paragraphs_of_a_cleaned_text_are_never_empty(text: str) -> None:
    assert all(paragraphs(clean(text)))


@given(strategies.texts())
def test_a_word_stands_where_its_places_say(text: str) -> None:
    found = list(words(text))

    assert [text[start:end] for start, end, _ in found] == [word for _, _, word in found]


@given(strategies.texts())
def test_words_hold_every_letter_and_digit_once_and_in_order(text: str) -> None:
    inside = "".join(word for _, _, word in words(text))

    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]


@given(strategies.texts())
def test_between_two_words_stands_something(text: str) -> None:
    found = list(words(text))

    assert all(end < start for (_, end, _), (start, _, _) in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nato-Osterweiterung", ["Nato", "Osterweiterung"]),
        ("der_Hafen", ["der", "Hafen"]),
        ("Müller’s 2,5 %", ["Müller", "s", "2", "5"]),
        ("Mu\u0308ller", ["Mu\u0308ller"]),
        ("東京 Москва", ["東京", "Москва"]),
        ("😀 … !", []),
    ],
)
def test_words_are_letters_and_digits_with_their_marks(text: str, expected: list[str]) -> None:
    assert [word for _, _, word in words(text)] == expected


@given(strategies.words())
@example("ͺ")
def test_the_form_of_a_word_holds_letters_and_digits_only(word: str) -> None:
    assert fold(word)
    assert fold(word).isalnum() or fold(word) == word


@given(strategies.texts(8))
def test_a_form_has_at_most_255_characters(text: str) -> None:
    assert len(fold(text * 100)) <= 255


@given(strategies.words())
def test_the_form_of_a_form_is_the_form(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@given(strategies.words())
def test_composed_and_decomposed_spellings_have_one_form(word: str) -> None:
    assert fold(unicodedata.normalize("NFD", word)) == fold(word)


@given(strategies.words())
def test_a_word_in_lower_case_has_the_form_of_the_word(word: str) -> None:
    assert fold(word.lower()) == fold(word)


@given(st.lists(strategies.words().map(form)))
@example(["häfen", "ełk", "crème", "œuvre", "ärö2"])
@example(["σίσυφοσ", "їжак", "hafen", "„"])
@example([])
def test_many_forms_are_folded_as_each_one_is(forms: list[str]) -> None:
    assert list(fold_forms(forms)) == [fold(one) for one in forms]


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("STRAẞE", "strasse"),
        ("Häfen", "hafen"),
        ("Ha\u0308fen", "hafen"),
        ("İzmir", "izmir"),
        ("ﬁnden", "finden"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("１２", "12"),
        ("x" * 300, "x" * 255),
        ("…", "…"),
        ("", ""),
    ],
)
def test_spellings_meet_in_a_form(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_spellings_of_a_name_of_several_words_meet_in_a_form() -> None:
    assert fold_label("Der Ufer-Kurier") == fold_label("DER UFER KURIER") == "der ufer kurier"


@given(strategies.texts())
def test_the_form_of_the_form_of_a_name_is_the_form(text: str) -> None:
    assert fold_label(fold_label(text)) == fold_label(text)


@given(strategies.texts())
def test_printable_text_holds_nothing_that_moves_a_cursor(text: str) -> None:
    kinds = {unicodedata.category(c) for c in printable(text)}

    assert kinds.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert not set(printable(text)) & set("\u200e\u200f\u202a\u202e\u2066\u2069")


@given(strategies.texts())
def test_printable_text_is_as_long_as_before(text: str) -> None:
    assert len(printable(text)) == len(text)


@given(strategies.encodable_texts())
def test_escaped_json_means_the_same(text: str) -> None:
    assert json.loads(escape_unprintable(json.dumps(text, ensure_ascii=False))) == text


@given(strategies.encodable_texts())
def test_escaped_json_holds_nothing_that_moves_a_cursor(text: str) -> None:
    escaped = escape_unprintable(json.dumps(text, ensure_ascii=False))

    assert not {unicodedata.category(c) for c in escaped} & {"Cc", "Zl", "Zp"}
    assert "\u202e" not in escaped


def test_a_digest_has_32_hexadecimal_digits() -> None:
    assert digest("Hafen") == "079251db5b4902453746b35b2dca3c1a"


def test_different_texts_have_different_digests() -> None:
    assert len({digest(text) for text in ("", " ", "a", "A", "ä", "a\u0308", "\ud800")}) == 7


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Mu\u0308hle", "Mühle"),
        ("Ge\u00adsamt\u200bkonzept\ufeff", "Gesamtkonzept"),
        ("a\x00b", "ab"),
        ("Mühle  am\nBach", "Mühle  am\nBach"),
    ],
)
def test_a_composed_text_has_the_characters_that_one_sees(text: str, plain: str) -> None:
    assert composed(text) == plain
    assert composed(plain) == plain
