from __future__ import annotations

import pytest

from newsarc.query import parse
from newsarc.query.nodes import And, Term
from tests.query.reading import TODAY, read


@pytest.mark.parametrize(
    ("word", "purpose"),
    [
        ("oder", "search for either side"),
        ("or", "search for either side"),
        ("and", "search for both sides"),
        ("not", "exclude what follows"),
        ("nicht", "exclude what follows"),
    ],
)
def test_a_small_operator_between_words_is_a_word_and_hints_at_capitals(
    word: str, purpose: str
) -> None:
    node, (note,) = read(f"Nato {word} Kreml")

    assert node == And((Term(("nato",)), Term((word,)), Term(("kreml",))))
    assert note == (
        f"{word} was searched as a word; to {purpose} write {word.upper()}: Nato ▲{word} Kreml"
    )


@pytest.mark.parametrize("words", ["and not", "but not", "und nicht", "aber nicht"])
def test_two_small_operators_have_one_hint(words: str) -> None:
    (note,) = parse(f"Rat {words} Brücke", TODAY).notes

    assert note.startswith(
        f"{words} were searched as words; to exclude what follows write {words.upper()}: "
    )


@pytest.mark.parametrize(
    "text",
    ["oder", "oder Kreml", "Nato oder", 'Nato "oder" Kreml', "title:oder Kreml", "and not und"],
)
def test_no_hint_where_nothing_is_joined(text: str) -> None:
    assert parse(text, TODAY).notes == ()


@pytest.mark.parametrize(
    "text",
    ["Haus und Garten", "Bund und Länder streiten nicht mehr", "er kann nicht schwimmen",
     "nicht mehr und nicht weniger", "Hansa und nicht zuletzt Kiel lang:de"],
)  # fmt: skip
def test_plain_german_has_no_hint(text: str) -> None:
    assert parse(text, TODAY).notes == ()


@pytest.mark.parametrize(
    "text", ["Rat und Brücke -Schule", "(Rat und Brücke)", "Rat und Tor w/5 x"]
)
def test_a_small_und_beside_operators_has_a_hint(text: str) -> None:
    (note,) = parse(text, TODAY).notes

    assert note.startswith("und was searched as a word; to search for both sides write UND")
