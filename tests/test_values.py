from __future__ import annotations

import pickle
from dataclasses import asdict, dataclass, fields, is_dataclass
from inspect import signature
from typing import Any, get_type_hints

import pytest
from msgspec.structs import replace as dataclass_replace

from newsarc.values import named, replace, value


@value
class Place:
    path: str
    line: int | None = None


@value
class Read:
    span: tuple[int, int] = named(default=(0, 0), kw_only=True)


@value
class Word(Read):
    words: tuple[str, ...]


@value
class Quote(Read):
    words: tuple[str, ...]


HERE = Place("hafen.jsonl", 7)
WORD = Word(("hafen",), span=(3, 8))


def test_a_value_is_a_dataclass_for_whoever_asks() -> None:
    assert is_dataclass(HERE)
    assert asdict(HERE) == {"path": "hafen.jsonl", "line": 7}
    assert [(field.name, field.type) for field in fields(WORD)] == [
        ("span", "tuple[int, int]"),
        ("words", "tuple[str, ...]"),
    ]
    assert dataclass_replace(WORD, words=("see",)).span == (3, 8)


def test_a_value_tells_how_it_is_made() -> None:
    assert str(signature(Place)) == "(path: 'str', line: 'int | None' = None) -> None"


@pytest.mark.parametrize("one", [HERE, WORD])
def test_a_value_survives_pickling(one: Any) -> None:
    other = pickle.loads(pickle.dumps(one))  # noqa: S301

    assert other == one
    assert [getattr(other, field.name) for field in fields(one)] == [
        getattr(one, field.name) for field in fields(one)
    ]


def test_what_was_replaced_is_all_that_differs() -> None:
    assert replace(WORD, words=("see",)) == Word(("see",))
    assert replace(WORD, words=("see",)).span == (3, 8)


def test_values_are_equal_where_they_are_of_one_kind_and_say_the_same() -> None:
    assert Word(("hafen",)) == WORD
    assert hash(Word(("hafen",))) == hash(WORD)
    assert Quote(("hafen",)) != WORD  # type: ignore[comparison-overlap]
    assert repr(WORD) == "Word(words=('hafen',))"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        (("a", 1, 2), {}),
        (("a",), {"path": "b"}),
        (("a",), {"row": 1}),
        ((), {"row": 1}),
    ],
    ids=["too few", "too many", "twice", "unknown", "unknown for another"],
)
def test_a_value_takes_its_fields_and_each_once(
    given: tuple[object, ...], named: dict[str, object]
) -> None:
    with pytest.raises(TypeError, match="takes path, line, each once"):
        Place(*given, **named)  # type: ignore[arg-type]


def test_a_value_tells_the_types_of_its_fields() -> None:
    assert get_type_hints(Place)["path"] is str


def test_a_dataclass_may_be_made_of_a_value() -> None:
    @dataclass(frozen=True)
    class Marked(Place):
        colour: str = "red"

    assert Marked("a").colour == "red"
    assert fields(Marked)[0].name == "path"
