"""What is sought in a field, as tokens to compare words of a text with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis import lookup, phrases
from newsarc.query import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsarc.analysis import Splitter

Single = nodes.Term | nodes.Phrase | nodes.Wild | nodes.Similar


class Run(Struct, frozen=True):
    """Tokens that must stand side by side: stems, or forms where the run is exact.

    `sought` is the number in the query of what they stand for.
    """

    sought: int
    exact: bool
    tokens: tuple[str, ...]


class Targets:
    """What is sought: words, phrases and patterns, each with its number in the query.

    `patterns` are matched with each form of a text. `tokens` are those of the parts columns, each
    with the numbers of the terms that it stands for. `firsts` are the first tokens of all runs.
    """

    def __init__(
        self, numbered: Sequence[tuple[int, Single]], languages: Sequence[str], splitter: Splitter
    ) -> None:
        self.patterns = [(n, w) for n, w in numbered if isinstance(w, (nodes.Wild, nodes.Similar))]
        self._runs: dict[tuple[bool, str], list[Run]] = {}
        self.tokens: dict[str, list[int]] = {}
        for number, item in numbered:
            match item:
                case nodes.Term(words):
                    found = lookup(words, languages, splitter)
                    self._add_runs(number, found.rows, exact=False)
                    for token in found.tokens:
                        self.tokens.setdefault(token, []).append(number)
                case nodes.Phrase(words) if words:
                    self._add_runs(number, phrases(words), exact=True)
                case _:
                    pass
        self.firsts = {first for _, first in self._runs}

    def _add_runs(self, number: int, rows: Iterable[tuple[str, ...]], *, exact: bool) -> None:
        for row in rows:
            self._runs.setdefault((exact, row[0]), []).append(Run(number, exact, row))

    def runs(self, form: str, stem: str) -> tuple[Run, ...]:
        """Return the runs that begin with a word of this form and stem."""
        return (*self._runs.get((False, stem), ()), *self._runs.get((True, form), ()))
