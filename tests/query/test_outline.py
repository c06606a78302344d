from __future__ import annotations

import pytest
from hypothesis import given

from newsarc.query.nodes import Node, walk
from newsarc.query.outline import outline
from tests import strategies
from tests.query.reading import read


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("*", ["everything"]),
        ("Hafen", ["word hafen"]),
        ("Nord-Hafen", ["words side by side: nord hafen"]),
        ('"alter Hafen"', ['exactly "alter hafen"']),
        ('""', ["nothing"]),
        ('"alter Hafen"~2', ["exactly alter hafen, in any order, with at most 2 other words"]),
        ("Haf*", ["pattern haf*"]),
        ("Hafen~1", ["similar to hafen, at most 1 letter different"]),
        ("Hafen~2", ["similar to hafen, at most 2 letters different"]),
        ("title:Hafen", ["in the title: word hafen"]),
        ("Hafen w/1 Rat", ["near: within 1 word", "  word hafen", "  word rat"]),
        ("Hafen pre/5 Rat", ["near: within 5 words, in this order", "  word hafen", "  word rat"]),
        ("Hafen w/s Rat", ["near: in one sentence", "  word hafen", "  word rat"]),
        (
            "Hafen NOT w/p Rat",
            [
                "the first, without the second near it: in one paragraph",
                "  word hafen",
                "  word rat",
            ],
        ),
        ("atleast3(Hafen)", ["at least 3 times", "  word hafen"]),
        (
            "Hafen -(Rat OR lang:de)",
            ["all of", "  word hafen", "  not", "    one of", "      word rat",
             "      filter lang:de"],
        ),
    ],
)  # fmt: skip
def test_a_query_has_an_outline(query: str, lines: list[str]) -> None:
    node, _ = read(query)

    assert list(outline(node)) == lines


@given(strategies.nodes())
def test_each_node_has_a_line_of_its_own(node: Node) -> None:
    assert len(list(outline(node))) == len(list(walk(node)))
