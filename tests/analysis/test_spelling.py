from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.analysis.spelling import Suggestion, plausible, suggest

# Words as they might occur in an archive of a small port.
WORDS = {
    "ast": 3,
    "boot": 40,
    "brot": 30,
    "bruecke": 2,
    "erste": 90,
    "fahrrinne": 12,
    "hafen": 500,
    "hafenmeister": 25,
    "hafenmeisterei": 4,
    "hafer": 6,
    "haft": 80,
    "lotse": 35,
    "lotsen": 60,
    "marktplatz": 9,
    "schiff": 120,
    "schleuse": 45,
    "schleusen": 44,
    "u96": 7,
    "verladung": 15,
    "werft": 70,
}
LETTERS = st.text("abcdehr", max_size=14)


def meant(form: str, words: dict[str, int] | None = None) -> list[str]:
    return [found.form for found in suggest(form, (words or WORDS).items())]


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("hafenmeistr", "hafenmeister"),
        ("schlleuse", "schleuse"),
        ("verladumg", "verladung"),
        ("fahrirnne", "fahrrinne"),
        ("schif", "schiff"),
        ("wreft", "werft"),
        ("boit", "boot"),
    ],
)
def test_a_slip_is_mended(form: str, word: str) -> None:
    assert meant(form)[0] == word


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("chleuse", "schleuse"),
        ("gerladung", "verladung"),
        ("reste", "erste"),
        ("aft", "haft"),
        ("hcleuse", "schleuse"),
    ],
)
def test_a_slip_in_the_first_letter_is_mended(form: str, word: str) -> None:
    assert word in meant(form)


def test_letters_that_change_places_are_one_slip() -> None:
    assert suggest("shciff", WORDS.items()) == [Suggestion("schiff", 120, 1)]


def test_a_short_form_has_one_slip_at_most() -> None:
    assert "haft" not in meant("harz")


def test_a_form_of_two_letters_is_not_mended() -> None:
    assert meant("as") == []


def test_a_form_of_middling_length_has_two_slips_at_most() -> None:
    assert meant("shlaose", {"schleuse": 45}) == []


def test_a_long_form_may_have_three_slips() -> None:
    assert meant("haffenmaisterr") == ["hafenmeister"]


def test_the_nearer_of_two_words_as_frequent_is_first() -> None:
    assert meant("schleuses", {"schleuse": 20, "schleusung": 20}) == ["schleuse", "schleusung"]


def test_the_more_frequent_of_two_words_as_near_is_first() -> None:
    assert meant("lotsem")[:2] == ["lotsen", "lotse"]


def test_a_far_more_frequent_word_outweighs_a_slip() -> None:
    assert meant("hafenn", {"hafend": 1, "haften": 900}) == ["haften", "hafend"]


def test_words_as_likely_stand_in_the_order_of_the_alphabet() -> None:
    assert meant("bost", {"bast": 1, "best": 1, "bust": 1}) == ["bast", "best", "bust"]


def test_a_form_is_no_suggestion_for_itself() -> None:
    assert "hafen" not in meant("hafen")


def test_what_holds_digits_is_no_suggestion() -> None:
    assert meant("u97", {"u96": 7}) == []


def test_a_digit_in_a_form_is_mended() -> None:
    assert meant("schl3use")[0] == "schleuse"


def test_there_are_no_more_suggestions_than_asked_for() -> None:
    assert len(suggest("bost", {"bast": 1, "best": 1, "bust": 1}.items(), limit=2)) == 2


def test_no_word_gives_no_suggestion() -> None:
    assert suggest("hafen", []) == []


def distance(form: str, word: str) -> int:
    """Count slips cell by cell: the textbook's way."""
    rows = [[i + j for j in range(len(word) + 1)] for i in range(len(form) + 1)]
    for i in range(1, len(form) + 1):
        for j in range(1, len(word) + 1):
            least = min(rows[i - 1][j], rows[i][j - 1]) + 1
            least = min(least, rows[i - 1][j - 1] + (form[i - 1] != word[j - 1]))
            if i > 1 and j > 1 and form[i - 2 : i] == word[j - 1] + word[j - 2]:
                least = min(least, rows[i - 2][j - 2] + 1)
            rows[i][j] = least
    return rows[-1][-1]


