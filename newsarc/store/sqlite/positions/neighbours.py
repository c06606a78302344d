"""Stretches of words in many articles, and the neighbours of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.store.sqlite.positions.postings import FIELD_SHIFT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.query import nodes

    # The posting of its first word, and the one behind its last word.
    Stretch = tuple[int, int]


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


class Neighbours:
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
