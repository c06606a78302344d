"""Compounds as an index takes them: the stems of their parts.

An archive keeps of the dictionary what its own words were split by. That little lexicon
splits them again in the same way, so that only an ingestion loads the whole dictionary.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsarc.analysis.frequencies import german
from newsarc.analysis.stems import stemmer
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsarc.analysis.compounds import Cut, Cutter

# The one language whose compounds are split.
COMPOUNDING = "de"
# No shorter word is a compound.
_SHORTEST = 6
# The parts of compounds come back in others: of those of new words, three in four are among
# so many that came last.
_MOST_PARTS = 30_000


class Way(NamedTuple):
    """A token by which a stretch of a text is found, and where it begins and ends.

    Of a part of a compound, the token is the folded stem; a linking element belongs to no part.
    """

    token: str
    start: int
    end: int


class Splitter:
    """Splits German compounds by the frequencies of words, on the Zipf scale.

    `asked` are the words that were looked up and found so far: all that is needed to split
    the same words again.
    """

    def __init__(self, frequency: Callable[[str], float | None] | None = None) -> None:
        """Split by what a function says of a word: how frequent it is, or nothing.

        It may come to know more words. Without one the whole dictionary is asked, which takes
        a while to load with the first word; for it knows them all, it is faster then.
        """
        self.asked: dict[str, float] = {}
        self._frequency = frequency
        # By language; of those who analyse words with it.
        self.vocabularies: dict[str | None, object] = {}
        self._row = lru_cache(_MOST_PARTS)(self._find_row) if frequency is None else self._find_row

    @cached_property
    def _cutter(self) -> Cutter:
        from newsarc.analysis.compounds import Cutter  # its patterns are dear

        if self._frequency is None:
            return Cutter(german(), self.asked, constant=True)
        return Cutter(_Looked(self._frequency), self.asked)

    def parts(self, word: str) -> tuple[str, ...]:
        """Give the folded stems of a compound's parts, in order; none of a simple word."""
        return tuple([part.token for part in self.pieces(word)])

    def pieces(self, word: str) -> tuple[Way, ...]:
        """Give the parts of a compound, by their places in the casefolded word; none of others."""
        found = self._cutter.cut(word.casefold()) if len(word) >= _SHORTEST else None
        return () if found is None else self._both(found)

    def _both(self, found: Cut) -> tuple[Way, ...]:
        """Give the parts on both sides of a cut."""
        at = found.at
        row = self._row(found.modifier)
        left = [part if part.end <= at else part._replace(end=at) for part in row]
        right = [Way(stem, at + a, at + b) for stem, a, b in self._row(found.head)]
        return (*left, *right)

    def _find_row(self, word: str) -> tuple[Way, ...]:
        """Give the parts of a part; a simple word is its own only one."""
        found = self._cutter.cut(word)
        if found is not None:
            return self._both(found)
        return (Way(fold(stemmer(COMPOUNDING)(word)), 0, len(word)),)


class _Looked:
    """Frequencies that a function tells."""

    def __init__(self, frequency: Callable[[str], float | None]) -> None:
        self.get = frequency

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None


@cache
def dictionary_splitter() -> Splitter:
    """Give the splitter that knows the whole dictionary.

    With the first German word it takes a third of a second to load.
    """
    return Splitter()
