"""What is sought in a field, as tokens to compare words of a text with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis import otherwise, sequences, variants
from newsarc.query import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

    `patterns` are matched with each form of a text. `tokens` are those of `otherwise`, each with
    the numbers of the terms that it stands for. `firsts` are the first tokens of all runs, and
    `initials` their first letters.
    """

    def __init__(
        self, numbered: Sequence[tuple[int, Single]], languages: Sequence[str], splitter: Splitter
    ) -> None:
        self.patterns = [(n, w) for n, w in numbered if isinstance(w, (nodes.Wild, nodes.Similar))]
        self._runs: dict[tuple[bool, str], list[Run]] = {}
        self.tokens: dict[str, list[int]] = {}
        for number, item in numbered:
            for run in _runs(number, item, languages):
                self._runs.setdefault((run.exact, run.tokens[0]), []).append(run)
            if isinstance(item, nodes.Term):
                for token in otherwise(item.words, languages, splitter):
                    self.tokens.setdefault(token, []).append(number)
        self.firsts = {first for _, first in self._runs}
        self.initials = {first[:1] for first in self.firsts}

    def runs(self, form: str, stem: str) -> tuple[Run, ...]:
        """Return the runs that begin with a word of this form and stem."""
        return (*self._runs.get((False, stem), ()), *self._runs.get((True, form), ()))


def _runs(number: int, item: Single, languages: Sequence[str]) -> Iterator[Run]:
    """Return the runs of stems that stand for a term, or the run of forms for a phrase."""
    match item:
        case nodes.Term(words):
            rows = sequences(words, languages)
        case nodes.Phrase(words):
            rows = variants(words, ())
        case _:
            rows = ()
    for row in rows:
        if row:
            yield Run(number, isinstance(item, nodes.Phrase), row)
