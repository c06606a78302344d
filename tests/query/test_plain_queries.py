"""Queries without signs, which are split at their blanks alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.query.lexer import Kind, tokens

WORDS = st.sampled_from(
    "Rat OR ODER AND & NOT NEAR www.hafen.example 3.500 a.b,c? [x] über atleast3 Brück* Rat~1 =Rat "
    "+Rat w5 's … ÄÖ R^2".split()
)


@given(words=st.lists(WORDS), blank=st.sampled_from([" ", "  ", "\n", "\u00a0"]))
def test_a_query_reads_the_same_beside_a_sign(words: list[str], blank: str) -> None:
    text = blank.join(words)
    *before, opening, _ = tokens(f"{text} ()")

    assert list(tokens(text)) == before
    assert opening.kind is Kind.OPEN


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_blanks_alone_are_no_tokens(text: str) -> None:
    assert list(tokens(text)) == []
