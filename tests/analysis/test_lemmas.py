from __future__ import annotations

import pytest

from newsarc.analysis.languages import language
from newsarc.analysis.stems import beginnings, is_own_word, other_stems, stemmer
from newsarc.text import fold


def stems(words: str, code: str = "de") -> list[str]:
    """Give the stems of some words."""
    return [stemmer(code)(word.lower()) for word in words.split()]


def alike(words: str, code: str = "de") -> bool:
    """Whether all of some words have the same stem."""
    return len(set(stems(words, code))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Auto Autos",
        "Büro Büros",
        "Thema Themen",
        "Firma Firmen",
        "Museum Museen",
        "Haus Häuser Häusern Hauses haeuser",
        "Bär Bären",
        "Kanzler Kanzlerin Kanzlerinnen",
        "Beamter Beamte Beamten",
        "Absprache Absprachen",
        "Straße Strasse Straßen",
    ],
)
def test_the_forms_of_a_noun_have_one_stem(words: str) -> None:
    assert alike(words)


@pytest.mark.parametrize(
    "words",
    [
        "fordern fordert forderte gefordert",
        "fördern fördert gefördert",
        "wählen wählt gewählt",
        "ausgleichen auszugleichen ausgeglichen",
        "gehen geht ging gegangen",
        "nachfragen nachgefragt",
    ],
)
def test_the_forms_of_a_verb_have_one_stem(words: str) -> None:
    assert alike(words)


@pytest.mark.parametrize("words", ["hoch hohe hohen höher", "schön schöner schönste schoen"])
def test_the_forms_of_an_adjective_have_one_stem(words: str) -> None:
    assert alike(words)


@pytest.mark.parametrize(
    "words",
    [
        "Benzinsparauto Benzinsparautos",
        "Gotteshaus Gotteshäuser",
        "Stadtmuseum Stadtmuseen",
        "Uferradwegpläne Uferradwegplan",
        "Deichkommandos Deichkommando",
    ],
)
def test_an_unknown_compound_is_inflected_as_its_last_part(words: str) -> None:
    assert alike(words)


@pytest.mark.parametrize(
    "words", ["fördern fordern", "schön schon", "zählen zahlen", "Bär bar", "Müller Muller"]
)
def test_marks_part_words(words: str) -> None:
    assert len(set(stems(words))) == 2


def test_a_stem_keeps_the_marks_of_the_lemma() -> None:
    assert stems("Häuser Bären gezählt Zahlen Mueller") == ["haus", "bär", "zähl", "zahl", "müll"]


def test_two_vowels_of_a_word_are_no_umlaut() -> None:
    assert stems("aktuelle Israels") == ["aktuell", "israel"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("mice mouse", "en"),
        ("chevaux cheval", "fr"),
        ("städer stad", "sv"),
        ("uomini uomo", "it"),
        ("ludzie człowiek", "pl"),
    ],
)
def test_other_languages_have_lemmas(words: str, code: str) -> None:
    assert alike(words, code)


def test_a_form_of_two_lemmas_has_another_stem_where_it_is_written_so() -> None:
    assert other_stems("Genossen", "de") == ["genoss"]
    assert list(other_stems("genossen", "de")) == []
    assert stems("genossen genießen") == ["geniess", "geniess"]
    assert other_stems("stand", "de") == ["steh"]
    assert list(other_stems("Stand", "de")) == []
    assert stems("Bus")[0] in other_stems("Busse", "de")


@pytest.mark.parametrize("word", ["schon", "fordern", "bar", "zahlen"])
def test_a_word_without_marks_may_be_one_of_its_own(word: str) -> None:
    assert is_own_word(word, "de")


@pytest.mark.parametrize("word", ["muller", "uber", "fur", "schön", "haus"])
def test_a_word_without_marks_may_be_badly_typed_or_have_no_twin(word: str) -> None:
    assert not is_own_word(word, "de")


def test_an_unknown_language_has_no_words_of_its_own() -> None:
    assert not is_own_word("schon", None)
    assert list(other_stems("Genossen", "xx")) == []


@pytest.mark.parametrize("code", ["de", "en", "fr", "sv", "da", "es", "it", "no", "pt"])
@pytest.mark.parametrize(
    "word",
    "verhandlungen fuhr gezählt isst besser flickorna negotiated mice furent jonglierte gewesen "
    "yeux wurde aß xyzäugte herumgefuchtelt".split(),
)
def test_a_form_has_the_first_letters_of_its_stem_or_begins_as_is_said(
    word: str, code: str
) -> None:
    stem, folded = stemmer(code)(word), fold(word)

    assert fold(stem)[:3] in folded or folded[:3] in beginnings(stem, code)


@pytest.mark.parametrize("code", "de en fr es it nl pt da sv no pl ru cs ca fi hu ro".split())
def test_a_language_with_lemmas_has_its_table(code: str) -> None:
    assert language(code).lemmas
    assert stemmer(code)("qxz") == "qxz"
