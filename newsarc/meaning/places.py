"""Where in an article the words of a query stand.

This module defines what each node about words means. The oracle asks it about one article; an
engine must find the same places by its index.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, assert_never

from newsarc.analysis import FIELDS, phrases, spellings
from newsarc.meaning.text import Place
from newsarc.query import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.analysis import Lookup
    from newsarc.meaning.meaning import Meaning
    from newsarc.meaning.text import Column, Text


def holds(node: nodes.Node, text: Text, meaning: Meaning) -> bool:
    """Return whether a node about words finds an article.

    A word inside a compound, or a compound whose parts stand apart, makes an article match but has
    no place, so it is near nothing.
    """
    match node:
        case nodes.Near() | nodes.Apart():
            return any(_near(node, text, meaning))
        case nodes.AtLeast(times, inner):
            return len(places(inner, text, meaning)) >= times
        case _:
            return any(wide_places(node, text, meaning)) or _stands_within(node, text, meaning)


def wide_places(node: nodes.Node, text: Text, meaning: Meaning) -> Iterator[Place]:
    """Yield the places of a node, and those where a compound is taken apart; some come twice."""
    direct = places(node, text, meaning)
    yield from direct
    found, fields = lookup_of(node, meaning)
    if found is not None and found.parts:
        for field in fields:
            pairs = [(place.start, place.end) for place in direct if place.field == field]
            apart = taken_apart(text.stems[field], found, pairs)
            yield from (Place(field, start, end) for start, end in apart)


def taken_apart(
    column: Column, found: Lookup, direct: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a compound stand as words of their own: start and end.

    They stand side by side, or near each other where neither the compound nor its parts in a row
    are: of "Nato-Gipfel, Nato-Gipfel" the end of the first and the beginning of the second are
    nothing. `direct` are the places of the compound.
    """
    rows = [(at, at + len(found.parts)) for at in sequence_starts(column, found.parts)]
    yield from rows
    fixed = sorted({*rows, *direct})
    last = 0
    for place in loose(0, column, found.parts, found.slop):
        at = bisect_left(fixed, (place.end, 0)) - 1
        if place.start >= last and (at < 0 or fixed[at][1] <= place.start):
            last = place.end
            yield place.start, place.end


def _stands_within(node: nodes.Node, text: Text, meaning: Meaning) -> bool:
    """Return whether a node stands within a longer word or a chain."""
    found, fields = lookup_of(node, meaning)
    return found is not None and any(True for f in fields for _ in numbers_in(text.parts[f], found))


def numbers_in(column: Column, found: Lookup) -> Iterator[int]:
    """Yield the numbers of the tokens in a parts column that find a term which has no place there.

    These are numbers of tokens, not positions of words.
    """
    for token in found.within:
        yield from column.get(token, ())
    counted = {at - 1 for token in found.bounded for at in column.get(token, ())}
    for token in found.chained:
        yield from (at for at in column.get(token, ()) if at not in counted)


def lookup_of(node: nodes.Node, meaning: Meaning) -> tuple[Lookup | None, Sequence[int]]:
    """Return what finds a node within words, and the fields in which it may stand there."""
    match node:
        case nodes.Term(words):
            return meaning.terms[words], range(len(FIELDS))
        case nodes.In("title" | "kicker" | "body" as field, nodes.Term(words)):
            return meaning.terms[words], [FIELDS.index(field)]
        case _:
            return None, ()


def places(node: nodes.Node, text: Text, meaning: Meaning) -> list[Place]:
    """Return the places of a node in order. And, Not, AtLeast and filters have no own ones."""
    match node:
        case nodes.Term(words):
            return _in_sequence(text.stems, meaning.terms[words].rows)
        case nodes.Phrase(words):
            return _in_sequence(text.forms, phrases(words))
        case nodes.Loose(words, slop):
            names = list(map(spelt, words))
            columns = (as_spelt(column, names) for column in text.forms)
            return [p for n, column in enumerate(columns) for p in loose(n, column, names, slop)]
        case nodes.Wild() | nodes.Similar():
            return _single(node, text, meaning)
        case nodes.In(field, word):
            return [place for place in places(word, text, meaning) if _lies_in(place, field, text)]
        case nodes.Near() | nodes.Apart():
            return sorted(set(_near(node, text, meaning)))
        case nodes.Or(several):
            return sorted({place for part in several for place in places(part, text, meaning)})
        case nodes.All() | nodes.AtLeast() | nodes.Not() | nodes.And() | nodes.Filter():
            return []
        case _:
            assert_never(node)


