"""Stems, by language: the Snowball algorithms, of the lemmas of words where these are known."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsarc.analysis.languages import language
from newsarc.analysis.lemmas import lemmas

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Stem = Callable[[str], str]


@cache
def stemmer(code: str | None) -> Stem:
    """Return the function that makes of a lower-case word the stem of its lemma.

    The stem keeps the diacritics of the lemma: "bär" for "bären", "haus" for "häuser". Without
    rules for the language, it returns the word.
    """
    own, plain = language(code), plain_stemmer(code)
    if not own.lemmas or code is None:
        return plain
    known, respell = lemmas(code), own.respell or str
    of_word, of_ending, stop_words = known.stem, known.by_ending, own.stop_words

    def stem(word: str) -> str:  # a closure: each word of an archive comes here
        found = of_word(word)
        if found is None and (other := respell(word)) != word:
            word = other
            found = of_word(word)
        found = found or of_ending(word)
        if found is None or (found in stop_words and word not in stop_words):
            return plain(word)  # "denen" is not "der"
        return found

    return stem


@cache
def plain_stemmer(code: str | None) -> Stem:
    """Return the function that makes a stem by rules alone; see `stemmer`."""
    import Stemmer

    own = language(code)
    # An older PyStemmer knows fewer languages.
    if own.snowball is None or own.snowball not in Stemmer.algorithms():
        return str
    snowball: Stem = Stemmer.Stemmer(own.snowball, 0).stemWord  # caches are the callers'
    mend, stop_words = own.mend_stem, own.stop_words
    if mend is None and not stop_words:
        return snowball

    def stem(word: str) -> str:
        found = snowball(word)
        if mend is not None:
            found = mend(word, found)
        if found in stop_words and word not in stop_words:
            return word[: len(found) + 2]  # "Sicherheit" is not "sich"
        return found

    return stem


@cache
def others(code: str | None) -> Callable[[str], Sequence[str]]:
    """Return the function that finds other stems of a word; see `other_stems`."""
    own = language(code)
    if not own.lemmas or code is None:
        return _none
    known, respell = lemmas(code).others, own.respell or str

    def other_stems(word: str) -> Sequence[str]:
        lower = word.lower()
        return (
            known(lower, word) or ((other := respell(lower)) != lower and known(other, word)) or ()
        )

    return other_stems


def other_stems(word: str, code: str | None) -> Sequence[str]:
    """Return the stems of other lemmas of which a word as it is written may be a form.

    "Genossen" may be of "genießen" and of "Genosse", "genossen" of the first one alone.
    """
    return others(code)(word)


def _none(_word: str) -> Sequence[str]:
    return ()


def beginnings(stem: str, code: str | None) -> Sequence[str]:
    """Return how forms of a stem begin that do not contain its own first three letters.

    Each is three folded letters, or a shorter word: "fuh" for "fahr". With these and its own, a
    text can be searched for all forms of a stem.
    """
    own = language(code)
    return lemmas(code).beginnings(stem) if own.lemmas and code is not None else ()


def is_own_word(unmarked: str, code: str | None) -> bool:
    """Whether a spelling without marks is a word of its own, and not just typed without them.

    "schon" and "zahlen" are, beside "schön" and "zählen"; "muller" and "uber" are not. Words must
    be in lower case. False for words that have no twin with marks, and in unknown languages.
    """
    own = language(code)
    return own.lemmas and code is not None and lemmas(code).is_own(unmarked)
