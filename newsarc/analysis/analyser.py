"""From a word to the form and the stem by which it is found."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import unidata_version

from newsarc.analysis.chains import joined
from newsarc.analysis.stems import stemmer
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Changes whenever our own part of the analysis does.
_VERSION = "4"


class Analysis(NamedTuple):
    """A word's form (spellings meet in it) and its stem (inflections meet in it)."""

    form: str
    stem: str


@cache
def version() -> str:
    """Name all that a word's form and stem depend on; an archive keeps what it was made with."""
    import Stemmer

    return f"{_VERSION} PyStemmer {Stemmer.version()} Unicode {unidata_version}"


# Of those who search; whoever indexes keeps more.
_MOST_WORDS = 50_000


@lru_cache(maxsize=_MOST_WORDS)
def analyse(word: str, language: str | None) -> Analysis:
    """Analyse one word as it is written; of an unknown language the stem is the form.

    The stem is taken from the written word and folded afterwards, because a stemmer
    knows umlauts and accents.
    """
    stem = stemmer(language)(word.lower()[:255])
    return Analysis(fold(word), fold(stem or word))


def variants(words: Iterable[str], languages: Iterable[str | None]) -> tuple[tuple[str, ...], ...]:
    """Give the stems of a row of words in each of some languages, each reading once.

    The reading without a language, in which the stems are the forms, is always among them.
    """
    written = tuple(words)
    readings = (
        tuple(analyse(word, language).stem for word in written) for language in (None, *languages)
    )
    return tuple(dict.fromkeys(readings))


def readings(words: Sequence[str], languages: Sequence[str | None]) -> tuple[tuple[str, ...], ...]:
    """Give the rows of stems of words that stand side by side: a stem for each, or one for all.

    They are read in each of some languages; joined they are one word, where they can be.
    """
    whole = joined(words)
    single = () if whole is None else variants([whole], languages)
    return (*variants(words, languages), *single)
