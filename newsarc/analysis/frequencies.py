"""How frequent German words are, for the splitting of compounds.

The figures are those of wordfreq's German list (R. Speer, to 2021; the list is under CC BY-SA
4.0): 634,000 words in each inflected form, from encyclopedias, subtitles, news, books, the web
and what people write there. It will not change any more, and so the parts of a word do not.
The words of an archive itself were tried beside it, and change nothing for the better.
"""

from __future__ import annotations

import os
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# On the Zipf scale: one word in forty million. Two fifths of the list are rarer; without them
# one compound in a thousand less is split rightly, and as many less are split wrongly.
_LEAST = 1.4
_LIST = os.path.join("data", "large_de.msgpack.gz")


class Frequencies(Protocol):
    """What knows how frequent words are."""

    def get(self, word: str, /) -> float | None:
        """Give a word's frequency on the Zipf scale; None for an unknown one."""
        ...

    def __contains__(self, word: str, /) -> bool:
        """Whether a word is known."""
        ...


@cache
def german() -> Mapping[str, float]:
    """Give the frequent German words, as `str.casefold` has them, on the Zipf scale.

    Loading takes about a third of a second and 40 MB; only what splits new words should ask.
    """
    zipf: dict[str, float] = {}
    for place, words in enumerate(islice(_lists(), round((9 - _LEAST) * 100) + 1)):
        zipf.update(dict.fromkeys(filter(str.isalpha, words), 9 - place / 100))
    return zipf


def _lists() -> Iterator[list[str]]:
    """Give lists of words: the n-th holds those whose frequency is 10 ** (-n / 100).

    The file is read here, and only as far as it is needed: wordfreq itself takes twice as
    long and twice the memory, for rarer words and for libraries that read other languages.
    """
    import gzip
    from importlib.util import find_spec

    from msgpack import Unpacker

    library = find_spec("wordfreq")
    (folder,) = (library and library.submodule_search_locations) or [""]
    with gzip.open(os.path.join(folder, _LIST)) as file:
        unpacker = Unpacker(file)
        unpacker.read_array_header()
        unpacker.skip()  # the header
        yield from unpacker
