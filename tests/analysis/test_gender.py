from __future__ import annotations

import pytest

from newsarc.analysis import gender


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("Aktivist.innen", "Aktivist"),
        ("Expert·innen", "Expert"),
        ("Lehrer/-innen", "Lehrer"),
        ("Schüler*innenvertretung", "Schülervertretung"),
        ("Student:innenausschuss", "Studentenausschuss"),
        ("SchülerInnenvertretung", "Schülervertretung"),
        ("Ärzt_innenkammer", "Ärztekammer"),
        ("Ärzt:innen", "Arzt"),
        ("RechtsanwältInnen", "Rechtsanwalt"),
    ],
)
def test_a_sign_before_a_feminine_ending_is_no_part_of_the_plain_word(
    word: str, plain: str
) -> None:
    assert gender.unmarked(word) == plain


@pytest.mark.parametrize("text", ["und/in", "Ende.in", "Schul*", "LinkedIn"])
def test_other_signs_are_left_alone(text: str) -> None:
    assert gender.unmarked(text) == text


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("Schülerinnenvertretung", "Schülervertretung"),
        ("Studentinnenausschuss", "Studentenausschuss"),
        ("RednerInnenliste", "Rednerliste"),
        ("Lehrerinnen", "Lehrer"),
        ("Beginnenden", None),
        ("Gewinnenthüllung", None),
        ("Fensterinnenseite", None),
        ("Landesinnenminister", None),
    ],
)
def test_a_compound_of_a_word_for_women_has_one_for_men(word: str, plain: str | None) -> None:
    assert gender.base(word) == plain


def test_marked_words_are_found_with_their_places() -> None:
    text = "Die Schüler*innenvertretung und viele Expert·innen."

    assert list(gender.marked_words(text)) == [
        (4, 27, ("Schülervertretung", "Schülerinnenvertretung")),
        (38, 50, ("Expert", "Expertinnen")),
    ]


def test_the_tail_of_a_marked_word_goes_to_its_end() -> None:
    text = "Schüler*innenvertretung heute"

    assert gender.tail(text, len("Schüler")) == len("Schüler*innenvertretung")
