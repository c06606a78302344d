"""The native splitter gives the tokens of words and chains that the analysis in Python gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarc.analysis import Splitter, index
from newsarc.scanner import twin
from tests.scanner.drawn import SOME, WORDS, made

CASES = (str.lower, str.title, str.upper, lambda word: f"{word[:3]}{word[3:].capitalize()}")
WORD = st.tuples(WORDS | made(SOME), st.sampled_from(CASES)).map(lambda drawn: drawn[1](drawn[0]))
JOINT = st.sampled_from(["-", "-", "-", "/", "‐", " ", "-\n", "--"])
CHAINS = st.lists(st.tuples(WORD, JOINT).map("".join), min_size=1, max_size=8).map("".join)


@pytest.fixture(scope="module")
def both() -> tuple[Splitter, Splitter]:
    """Return a splitter whose texts are scanned as here is best, and one with the twin."""
    own, other = Splitter(), Splitter()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsarc.analysis.indexing.Scanner", twin.Scanner)
        index("", "", "", "", "de", splitter=other)
    return own, other


@given(text=CHAINS)
@example(text="a-b-c-d-e-f")
@example(text="a-b-c-d-e-f-g")
@example(text=f"{'Hafen' * 52} {'Hafen' * 52}-{'Stadt' * 52}")
@example(text="STRAẞE-Straßenbahn-STRAẞENBAHN")
def test_both_find_the_same_tokens(both: tuple[Splitter, Splitter], text: str) -> None:
    one, other = (index("", "", "", text, "de", splitter=own) for own in both)

    assert one == other


def test_both_find_the_same_tokens_of_many_chains(both: tuple[Splitter, Splitter]) -> None:
    rows = zip(SOME[::3], SOME[1::3], SOME[2::3], strict=False)
    text = " ".join(f"{a.title()}-{b}{c} {a}{b}-{c.upper()} {a}-{b}-{c}" for a, b, c in rows)
    one, other = (index("", "", "", text, "de", splitter=own) for own in both)

    assert one == other
    assert one.body_parts.count("\u2010") > len(SOME)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Hafenrundfahrt-Gesellschaft", "‐hafenrundfahrtgesellschaft"),
        ("Süd-STRAẞENBAHN", "südstrass"),
        ("Nord-Süd-Dialog", "‐nord‐süd‐dialog"),
        ("a-b-c-d-e-f", "‐cdef"),
        ("Covid-19-Impfstoff", "‐covid19impfstoff"),
    ],
)
@pytest.mark.usefixtures("each_scanner")
def test_a_chain_is_found_by_its_words_together(text: str, tokens: str) -> None:
    found = index("", "", "", text, "de", splitter=Splitter())

    assert set(tokens.split()) <= set(found.body_parts.split())
