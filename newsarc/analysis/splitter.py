"""Splitting compounds for an index: into the stems of their parts.

An archive keeps the frequencies that its own words were split by. With this small lexicon a
search splits them again in the same way; only an ingestion loads a whole dictionary.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis.frequencies import dictionary
from newsarc.analysis.languages import language
from newsarc.analysis.languages.base import SHORTEST_COMPOUND
from newsarc.analysis.stems import stemmer
from newsarc.text import form

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsarc.analysis.compounds import Cut
    from newsarc.analysis.languages import Compounding, Language
    from newsarc.scanner import Scanner

    Frequency = Callable[[str], float | None]

# Cache size. Parts come back in other compounds: three in four parts of new words are among the
# last 30,000.
_MOST_PARTS = 30_000


class Way(Struct, frozen=True, gc=False):
    """A token by which a stretch of a text is found, and where the stretch begins and ends.

    Of a part of a compound the token is the stem; linking elements belong to no part.
    """

    token: str
    start: int
    end: int


class Splitter:
    """Splits the compounds of all languages that have rules for it.

    `asked` holds the frequencies that were looked up and found so far, under their keys in an
    archive's lexicon. `Splitter(asked.get)` splits the same words in the same way.
    """

    def __init__(self, frequency: Frequency | None = None) -> None:
        """Split by what `frequency` returns for a lexicon's key: a Zipf value, or None.

        It may learn more words between two calls. Without `frequency` the whole dictionary of a
        language is used; it takes a third of a second to load with the first word, and lets
        results be cached.
        """
        self.asked: dict[str, float] = {}
        # The scanners that live as long as this splitter, by language.
        self.scanners: dict[str | None, Scanner] = {}
        self._frequency = frequency
        self._known: dict[str | None, LanguageSplitter] = {}

    def parts(self, word: str, code: str | None) -> tuple[str, ...]:
        """Return the folded stems of a compound's parts in order; () for a simple word."""
        return tuple([part.token for part in self.pieces(word, code)])

    def pieces(self, word: str, code: str | None) -> tuple[Way, ...]:
        """Return a compound's parts with their places in the casefolded word; () for a simple word.

        A language without rules for compounds has simple words only.
        """
        if len(word) < SHORTEST_COMPOUND:
            return ()
        known = self._known.get(code) or self._load(code)
        return () if known is None else known.pieces(word.casefold())

    def load(self, code: str | None) -> None:
        """Load what splits the words of a language now, and not with the first word."""
        self._load(code)

    def _load(self, code: str | None) -> LanguageSplitter | None:
        own = language(code)
        if own.compounds is None:
            return None
        known = LanguageSplitter(own, own.compounds, self._frequency, self.asked)
        self._known[code] = known
        return known


class LanguageSplitter:
    """Splits the compounds of one language; see `Splitter`, which has one for each language."""

    def __init__(
        self,
        own: Language,
        rules: Compounding,
        frequency: Frequency | None,
        asked: dict[str, float],
    ) -> None:
        from newsarc.analysis.compounds import Cutter

        prefix = own.lexicon_prefix()
        notes = _Prefixed(asked, prefix) if prefix else asked
        self._stem = stemmer(own.code)
        self._row: Callable[[str], tuple[Way, ...]]
        if frequency is None:
            self._cutter = Cutter(rules, dictionary(rules.dictionary), notes, constant=True)
            self._row = lru_cache(_MOST_PARTS)(self._find_row)
        else:
            self._cutter = Cutter(rules, _Looked(frequency, prefix), notes)
            self._row = self._find_row

    def pieces(self, word: str) -> tuple[Way, ...]:
        """Return the parts of a casefolded compound; () for a simple word."""
        found = self._cutter.cut(word)
        return () if found is None else self._both(found)

    def _both(self, found: Cut) -> tuple[Way, ...]:
        """Return the parts on both sides of a cut, with their places in the whole word."""
        at = found.at
        row = self._row(found.modifier)
        left = [part if part.end <= at else Way(part.token, part.start, at) for part in row]
        right = [Way(p.token, at + p.start, at + p.end) for p in self._row(found.head)]
        return (*left, *right)

    def _find_row(self, word: str) -> tuple[Way, ...]:
        """Return the parts of a part; a simple word is its own only part."""
        return self.pieces(word) or (Way(form(self._stem(word)), 0, len(word)),)


class _Looked:
    """Frequencies that a function looks up under a language's keys."""

    def __init__(self, frequency: Frequency, prefix: str) -> None:
        self._frequency = frequency
        self._prefix = prefix

    def get(self, word: str) -> float | None:
        return self._frequency(self._prefix + word)

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None


class _Prefixed:
    """Writes the words of a language into a lexicon under their keys."""

    def __init__(self, lexicon: dict[str, float], prefix: str) -> None:
        self._lexicon = lexicon
        self._prefix = prefix

    def __setitem__(self, word: str, frequency: float) -> None:
        self._lexicon[self._prefix + word] = frequency
