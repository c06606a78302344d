"""How frequent the words of a language are, for splitting its compounds.

The figures are those of wordfreq (R. Speer, to 2021; the lists are under CC BY-SA 4.0). Its German
list has 634,000 words in each inflected form, from encyclopedias, subtitles, news, books, the web
and social media. It will never change, so neither do the parts of a word. Frequencies in the
archive itself were tried in addition, and improve nothing.
"""

from __future__ import annotations

import os
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# On the Zipf scale: one word in forty million. Two fifths of the German list are rarer; without
# them one compound in a thousand fewer is split correctly, and as many fewer wrongly.
_LEAST = 1.4


class Frequencies(Protocol):
    """The frequencies of words on the Zipf scale: a dict, or a look-up in an archive."""

    def get(self, word: str, /) -> float | None:
        """Return the frequency of a word; None for an unknown one."""
        ...

    def __contains__(self, word: str, /) -> bool:
        """Whether a word is known."""
        ...


class Notebook(Protocol):
    """Where frequencies that were looked up are written down: a dict, for example."""

    def __setitem__(self, word: str, frequency: float, /) -> None:
        """Write down the frequency of a word."""
        ...


@cache
def dictionary(name: str) -> Mapping[str, float]:
    """Return the frequent words of a wordfreq list, such as "large_de", on the Zipf scale.

    Words are as `str.casefold` has them. Loading the German list takes about a third of a second
    and 40 MB, so do it only where new words are split.
    """
    zipf: dict[str, float] = {}
    for place, words in enumerate(islice(_lists(name), round((9 - _LEAST) * 100) + 1)):
        zipf.update(dict.fromkeys(filter(str.isalpha, words), 9 - place / 100))
    return zipf


def _lists(name: str) -> Iterator[list[str]]:
    """Read lists of words: the n-th holds the words with the frequency 10 ** (-n / 100).

    This reads the file itself, only as far as it is needed: wordfreq would take twice the time
    and twice the memory, for rarer words and for libraries that read other languages.
    """
    import gzip
    from importlib.util import find_spec

    from msgpack import Unpacker

    library = find_spec("wordfreq")
    (folder,) = (library and library.submodule_search_locations) or [""]
    with gzip.open(os.path.join(folder, "data", f"{name}.msgpack.gz")) as file:
        unpacker = Unpacker(file)
        unpacker.read_array_header()
        unpacker.skip()  # the header
        yield from unpacker
