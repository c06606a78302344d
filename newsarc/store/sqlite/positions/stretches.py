"""Where the nodes of a query stand in many articles at once.

For many articles it finds what `newsarc.meaning.places` finds for a single one. It computes on
sorted posting lists, so an article costs no more than its postings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.analysis import FIELDS, sequences, variants
from newsarc.meaning.places import compound_of, loose, sequence_starts
from newsarc.meaning.text import LONGEST_START
from newsarc.query import nodes
from newsarc.store.sqlite.positions.postings import FIELD_SHIFT, ROW_SHIFT
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.meaning.compounds import Compound
    from newsarc.meaning.meaning import Meaning
    from newsarc.meaning.text import Unit
    from newsarc.store.sqlite.positions.bounds import Bounds
    from newsarc.store.sqlite.positions.postings import Kind, Postings

    # The posting of its first word, and the one behind its last word.
    Stretch = tuple[int, int]

_FIELD_MASK = (1 << ROW_SHIFT - FIELD_SHIFT) - 1
_POSITION_MASK = (1 << FIELD_SHIFT) - 1
_BODY = FIELDS.index("body")


class Stretches(Struct, frozen=True):
    """Stretches of words: `starts` and `ends` are parallel and sorted, without duplicates.

    `single` says that each stretch is one word.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    single: bool

    def pairs(self) -> Iterator[Stretch]:
        """Iterate over start and end of each stretch, in order."""
        return zip(self.starts, self.ends, strict=True)


class Positions:
    """Finds the stretches of nodes. What was found for a node is remembered."""

    def __init__(self, postings: Postings, meaning: Meaning, bounds: Bounds) -> None:
        """Search posting lists, which must hold the tokens of every node that is asked for."""
        self._postings = postings
        self._meaning = meaning
        self._bounds = bounds
        self._known: dict[nodes.Node, Stretches] = {}

    def rows(self, node: nodes.Node) -> set[int]:
        """Return the rows of the articles in which a node holds.

        Words within compounds do not count.
        """
        match node:
            case nodes.Near() | nodes.Apart():
                return self._rows_near(node)
            case nodes.AtLeast(times, inner):
                counts = Counter(start >> ROW_SHIFT for start in self.stretches(inner).starts)
                return {row for row, number in counts.items() if number >= times}
            case _:
                return {start >> ROW_SHIFT for start in self.stretches(node).starts}

    def occurrences(self, several: Iterable[nodes.Node]) -> int:
        """Return the number of stretches where at least one of some nodes stands.

        Words within compounds are numbered apart from other words, and counted beside them.
        """
        words: set[int] = set()
        longer: set[Stretch] = set()
        parts: set[int] = set()
        for node in several:
            found = self.stretches(node.node if isinstance(node, nodes.AtLeast) else node)
            compound, fields = compound_of(node, self._meaning)
            if found.single:
                words.update(found.starts)
            else:
                _add_by_length(found.pairs(), words, longer)
            _add_by_length(self._taken_apart(compound, fields), words, longer)
            parts.update(self._within(compound, fields))
        return len(words) + len(longer) + len(parts)

    def _taken_apart(self, compound: Compound, fields: Sequence[int]) -> Iterator[Stretch]:
        """Yield the stretches in which the parts of a compound stand as words of their own."""
        lists = {part: self._postings.of("stems", part) for part in compound.parts}
        if lists:
            found = loose(0, lists, compound.parts, compound.slop)
            yield from ((s.start, s.end) for s in found if _field(s.start) in fields)

    def _within(self, compound: Compound, fields: Sequence[int]) -> Iterator[int]:
        """Yield the postings of a word within compounds."""
        for token in compound.within:
            found = self._postings.of("parts", token)
            yield from (posting for posting in found if _field(posting) in fields)

    def stretches(self, node: nodes.Node) -> Stretches:
        """Return each stretch of a node; there are none for a node that is not about words."""
        known = self._known.get(node)
        if known is None:
            self._known[node] = known = self._find(node)
        return known

    def _find(self, node: nodes.Node) -> Stretches:
        match node:
            case nodes.Term(words):
                return self._any_sequence("stems", sequences(words, self._meaning.languages))
            case nodes.Phrase(words):
                return self._any_sequence("forms", variants(words, ()))
            case nodes.Loose(words, slop):
                return self._loose([fold(word) for word in words], slop)
            case nodes.Wild() | nodes.Similar():
                return self._forms(node)
            case nodes.In(field, word):
                return self._in(field, self.stretches(word))
            case nodes.Near() | nodes.Apart():
                return _stretches(self._near(node))
            case nodes.Or(several):
                return _merged([self.stretches(part) for part in several])
            case _:
                return _words(())

    def _any_sequence(self, kind: Kind, several: Iterable[tuple[str, ...]]) -> Stretches:
        """Find where the tokens of any of some sequences stand side by side."""
        return _merged([self._sequence(kind, sequence) for sequence in several if sequence])

    def _sequence(self, kind: Kind, sequence: tuple[str, ...]) -> Stretches:
        lists = {token: self._postings.of(kind, token) for token in sequence}
        if len(sequence) == 1:
            return _words(lists[sequence[0]])
        starts = list(sequence_starts(lists, sequence))
        return Stretches(starts, [start + len(sequence) for start in starts], single=False)

    def _loose(self, forms: Sequence[str], slop: int) -> Stretches:
        lists = {form: self._postings.of("forms", form) for form in forms}
        return _stretches((s.start, s.end) for s in loose(0, lists, forms, slop))

    def _forms(self, node: nodes.Wild | nodes.Similar) -> Stretches:
        if isinstance(node, nodes.Wild) and node.prefix is not None:
            return _words(self._postings.of_prefix(node.prefix))
        forms = self._meaning.forms.get(node, frozenset())
        lists = (self._postings.of("forms", form) for form in forms)
        return _words(sorted(posting for postings in lists for posting in postings))

    def _in(self, field: nodes.Field, found: Stretches) -> Stretches:
        """Return those stretches that lie in a field, or in the start of their article."""
        if field == "start":
            inside = _stretches(filter(self._is_in_start, found.pairs()))
        else:
            number = FIELDS.index(field)
            inside = _stretches(pair for pair in found.pairs() if _field(pair[0]) == number)
        return replace(inside, single=found.single)

    def _is_in_start(self, stretch: Stretch) -> bool:
        """Return whether a stretch lies before the body, or in the start of the body.

        No start is longer than LONGEST_START, so for words beyond it no bounds are read.
        """
        start, end = stretch
        if _field(start) < _BODY:
            return True
        position = end & _POSITION_MASK
        return position <= LONGEST_START and position <= self._bounds.start(start >> ROW_SHIFT)

    def _rows_near(self, node: nodes.Near | nodes.Apart) -> set[int]:
        """Return the rows in which a node holds: the first stretch in an article is enough."""
        rows: set[int] = set()
        for start, _ in self._near(node, rows):
            rows.add(start >> ROW_SHIFT)
        return rows

    def _near(
        self, node: nodes.Near | nodes.Apart, done: set[int] | None = None
    ) -> Iterator[Stretch]:
        """Yield the stretches of what is near; of `Apart`, what the other side is not near.

        Articles in `done` are skipped. The caller may add to it while it iterates.
        """
        others = _Neighbours(self.stretches(node.right), node.reach)
        wants_near = isinstance(node, nodes.Near)
        behind_only = isinstance(node, nodes.Near) and node.ordered
        for one in self._left_side(node.left, done):
            if done is not None and one[0] >> ROW_SHIFT in done:
                continue
            near = others.of(one, behind_only=behind_only)
            if near and not isinstance(node.reach, int):
                near = self._in_same_unit(one, near, node.reach)
            if wants_near:
                yield from (_whole(one, other) for other in near)
            elif not near:
                yield one

    def _left_side(self, node: nodes.Node, done: set[int] | None) -> Iterable[Stretch]:
        """Return the stretches of a left side; those in articles that are `done` may be missing."""
        if done is not None and isinstance(node, (nodes.Near, nodes.Apart)):
            return self._near(node, done)
        return self.stretches(node).pairs()

    def _in_same_unit(self, one: Stretch, others: Sequence[Stretch], unit: Unit) -> list[Stretch]:
        """Return those stretches that begin in the same sentence or paragraph as another one."""
        start, _ = one
        number_of = self._bounds.numbering(start >> ROW_SHIFT, _field(start), unit)
        own = number_of(start & _POSITION_MASK)
        return [other for other in others if number_of(other[0] & _POSITION_MASK) == own]


