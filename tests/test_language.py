from __future__ import annotations

from math import exp, log
from pathlib import Path

import langdetect
import pytest
from hypothesis import given, settings
from langdetect.detector_factory import DetectorFactory

from newsarc.language import SAMPLE, detect, language_code
from newsarc.language.profiles import most_probable
from tests import strategies

TEXTS = {
    "de": "Die Stadtwerke von Hügelheim haben am Morgen eine neue Brücke über den Fluss eröffnet.",
    "en": "The council of Hillside opened a new bridge over the river early in the morning today.",
    "fr": "La mairie de Collines a ouvert ce matin un nouveau pont au-dessus de la petite rivière.",
    "ru": "Городской совет открыл сегодня утром новый мост через реку, сообщила администрация.",
    "zh": "市政府今天早上在河上开放了一座新桥，居民们不再需要乘船过河。" * 3,
}


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_text_is_named_by_its_iso_639_1_code(code: str) -> None:
    found = detect(TEXTS[code])

    assert found is not None
    assert found.code == code


LONG_TEXTS = {
    "de": "Der Rat der Stadt hat am Abend auf dem Markt für den Bau der neuen Halle gestimmt. Sie "
    "soll noch in dem Jahr fertig sein und ist auch für die Schulen da, wie es in der Runde hieß.",
    "en": "The council of the town has said that it will build a new hall on the old market by "
    "the end of the year, and that it is to be for all of the schools in and near the town.",
    "fr": "Le maire de la ville a dit que la salle sur la place du marché sera là avant la fin de "
    "cet été, et que les écoles de la ville et des villages en ont besoin pour le sport.",
    "es": "El alcalde de la ciudad ha dicho que la sala de la plaza del mercado va a estar lista "
    "al final del año y que las escuelas de la zona la van a usar para el deporte con los niños.",
    "ru": "Мэр города на днях сказал, что зал на рынке к концу года всё же будет готов и что он "
    "нужен для школ, в том числе и для тех, что за рекой, но не все в совете с ним за это.",
}


@pytest.mark.parametrize("code", LONG_TEXTS)
def test_the_short_words_of_a_longer_text_name_its_language(code: str) -> None:
    found = detect(LONG_TEXTS[code])

    assert found is not None
    assert found.code == code


@pytest.fixture(scope="module")
def factory() -> DetectorFactory:
    found = DetectorFactory()
    found.load_profile(str(Path(langdetect.__file__).parent / "profiles"))
    return found


@pytest.mark.parametrize("text", [*TEXTS.values(), *LONG_TEXTS.values()])
def test_a_language_is_as_probable_as_langdetects_own_table_has_it(
    text: str, factory: DetectorFactory
) -> None:
    detector = factory.create()
    detector.append(text)
    grams = detector._extract_ngrams()  # noqa: SLF001 (there is no other way to ask)
    share = min(1.0, 70 / len(grams))
    rows = [factory.word_lang_prob_map[gram] for gram in grams]
    sums = [
        share * sum(log(0.5 / 10_000 + one) for one in column) for column in zip(*rows, strict=True)
    ]

    found = most_probable(text)

    assert found is not None
    assert found.name == factory.langlist[sums.index(max(sums))]
    assert found.probability == pytest.approx(
        1 / sum(exp(one - max(sums)) for one in sums), abs=1e-3
    )


@pytest.mark.parametrize("foreign", ["en", "fr", "es"])
def test_a_quotation_in_another_language_does_not_decide(foreign: str) -> None:
    found = detect(f"{LONG_TEXTS['de']} „{LONG_TEXTS[foreign][:90]}“ {LONG_TEXTS['de']}")

    assert found is not None
    assert found.code == "de"


def test_the_words_that_the_answer_rests_on_are_told() -> None:
    found = detect(TEXTS["de"] * 20)

    assert found is not None
    assert found.sample == (TEXTS["de"] * 20)[:SAMPLE]


def test_only_the_beginning_of_a_text_counts() -> None:
    german = TEXTS["de"] * 10

    assert detect(german[:SAMPLE]) == detect(german[:SAMPLE] + TEXTS["ru"] * 50)


def test_a_text_of_forty_letters_is_enough() -> None:
    assert detect("Die Brücke ist heute wieder offen und alle freuen sich") is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Die Brücke ist wieder offen.", id="short"),
        pytest.param("0123456789 " * 40, id="digits"),
        pytest.param("-- ... !! " * 40, id="punctuation"),
        pytest.param("😀" * 100, id="emoji"),
        pytest.param("\u16a0\u16a2\u16a6" * 40, id="letters of no known language"),
    ],
)
def test_of_too_little_nothing_is_guessed(text: str) -> None:
    assert detect(text) is None


def test_equal_texts_get_equal_answers_in_any_order() -> None:
    mixed = "Die Brücke, the bridge, le pont und the river, la rivière, der Fluss heute today hier."
    texts = [*TEXTS.values(), mixed]

    forwards = {text: detect(text) for text in texts}
    backwards = {text: detect(text) for text in reversed(texts)}

    assert forwards == backwards


@settings(max_examples=50)
@given(strategies.texts(200))
def test_every_text_gets_an_answer_of_letters_or_none(text: str) -> None:
    found = detect(text * 3)

    assert found is None or (len(found.code) == 2 and found.code.isalpha())


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ("de DE deu ger GER de-AT de_CH de_DE.UTF-8 de-1996 German german Deutsch deutsch", "de"),
        ("en eng en-US en_GB.UTF-8 English Englisch anglais", "en"),
        ("fr fra fre fr-CA French Französisch français", "fr"),
        ("zh zho chi cmn zh-Hans zh-cn zh_TW Chinese Chinesisch 中文", "zh"),
        ("he heb iw Hebrew", "he"),
        ("el ell gre Ελληνικά Griechisch", "el"),
        ("ro ron rum Romanian română Moldavian mo", "ro"),
        ("yi yid Yiddish Jiddisch ji", "yi"),
        ("nds", "nds"),
        ("gsw gsw-CH", "gsw"),
    ],
)
def test_any_code_and_any_common_name_of_a_language_is_its_shortest_code(
    names: str, code: str
) -> None:
    assert [language_code(name) for name in names.split()] == [code] * len(names.split())


@pytest.mark.parametrize(
    "name", ["German (Austria)", "Deutsch, Englisch", " Deutsch ", "Deutsch; Platt"]
)
def test_a_name_of_a_language_may_have_more_behind_it(name: str) -> None:
    assert language_code(name) == "de"


@pytest.mark.parametrize(
    "name",
    ["", " ", "xx", "und", "mul", "d3", "Die Zeit", "?", "n/a", "unbekannt", "-de", "de " * 99],
)
def test_what_is_no_language_has_no_code(name: str) -> None:
    assert language_code(name) is None


@given(strategies.texts(20))
def test_any_text_is_a_language_or_none(text: str) -> None:
    found = language_code(text)

    assert found is None or (found.isascii() and 2 <= len(found) <= 3)
