"""The sentences and paragraphs of a text, stored as their numbers of words.

They tell which words stand together. They take a fiftieth of the size of the text, and reading
them is a hundred times as fast as dividing the text.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.meaning.text import paragraphs
from newsarc.text import WORD, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

# A byte of this value says that the unit goes on in the next byte.
_MORE = 255


class Units(Struct, frozen=True):
    """The packed number of words of each sentence and each paragraph of a text, in order.

    Each number is one byte, or several bytes to be added up, of which all but the last are 255.
    """

    sentences: bytes
    paragraphs: bytes


def units(text: str) -> Units:
    """Return the units of a text. A sentence always ends where a paragraph ends."""
    bounds = list(sentences(text))
    numbers = [len(WORD.findall(text, start, end)) for start, end in bounds]
    before, stops = [0, *accumulate(numbers)], [end for _, end in bounds]
    at_ends = [before[bisect_right(stops, end)] for _, end in paragraphs(text)]
    return Units(_packed(numbers), _packed(b - a for a, b in pairwise([0, *at_ends])))


def _packed(numbers: Iterable[int]) -> bytes:
    return b"".join(bytes([_MORE] * (number // _MORE) + [number % _MORE]) for number in numbers)


def ends(packed: bytes) -> list[int]:
    """Return the number of words before the end of each unit."""
    found = list(accumulate(packed))
    if _MORE in packed:
        return [end for end, number in zip(found, packed, strict=True) if number < _MORE]
    return found
