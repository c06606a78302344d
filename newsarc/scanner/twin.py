"""The scanner in Python: what it does, and how where no native module was built.

A text is split at its blanks, which is four times as fast as finding its words; most of the
stretches between blanks have been seen before. Signs that never join words count as blanks:
otherwise each word would come back as new with each sign that may follow it.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from struct import Struct
from typing import TYPE_CHECKING
from zlib import crc32

from newsarc.text import WORD, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from mmap import mmap

# Cache size: at most twice as many stretches are kept, in 90 MB. An archive of 14,000 articles has
# 370,000 different ones.
_MOST = 130_000
# In characters. A longer stretch is hardly ever seen again, and is not kept.
_LONGEST = 60
# Checksums are counted modulo this number, so that those of a text are added up as machine words.
MODULUS = 1 << 40

# Signs that separate words anywhere, and those that do so before a blank.
_SEPARATORS = (*'\n"„“”»«()!?', ". ", ", ", ": ")
# Bytes of the sieve of a table for each bucket: a dozen bits for each key, if these are words.
SIEVE = 8
_places = Struct("<II").unpack_from
# A byte of this value says that a number goes on in the next byte.
MORE = 255

# Of a stretch: its forms, its stems, the tokens of other ways to its words, and those of ways to
# its chains, each joined by blanks; and the checksum of all. A million of them are kept and taken
# apart: plain tuples are fastest, and the garbage collector stops following them.
_Columns = tuple[str, str, str, str, int]
_NOTHING: _Columns = ("", "", "", "", 0)


class Scanner:
    """A cache of what stands between blanks in the texts of one language.

    `word` is asked once for each new word: it returns its form, its stem and the other tokens by
    which the word is found, joined by blanks. `linked` is asked for each new stretch of several
    words: it returns the tokens by which they are found together. `weights` are factors of the
    checksums of forms, stems and other tokens. The native scanner looks in the `table` of the words
    that are known beforehand, and has the `splitter` split a word or a chain, before it asks.
    """

    def __init__(
        self,
        word: Callable[[str], tuple[str, str, str]],
        linked: Callable[[str], str],
        weights: tuple[int, int, int],
        table: Buckets | None = None,  # noqa: ARG002 (`word` looks there, too)
        splitter: object = None,  # noqa: ARG002 (`word` and `linked` split, too)
    ) -> None:
        self._cache = _Cache(self._find)
        self._ask_word = word
        self._ask_linked = linked
        self._weights = weights
        self._fresh: list[str] = []

    def scan(self, text: str) -> tuple[str, str, str, int]:
        """Return the forms, the stems and the other tokens of a text, and their checksum.

        Tokens are joined by blanks. The n-th form and the n-th stem are those of the n-th word.
        The checksum is the sum of those of all tokens, `crc32` times a weight, modulo 2 ** 40.
        """
        forms, stems, ways, linked, checksum = self._joined(_stretches(text))
        return forms, stems, _row((ways, linked)), checksum % MODULUS

    def fresh(self) -> list[str]:
        """Return the forms that were new since the last call; some come twice."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def _joined(self, stretches: Iterable[str]) -> _Columns:
        columns = map(self._cache.__getitem__, stretches)
        forms, stems, ways, linked, checksums = zip(_NOTHING, *columns, strict=True)
        return _row(forms), _row(stems), _row(ways), _row(linked), sum(checksums)

    def _find(self, stretch: str) -> _Columns:
        if stretch.isalnum():
            return self._word(stretch)
        words = WORD.findall(stretch)
        if len(words) == 1:
            return self._word(stretch) if words[0] == stretch else self._cache[words[0]]
        return self._words(stretch, words) if words else _NOTHING

    def _word(self, word: str) -> _Columns:
        form, stem, ways = self._ask_word(word)
        self._fresh.append(form)
        of_form, of_stem, _ = self._weights
        if stem == form:  # one string in memory, not two
            checksum = crc32(form.encode()) * (of_form + of_stem)
            return form, form, ways, "", (checksum + self._checksum(ways)) % MODULUS
        checksum = crc32(form.encode()) * of_form + crc32(stem.encode()) * of_stem
        return form, stem, ways, "", (checksum + self._checksum(ways)) % MODULUS

    def _words(self, stretch: str, words: list[str]) -> _Columns:
        forms, stems, ways, _, checksum = self._joined(words)
        linked = self._ask_linked(stretch)
        return forms, stems, ways, linked, (checksum + self._checksum(linked)) % MODULUS

    def _checksum(self, tokens: str) -> int:
        return tokens_checksum(tokens, self._weights[2])


def tokens_checksum(tokens: str, weight: int) -> int:
    """Return the sum of the checksums of tokens joined by blanks, times a weight."""
    return sum([crc32(token.encode()) for token in tokens.split()]) * weight


def _stretches(text: str) -> list[str]:
    """Split a text between its words; words that a sign joins stay together."""
    for sign in _SEPARATORS:
        text = text.replace(sign, " ")
    return text.split(" ")  # at no other blank: a thin one stands within numbers


def _row(columns: Iterable[str]) -> str:
    return " ".join(filter(None, columns))


class _Cache(dict[str, _Columns]):
    """The last 130,000 stretches, and those of the round before."""

    def __init__(self, find: Callable[[str], _Columns]) -> None:
        super().__init__()
        self._find = find
        self._before: dict[str, _Columns] = {}

    def __missing__(self, stretch: str) -> _Columns:
        found = self._before.get(stretch) or self._find(stretch)
        if len(stretch) <= _LONGEST:
            if len(self) >= _MOST:
                self._before = dict(self)
                self.clear()
            self[stretch] = found
        return found


def units(text: str) -> tuple[bytes, bytes]:
    """Return how many words each sentence has, and each paragraph.

    Each number is one byte, or several bytes to be added up, of which all but the last are 255.
    A sentence always ends where a paragraph ends.
    """
    bounds = list(sentences(text))
    numbers = [len(WORD.findall(text, start, end)) for start, end in bounds]
    before, stops = [0, *accumulate(numbers)], [end for _, end in bounds]
    sizes = [len(paragraph) + 2 for paragraph in text.split("\n\n")]
    at_ends = [before[bisect_right(stops, end - 2)] for end in accumulate(sizes)]
    return _packed(numbers), _packed(b - a for a, b in pairwise([0, *at_ends]))


def _packed(numbers: Iterable[int]) -> bytes:
    return b"".join(bytes([MORE] * (number // MORE) + [number % MORE]) for number in numbers)


class Buckets:
    """The entries of a table of words that is mapped into memory; see `newsarc.analysis.tables`.

    `places` is where the places of its buckets begin, and `number` is how many there are.
    """

    def __init__(self, data: mmap, places: int, number: int) -> None:
        self._data = data
        self._start = places
        self._number = number
        _, self._sieve = _places(data, places + 4 * number - 4)
        self._bits = 8 * SIEVE * number

    def get(self, key: str) -> str | None:
        """Return the value of a key; None for a key that is not in the table."""
        written, data = key.encode(), self._data
        checksum = crc32(written)
        bit = checksum % self._bits
        if not data[self._sieve + (bit >> 3)] >> (bit & 7) & 1:
            return None
        begin, end = _places(data, self._start + 4 * (checksum % self._number))
        _, found, rest = data[begin:end].partition(b"\n" + written + b"\t")
        return rest[: rest.find(b"\n")].decode() if found else None
