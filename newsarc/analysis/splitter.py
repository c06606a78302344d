"""Splitting compounds for an index: into the stems of their parts."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis.analyser import analyst, rules
from newsarc.analysis.languages import language
from newsarc.analysis.languages.base import SHORTEST_COMPOUND
from newsarc.analysis.words import Words, words
from newsarc.patterns import pattern
from newsarc.scanner import NATIVE

if TYPE_CHECKING:
    from newsarc.analysis.compounds import Cut, Cutter, Frequency
    from newsarc.analysis.languages import Compounding, Language
    from newsarc.scanner import Scanner, native

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
    """Splits the compounds of all languages that have rules for it."""

    def __init__(self, frequency: Frequency | None = None) -> None:
        """Split by what `frequency` returns for a casefolded word: a Zipf value, or None.

        It must return the same at any time. Without `frequency`, the words that are known
        beforehand in a language are those of its table.
        """
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

    def native_cutter(self, code: str | None) -> native.Cutter | None:
        """Return the cutter of a language if it is the native one; None for any other."""
        known = self._known.get(code) or self._load(code)
        return None if known is None else known.native_cutter

    def words(self, code: str | None) -> Words | None:
        """Return the words that are known beforehand in a language; None for no such words."""
        own = language(code)
        if self._frequency is not None or own.compounds is None or own.code is None:
            return None
        found = words(own.code)
        return found if found.made_by == rules() else None

    def _load(self, code: str | None) -> LanguageSplitter | None:
        own = language(code)
        if own.compounds is None or own.code is None:
            return None
        known = LanguageSplitter(own, own.compounds, self._frequency or words(own.code))
        self._known[code] = known
        return known


def cutter(rules: Compounding, known: Words | Frequency) -> Cutter | native.Cutter:
    """Return what cuts words: the native cutter where it was built, which knows tables alone."""
    if NATIVE and isinstance(known, Words):
        from newsarc.scanner import native

        never = pattern(rules.never_first), pattern(rules.never_last)
        return native.Cutter(
            rules, known.table.buckets, *never, lambda word: known.zipf(word) or 0.0
        )
    from newsarc.analysis.compounds import Cutter

    return Cutter(rules, known.zipf if isinstance(known, Words) else known)


class LanguageSplitter:
    """Splits the compounds of one language; see `Splitter`, which has one for each language."""

    def __init__(self, own: Language, rules: Compounding, known: Words | Frequency) -> None:
        self._analyse = analyst(own.code)
        self._cutter = cutter(rules, known)
        self._row = lru_cache(_MOST_PARTS)(self._find_row)

    @property
    def native_cutter(self) -> native.Cutter | None:
        """The native cutter, with which a native scanner splits words; None for that in Python."""
        from newsarc.analysis.compounds import Cutter

        return None if isinstance(self._cutter, Cutter) else self._cutter

    def pieces(self, word: str) -> tuple[Way, ...]:
        """Return the parts of a casefolded compound; () for a simple word."""
        found = self._cutter.cut(word)
        return () if found is None else self._both(found)

    def _both(self, found: Cut | native.Cut) -> tuple[Way, ...]:
        """Return the parts on both sides of a cut, with their places in the whole word."""
        at = found.at
        row = self._row(found.modifier)
        left = [part if part.end <= at else Way(part.token, part.start, at) for part in row]
        right = [Way(p.token, at + p.start, at + p.end) for p in self._row(found.head)]
        return (*left, *right)

    def _find_row(self, word: str) -> tuple[Way, ...]:
        """Return the parts of a part; a simple word is its own only part."""
        return self.pieces(word) or (Way(self._analyse(word)[1], 0, len(word)),)
