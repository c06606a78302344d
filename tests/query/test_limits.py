from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.query import parse
from newsarc.query.limits import Limits
from newsarc.query.nodes import leaves, walk
from tests import strategies
from tests.query.reading import TODAY

limits = st.builds(
    Limits,
    bracket_depth=st.integers(2, 20),
    nearness_depth=st.integers(0, 20),
    nearness_chain=st.integers(0, 20),
    words=st.integers(1, 20),
    patterns=st.integers(0, 20),
)


@pytest.mark.parametrize(
    ("text", "given", "canonical", "note"),
    [
        ("((a))", Limits(bracket_depth=1), "a", "brackets more than 1 deep were left out"),
        ("((a w/5 b))", Limits(nearness_depth=1), "a b",
         "w/5 was read as AND, as there are too many operators like it"),
        ("a w/5 b w/3 c", Limits(nearness_chain=1), "a w/5 b c",
         "w/3 was read as AND, as there are too many operators like it"),
        ("a b c", Limits(words=2), "a b", "only the first 2 words were searched for"),
        ("abc* abd~1 abe*", Limits(patterns=2), "abc* abd~1",
         "only the first 2 wildcards were searched for"),
    ],
)  # fmt: skip
def test_what_exceeds_a_limit_is_left_out_and_told(
    text: str, given: Limits, canonical: str, note: str
) -> None:
    parsed = parse(text, TODAY, given)

    assert str(parsed.node) == canonical
    assert any(told.startswith(note) for told in parsed.notes)


@given(strategies.query_texts(), limits)
def test_every_text_can_be_read_within_any_limits(text: str, given: Limits) -> None:
    node = parse(text, TODAY, given).node

    patterns = [leaf for leaf in leaves(node) if type(leaf).__name__ in {"Wild", "Similar"}]
    assert len(patterns) <= given.patterns
    assert list(walk(node))


@given(strategies.query_texts(), limits)
def test_what_was_read_within_limits_is_read_again_without_them(text: str, given: Limits) -> None:
    node = parse(text, TODAY, given).node

    assert parse(str(node), TODAY).node == node
