"""Where the parts of a query stand in many articles at once.

It says of an engine's articles what `newsarc.meaning.places` says of a single one, over sorted
numbers (see `newsarc.store.sqlite.positions.postings`): an article costs no more than its places.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from newsarc.analysis import FIELDS, sequences, variants
from newsarc.meaning.places import compound_of, loose, sequence_starts
from newsarc.meaning.text import LONGEST_START
from newsarc.query import nodes
from newsarc.store.sqlite.positions.postings import FIELD, ROW
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.meaning.compounds import Compound
    from newsarc.meaning.meaning import Meaning
    from newsarc.store.sqlite.positions.bounds import Bounds
    from newsarc.store.sqlite.positions.postings import Kind, Postings

_FIELDS = (1 << ROW - FIELD) - 1
_WORDS = (1 << FIELD) - 1
_BODY = FIELDS.index("body")


class Spots(Struct, frozen=True):
    """Stretches of words by their beginnings and ends, each once, in order.

    `single` says that each is one word.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    single: bool


class Where:
    """Tells where nodes stand, each of them once."""

    def __init__(self, postings: Postings, meaning: Meaning, bounds: Bounds) -> None:
        """Take the places of words, their meaning, and where units of the articles end."""
        self._postings = postings
        self._meaning = meaning
        self._bounds = bounds
        self._known: dict[nodes.Node, Spots] = {}

    def rows(self, node: nodes.Node) -> set[int]:
        """Give the articles in which a node holds, apart from what stands within compounds."""
        match node:
            case nodes.Near() | nodes.Apart():
                return self._once(node)
            case nodes.AtLeast(times, inner):
                counts = Counter(start >> ROW for start in self.spots(inner).starts)
                return {row for row, number in counts.items() if number >= times}
            case _:
                return {start >> ROW for start in self.spots(node).starts}

    def occurrences(self, several: Iterable[nodes.Node]) -> int:
        """Count the places where at least one of some nodes stands.

        Parts of compounds are numbered among themselves.
        """
        words: set[int] = set()
        stretches: set[tuple[int, int]] = set()
        parts: set[int] = set()
        for node in several:
            whole = self.spots(node.node if isinstance(node, nodes.AtLeast) else node)
            if whole.single:
                words.update(whole.starts)
            else:
                stretches.update(zip(whole.starts, whole.ends, strict=True))
            compound, fields = compound_of(node, self._meaning)
            stretches.update(self._taken_apart(compound, fields))
            parts.update(self._within(compound, fields))
        # A stretch of one word is a word.
        longer = {stretch for stretch in stretches if stretch[1] - stretch[0] > 1}
        words.update(start for start, end in stretches if end - start == 1)
        return len(words) + len(longer) + len(parts)

    def _taken_apart(self, compound: Compound, fields: Sequence[int]) -> Iterator[tuple[int, int]]:
        column = {part: self._postings.places("stems", part) for part in compound.parts}
        if column:
            found = loose(0, column, compound.parts, compound.slop)
            yield from (
                (place.start, place.end) for place in found if _field(place.start) in fields
            )

    def _within(self, compound: Compound, fields: Sequence[int]) -> Iterator[int]:
        for token in compound.within:
            found = self._postings.places("parts", token)
            yield from (place for place in found if _field(place) in fields)

    def spots(self, node: nodes.Node) -> Spots:
        """Give each place of what a node says; none of what has no place in a text."""
        known = self._known.get(node)
        if known is None:
            self._known[node] = known = self._spots(node)
        return known

    def _spots(self, node: nodes.Node) -> Spots:
        match node:
            case nodes.Term(words):
                return self._row("stems", sequences(words, self._meaning.languages))
            case nodes.Phrase(words):
                return self._row("forms", variants(words, ()))
            case nodes.Loose(words, slop):
                forms = [fold(word) for word in words]
                column = {form: self._postings.places("forms", form) for form in forms}
                return _stretches((p.start, p.end) for p in loose(0, column, forms, slop))
            case nodes.Wild() | nodes.Similar():
                return self._forms(node)
            case _:
                return self._joined(node)

    def _joined(self, node: nodes.Node) -> Spots:
        match node:
            case nodes.In(field, word):
                return self._in(field, self.spots(word))
            case nodes.Near() | nodes.Apart():
                return _stretches(self._found(node))
            case nodes.Or(several):
                return _merged([self.spots(part) for part in several])
            case _:
                return _words(())

    def _row(self, kind: Kind, rows: Iterable[tuple[str, ...]]) -> Spots:
        """Find rows of words that stand side by side."""
        return _merged([self._one_row(kind, row) for row in rows if row])

    def _one_row(self, kind: Kind, row: tuple[str, ...]) -> Spots:
        column = {word: self._postings.places(kind, word) for word in row}
        if len(row) == 1:
            return _words(column[row[0]])
        starts = list(sequence_starts(column, row))
        return Spots(starts, [start + len(row) for start in starts], single=False)

    def _forms(self, node: nodes.Wild | nodes.Similar) -> Spots:
        if isinstance(node, nodes.Wild) and node.prefix is not None:
            return _words(self._postings.beginning(node.prefix))
        forms = self._meaning.forms.get(node, frozenset())
        found = (self._postings.places("forms", form) for form in forms)
        return _words(sorted(place for places in found for place in places))

    def _in(self, field: nodes.Field, spots: Spots) -> Spots:
        pairs = zip(spots.starts, spots.ends, strict=True)
        if field == "start":
            near = (p for p in pairs if p[1] & _WORDS <= LONGEST_START or _field(p[0]) < _BODY)
            found = _stretches(filter(self._is_in_start, near))
        else:
            number = FIELDS.index(field)
            found = _stretches(pair for pair in pairs if _field(pair[0]) == number)
        return replace(found, single=spots.single)

    def _is_in_start(self, pair: tuple[int, int]) -> bool:
        start, end = pair
        return _field(start) < _BODY or end & _WORDS <= self._bounds.start(start >> ROW)

    def _found(
        self, node: nodes.Near | nodes.Apart, done: _Row | None = None
    ) -> Iterator[tuple[int, int]]:
        """Give the places of what is near, or of what nothing is near.

        Where it is enough to know the articles, one that is `done` is passed over.
        """
        others = _Others(self.spots(node.right), node.reach)
        wants_near = isinstance(node, nodes.Near)
        ordered = isinstance(node, nodes.Near) and node.ordered
        for one in self._lefts(node.left, done):
            if done is not None and done.number == one[0] >> ROW:
                continue
            near = others.near(one, behind_only=ordered)
            if near and not isinstance(node.reach, int):
                near = self._together(one, near, node.reach)
            if wants_near:
                yield from ((min(one[0], other[0]), max(one[1], other[1])) for other in near)
            elif not near:
                yield one

    def _lefts(self, node: nodes.Node, done: _Row | None) -> Iterable[tuple[int, int]]:
        """Give the places of a left side: one by one where not all of them may be wanted."""
        if done is not None and isinstance(node, (nodes.Near, nodes.Apart)):
            return self._found(node, done)
        spots = self.spots(node)
        return zip(spots.starts, spots.ends, strict=True)

    def _once(self, node: nodes.Near | nodes.Apart) -> set[int]:
        """Give the articles of what is near: in each the first place is enough."""
        done, rows = _Row(), set()
        for start, _ in self._found(node, done):
            done.number = start >> ROW
            rows.add(done.number)
        return rows

    def _together(
        self, one: tuple[int, int], others: Sequence[tuple[int, int]], unit: Literal["s", "p"]
    ) -> list[tuple[int, int]]:
        """Give those that begin in the same sentence, or paragraph, as another one."""
        row, field = one[0] >> ROW, _field(one[0])
        number = self._bounds.numbering(row, field, unit)
        own = number(one[0] & _WORDS)
        return [other for other in others if number(other[0] & _WORDS) == own]


