"""Lines of text on a terminal: where they break."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.render.style import wrapped

WORDS = st.text("aü-.", min_size=1, max_size=30)


@given(words=st.lists(WORDS), width=st.integers(8, 40), first=st.sampled_from(["", "12. "]))
def test_lines_break_where_the_standard_library_breaks_them(
    words: list[str], width: int, first: str
) -> None:
    text, indent = " ".join(words), " " * len(first)
    lines = textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False
    )

    assert wrapped(text, width, first, indent) == [line.rstrip(" ") for line in lines]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("Ein Boot", ["Ein Boot"]),
        ("Das Boot sank im Hafen", ["Das Boot", "sank im", "Hafen"]),
        ("Boot   Hafen", ["Boot", "Hafen"]),
        ("Die Hafenrundfahrten", ["Die Hafe", "nrundfah", "rten"]),
    ],
)
def test_only_a_word_that_fits_no_line_is_cut(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8) == lines