class _Neighbours:
    """Finds the neighbours of a stretch among the stretches of the right side.

    A neighbour lies within reach, in the same field. Where the reach is a sentence or a paragraph,
    all of the field is within reach, and the caller must check the unit.
    """

    def __init__(self, found: Stretches, reach: nodes.Reach) -> None:
        self._starts, self._ends = found.starts, found.ends
        self._starts_by_end, self._ends_by_end = self._starts, self._ends
        if not found.single:
            by_end = sorted(zip(found.ends, found.starts, strict=True))
            self._ends_by_end = [end for end, _ in by_end]
            self._starts_by_end = [start for _, start in by_end]
        # A number of words never reaches into another field; the whole field's size may.
        self._is_counted = isinstance(reach, int)
        self._most = reach if isinstance(reach, int) else 1 << FIELD_SHIFT

    def of(self, one: Stretch, *, behind_only: bool) -> list[Stretch]:
        """Return the nearest stretch behind another one and, unless `behind_only`, before it."""
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
            near = [other for other in near if other[0] >> FIELD_SHIFT == start >> FIELD_SHIFT]
        return near


def _whole(one: Stretch, other: Stretch) -> Stretch:
    return min(one[0], other[0]), max(one[1], other[1])


def _add_by_length(found: Iterable[Stretch], words: set[int], longer: set[Stretch]) -> None:
    """Add stretches of one word to `words`, by their starts, and the rest to `longer`."""
    for start, end in found:
        if end - start == 1:
            words.add(start)
        else:
            longer.add((start, end))


def _words(starts: Sequence[int]) -> Stretches:
    return Stretches(starts, [start + 1 for start in starts], single=True)


def _stretches(pairs: Iterable[Stretch]) -> Stretches:
    found = sorted(set(pairs))
    return Stretches([start for start, _ in found], [end for _, end in found], single=False)


def _merged(several: Sequence[Stretches]) -> Stretches:
    """Return the stretches of several, each once."""
    if len(several) == 1:
        return several[0]
    if all(found.single for found in several):
        return _words(sorted({start for found in several for start in found.starts}))
    return _stretches(pair for found in several for pair in found.pairs())


def _field(posting: int) -> int:
    return posting >> FIELD_SHIFT & _FIELD_MASK