class _Row:
    """The article that was looked at last, and needs no more looking at."""

    number = -1


class _Others:
    """The places of a right side, and which of them are the neighbours of a left one."""

    def __init__(self, spots: Spots, reach: nodes.Reach) -> None:
        """Take the places in order; they are neighbours within a reach and a field."""
        self._starts, self._ends = spots.starts, spots.ends
        self._starts_by_end, self._ends_by_end = self._starts, self._ends
        if not spots.single:
            by_end = sorted(zip(spots.ends, spots.starts, strict=True))
            self._ends_by_end = [end for end, _ in by_end]
            self._starts_by_end = [start for _, start in by_end]
        self._is_counted = isinstance(reach, int)
        self._most = reach if isinstance(reach, int) else 1 << FIELD

    def near(self, one: tuple[int, int], *, behind_only: bool) -> list[tuple[int, int]]:
        """Give the nearest place behind another one and, if that counts, the one before it."""
        start, end = one
        near = []
        at = bisect_left(self._starts, end)
        if at < len(self._starts) and self._starts[at] - end < self._most:
            near.append((self._starts[at], self._ends[at]))
        if not behind_only:
            at = bisect_right(self._ends_by_end, start) - 1
            if at >= 0 and start - self._ends_by_end[at] < self._most:
                near.append((self._starts_by_end[at], self._ends_by_end[at]))
        if near and not self._is_counted:
            near = [other for other in near if other[0] >> FIELD == start >> FIELD]
        return near


def _words(starts: Sequence[int]) -> Spots:
    return Spots(starts, [start + 1 for start in starts], single=True)


def _stretches(pairs: Iterable[tuple[int, int]]) -> Spots:
    found = sorted(set(pairs))
    return Spots([start for start, _ in found], [end for _, end in found], single=False)


def _merged(several: Sequence[Spots]) -> Spots:
    """Give the places of several, each once."""
    if len(several) == 1:
        return several[0]
    if all(spots.single for spots in several):
        return _words(sorted({start for spots in several for start in spots.starts}))
    pairs = (zip(spots.starts, spots.ends, strict=True) for spots in several)
    return _stretches(pair for row in pairs for pair in row)


def _field(place: int) -> int:
    return place >> FIELD & _FIELDS
