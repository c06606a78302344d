"""Which language a text is in, or none where it does not say enough.

The sole importer of langdetect, which is seeded here (unseeded, equal texts get different
answers) and loaded at the first question, because its profiles take a third of a second.
"""

from __future__ import annotations

from typing import NamedTuple

# langdetect is right on 500 characters of news text where it is right on all of it, at
# less than half the cost; below about forty letters its answers are guesses.
SAMPLE = 500
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
    best = _most_probable(sample)
    if best is None or best[1] < _LEAST_PROBABILITY:
        return None
    return Detected(best[0].partition("-")[0], sample)


def _most_probable(sample: str) -> tuple[str, float] | None:
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = 0
    _load_profiles()
    try:
        best = detect_langs(sample)[0]
    except (LangDetectException, IndexError):  # no letters that it knows
        return None
    return best.lang, best.prob


def _load_profiles() -> None:
    """Load langdetect's profiles; while it does, it takes an interruption for a bad profile."""
    from langdetect import LangDetectException, detector_factory

    try:
        detector_factory.init_factory()
    except LangDetectException as error:
        detector_factory._factory = None  # noqa: SLF001 (or it stays half loaded)
        if isinstance(error.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from error
        raise
