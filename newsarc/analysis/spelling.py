"""Spelling suggestions: which words a misspelt form may stand for.

A noisy-channel model (Kernighan, Church and Gale, 1990): a word is more likely the fewer slips lie
between it and the form, and the more frequent it is. A missing letter counts less than other slips,
a wrong first letter more. Lower weights were also tried on German misspellings for letters that
sound alike, double letters, a silent h or e, neighbours on a keyboard, swapped letters and endings:
none changed the share of words found by more than half a point.
"""

from __future__ import annotations

from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.text import Distance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Weight of a slip: it outweighs a word that is e ** 4, or fifty-five, times as frequent. Tuned on
# one half each of 2,103 misspellings from an encyclopedia (best at 3.5) and of 358 from queries
# (best at 4.5); between these values neither loses more than two points.
_SLIP = 4.0
# How much less a missing letter counts than another slip, and how much more a wrong first letter.
# Tuned on the same half; of the other half .719 instead of .695 come first, and .935 instead of
# .915 of their stems.
_LEFT_OUT = 0.4
_FIRST_LETTER = 0.6
# The shortest forms with one, with two and with three slips. If the longest ones had two as well,
# one in seven of those misspellings could not be corrected.
_LENGTHS = (3, 6, 9)
# A suggestion is plausible if the best one is at most e ** 1.5, or 4.5 times, as likely.
_NEARLY = 1.5
_SHORTEST_PIECE = 3


class Suggestion(Struct, frozen=True):
    """A word that may be meant: `articles` contain it, and it is `distance` slips away."""

    form: str
    articles: int
    distance: int


def reach(form: str) -> int:
    """Maximum number of slips in a form, 0 to 3: few in a short one, which is near many words."""
    return sum(len(form) >= length for length in _LENGTHS)


def suggest(form: str, words: Iterable[tuple[str, int]], limit: int = 10) -> list[Suggestion]:
    """Return the words that a form may be a misspelling of, the most likely first.

    `words` are pairs of a word and the number of articles that contain it. A suggestion has letters
    only and differs from the form. It begins as the form does, or contains a piece of the form at
    nearly the same place: hardly any misspelling has slips in the beginning and in both halves of
    the rest.
    """
    most = reach(form)
    counts = {
        word: count
        for word, count in words
        if abs(len(word) - len(form)) <= most and word.isalpha() and word != form
    }
    distance = Distance(form)
    alike = (word for word in sift(form, counts) if _begins_or_holds(word, form))
    near = (Suggestion(word, counts[word], distance.to(word)) for word in alike)
    found = [one for one in near if one.distance <= most]
    return sorted(found, key=lambda one: (_unlikeliness(one, form), one.form))[:limit]


def beginning(form: str) -> str:
    """Return the first letters, which are seldom wrong: one of a short form, two of others."""
    return form[: min(reach(form), 2)]


def pieces(form: str) -> tuple[tuple[int, str], ...]:
    """Return pieces of a form with their places.

    A suggestion that begins differently contains one of them.
    """
    end = len(form)
    begin = max(min(2, end - _SHORTEST_PIECE), 0)
    half = min((begin + end) // 2, end - _SHORTEST_PIECE) if reach(form) > 1 else begin
    cuts = ((begin, half), (half, end))
    return tuple((a, form[a:b]) for a, b in cuts if b - a >= _SHORTEST_PIECE)


def _begins_or_holds(word: str, form: str) -> bool:
    most = reach(form)
    return word.startswith(beginning(form)) or any(
        piece in word[max(at - most, 0) : at + most + len(piece)] for at, piece in pieces(form)
    )


def sift(form: str, words: Iterable[str]) -> Iterator[str]:
    """Return the words that share enough pairs of neighbouring letters with a form; a fast filter.

    A slip breaks two such pairs, or three where two letters are swapped, which one slip of a form
    may be. Three slips mostly stand close together, so half the pairs of a long form must remain.
    """
    known = set(pairwise(form)).__contains__
    most = reach(form)
    least = len(form) // 2 if most == len(_LENGTHS) else len(form) - 3 - most
    return (word for word in words if sum(map(known, pairwise(word))) >= least)


def _unlikeliness(found: Suggestion, form: str) -> float:
    left_out = max(0, len(found.form) - len(form))
    slips = found.distance - _LEFT_OUT * left_out + _FIRST_LETTER * (found.form[0] != form[0])
    return _SLIP * slips - log(found.articles)


def plausible(form: str, found: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Yield of suggestions in their order those that are nearly as likely as the first one."""
    best: float | None = None
    for one in found:
        cost = _unlikeliness(one, form)
        best = cost if best is None else best
        if cost <= best + _NEARLY:
            yield one
