"""How probable each language is for some words, by the n-grams of langdetect's profiles.

The sole importer of langdetect. Its own detection draws n-grams at random until it is sure, and
does so seven times; here all are taken together, as if that many had been drawn and each as often
as it is to be expected. That takes a tenth of the time, for what a word says is remembered, is
right as often, and asks no dice: equal texts get equal answers.
"""

from __future__ import annotations

from array import array
from functools import cache, lru_cache
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from langdetect import LangDetectException, detector_factory
from langdetect.detector import Detector
from langdetect.utils.ngram import NGram

if TYPE_CHECKING:
    from collections.abc import Sequence

# How many n-grams count as drawn, however many there are: neighbours repeat each other, and so
# to count all makes a language look surer than it is. With so many as many of 3,000 sentences
# are answered as langdetect answers.
_DRAWN = 70
# What langdetect adds to the probability of each n-gram.
_SMOOTHING = Detector.ALPHA_DEFAULT / Detector.BASE_FREQ
# Most words of a text, and nearly all n-grams of a language, are among so many that came last:
# words in 5 MB of arrays, n-grams, which are added up more often, in 9 MB of lists.
_MOST_WORDS, _MOST_GRAMS = 10_000, 5_000


class Probable(NamedTuple):
    """A language as langdetect names it, and how probable it is."""

    name: str
    probability: float


def most_probable(text: str) -> Probable | None:
    """Give the most probable language; None for a text with no letters that it knows."""
    known = [said for word in _words(text) if (said := _said(word)).size]
    size = sum([said.size for said in known])
    if not size:
        return None
    sums = list(map(sum, zip(*[said.logarithms for said in known], strict=True)))
    most, share = max(sums), min(1.0, _DRAWN / size)
    total = sum([exp(share * (one - most)) for one in sums])
    return Probable(_factory().langlist[sums.index(most)], 1 / total)


def _words(text: str) -> list[str]:
    """Give the words of a text in langdetect's alphabet, with the blank behind each."""
    detector = Detector(_factory())
    detector.append(text)  # addresses are left out
    detector.cleaning_text()  # and Latin letters within other ones
    *words, last = detector.text.translate(_ALPHABET).split(" ")
    return [*[f"{word} " for word in words if word], *([last] if last else [])]


class _Alphabet(dict[int, str]):
    """Characters, each with the one that langdetect takes it for."""

    def __missing__(self, number: int) -> str:
        self[number] = found = str(NGram.normalize(chr(number)))
        return found


_ALPHABET = _Alphabet()


class _Said(NamedTuple):
    """How many n-grams a word has, and the sum of their logarithms for each language."""

    size: int
    logarithms: Sequence[float]


@lru_cache(_MOST_WORDS)
def _said(word: str) -> _Said:
    rows = [_logarithms(gram) for gram in _grams(word)]
    return _Said(len(rows), array("d", map(sum, zip(*rows, strict=True))))


def _grams(word: str) -> list[str]:
    """Give the known n-grams of a word; of capitals in a row, which abbreviate, none."""
    known = _factory().word_lang_prob_map
    begun = f" {word}"
    grams = [
        begun[end - size : end]
        for end in range(len(" x"), len(begun) + 1)
        if not (begun[end - 1].isupper() and begun[end - 2].isupper())
        for size in range(1, min(NGram.N_GRAM, end) + 1)
    ]
    return [gram for gram in grams if gram != " " and gram in known]


@lru_cache(_MOST_GRAMS)
def _logarithms(gram: str) -> Sequence[float]:
    """Give how probable an n-gram is in each language, as a logarithm."""
    probabilities = _factory().word_lang_prob_map[gram]
    return [log(_SMOOTHING + probability) for probability in probabilities]


@cache
def _factory() -> detector_factory.DetectorFactory:
    """Load langdetect's profiles; while it does, it takes an interruption for a bad profile."""
    try:
        detector_factory.init_factory()
    except LangDetectException as error:
        detector_factory._factory = None  # noqa: SLF001 (or it stays half loaded)
        if isinstance(error.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from error
        raise
    return detector_factory._factory  # noqa: SLF001
