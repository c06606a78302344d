from __future__ import annotations

import pickle
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsarc.dates import BEGINNING, END, DateSpan, PartialDate
from newsarc.query.nodes import (
    Added,
    Address,
    All,
    And,
    Apart,
    AtLeast,
    Has,
    Id,
    In,
    Label,
    Language,
    Length,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Similar,
    Sought,
    Source,
    Term,
    Truncated,
    Updated,
    Wild,
    conjunction,
    placed,
    sought,
    walk,
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
        (Term(("near5",)), "near5."),
        (In("title", Term(("adj3",))), "title:adj3."),
        (Phrase(("a", "b")), '"a b"'),
        (Phrase(()), '=""'),
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
        (Loose(("a", "b"), 5), '"a b"~5'),
        (Wild("osterw*"), "osterw*"),
        (Similar("nato", 1), "nato~1"),
        (In("title", a), "title:a"),
        (In("start", Phrase(("a", "b"))), 'start:"a b"'),
        (Near(a, b, 5), "a w/5 b"),
        (Near(a, b, 5, ordered=True), "a pre/5 b"),
        (Near(a, b, "s"), "a w/s b"),
        (Near(a, b, "p"), "a w/p b"),
        (Apart(a, b, 5), "a NOT w/5 b"),
        (Near(Or((a, b)), c, 5), "(a OR b) w/5 c"),
        (Near(Near(a, b, 5), c, 5), "a w/5 b w/5 c"),
        (Near(a, Near(b, c, 5), 5), "a w/5 (b w/5 c)"),
        (Near(a, Near(b, c, 3), 5), "a w/5 b w/3 c"),
        (Near(Near(a, b, 5), c, 3), "(a w/5 b) w/3 c"),
        (Near(Near(a, b, 99), c, "s"), "a w/99 b w/s c"),
        (AtLeast(3, a), "atleast3(a)"),
        (AtLeast(3, Or((a, b))), "atleast3(a OR b)"),
        (And((a, Near(b, c, 5))), "a b w/5 c"),
        (Not(Near(a, b, 5)), "-(a w/5 b)"),
        (Label("author", "ilse quast"), 'author:"ilse quast"'),
        (Address("path", "seeds/*.txt"), 'path:"seeds/*.txt"'),
        (Id("fe5f"), "id:fe5f"),
        (Length(500), "words:500.."),
        (Length(0, 20), "words:0..20"),
        (Has("author"), "has:author"),
        (Truncated(), "is:truncated"),
        (Updated(span("2022")), "updated:2022-01-01..2022-12-31"),
        (Added(span("2022-02")), "added:2022-02-01..2022-02-28"),
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
        (Term(("a",), span=(0, 1)), Term(("a",), span=(5, 6))),
        (Phrase(("a",), span=(0, 1)), Phrase(("a",), span=(5, 6))),
        (Source("a", span=(0, 1)), Source("a", span=(5, 6))),
        (Language("de", span=(0, 1)), Language("de", span=(5, 6))),
        (Published(span("2022"), span=(0, 1)), Published(span("2022"), span=(5, 6))),
    ],
)
def test_where_a_node_was_read_is_no_part_of_what_it_says(here: Node, there: Node) -> None:
    assert here == there
    assert (here != there) is False
    assert hash(here) == hash(there)
    assert repr(here) == repr(there)


def test_a_word_and_a_phrase_of_the_same_words_are_different() -> None:
    one: Node = Term(("a",))

    assert one != Phrase(("a",))
    assert len({one, Phrase(("a",))}) == 2


def test_a_leaf_shows_what_it_says() -> None:
    assert repr(Label("author", "quast", span=(3, 8))) == "Label(field='author', name='quast')"


@given(strategies.nodes())
def test_a_node_survives_being_handed_between_processes(node: Node) -> None:
    assert pickle.loads(pickle.dumps(node)) == node  # noqa: S301


def test_a_changed_copy_of_a_leaf_keeps_its_place() -> None:
    assert replace(Term(("a",), span=(3, 8)), words=("b",)).span == (3, 8)


def test_the_place_of_a_leaf_is_given_by_name_only() -> None:
    with pytest.raises(TypeError):
        Term(("a",), (3, 8))  # type: ignore[call-arg]


def test_a_node_never_changes() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        a.words = ("b",)  # type: ignore[misc]


def test_a_term_has_words() -> None:
    with pytest.raises(ValueError, match="at least one word"):
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
        (And((Has("url"), Label("place", "x"), Id("a"), Truncated())), ()),
        (Near(a, Or((b, Wild("abc*"))), 5), (a, b, Wild("abc*"))),
        (Apart(a, b, 5), (a,)),
        (AtLeast(3, a), (a,)),
        (In("title", a), (In("title", a),)),
        (Phrase(()), ()),
    ],
)
def test_sought_are_the_words_that_a_hit_should_show(node: Node, words: tuple[Sought, ...]) -> None:
    assert sought(node) == words


@pytest.mark.parametrize("node", [All(), Not(a), And((a, b)), Source("x"), AtLeast(2, a)], ids=str)
def test_what_has_no_place_in_a_text_is_near_nothing(node: Node) -> None:
    assert not placed(node)
    for side in (lambda: Near(a, node, 5), lambda: Apart(node, a, 5), lambda: AtLeast(2, node)):
        with pytest.raises(ValueError, match="place in a text"):
            side()


@pytest.mark.parametrize(
    "node", [a, Phrase(()), In("title", a), Near(a, b, 1), Apart(a, b, "s"), Or((a, b))], ids=str
)
def test_what_has_a_place_in_a_text_can_be_near_others(node: Node) -> None:
    assert placed(node)
    assert str(Near(node, c, 255)).endswith("w/255 c")


@pytest.mark.parametrize(("words", "slop"), [(("a",), 5), (("a", "b"), 0)])
def test_a_loose_phrase_has_words_and_room(words: tuple[str, ...], slop: int) -> None:
    with pytest.raises(ValueError, match="slop of at least 1"):
        Loose(words, slop)


def test_a_walk_passes_every_node() -> None:
    near = Near(a, b, 5)
    whole = And((Not(near), Or((c, In("title", a)))))

    assert list(walk(whole)) == [whole, *whole.nodes[:1], near, a, b, *whole.nodes[1:], c,
                                 In("title", a)]  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "prefix"), [("abc*", "abc"), ("*abc", None), ("a*c*", None), ("a?c*", None)]
)
def test_only_a_star_at_the_end_makes_a_beginning(pattern: str, prefix: str | None) -> None:
    assert Wild(pattern).prefix == prefix
