"""Where in an article the words of a query stand: the meaning of all that is about words.

The oracle asks this of every article; an engine asks it where its index cannot answer.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, assert_never

from newsarc.analysis import FIELDS, sequences, variants
from newsarc.meaning.compounds import REACH, Compound
from newsarc.meaning.text import Place
from newsarc.query import (
    All,
    And,
    Apart,
    AtLeast,
    Filter,
    In,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Similar,
    Term,
    Wild,
    placed,
)
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.meaning.meaning import Meaning
    from newsarc.meaning.text import Column, Text
    from newsarc.query import Field


def holds(node: Node, text: Text, meaning: Meaning) -> bool:
    """Tell whether an article says what a node says of its words.

    What stands in a compound or in a chain of words, or is taken apart, has no place there: it
    is found, and near nothing.
    """
    match node:
        case Near() | Apart():
            return any(_found(node, text, meaning))
        case AtLeast(times, inner):
            return len(places(inner, text, meaning)) >= times
        case _:
            apart = _apart(*compound_of(node, meaning), text)
            return apart or bool(places(node, text, meaning))


def _apart(compound: Compound, fields: Iterable[int], text: Text) -> bool:
    """Tell whether words stand within a compound, or as a compound taken apart."""
    return any(
        (bool(text.parts) and any(token in text.parts[field] for token in compound.within))
        or any(_taken_apart(compound, field, text))
        for field in fields
    )


def _taken_apart(compound: Compound, field: int, text: Text) -> Iterator[Place]:
    """Give each stretch of a field in which all parts of a compound stand near each other."""
    if compound.parts:
        yield from loose(field, text.stems[field], compound.parts, slop_of(compound))


def slop_of(compound: Compound) -> int:
    """Give how many other words may stand among the parts of a compound taken apart."""
    return REACH + len(("first", "last")) - len(compound.parts)


def counted(query: Node) -> tuple[Node, ...]:
    """Give the parts of a query whose places are its occurrences: what is near as a whole."""
    match query:
        case Not():
            return ()
        case And(nodes) | Or(nodes):
            return tuple(dict.fromkeys(part for node in nodes for part in counted(node)))
        case _:
            return (query,) if placed(query) or isinstance(query, AtLeast) else ()


def occurrences(nodes: Iterable[Node], text: Text, meaning: Meaning) -> int:
    """Count the places of an article where at least one of some nodes stands."""
    return len({spot for node in nodes for spot in _spots(node, text, meaning)})


def _spots(node: Node, text: Text, meaning: Meaning) -> Iterator[tuple[bool, Place]]:
    """Give each place of a node; parts of compounds are numbered among themselves."""
    whole = node.node if isinstance(node, AtLeast) else node
    yield from ((False, place) for place in places(whole, text, meaning))
    yield from _compounded(*compound_of(node, meaning), text)


def compound_of(node: Node, meaning: Meaning) -> tuple[Compound, Sequence[int]]:
    """Give what the words of a node are as a compound, and in which fields they may be one."""
    match node:
        case Term(words) | In("title" | "kicker" | "body", Term(words)):
            fields = [FIELDS.index(node.field)] if isinstance(node, In) else range(len(FIELDS))
            return meaning.compounds.get(words, Compound()), fields
        case _:
            return Compound(), ()


def _compounded(
    compound: Compound, fields: Iterable[int], text: Text
) -> Iterator[tuple[bool, Place]]:
    for field in fields:
        yield from ((False, place) for place in _taken_apart(compound, field, text))
        parts = text.parts[field] if text.parts else {}
        within = (at for token in compound.within for at in parts.get(token, ()))
        yield from ((True, Place(field, at, at + 1)) for at in within)


def places(node: Node, text: Text, meaning: Meaning) -> list[Place]:
    """Give each place of what a node says, in order; none of what has no place in a text."""
    match node:
        case Term(words):
            return term_places(words, text, meaning.languages)
        case Phrase(words):
            return _rows(text.forms, variants(words, ()))
        case Loose(words, slop):
            forms = [fold(word) for word in words]
            return [p for n, column in enumerate(text.forms) for p in loose(n, column, forms, slop)]
        case Wild() | Similar():
            return _single(node, text, meaning)
        case In(field, word):
            return [place for place in places(word, text, meaning) if _lies_in(place, field, text)]
        case Near() | Apart():
            return sorted(set(_found(node, text, meaning)))
        case Or(nodes):
            return sorted({place for part in nodes for place in places(part, text, meaning)})
        case All() | AtLeast() | Not() | And() | Filter():
            return []
        case _:
            assert_never(node)


def term_places(words: tuple[str, ...], text: Text, languages: Sequence[str]) -> list[Place]:
    """Give each place where words stand side by side or joined, in any inflected form."""
    return _rows(text.stems, sequences(words, languages))


def _rows(columns: Sequence[Column], rows: Iterable[tuple[str, ...]]) -> list[Place]:
    """Find rows of words that stand side by side."""
    wanted = [row for row in rows if row]
    return sorted(
        Place(number, at, at + len(row))
        for number, column in enumerate(columns)
        for row in wanted
        for at in row_starts(column, row)
    )


def row_starts(column: Column, row: tuple[str, ...]) -> Iterable[int]:
    """Give where in a column a row of words begins."""
    first, *others = (column.get(word, ()) for word in row)
    behind = [frozenset(places) for places in others]
    return (at for at in first if all(at + n in them for n, them in enumerate(behind, start=1)))


def _single(node: Wild | Similar, text: Text, meaning: Meaning) -> list[Place]:
    prefix = node.prefix if isinstance(node, Wild) else None
    forms = meaning.forms.get(node, frozenset())
    return sorted(
        Place(number, at, at + 1)
        for number, column in enumerate(text.forms)
        for form, places in column.items()
        if (form in forms if prefix is None else form.startswith(prefix))
        for at in places
    )


def loose(number: int, column: Column, forms: Sequence[str], slop: int) -> Iterator[Place]:
    """Give the shortest stretches that hold all forms, each as often as it is asked for."""
    missing = Counter(forms)
    places = sorted((at, form) for form in missing for at in column.get(form, ()))
    lacking, first = len(forms), 0
    for last, form in places:
        missing[form] -= 1
        lacking -= missing[form] >= 0
        shortest = None
        while not lacking:
            shortest, begun = places[first]
            missing[begun] += 1
            lacking += missing[begun] > 0
            first += 1
        if shortest is not None and last - shortest < len(forms) + slop:
            yield Place(number, shortest, last + 1)


def _lies_in(place: Place, field: Field, text: Text) -> bool:
    name = FIELDS[place.field]
    return name == field or (field == "start" and (name != "body" or place.end <= text.start))


def _found(node: Near | Apart, text: Text, meaning: Meaning) -> Iterator[Place]:
    """Give the places of what is near, or of what nothing is near, one by one."""
    pairs = _neighbours(places(node.left, text, meaning), places(node.right, text, meaning))
    for one, others in pairs:
        near = (other for other in others if _is_near(one, other, node, text))
        if isinstance(node, Near):
            yield from (_whole(one, other) for other in near)
        elif not any(near):
            yield one


def _neighbours(
    ones: Sequence[Place], others: Sequence[Place]
) -> Iterator[tuple[Place, list[Place]]]:
    """Give each place with the nearest other one behind it and before it, if there is one."""
    by_end = sorted(others, key=lambda place: (place.field, place.end))
    ends = [(place.field, place.end) for place in by_end]
    for one in ones:
        behind = bisect_left(others, Place(one.field, one.end, 0))
        before = bisect_right(ends, (one.field, one.start))
        nearest = [*others[behind : behind + 1], *by_end[max(before - 1, 0) : before]]
        yield one, [other for other in nearest if other.field == one.field]


def _is_near(one: Place, other: Place, node: Near | Apart, text: Text) -> bool:
    if isinstance(node, Near) and node.ordered and other.start < one.start:
        return False
    if isinstance(node.reach, int):
        return max(one.start, other.start) - min(one.end, other.end) < node.reach
    return text.are_together(one, other, node.reach)


def _whole(one: Place, other: Place) -> Place:
    return Place(one.field, min(one.start, other.start), max(one.end, other.end))
