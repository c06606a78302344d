"""The native cutter and the one in Python give the same cut of every word."""

from __future__ import annotations

from functools import cache
from itertools import product
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.analysis.compounds import Cutter
from newsarc.analysis.languages import Compounding
from newsarc.analysis.languages.german import COMPOUNDS
from newsarc.analysis.splitter import cutter
from newsarc.analysis.tables import packed
from newsarc.analysis.words import Words
from tests.scanner.drawn import GERMAN, SOME, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsarc.scanner import native

    # Returns all of what a cutter says of a word.
    Told = Callable[[str], tuple[int, str, str, float] | None]

# No language has these rules: links of one letter and of three, and an ending that is a suffix
# where the beginning is frequent.
RULES = Compounding(
    links=("o", "son"),
    lost=("n", "s"),
    short_first=frozenset({"so", "non"}),
    short_last=frozenset({"ono", "öns"}),
    never_first="n*o.*o",
    never_last="[sö].o.*",
    is_suffix=lambda beginning, ending, frequency: ending[0] == "o" and frequency(beginning) > 4,
)


@cache
def both() -> tuple[Told, Told]:
    """Return what both cutters say of words by the table of German."""
    return told(cutter(COMPOUNDS, GERMAN)), told(Cutter(COMPOUNDS, GERMAN.zipf))


def told(own: Cutter | native.Cutter) -> Told:

    def cut(word: str) -> tuple[int, str, str, float] | None:
        found = own.cut(word)
        return None if found is None else (found.at, found.modifier, found.head, found.score)

    return cut


@given(WORDS)
def test_both_cut_a_word_alike(word: str) -> None:
    one, other = both()

    assert one(word) == other(word)
    assert one(word) == other(word)  # what was found is kept


def test_both_cut_the_words_of_the_table_alike() -> None:
    one, other = both()

    assert [one(word) for word in SOME] == [other(word) for word in SOME]
    assert sum(one(word) is not None for word in SOME) > len(SOME) / 4


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Words:
    """Return a table in which every third word of a language of four letters is known."""
    path: Path = tmp_path_factory.mktemp("words") / "invented.table"
    random = Random(7)
    every = ["".join(letters) for size in range(2, 8) for letters in product("nosö", repeat=size)]
    known = {word: f"{random.randrange(7, 18) * 50}" for word in every if random.random() < 0.3}
    path.write_bytes(packed(known, "invented"))
    return Words(str(path))


@given(word=st.text("nosö", min_size=6, max_size=20))
def test_both_cut_alike_by_the_rules_of_any_language(invented: Words, word: str) -> None:
    one, other = cutter(RULES, invented), Cutter(RULES, invented.zipf)

    assert told(one)(word) == told(other)(word)


def test_both_cut_many_words_of_any_language_alike(invented: Words) -> None:
    random = Random(8)
    row = ["".join(random.choices("nosö", k=random.randrange(6, 18))) for _ in range(20_000)]
    one, other = told(cutter(RULES, invented)), told(Cutter(RULES, invented.zipf))

    assert [one(word) for word in row] == [other(word) for word in row]
    assert sum(one(word) is not None for word in row) > len(row) / 20


@given(number=st.integers(0, 2**32))
def test_what_was_cut_before_changes_no_cut(invented: Words, number: int) -> None:
    random = Random(number)
    row = ["".join(random.choices("nosö", k=random.randrange(6, 18))) for _ in range(50)]
    one, other = told(cutter(RULES, invented)), told(Cutter(RULES, invented.zipf))

    assert [one(word) for word in row] == [other(word) for word in reversed(row)][::-1]


def test_a_cut_is_counted_in_letters() -> None:
    found = cutter(COMPOUNDS, GERMAN).cut("öläpfelsäfte")

    assert found is not None
    assert ("öläpfelsäfte"[: found.at], found.head) == ("öläpfel", "säfte")


@pytest.mark.parametrize("word", ["kirschblau", "grünkirsch"])
def test_own_frequencies_are_asked_and_no_table(word: str) -> None:
    own = {"kirsch": 4.0, "blau": 4.0, "grün": 4.0}

    assert cutter(COMPOUNDS, own.get).cut(word) is not None
    assert cutter(COMPOUNDS, lambda _word: None).cut(word) is None


@pytest.mark.parametrize("word", ["hafenfest", "sicherheitsrat"])
def test_what_a_rule_raises_reaches_the_caller(word: str) -> None:
    def refuse(_beginning: str, _ending: str, _frequency: object) -> bool:
        raise LookupError("no such rule")

    own = cutter(
        Compounding(links=("s",), short_last=COMPOUNDS.short_last, is_suffix=refuse), GERMAN
    )

    with pytest.raises(LookupError, match="no such rule"):
        own.cut(word)
