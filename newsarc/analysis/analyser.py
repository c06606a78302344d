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
_MOST_WORDS = 200_000


@lru_cache(maxsize=_MOST_WORDS)
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
    vocabulary = _vocabulary(splitter, language)
    columns = [_columns(text or "", vocabulary) for text in (title, kicker, text)]
    return Indexed(*chain.from_iterable(zip(*columns, strict=True)))


def _columns(text: str, vocabulary: _Vocabulary) -> tuple[str, str, str]:
    """Give the forms, the stems and the parts of compounds of a text."""
    found = [vocabulary[word] for word in WORD.findall(text)]
    forms, stems = " ".join([word.form for word in found]), " ".join([word.stem for word in found])
    return forms, stems, " ".join([word.parts for word in found if word.parts])


class _Known(NamedTuple):
    """A word as an index takes it; its parts are joined by blanks."""

    form: str
    stem: str
    parts: str


class _Vocabulary(dict[str, _Known]):
    """The words of a language as they were analysed before: a text has few new ones."""

    def __init__(self, splitter: Splitter, language: str | None) -> None:
        super().__init__()
        self._splitter = splitter
        self._language = language

    def __missing__(self, word: str) -> _Known:
        if len(self) >= _MOST_WORDS:
            self.clear()
        parts = self._splitter.parts(word) if self._language == COMPOUNDING else ()
        found = _Known(*analyse.__wrapped__(word, self._language), " ".join(parts))
        self[word] = found
        return found


def _vocabulary(splitter: Splitter, language: str | None) -> _Vocabulary:
    """Give the vocabulary of a language, which lives as long as its splitter."""
    known = splitter.vocabularies.get(language)
    if not isinstance(known, _Vocabulary):
        known = splitter.vocabularies[language] = _Vocabulary(splitter, language)
    return known


def variants(words: Iterable[str], languages: Iterable[str | None]) -> tuple[tuple[str, ...], ...]:
    """Give the stems of a row of words in each of some languages, each reading once.

    The reading without a language, in which the stems are the forms, is always among them.
    """
    written = tuple(words)
    readings = (
        tuple(analyse(word, language).stem for word in written) for language in (None, *languages)
    )
    return tuple(dict.fromkeys(readings))
