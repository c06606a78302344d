from __future__ import annotations

import pytest
from hypothesis import given, settings

from newsarc.language import SAMPLE, detect
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
