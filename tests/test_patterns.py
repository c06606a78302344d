from __future__ import annotations

import copy
import pickle

from newsarc.patterns import pattern

WORD = pattern(r"\w+")


def test_a_pattern_finds_what_a_compiled_one_does() -> None:
    assert WORD.findall("Der Hafen ist zu") == ["Der", "Hafen", "ist", "zu"]
    assert WORD.pattern == r"\w+"


def test_a_pattern_survives_copying_and_pickling() -> None:
    for other in (copy.copy(WORD), pickle.loads(pickle.dumps(WORD))):  # noqa: S301
        assert other.findall("zwei Wege") == ["zwei", "Wege"]
