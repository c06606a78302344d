"""Detects the language of a text, or says that it is too uncertain.

The profiles of the languages are loaded at the first call, which takes some tenths of a second.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from newsarc.language.profiles import Probable

# In characters. The beginning of a news text shows its language as well as the whole text. For most
# texts half of that beginning is enough; with fewer than forty letters no answer beats a guess.
SAMPLE = 500
_GLANCE = 250
_FEWEST_LETTERS = 40
_LEAST_PROBABILITY = 0.8


class Detected(Struct, frozen=True):
    """A detected language: its ISO 639-1 code, and the text it was detected in."""

    code: str
    sample: str


def detect(text: str) -> Detected | None:
    """Detect the language of a text in its first 500 characters; None where it is uncertain.

    Equal texts get equal answers, in any order and in any process.
    """
    sample = text[:SAMPLE]
    if not _has_letters(sample):
        return None
    from newsarc.language.profiles import by_short_words

    best = by_short_words(sample) or _by_all_words(sample)
    return None if best is None else Detected(best.name.partition("-")[0], sample)


def _has_letters(text: str) -> bool:
    """Whether a text has forty letters; the rest is not counted."""
    return next(islice(filter(str.isalpha, text), _FEWEST_LETTERS - 1, None), None) is not None


def _by_all_words(sample: str) -> Probable | None:
    from newsarc.language.profiles import most_probable

    best = most_probable(sample[:_GLANCE])
    if len(sample) > _GLANCE and (best is None or best.probability < _LEAST_PROBABILITY):
        best = most_probable(sample)
    return best if best and best.probability >= _LEAST_PROBABILITY else None
