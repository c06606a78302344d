"""Rules that say by the ending of a word what its stem is, learnt from words whose stems are known.

A rule is learnt where nearly all known words with an ending agree; where they do not, longer
endings are looked at. Levels and what stands before an ending are those of `analysis.lemmas`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from newsarc.analysis.lemmas import BEFORE, LEVELS, ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# The share of the known words with an ending that must agree, and how many there must be.
_AGREEING = 0.9
_LEAST = 3
SAME = ""


def change(word: str, stem: str) -> str:
    """Return how a word becomes its stem: how many letters go, and what comes instead."""
    same = shared(word, stem)
    return chr(ZERO + len(word) - same) + stem[same:]


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return with how many letters or words both begin."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def learnt(changes: Mapping[str, str]) -> dict[str, str]:
    """Return the rules by ending, from the changes of known words; SAME for what needs no rule."""
    return _rules(changes, sorted(changes), 0)


def _rules(changes: Mapping[str, str], words: Iterable[str], depth: int) -> dict[str, str]:
    rules: dict[str, str] = {}
    for ending, group in _by_ending(words, LEVELS[depth]).items():
        best, count = Counter(map(changes.__getitem__, group)).most_common(1)[0]
        if len(group) < _LEAST:
            continue
        if count >= _AGREEING * len(group):
            rules |= {} if best == SAME else {ending: best}
        elif depth + 1 < len(LEVELS) and (longer := _rules(changes, group, depth + 1)):
            rules |= {ending: "+", **longer}
    return rules


def _by_ending(words: Iterable[str], level: int) -> Mapping[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= level + BEFORE:
            groups[word[-level:]].append(word)
    return groups
