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


def hundredths(name: str) -> Mapping[str, int]:
    """Return how many hundredths below 9 the frequent words of a list are, such as "large_de".

    Words have letters only and are as `str.casefold` has them.
    """
    found: dict[str, int] = {}
    for place, words in enumerate(islice(_lists(name), round((FIRST - _LEAST) * 100) + 1)):
        found.update(dict.fromkeys(filter(str.isalpha, words), place))
    return found


@cache
def zipf(name: str) -> Mapping[str, float]:
    """Return the frequent words of a list on the Zipf scale; none if there is no such list."""
    return {word: FIRST - place / 100 for word, place in hundredths(name).items()}


def _lists(name: str) -> Iterator[list[str]]:
    """Read lists of words: the n-th holds the words with the frequency 10 ** (-n / 100)."""
    library = find_spec("wordfreq")
    (folder,) = (library and library.submodule_search_locations) or [""]
    path = os.path.join(folder, "data", f"{name}.msgpack.gz")
    if not os.path.exists(path):
        return
    with gzip.open(path) as file:
        unpacker = Unpacker(file)
        unpacker.read_array_header()
        unpacker.skip()  # the header
        yield from unpacker
