from __future__ import annotations

import pickle
from dataclasses import asdict, fields, is_dataclass
from dataclasses import replace as dataclass_replace
from inspect import signature
from typing import Any

import pytest

from newsarc.query import Phrase, Term
from newsarc.records.kept import Evidence, Origin
from newsarc.values import NamedTuple, replace

HERE = Origin("hafen.jsonl", 7)
TERM = Term(("hafen",), span=(3, 8))


def test_a_value_is_a_dataclass_for_whoever_asks() -> None:
    assert is_dataclass(HERE)
    assert asdict(HERE) == {"path": "hafen.jsonl", "line": 7}
    assert [(field.name, field.type) for field in fields(TERM)] == [
        ("span", "Span"),
        ("words", "tuple[str, ...]"),
    ]
    assert dataclass_replace(TERM, words=("see",)).span == (3, 8)


def test_a_value_tells_how_it_is_made() -> None:
    assert list(signature(Evidence).parameters) == ["field", "words", "rule", "basis"]
    assert str(signature(Origin)) == "(path: 'str', line: 'int | None' = None) -> None"


@pytest.mark.parametrize("one", [HERE, TERM])
def test_a_value_survives_pickling(one: Any) -> None:
    other = pickle.loads(pickle.dumps(one))  # noqa: S301

    assert other == one
    assert [getattr(other, field.name) for field in fields(one)] == [
        getattr(one, field.name) for field in fields(one)
    ]


def test_what_was_replaced_is_all_that_differs() -> None:
    assert replace(TERM, words=("see",)) == Term(("see",))
    assert replace(TERM, words=("see",)).span == (3, 8)


def test_values_are_equal_where_they_are_of_one_kind_and_say_the_same() -> None:
    assert Term(("hafen",)) == TERM
    assert hash(Term(("hafen",))) == hash(TERM)
    assert Phrase(("hafen",)) != TERM  # type: ignore[comparison-overlap]
    assert repr(TERM) == "Term(words=('hafen',))"


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("a", 1, 2), {}), (("a",), {"path": "b"}), (("a",), {"row": 1})],
    ids=["too few", "too many", "twice", "unknown"],
)
def test_a_value_takes_its_fields_and_each_once(
    given: tuple[object, ...], named: dict[str, object]
) -> None:
    with pytest.raises(TypeError, match="takes path, line, each once"):
        Origin(*given, **named)  # type: ignore[arg-type]


class Pair(NamedTuple):
    """A tuple with names."""

    left: int
    right: str = "r"

    @property
    def both(self) -> str:
        """Both of them."""
        return f"{self.left}{self.right}"


PAIR = Pair(1)


def test_a_tuple_has_names_for_its_items() -> None:
    left, right = PAIR

    assert (left, right) == PAIR == (1, "r")
    assert (PAIR.left, PAIR.right, PAIR.both) == (1, "r", "1r")
    assert repr(PAIR) == "Pair(left=1, right='r')"
    assert PAIR._asdict() == {"left": 1, "right": "r"}
    assert PAIR._replace(left=2) == Pair(right="r", left=2)
    assert type(pickle.loads(pickle.dumps(PAIR))) is Pair  # noqa: S301
    assert str(signature(Pair)) == "(left: 'int', right: 'str' = 'r') -> None"


@pytest.mark.parametrize("given", [(), (1, "r", 3)], ids=["too few", "too many"])
def test_a_tuple_takes_its_items_and_each_once(given: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError, match="takes left, right, each once"):
        Pair(*given)


def test_a_tuple_is_told_apart_by_its_items() -> None:
    match PAIR:
        case Pair(left, right="r"):
            assert left == 1
        case _:
            pytest.fail("it has another right one")
