"""From a word to the form and the stem by which it is found."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import unidata_version

from newsarc.analysis.fields import Indexed
from newsarc.analysis.splitter import COMPOUNDING
from newsarc.analysis.stems import stemmer
from newsarc.text import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsarc.analysis.splitter import Splitter

# Changes whenever our own part of the analysis does.
_VERSION = "2"


class Analysis(NamedTuple):
    """A word's form (spellings meet in it) and its stem (inflections meet in it)."""

    form: str
    stem: str


@cache
def version() -> str:
    """Name all that a word's form and stem depend on; an archive keeps what it was made with."""
    import Stemmer

    return f"{_VERSION} PyStemmer {Stemmer.version()} Unicode {unidata_version}"


# A German archive of 14,000 articles has some 400,000 different words; the frequent half
# makes up nearly all of its text.
@lru_cache(maxsize=200_000)
def analyse(word: str, language: str | None) -> Analysis:
    """Analyse one word as it is written; of an unknown language the stem is the form.

    The stem is taken from the written word and folded afterwards, because a stemmer
    knows umlauts and accents.
    """
    stem = stemmer(language)(word.lower()[:255])
    return Analysis(fold(word), fold(stem or word))


def index(  # noqa: PLR0913 (what is searched of an article)
    title: str | None,
    kicker: str | None,
    place: str | None,
    body: str,
    language: str | None,
    *,
    splitter: Splitter,
) -> Indexed:
    """Analyse all that is searched of an article; its place is found as a word of its body."""
    text = f"{place}\n{body}" if place else body
    columns = [_columns(text or "", language, splitter) for text in (title, kicker, text)]
    return Indexed(*map(" ".join, chain.from_iterable(zip(*columns, strict=True))))


def _columns(
    text: str, language: str | None, splitter: Splitter
) -> tuple[list[str], list[str], list[str]]:
    """Give the forms, the stems and the parts of compounds of a text."""
    words = WORD.findall(text)
    analyses = [analyse(word, language) for word in words]
    compounds = map(splitter.parts, words) if language == COMPOUNDING else ()
    parts = list(chain.from_iterable(compounds))
    return [a.form for a in analyses], [a.stem for a in analyses], parts


def variants(words: Iterable[str], languages: Iterable[str | None]) -> tuple[tuple[str, ...], ...]:
    """Give the stems of a row of words in each of some languages, each reading once.

    The reading without a language, in which the stems are the forms, is always among them.
    """
    written = tuple(words)
    readings = (
        tuple(analyse(word, language).stem for word in written) for language in (None, *languages)
    )
    return tuple(dict.fromkeys(readings))
