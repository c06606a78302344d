from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.query import parse
from newsarc.query.limits import Limits
from newsarc.query.nodes import And, Apart, AtLeast, In, Near, Node, Not, Or, Phrase, Term, Wild
from tests.query.reading import TODAY, read

if TYPE_CHECKING:
    from newsarc.query.nodes import Reach

a, b, c, d = (Term((letter,)) for letter in "abcd")


def near(left: Node, right: Node, reach: Reach = 5, *, ordered: bool = False) -> Near:
    return Near(left, right, reach, ordered)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("a w/5 b", near(a, b)),
        ("a W/5 b", near(a, b)),
        ("a /5 b", near(a, b)),
        ("a NEAR/5 b", near(a, b)),
        ("a near/5 b", near(a, b)),
        ("a NEAR b", near(a, b, 10)),
        ("a pre/5 b", near(a, b, ordered=True)),
        ("a ADJ/5 b", near(a, b, ordered=True)),
        ("a ADJ b", near(a, b, 10, ordered=True)),
        ("a w/s b", near(a, b, "s")),
        ("a /p b", near(a, b, "p")),
        ("a NOT w/5 b", Apart(a, b, 5)),
        ("a NICHT /s b", Apart(a, b, "s")),
        ("a -w/5 b", Apart(a, b, 5)),
        ("(a OR b) w/5 c", near(Or((a, b)), c)),
        ("abc* w/2 b", near(Wild("abc*"), b, 2)),
        ('"a b" w/5 c', near(Phrase(("a", "b")), c)),
        ("a-b w/5 c", near(Term(("a", "b")), c)),
        ("title:a w/5 title:b", near(In("title", a), In("title", b))),
        ("title:(a w/5 b)", near(In("title", a), In("title", b))),
        ("a w/5 b c", And((near(a, b), c))),
        ("c a w/5 b", And((c, near(a, b)))),
        ("a w/5 b OR c", Or((near(a, b), c))),
        ("-(a w/5 b)", Not(near(a, b))),
        ("NOT a w/5 b", Not(near(a, b))),
        ("atleast3(a)", AtLeast(3, a)),
        ("ATLEAST3(a)", AtLeast(3, a)),
        ("mindestens3(a)", AtLeast(3, a)),
        ("atleast2(a OR b)", AtLeast(2, Or((a, b)))),
        ("atleast2(a w/5 b)", AtLeast(2, near(a, b))),
        ("title:atleast2(a)", AtLeast(2, In("title", a))),
        ("atleast1(a)", a),
        ("atleast3 a", And((Term(("atleast3",)), a))),
    ],
    ids=str,
)
def test_nearness_is_read_as_it_stands(text: str, node: Node) -> None:
    assert [note for note in parse(text, TODAY).notes if "AND binds" not in note] == []
    assert parse(text, TODAY).node == node


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("a w/5 b w/5 c", near(near(a, b), c)),
        ("a w/5 b w/3 c", near(a, near(b, c, 3))),
        ("a w/3 b w/5 c w/3 d", near(near(a, b, 3), near(c, d, 3))),
        ("a w/p b w/s c w/9 d", near(a, near(b, near(c, d, 9), "s"), "p")),
        ("(a w/5 b) w/3 c", near(near(a, b), c, 3)),
        ("a NOT w/3 b w/5 c", near(Apart(a, b, 3), c)),
    ],
)
def test_the_smallest_reach_joins_first(text: str, node: Node) -> None:
    assert read(text) == (node, ())


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("(a UND b) w/5 (c UND d)", "a w/5 c a w/5 d b w/5 c b w/5 d"),
        ("a w/5 (b c)", "a w/5 b a w/5 c"),
        ("a w/5 (b -c)", "a w/5 b -(a w/5 c)"),
        ("a NOT w/5 (b c)", "a NOT w/5 b a NOT w/5 c"),
        ("a w/5 (b OR source:x)", 'a w/5 b OR source:"x" a'),
        ("a w/5 source:x", 'source:"x" a'),
        ("* w/5 a", "* a"),
    ],
)
def test_what_joins_more_than_single_things_is_read_pair_by_pair_and_told(
    text: str, canonical: str
) -> None:
    node, (note, *_) = read(text)

    assert str(node) == canonical
    assert "joins single words or phrases" in note
    assert note.endswith(f"this reads as: {canonical}")


def test_what_counts_more_than_single_things_is_told() -> None:
    node, notes = read("atleast3(a b)")

    assert node == And((AtLeast(3, a), AtLeast(3, b)))
    assert notes == (
        "atleast counts single words or phrases, so this reads as: atleast3(a) atleast3(b)",
    )


@pytest.mark.parametrize(
    ("text", "canonical", "note"),
    [
        ("a w/0 b", "a w/1 b", "w/0 was read as w/1"),
        ("a w/9999 b", "a w/255 b", "w/9999 was read as w/255"),
        ("a PRE/0 b", "a pre/1 b", "PRE/0 was read as pre/1"),
        ("atleast0(a)", "a", "atleast0 was read as atleast1"),
        ("atleast5000(a)", "atleast999(a)", "atleast5000 was read as atleast999"),
        ("a w/5", "a", "w/5 with nothing to join was left out: a ▲w/5"),
        ("w/5 a", "a", "w/5 with nothing to join was left out: ▲w/5 a"),
        ("a w/5 -b", "a -b", "w/5 with nothing to join was left out: a ▲w/5 -b"),
        ("a w/5 w/5 b", "a w/5 b", "w/5 with nothing to join was left out: a ▲w/5 w/5 b"),
        ("w/5", "w-5", "nothing but operators; searched as words: w/5"),
        ("NEAR", "near", "nothing but operators; searched as words: near"),
    ],
)
def test_nearness_that_was_mended_is_told(text: str, canonical: str, note: str) -> None:
    node, notes = read(text)

    assert str(node) == canonical
    assert note in notes


def test_pairs_of_very_many_things_are_not_made() -> None:
    many = f"({'a ' * 20}) w/5 ({'b ' * 20})"

    assert len(str(parse(many, TODAY).node).split()) < Limits().words
