"""The lists of words of wordfreq, of which newsarc's tables are made."""

from __future__ import annotations

import gzip
import os
from functools import cache
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING

from msgpack import Unpacker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# On the Zipf scale: one word in forty million. Two fifths of the German list are rarer; without
# them one compound in a thousand fewer is split correctly, and as many fewer wrongly.
_LEAST = 1.4
# The frequency of the first list of a file; each next one is a hundredth rarer.
FIRST = 9


def hundredths(code: str) -> Mapping[str, int]:
    """Return how many hundredths below 9 the frequent words of a language are.

    Words have letters only and are as `str.casefold` has them.
    """
    found: dict[str, int] = {}
    for place, words in enumerate(islice(_lists(code), round((FIRST - _LEAST) * 100) + 1)):
        found.update(dict.fromkeys(filter(str.isalpha, words), place))
    return found


@cache
def zipf(code: str) -> Mapping[str, float]:
    """Return the frequent words of a language on the Zipf scale; none if there is no list."""
    return {word: FIRST - place / 100 for word, place in hundredths(code).items()}


def _lists(code: str) -> Iterator[list[str]]:
    """Read lists of words: the n-th holds the words with the frequency 10 ** (-n / 100).

    This reads the file itself, only as far as it is needed: wordfreq would take twice the time.
    """
    library = find_spec("wordfreq")
    (folder,) = (library and library.submodule_search_locations) or [""]
    names = (f"{size}_{code}.msgpack.gz" for size in ("large", "small"))
    paths = [path for name in names if os.path.exists(path := os.path.join(folder, "data", name))]
    if not paths:
        return
    with gzip.open(paths[0]) as file:
        unpacker = Unpacker(file)
        unpacker.read_array_header()
        unpacker.skip()  # the header
        yield from unpacker
