from __future__ import annotations

import pytest

from newsarc.analysis import Splitter, analyse, beginnings, language, stop_words, version
from newsarc.analysis.languages import Compounding, Language
from newsarc.analysis.splitter import LanguageSplitter
from newsarc.text import fold

COMPOUNDS = Compounding(links=("s",), lost=("a",))
SWEDISH = Language("sv", "swedish", suffixing=True, compounds=COMPOUNDS)


@pytest.mark.parametrize("code", ["xx", "", "DE", None])
def test_an_unknown_language_has_no_rules(code: str | None) -> None:
    assert language(code) == Language(code, suffixing=True)


def test_a_language_has_the_code_it_is_asked_for_by() -> None:
    assert [language(code).code for code in ("de", "en", "fr")] == ["de", "en", "fr"]


@pytest.mark.parametrize("word", ["verhandlungen", "negotiated", "flickorna", "unbeauftragt"])
def test_a_stem_of_an_unknown_language_begins_as_its_word(word: str) -> None:
    assert language(None).suffixing
    assert word.startswith(analyse(word, None).stem[:4])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("de", "verhandlungen fuhren gezählt gingen ging häuser wusste unbeauftragt"),
        ("en", "negotiated went mice bought running"),
        ("fr", "allait yeux vu"),
        ("sv", "flickorna gick män"),
    ],
)
def test_a_form_holds_the_beginning_of_its_stem_or_begins_as_the_language_says(
    code: str, words: str
) -> None:
    assert language(code).suffixing
    for word in words.split():
        stem, folded = analyse(word, code).stem, fold(word)
        begins = folded.startswith((fold(stem)[:2], *beginnings(stem, code)))
        assert begins or fold(stem)[:3] in folded


def test_the_stop_words_of_several_languages_are_taken_together() -> None:
    assert {"der", "the"} <= stop_words(["de", "en", "xx", None])
    assert "the" not in stop_words(["de"])


def test_a_language_splits_by_its_own_rules_and_words() -> None:
    words = {"flicka": 4.6, "skola": 4.7, "havs": 3.0, "vatten": 5.0}
    swedish = LanguageSplitter(SWEDISH, COMPOUNDS, words.get)

    assert [part.token for part in swedish.pieces("flickskola")] == ["flick", "skol"]
    assert [part.token for part in swedish.pieces("havsvatten")] == ["hav", "vatt"]
    assert swedish.pieces("hafenstadt") == ()


def test_a_language_without_rules_for_compounds_has_simple_words_only() -> None:
    assert Splitter({"hafen": 4.3, "stadt": 5.0}.get).parts("hafenstadt", "en") == ()


def test_the_version_names_the_rules_and_the_libraries() -> None:
    assert version().startswith("6 lemmas1 PyStemmer ")
