"""Spelling suggestions: which words a misspelt form may stand for.

A noisy-channel model (Kernighan, Church and Gale, 1990): a word is more likely the fewer slips lie
between it and the form, and the more frequent it is. A missing letter counts less than other slips,
and so do letters that sound alike (double letters and a silent h among them) and neighbours on a
keyboard; a wrong first letter counts more. An umlaut that is typed as its base letter or digraph
hardly counts. Lower weights were also tried for swapped letters and endings: they changed nothing.

Forms and words are casefolded, in normal form C, with ß as ss and with their diacritics.
"""

from __future__ import annotations

from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis.slips import Slips
from newsarc.text import fold

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
# How much less a slip counts that is not heard, how much less the word counts if all of it sounds
# alike, and how much less a slip that hits a neighbour on the keyboard. Tuned on the first halves
# of 2,160 and 363 misspellings with their umlauts: of the second half of those from queries, .967
# instead of .945 come first; of the encyclopedia's, .743 instead of .739.
_UNHEARD = 0.2
_ALIKE = 0.2
_NEXT_KEY = 0.2
# How much a letter counts that differs in its diacritics only: little in a form that was typed
# without any, as on a keyboard that has none.
_MARK = 0.2
_TYPED_MARK = 0.7
# The shortest forms with one, with two and with three slips. If the longest ones had two as well,
# one in seven of those misspellings could not be corrected.
_LENGTHS = (3, 6, 9)
# A suggestion is plausible if the best one is at most e ** 1.5, or 4.5 times, as likely.
_NEARLY = 1.5
_SHORTEST_PIECE = 3


class Suggestion(Struct, frozen=True):
    """A word that may be meant: `articles` contain it, and it is `distance` slips away.

    Letters that differ in their diacritics only are no slip.
    """

    form: str
    articles: int
    distance: int


def reach(form: str) -> int:
    """Maximum number of slips in a folded form, 0 to 3: few in a short one, near many words."""
    return sum(len(form) >= length for length in _LENGTHS)


def suggest(form: str, words: Iterable[tuple[str, int]], limit: int = 10) -> list[Suggestion]:
    """Return the words that a form may be a misspelling of, the most likely first.

    `words` are pairs of a word and the number of articles that contain it. A suggestion has letters
    only and differs from the form. It begins as the form does, or contains a piece of the form at
    nearly the same place: hardly any misspelling has slips in the beginning and in both halves of
    the rest. Diacritics make no difference to this.
    """
    counts = {word: count for word, count in words if word.isalpha() and word != form}
    alike = _alike(fold(form), counts)
    return best(form, ((word, counts[word]) for word in alike), limit)


def best(form: str, alike: Iterable[tuple[str, int]], limit: int) -> list[Suggestion]:
    """Return what `suggest` does, of words that have passed `sift` and have a piece of the form."""
    most, slips = reach(fold(form)), Slips(form)
    near = (Suggestion(word, count, slips.number(word)) for word, count in alike)
    found = [one for one in near if one.distance <= most and one.form != form]
    return sorted(found, key=lambda one: (_unlikeliness(one, form, slips), one.form))[:limit]


def _alike(form: str, words: Iterable[str]) -> Iterator[str]:
    """Yield the words that are about as long as a folded form and share a piece with it."""
    most = reach(form)
    by_folded: dict[str, list[str]] = {}
    for word in words:
        folded = word if word.isascii() else fold(word)
        if abs(len(folded) - len(form)) <= most:
            by_folded.setdefault(folded, []).append(word)
    for folded in sift(form, by_folded):
        if _begins_or_holds(folded, form):
            yield from by_folded[folded]


def plausible(form: str, found: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Yield of suggestions in their order those that are nearly as likely as the first one."""
    best: float | None = None
    slips = Slips(form)
    for one in found:
        cost = _unlikeliness(one, form, slips)
        best = cost if best is None else best
        if cost <= best + _NEARLY:
            yield one


def beginning(form: str) -> str:
    """Return the first letters of a folded form, which are seldom wrong: one, or two of most."""
    return form[: min(reach(form), 2)]


def pieces(form: str) -> tuple[tuple[int, str], ...]:
    """Return pieces of a folded form with their places.

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


def _unlikeliness(found: Suggestion, form: str, slips: Slips) -> float:
    word, unlike = found.form, slips.unlike_sounds(found.form)
    bare, typed = fold(word), fold(form)
    cost = found.distance - _UNHEARD * max(0, found.distance - unlike) - _ALIKE * (not unlike)
    cost -= _NEXT_KEY * slips.is_neighbour(word)
    cost += slips.marks(word, found.distance) * (_MARK if form.isascii() else _TYPED_MARK)
    cost -= _LEFT_OUT * max(0, len(bare) - len(typed))
    cost += _FIRST_LETTER * (bare[:1] != typed[:1])
    return _SLIP * cost - log(found.articles)
