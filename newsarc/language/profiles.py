"""How probable each language is for some words, by the n-grams of langdetect's profiles.

The sole importer of langdetect. Its own detection draws n-grams at random until it is sure, and
does so seven times; here all are taken together, as if that many had been drawn and each as often
as it is to be expected. That takes an eighth of the time, for what a word says is remembered, is
right as often, and asks no dice: equal texts get equal answers.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp, log
from typing import NamedTuple

from langdetect import LangDetectException, detector_factory
from langdetect.detector import Detector
from langdetect.utils.ngram import NGram

# How many n-grams count as drawn, however many there are: neighbours repeat each other, and so
# to count all makes a language look surer than it is. With so many as many of 3,000 sentences
# are answered as langdetect answers.
_DRAWN = 70
# What langdetect adds to the probability of each n-gram.
_SMOOTHING = Detector.ALPHA_DEFAULT / Detector.BASE_FREQ
# Most words of a text are among so many that came last, and nearly all n-grams of a language;
# together they take 10 MB.
_MOST = 15_000
# The logarithms of all languages lie side by side in one integer and are added up in one go: so
# many bytes for each of them, in so many parts of one. The largest, of an n-gram that a language
# does not have, is ten; a text of 500 characters has 1,500 n-grams.
_BYTES, _PARTS = 4, 1 << 16


class Probable(NamedTuple):
    """A language as langdetect names it, and how probable it is."""

    name: str
    probability: float


def most_probable(text: str) -> Probable | None:
    """Give the most probable language; None for a text with no letters that it knows."""
    said = [_said(word) for word in _words(text)]
    size = sum([one.size for one in said])
    if not size:
        return None
    sums = _apart(sum([one.logarithms for one in said]))
    least, share = min(sums), min(1.0, _DRAWN / size) / _PARTS
    total = sum([exp(share * (least - one)) for one in sums])
    return Probable(_factory().langlist[sums.index(least)], 1 / total)


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
    """How many n-grams a word has, and the sums of their logarithms, less their sign."""

    size: int
    logarithms: int


@lru_cache(_MOST)
def _said(word: str) -> _Said:
    grams = _grams(word)
    return _Said(len(grams), sum(map(_logarithms, grams)))


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


@lru_cache(_MOST)
def _logarithms(gram: str) -> int:
    """Give how probable an n-gram is in each language, as logarithms side by side."""
    probabilities = _factory().word_lang_prob_map[gram]
    parts = [round(-log(_SMOOTHING + probability) * _PARTS) for probability in probabilities]
    return int.from_bytes(b"".join([part.to_bytes(_BYTES, "little") for part in parts]), "little")


def _apart(numbers: int) -> list[int]:
    """Give the numbers that lie side by side in one, a language each."""
    size = _BYTES * len(_factory().langlist)
    data = numbers.to_bytes(size, "little")
    return [int.from_bytes(data[at : at + _BYTES], "little") for at in range(0, size, _BYTES)]


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
