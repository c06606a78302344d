"""Compounds as an index takes them: the stems of their parts.

An archive keeps of the dictionary what its own words were split by. That little lexicon
splits them again in the same way, so that only an ingestion loads the whole dictionary.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsarc.analysis.frequencies import german
from newsarc.analysis.stems import stemmer
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# The one language whose compounds are split.
COMPOUNDING = "de"
# No shorter word is a compound.
_SHORTEST = 6


class Piece(NamedTuple):
    """A part of a compound: its folded stem, and where it stands in the casefolded word.

    A linking element belongs to no part.
    """

    stem: str
    start: int
    end: int


class Splitter:
    """Splits German compounds by the frequencies of words, on the Zipf scale.

    `asked` are the words that were looked up and found so far: all that is needed to split
    the same words again.
    """

    def __init__(self, frequencies: Callable[[str], float | None]) -> None:
        """Split by what a function says of a word: how frequent it is, or nothing."""
        self._frequencies = _Asked(frequencies)
        self.asked: Mapping[str, float] = self._frequencies
        # By language; of those who analyse words with it.
        self.vocabularies: dict[str | None, object] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """Give the folded stems of a compound's parts, in order; none of a simple word."""
        return tuple(piece.stem for piece in self.pieces(word))

    def pieces(self, word: str) -> tuple[Piece, ...]:
        """Give the parts of a compound with their places in it; none of a simple word."""
        if len(word) < _SHORTEST:
            return ()
        found = tuple(self._pieces(word.casefold(), 0))
        return found if len(found) > 1 else ()

    def _pieces(self, word: str, start: int) -> Iterator[Piece]:
        from newsarc.analysis.compounds import cut  # its patterns are dear

        found = cut(word, self._frequencies)
        if found is None:
            yield Piece(fold(stemmer(COMPOUNDING)(word)), start, start + len(word))
            return
        for piece in self._pieces(found.modifier, start):
            yield piece._replace(end=min(piece.end, start + found.at))
        yield from self._pieces(found.head, start + found.at)


class _Asked(dict[str, float]):
    """Frequencies that keep those that were asked for."""

    def __init__(self, frequency: Callable[[str], float | None]) -> None:
        super().__init__()
        self._frequency = frequency

    def get(self, word: str, default: float = 0.0) -> float:  # type: ignore[override]
        """Give a word's frequency, and keep it."""
        found = self._frequency(word)
        if found is None:
            return default
        self[word] = found
        return found

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.get(word, -1.0) >= 0


@cache
def dictionary_splitter() -> Splitter:
    """Give the splitter that knows the whole dictionary.

    With the first German word it takes half a second to load.
    """
    return Splitter(_in_dictionary)


def _in_dictionary(word: str) -> float | None:
    return german().get(word)