@given(st.text("abcdehr", min_size=9, max_size=14), st.lists(LETTERS, max_size=3))
def test_the_distance_is_that_of_damerau_and_levenshtein(form: str, inserted: list[str]) -> None:
    word = form[:8] + "".join(inserted)[:3] + form[8:-1]

    for found in suggest(form, [(word, 1)] if word else []):
        assert found.distance == distance(form, word) <= 3


@given(LETTERS, st.dictionaries(st.text("abcdehr1", min_size=1), st.integers(1, 9)))
def test_any_form_has_suggestions_among_the_words_or_none(form: str, words: dict[str, int]) -> None:
    assert set(meant(form, words)) <= (words or WORDS).keys() - {form}


def test_a_letter_was_likelier_left_out_than_put_in() -> None:
    found = suggest("vertreter", [("vertreters", 9), ("vertrete", 9)])

    assert [one.form for one in found] == ["vertreters", "vertrete"]


def test_the_first_letter_was_likelier_right_than_another() -> None:
    found = suggest("mauer", [("bauer", 9), ("maler", 9)])

    assert [one.form for one in found] == ["maler", "bauer"]


@pytest.mark.parametrize(
    ("form", "words", "best"),
    [
        ("söhder", {"söder": 7, "sondern": 4800, "sonder": 12}, "söder"),
        ("sohder", {"söder": 70, "sonder": 12}, "söder"),
        ("soehder", {"söder": 7, "sonder": 12}, "söder"),
        ("strase", {"strass": 5, "strasse": 5}, "strasse"),
        ("fahrad", {"fahrrad": 9, "fahrbad": 9}, "fahrrad"),
        ("filosophie", {"philosophie": 9}, "philosophie"),
        ("rytmus", {"rhythmus": 9}, "rhythmus"),
        ("meel", {"mehl": 9, "mell": 9}, "mehl"),
        ("fögel", {"vögel": 9, "kögel": 9}, "vögel"),
    ],
)
def test_what_sounds_alike_is_meant(form: str, words: dict[str, int], best: str) -> None:
    assert meant(form, words)[0] == best


@pytest.mark.parametrize(
    ("form", "best", "other"), [("hagen", "hafen", "haden"), ("lotde", "lotse", "lotte")]
)
def test_a_finger_hits_the_neighbour_of_a_key(form: str, best: str, other: str) -> None:
    assert meant(form, {best: 5, other: 5}) == [best, other]


@pytest.mark.parametrize("form", ["bruckenn", "brueckenn", "brückenn"])
def test_an_umlaut_its_base_letter_and_its_digraph_are_no_slip(form: str) -> None:
    assert suggest(form, [("brücken", 9)]) == [Suggestion("brücken", 9, 1)]


def test_of_words_that_differ_in_their_umlauts_the_one_that_was_typed_is_first() -> None:
    assert meant("fördernn", {"fordern": 9, "fördern": 9}) == ["fördern", "fordern"]
    assert meant("fordernn", {"fordern": 9, "fördern": 9}) == ["fordern", "fördern"]


def test_only_suggestions_that_are_nearly_as_likely_as_the_best_are_plausible() -> None:
    found = suggest("merkle", [("merkel", 1421), ("merkels", 185), ("merke", 83), ("merkte", 59)])

    assert [one.form for one in plausible("merkle", found)] == ["merkel"]


def test_words_as_likely_as_the_best_are_plausible_too() -> None:
    found = suggest("lotsem", [("lotsen", 60), ("lotse", 50)])

    assert len(list(plausible("lotsem", found))) == 2


def test_without_suggestions_none_is_plausible() -> None:
    assert list(plausible("hafen", [])) == []
