"""Stems, by language: the Snowball algorithms, of the lemmas of words where these are known."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from newsarc.analysis.languages import language
from newsarc.analysis.lemmas import lemmas

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsarc.analysis.lemmas import Lemmas

    Stem = Callable[[str], str]


@cache
def stemmer(code: str | None) -> Stem:
    """Return the function that makes of a lower-case word the stem of its lemma.

    The stem keeps the diacritics of the lemma: "bär" for "bären", "haus" for "häuser". Without
    rules for the language, it returns the word.
    """
    own = language(code)
    stem = plain_stemmer(code)
    if not own.lemmas or code is None:
        return stem
    if own.respell is None:
        return partial(_of_lemma, lemmas(code), stem)
    return partial(_of_respelt, lemmas(code), own.respell, stem)


@cache
def plain_stemmer(code: str | None) -> Stem:
    """Return the function that makes a stem by rules alone; see `stemmer`."""
    import Stemmer

    own = language(code)
    # An older PyStemmer knows fewer languages.
    if own.snowball is None or own.snowball not in Stemmer.algorithms():
        return str
    stem: Stem = Stemmer.Stemmer(own.snowball, 0).stemWord  # no cache of its own: `analyse` has one
    if own.mend_stem is not None:
        stem = partial(_mended, own.mend_stem, stem)
    return partial(_beyond, own.stop_words, stem) if own.stop_words else stem


def other_stems(word: str, code: str | None) -> Sequence[str]:
    """Return the stems of other lemmas of which a word as it is written may be a form.

    "Gebeten" may be of "bitten" and of "Gebet", "gebeten" of the first one alone.
    """
    own = language(code)
    if not own.lemmas or code is None:
        return ()
    lower, capital = word.lower(), word[0].isupper()
    found = lemmas(code).others(lower, capital=capital)
    if found or own.respell is None or (other := own.respell(lower)) == lower:
        return found
    return lemmas(code).others(other, capital=capital)


def is_own_word(unmarked: str, code: str | None) -> bool:
    """Whether a spelling without marks is a word of its own, and not just typed without them.

    "schon" and "zahlen" are, beside "schön" and "zählen"; "muller" and "uber" are not. Words must
    be in lower case. False for words that have no twin with marks, and in unknown languages.
    """
    own = language(code)
    return own.lemmas and code is not None and lemmas(code).is_own(unmarked)


def _of_lemma(known: Lemmas, stem: Stem, word: str) -> str:
    return known.stem(word) or known.by_ending(word) or stem(word)


def _of_respelt(known: Lemmas, respell: Stem, stem: Stem, word: str) -> str:
    found = known.stem(word)
    if found is None and (other := respell(word)) != word:
        word = other
        found = known.stem(word)
    return found or known.by_ending(word) or stem(word)


def _mended(mend: Callable[[str, str], str], stem: Stem, word: str) -> str:
    return mend(word, stem(word))


def _beyond(stop_words: frozenset[str], stem: Stem, word: str) -> str:
    """Keep two more letters where the stem would be a stop word: "Sicherheit" is not "sich"."""
    found = stem(word)
    return word[: len(found) + 2] if found in stop_words and word not in stop_words else found
