"""The native scanner and its Python twin give the same bytes for every text."""

from __future__ import annotations

from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc import scanner
from newsarc.scanner import twin

WEIGHTS = (3, 5, 7)
# Signs of words and sentences, letters beyond ASCII and beyond the first 65,536 characters, digits
# that are letters to Python, marks, and blanks of several kinds.
SIGNS = (
    "aA1ÄßéЖ中½²\u0301\u0308\u0345_ \n\t\u202f\u2009\u3000\x1c\x85"
    ".,:;!?…\"„“”»«’()[]-‐‑/&'\U0001f600\U00010400\U0001d7d9"
)
PIECES = ("Prof.", "z. B.", "am 2. Februar", "\n\n", "Haus. Der", "U-Bahn", " ", "a" * 300)
TEXTS = st.lists(
    st.text(SIGNS) | st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs"]))
).map("".join)

scanners = pytest.mark.parametrize("module", [scanner, twin])


def word(written: str) -> tuple[str, str, str]:
    """Stand for an analysis: a form, a stem, and for long words two other tokens."""
    lower = written.lower()
    return lower, lower[:3], f"{lower[0]} {lower[-1]}" if len(lower) > 5 else ""


def crc(token: str) -> int:
    return crc32(token.encode())


def linked(stretch: str) -> str:
    """Stand for the tokens of a stretch of several words."""
    return stretch[0] if stretch[0].isalnum() else ""


@given(TEXTS)
def test_both_find_the_same_columns(text: str) -> None:
    one, other = (module.Scanner(word, linked, WEIGHTS) for module in (scanner, twin))

    assert one.scan(text) == other.scan(text)
    assert one.scan(text) == other.scan(text)  # what was seen is found, and not analysed
    assert one.fresh() == other.fresh()


@given(TEXTS)
def test_both_count_the_same_units(text: str) -> None:
    assert scanner.units(text) == twin.units(text)


@scanners
def test_a_form_is_fresh_once(module: Any) -> None:
    own = module.Scanner(word, linked, WEIGHTS)
    own.scan("Der Rat der Stadt")

    assert own.fresh() == ["der", "rat", "der", "stadt"]  # "Der" and "der" are written differently
    own.scan("Rat der Hafenstadt")
    assert own.fresh() == ["hafenstadt"]


@scanners
def test_the_checksum_is_the_weighted_sum_of_all_tokens(module: Any) -> None:
    _, _, _, checksum = module.Scanner(word, linked, WEIGHTS).scan("Rathaus am See")
    forms = sum(map(crc, ("rathaus", "am", "see")))
    stems = sum(map(crc, ("rat", "am", "see")))

    assert checksum == forms * 3 + stems * 5 + (crc("r") + crc("s")) * 7


@scanners
def test_what_an_analysis_raises_reaches_the_caller(module: Any) -> None:
    def refuse(_written: str) -> tuple[str, str, str]:
        raise LookupError("no such word")

    with pytest.raises(LookupError, match="no such word"):
        module.Scanner(refuse, linked, WEIGHTS).scan("Rathaus")


@scanners
@pytest.mark.parametrize(
    ("text", "sentences", "paragraphs"),
    [
        ("Am 2. Februar. Dr. Muster sprach.\n\nEnde.", [3, 3, 1], [6, 1]),
        ("„Ja.“ Sie ging.", [1, 2], [3]),
        ("", [], [0]),
        (" ".join(["Wort"] * 600), [255, 255, 90], [255, 255, 90]),
    ],
)
def test_units_are_numbers_of_words(
    module: Any, text: str, sentences: list[int], paragraphs: list[int]
) -> None:
    assert module.units(text) == (bytes(sentences), bytes(paragraphs))
