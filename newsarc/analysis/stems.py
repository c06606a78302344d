"""Stems, by language: the Snowball algorithms."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from newsarc.analysis.languages import language

if TYPE_CHECKING:
    from collections.abc import Callable

    Stem = Callable[[str], str]


@cache
def stemmer(code: str | None) -> Stem:
    """Return the function that makes a stem of a lower-case word.

    Without an algorithm for the language, it returns the word.
    """
    import Stemmer

    own = language(code)
    # An older PyStemmer knows fewer languages.
    if own.snowball is None or own.snowball not in Stemmer.algorithms():
        return str
    stem: Stem = Stemmer.Stemmer(own.snowball, 0).stemWord  # no cache of its own: `analyse` has one
    if own.mend_stem is not None:
        stem = partial(_mended, own.mend_stem, stem)
    return partial(_beyond, own.stop_words, stem) if own.stop_words else stem


def _mended(mend: Stem, stem: Stem, word: str) -> str:
    return mend(stem(word))


def _beyond(stop_words: frozenset[str], stem: Stem, word: str) -> str:
    """Keep two more letters where the stem would be a stop word: "Sicherheit" is not "sich"."""
    found = stem(word)
    return word[: len(found) + 2] if found in stop_words and word not in stop_words else found
