from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.dates import BEGINNING, END, DateSpan, PartialDate
from newsarc.query import (
    All,
    And,
    Language,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Source,
    Term,
    conjunction,
    sought,
)
from tests import strategies

a, b, c = Term(("a",)), Term(("b",)), Term(("c",))


def span(text: str) -> DateSpan:
    return PartialDate.parse(text).span


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (All(), "*"),
        (a, "a"),
        (Term(("nato", "ost")), "nato-ost"),
        (Phrase(("a", "b")), '"a b"'),
        (Phrase(()), '""'),
        (Source("der ufer kurier"), 'source:"der ufer kurier"'),
        (Language("de"), "lang:de"),
        (Published(span("2022")), "date:2022-01-01..2022-12-31"),
        (Published(span("2022-02-02T14:54")), "date:2022-02-02T14:54..2022-02-02T14:54"),
        (Published(DateSpan(BEGINNING, END)), "date:.."),
        (Published(DateSpan(span("2022").first, END)), "date:2022-01-01.."),
        (Published(DateSpan(BEGINNING, span("2022").last)), "date:..2022-12-31"),
        (
            Published(DateSpan(datetime(2022, 1, 1, 23, 59), datetime(2022, 1, 2))),  # noqa: DTZ001
            "date:2022-01-01T23:59..2022-01-02T00:00",
        ),
        (Not(a), "-a"),
        (Not(Not(a)), "-(-a)"),
        (Not(Phrase(("a", "b"))), '-"a b"'),
        (Not(And((a, b))), "-(a b)"),
        (Not(Language("de")), "-lang:de"),
        (And((a, b)), "a b"),
        (And((a, Not(b))), "a -b"),
        (And((a, And((b, c)))), "a (b c)"),
        (And((a, Or((b, c)))), "a (b OR c)"),
        (Or((a, b)), "a OR b"),
        (Or((a, Not(b))), "a OR -b"),
        (Or((a, Or((b, c)))), "a OR (b OR c)"),
    ],
)
def test_a_node_is_written_as_a_query(node: Node, text: str) -> None:
    assert str(node) == text


@given(strategies.nodes(), strategies.nodes())
def test_different_nodes_are_written_differently(one: Node, other: Node) -> None:
    assert (str(one) == str(other)) == (one == other)


@given(strategies.nodes())
def test_nodes_can_be_kept_in_sets(node: Node) -> None:
    assert {node, node} == {node}


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (Term(("a",), (0, 1)), Term(("a",), (5, 6))),
        (Phrase(("a",), (0, 1)), Phrase(("a",), (5, 6))),
        (Source("a", (0, 1)), Source("a", (5, 6))),
        (Language("de", (0, 1)), Language("de", (5, 6))),
        (Published(span("2022"), (0, 1)), Published(span("2022"), (5, 6))),
    ],
)
def test_where_a_node_was_read_is_no_part_of_what_it_says(here: Node, there: Node) -> None:
    assert here == there
    assert hash(here) == hash(there)


def test_a_node_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        a.words = ("b",)  # type: ignore[misc]


def test_a_term_has_words() -> None:
    with pytest.raises(ValueError, match="words"):
        Term(())


@pytest.mark.parametrize("join", [And, Or])
@pytest.mark.parametrize("nodes", [(), (a,)])
def test_joined_nodes_are_two_or_more(join: type[And | Or], nodes: tuple[Node, ...]) -> None:
    with pytest.raises(ValueError, match="two or more"):
        join(nodes)


def test_the_conjunction_of_nothing_says_everything() -> None:
    assert conjunction(()) == All()


@given(strategies.nodes())
def test_the_conjunction_of_one_node_is_the_node(node: Node) -> None:
    assert conjunction((node,)) == node


@given(st.lists(strategies.nodes(), min_size=2, max_size=4).map(tuple))
def test_the_conjunction_of_several_nodes_joins_them_by_and(nodes: tuple[Node, ...]) -> None:
    assert conjunction(nodes) == And(nodes)


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (a, (a,)),
        (Phrase(("a",)), (Phrase(("a",)),)),
        (And((b, Or((a, c)))), (b, a, c)),
        (And((a, Not(b))), (a,)),
        (Not(Not(a)), ()),
        (And((a, a)), (a, a)),
        (And((All(), Source("x"), Language("de"), Published(span("2022")))), ()),
    ],
)
def test_sought_are_the_words_that_a_hit_should_show(
    node: Node, words: tuple[Term | Phrase, ...]
) -> None:
    assert sought(node) == words
