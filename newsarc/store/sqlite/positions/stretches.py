"""Where the nodes of a query stand in many articles at once.

For many articles it finds what `newsarc.meaning.places` finds for a single one. It computes on
sorted posting lists, so an article costs no more than its postings.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.analysis import FIELDS, phrases, spellings
from newsarc.meaning.places import lookup_of, loose, numbers_in, sequence_starts, spelt, taken_apart
from newsarc.meaning.text import LONGEST_START
from newsarc.query import nodes
from newsarc.store.sqlite.positions.neighbours import Neighbours, Stretches
from newsarc.store.sqlite.positions.postings import FIELD_SHIFT, ROW_SHIFT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from newsarc.analysis import Lookup
    from newsarc.meaning.meaning import Meaning
    from newsarc.meaning.text import Unit
    from newsarc.store.sqlite.positions.bounds import Bounds
    from newsarc.store.sqlite.positions.neighbours import Stretch
    from newsarc.store.sqlite.positions.postings import Kind, Postings

_FIELD_MASK = (1 << ROW_SHIFT - FIELD_SHIFT) - 1
_POSITION_MASK = (1 << FIELD_SHIFT) - 1
_BODY = FIELDS.index("body")


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

    def occurrences(
        self, several: Iterable[nodes.Node], without: Collection[int] = frozenset()
    ) -> int:
        """Return the number of stretches where at least one of some nodes stands.

        Stretches that overlap are one. What stands within words is counted beside them. The
        articles of the rows `without` do not count.
        """
        found: list[Stretch] = []
        within = 0
        for node in several:
            own = self.stretches(_counted(node))
            found += own.pairs()
            lookup, fields = lookup_of(node, self._meaning)
            if lookup is not None:
                found += self._taken_apart(lookup, fields, own)
                postings = self._within(lookup, fields)
                within += sum(1 for posting in postings if posting >> ROW_SHIFT not in without)
        return within + _number_apart(pair for pair in found if pair[0] >> ROW_SHIFT not in without)

    def rows_of_both(self, one: nodes.Node, other: nodes.Node) -> set[int]:
        """Return the rows of the articles that hold one node within words, and another anyhow."""
        return self._rows_within(one) & (self._rows_within(other) | self.rows(_counted(other)))

    def _rows_within(self, node: nodes.Node) -> set[int]:
        found, fields = lookup_of(node, self._meaning)
        within = [] if found is None else self._within(found, fields)
        return {posting >> ROW_SHIFT for posting in within}

    def _taken_apart(
        self, found: Lookup, fields: Sequence[int], own: Stretches
    ) -> Iterator[Stretch]:
        """Yield the stretches in which the parts of a compound stand as words of their own."""
        if found.parts:
            lists = {part: self._postings.of("stems", part) for part in found.parts}
            pairs = taken_apart(lists, found, own.pairs())
            yield from (pair for pair in pairs if _field(pair[0]) in fields)

    def _within(self, found: Lookup, fields: Sequence[int]) -> list[int]:
        """Return the postings of a term within compounds and chains."""
        tokens = (*found.tokens, *found.bounded)
        lists = {token: self._postings.of("parts", token) for token in tokens}
        return [posting for posting in numbers_in(lists, found) if _field(posting) in fields]

    def stretches(self, node: nodes.Node) -> Stretches:
        """Return each stretch of a node; there are none for a node that is not about words."""
        known = self._known.get(node)
        if known is None:
            self._known[node] = known = self._find(node)
        return known

    def _find(self, node: nodes.Node) -> Stretches:
        match node:
            case nodes.Term(words):
                return self._any_sequence("stems", self._meaning.terms[words].rows)
            case nodes.Phrase(words):
                return self._any_sequence("forms", phrases(words))
            case nodes.Loose(words, slop):
                return self._loose(list(map(spelt, words)), slop)
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

    def _loose(self, names: Sequence[str], slop: int) -> Stretches:
        lists = {name: self._any("forms", spellings(name)) for name in names}
        return _stretches((s.start, s.end) for s in loose(0, lists, names, slop))

    def _any(self, kind: Kind, tokens: Iterable[str]) -> list[int]:
        """Return the postings of any of some tokens."""
        return sorted(posting for token in tokens for posting in self._postings.of(kind, token))

    def _forms(self, node: nodes.Wild | nodes.Similar) -> Stretches:
        beginnings = self._meaning.beginnings.get(node)
        if beginnings is None:
            return _words(self._any("forms", self._meaning.forms.get(node, ())))
        lists = map(self._postings.of_prefix, beginnings)
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
        others = Neighbours(self.stretches(node.right), node.reach)
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


def _counted(node: nodes.Node) -> nodes.Node:
    """Return what an `AtLeast` counts; another node is returned as it is."""
    return node.node if isinstance(node, nodes.AtLeast) else node


def _whole(one: Stretch, other: Stretch) -> Stretch:
    return min(one[0], other[0]), max(one[1], other[1])


def _number_apart(found: Iterable[Stretch]) -> int:
    """Return the number of stretches, where those that overlap are one."""
    number, last = 0, -1
    for start, end in sorted(found):
        number += start >= last
        last = max(last, end)
    return number


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
