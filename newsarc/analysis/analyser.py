"""From a word to its form and its stem, by which it is found."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from math import prod
from typing import TYPE_CHECKING
from unicodedata import unidata_version

from msgspec import Struct

from newsarc.analysis.languages import versions
from newsarc.analysis.stems import stemmer
from newsarc.patterns import pattern
from newsarc.text import form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# To be raised with each change that gives words other tokens, unless the change is in the rules
# of one language: these have a version of their own.
_VERSION = "6"
# Cache size of a search; an index has a larger cache of its own.
_MOST_WORDS = 50_000
# Most phrases that are all looked up: five words with an umlaut each.
_MOST_PHRASES = 32

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü"}
# Not "Israel", "Michaels", "Samuel", "neue", "Quelle".
_DIGRAPH = pattern(r"(?<![aeiouyq])([aou])e(?!li?s?$|[aeiouy])(?=[^\W\d_])")


class Analysis(Struct, frozen=True, gc=False):
    """A word's form, and the stem that all its inflections have.

    The form is the word as it is written, but for its case. Both keep diacritics.
    """

    form: str
    stem: str


@cache
def version() -> str:
    """Name everything that forms and stems depend on.

    An archive keeps the version that it was indexed with; with another one it needs a reindex.
    """
    return f"{rules()} Unicode {unidata_version}"


def rules() -> str:
    """Name everything that the stems of words depend on that are written in Latin letters."""
    import Stemmer

    return f"{_VERSION} {versions()} PyStemmer {Stemmer.version()}"


@lru_cache(maxsize=_MOST_WORDS)
def analyse(word: str, language: str | None) -> Analysis:
    """Analyse one word as it is written; in an unknown language the stem is the form.

    The stem keeps the diacritics of the lemma. Of a very long word the first 255 characters count.
    """
    return Analysis(*analyst(language)(word))


@cache
def analyst(language: str | None) -> Callable[[str], tuple[str, str]]:
    """Return the function that finds the form and the stem of a word, and keeps nothing."""
    stem = stemmer(language)

    def form_and_stem(word: str) -> tuple[str, str]:
        return form(word), form(stem(word.lower()[:255]) or word)

    return form_and_stem


def variants(words: Iterable[str], languages: Iterable[str | None]) -> tuple[tuple[str, ...], ...]:
    """Return the stems of some words once for each language, without duplicates.

    Each variant has one stem for each word. The first one is that of no language, in which the
    stems are the forms.
    """
    written = tuple(words)
    rows = (
        tuple([analyse(word, language).stem for word in written]) for language in (None, *languages)
    )
    return tuple(dict.fromkeys(rows))


def umlauts(typed: str) -> tuple[str, ...]:
    """Return a text with its umlauts as typed, then as one letter, then as two, without duplicates.

    The text is in lower case. "müller" and "mueller" are the same in each order.
    """
    if typed.isascii() and _DIGRAPH.search(typed) is None:
        return (typed,)
    one = _DIGRAPH.sub(lambda found: _UMLAUTS[found[1]], typed)
    return tuple(dict.fromkeys((typed, one, typed.translate(_DIGRAPHS))))


def spellings(word: str) -> tuple[str, ...]:
    """Return the forms by which a word may be written: `umlauts` of its form."""
    return umlauts(form(word))


def phrases(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the sequences of forms by which words side by side may be written, without duplicates.

    Of a long phrase these are three: as typed, and with all umlauts as one letter or as two.
    """
    spelt = [spellings(word) for word in words]
    if prod(map(len, spelt)) <= _MOST_PHRASES:
        return tuple(product(*spelt))
    return tuple(
        dict.fromkeys(tuple(each[min(n, len(each) - 1)] for each in spelt) for n in range(3))
    )
