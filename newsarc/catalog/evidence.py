"""A value together with the words that it rests on, and the choice between several of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from newsarc.records.kept import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsarc.records.kept import Basis

T = TypeVar("T")

_LONGEST = 200  # characters of evidence


class Finding(Struct, Generic[T], frozen=True):
    """What one rule found: a value, the words that say so, and the name of the rule.

    The value is None where the words were found but could not be understood, as in a claimed
    date `25.13.2022`. `others` are the rules and words of what said something else.
    """

    value: T | None
    words: str
    rule: str
    basis: Basis = "stated"
    reasons: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()

    def evidence(self, field: str) -> Evidence:
        """Return it as the evidence of a field, all words cut to 200 characters."""
        others = tuple((rule, _cut(words)) for rule, words in self.others)
        return Evidence(field, _cut(self.words), self.rule, self.basis, self.reasons, others)


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def first_known(findings: Iterable[Finding[T] | None]) -> Finding[T] | None:
    """Return the first finding with a value; without one, the first finding at all, or None."""
    unknown = None
    for finding in findings:
        if finding is not None and finding.value is not None:
            return finding
        unknown = unknown or finding
    return unknown
