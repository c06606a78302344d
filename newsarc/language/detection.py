"""When a language is named, and when nothing is.

What knows the languages is loaded at the first question, because it takes a third of a second.
"""

from __future__ import annotations

from typing import NamedTuple

# The beginning of a news text tells its language as well as all of it, below about forty
# letters no answer is better than a guess. On half of it most texts are answered.
SAMPLE = 500
_GLANCE = 250
_FEWEST_LETTERS = 40
_LEAST_PROBABILITY = 0.8


class Detected(NamedTuple):
    """A language by its ISO 639-1 code, and the words it was read from."""

    code: str
    sample: str


def detect(text: str) -> Detected | None:
    """Name the language of a text by its first 500 characters; none rather than a guess.

    Equal texts get equal answers, in any order and in any process.
    """
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    from newsarc.language.profiles import most_probable

    best = most_probable(sample[:_GLANCE])
    if len(sample) > _GLANCE and (best is None or best.probability < _LEAST_PROBABILITY):
        best = most_probable(sample)
    if best is None or best.probability < _LEAST_PROBABILITY:
        return None
    return Detected(best.name.partition("-")[0], sample)
