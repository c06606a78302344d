"""A value with the words it rests on, and the choice between several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from newsarc.records.kept import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsarc.records.kept import Basis

T = TypeVar("T")

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What one rule read in some words. A value of None tells of words that it could not read."""

    value: T | None
    words: str
    rule: str
    basis: Basis = "stated"

    def evidence(self, field: str) -> Evidence:
        """Give it as the evidence of a field; of many words, the beginning."""
        words = " ".join(self.words.split())
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        return Evidence(field, words, self.rule, self.basis)


def first(readings: Iterable[Reading[T] | None]) -> Reading[T] | None:
    """Choose the first reading with a value; without one, the first that could not be read."""
    unread = None
    for reading in readings:
        if reading is not None and reading.value is not None:
            return reading
        unread = unread or reading
    return unread