def spelt(word: str) -> str:
    """Return one of the spellings of a word, the same for all of them."""
    return min(spellings(word))


def as_spelt(column: Column, names: Iterable[str]) -> Column:
    """Return where some words stand in any of their spellings, by their names from `spelt`."""
    return {
        name: sorted(at for form in spellings(name) for at in column.get(form, ()))
        for name in names
    }


def _in_sequence(columns: Sequence[Column], rows: Iterable[tuple[str, ...]]) -> list[Place]:
    """Return the places of any of some sequences of words."""
    wanted = [words for words in rows if words]
    return sorted(
        Place(number, at, at + len(words))
        for number, column in enumerate(columns)
        for words in wanted
        for at in sequence_starts(column, words)
    )


def sequence_starts(column: Column, words: tuple[str, ...]) -> Iterable[int]:
    """Return the positions in a column where words stand one after the other."""
    first, *others = (column.get(word, ()) for word in words)
    behind = [frozenset(positions) for positions in others]
    return (at for at in first if all(at + n in them for n, them in enumerate(behind, start=1)))


def _single(node: nodes.Wild | nodes.Similar, text: Text, meaning: Meaning) -> list[Place]:
    forms = meaning.forms.get(node, frozenset())
    beginnings = meaning.beginnings.get(node, ())
    return sorted(
        Place(number, at, at + 1)
        for number, column in enumerate(text.forms)
        for form, places in column.items()
        if form in forms or form.startswith(beginnings)
        for at in places
    )


def loose(number: int, column: Column, forms: Sequence[str], slop: int) -> Iterator[Place]:
    """Yield the shortest stretches with all forms and at most `slop` other words among them.

    A form that is given twice must stand there twice.
    """
    needed = Counter(forms)  # below zero: more than needed
    places = sorted((at, form) for form in needed for at in column.get(form, ()))
    lacking, first = len(forms), 0
    for last, form in places:
        needed[form] -= 1
        if needed[form] >= 0:
            lacking -= 1
        shortest = None
        while not lacking:
            shortest, dropped = places[first]
            needed[dropped] += 1
            if needed[dropped] > 0:
                lacking += 1
            first += 1
        if shortest is not None and last - shortest < len(forms) + slop:
            yield Place(number, shortest, last + 1)


def _lies_in(place: Place, field: nodes.Field, text: Text) -> bool:
    name = FIELDS[place.field]
    return name == field or (field == "start" and (name != "body" or place.end <= text.start))


def _near(node: nodes.Near | nodes.Apart, text: Text, meaning: Meaning) -> Iterator[Place]:
    """Yield the places of a `Near`; of an `Apart`, each left place without a right one near it."""
    pairs = _neighbours(places(node.left, text, meaning), places(node.right, text, meaning))
    for one, others in pairs:
        near = (other for other in others if _is_near(one, other, node, text))
        if isinstance(node, nodes.Near):
            yield from (_whole(one, other) for other in near)
        elif not any(near):
            yield one


def _neighbours(
    ones: Sequence[Place], others: Sequence[Place]
) -> Iterator[tuple[Place, list[Place]]]:
    """Yield each place with its nearest neighbour behind and before it, where there are such."""
    by_end = sorted(others, key=lambda place: (place.field, place.end))
    ends = [(place.field, place.end) for place in by_end]
    for one in ones:
        behind = bisect_left(others, Place(one.field, one.end, 0))
        before = bisect_right(ends, (one.field, one.start))
        nearest = [*others[behind : behind + 1], *by_end[max(before - 1, 0) : before]]
        yield one, [other for other in nearest if other.field == one.field]


def _is_near(one: Place, other: Place, node: nodes.Near | nodes.Apart, text: Text) -> bool:
    if isinstance(node, nodes.Near) and node.ordered and other.start < one.start:
        return False
    if isinstance(node.reach, int):
        return max(one.start, other.start) - min(one.end, other.end) < node.reach
    return text.are_together(one, other, node.reach)


def _whole(one: Place, other: Place) -> Place:
    return Place(one.field, min(one.start, other.start), max(one.end, other.end))
