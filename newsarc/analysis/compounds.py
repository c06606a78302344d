"""Cutting compounds: from "Sicherheitsrat" to "Sicherheit" and "Rat".

A word is cut in two where both sides are known words and, taken together, more frequent than
the whole: the geometric mean of P. Koehn and K. Knight, "Empirical Methods for Compound
Splitting", 2003. Both sides are then cut in the same way. What a language allows at a cut is in
its `Compounding`; where the frequencies come from does not matter here.

An ingestion does this for each new word of an archive, thirty in an article. Few endings of a
word are words themselves, so they are looked up first; a pattern costs as much as ten look-ups in
a dict, so patterns come last. Where a native module was built, its cutter does the same for the
words of a table, in a third of the time: what is changed here must be changed there.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis.languages.base import SHORTEST_COMPOUND
from newsarc.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsarc.analysis.languages import Compounding

    # Returns the frequency of a casefolded word on the Zipf scale; None for an unknown one.
    Frequency = Callable[[str], float | None]

# The numbers were tuned on 6,000 German compounds of GermaNet's list, and on the 5,000 most
# frequent German words that are not in it. Half or double of most of them changes next to nothing.

# Least frequency of a part of four letters, one in three million words: word lists are full of
# abbreviations, and of endings of words that were cut at the end of a line.
_KNOWN_SHORT = 2.5
# A part counts as no more frequent than this: "werden" ends no compound.
_FREQUENT_FIRST = 4.6
_FREQUENT_LAST = 5.0
# A cut must be better than the whole by this margin, minus a bonus for each letter from the
# twelfth on: simple words are short.
_MARGIN = 0.2
_MARGIN_PER_LETTER = 0.2
_LONG = 11
# What a cut loses by a linking element, and by a lost letter.
_LINKED = 0.4
_LOST = 0.8
# What a cut loses if its last part is itself an unknown compound; more often the first one is.
_NESTED_LAST = 0.3
# A word that is more frequent than this contains no unknown compound.
_RARE = 2.5

_SHORTEST_PART = 4
# "Öltag", as a part of a longer compound.
_SHORTEST_INNER = 5
# Shortest compound of three parts. Shorter ones ("Spitzingsee") are rarer than simple words that
# would be mistaken for one.
_SHORTEST_NESTED = 3 * _SHORTEST_PART
# The German law of 1999 on the labelling of beef: the longest word that was in force.
_LONGEST_COMPOUND = 63
# The score as a last part of a known word that ends no compound, and that of what is not looked up
# yet.
_NEVER = -1.0
_UNSEEN = -2.0
# Letters of an ending that is kept though it is no word.
_SHORT_ENDING = 6
# Cache size. Words share their beginnings and endings: half of the beginnings of new words are
# among the last 30,000.
_MOST_PARTS = 30_000


class Cut(Struct, frozen=True, gc=False):
    """A compound cut in two: `modifier` is a word of its own, `head` is the rest from `at` on.

    The score is the mean of both frequencies on the Zipf scale, minus losses.
    """

    at: int
    modifier: str
    head: str
    score: float


_score = attrgetter("score")


class Cutter:
    """Cuts the compounds of one language by the frequencies of words on the Zipf scale.

    Words must be in lower case, as `str.casefold` has them. The frequencies must never change:
    what was found of parts is cached.
    """

    def __init__(self, rules: Compounding, frequency: Frequency) -> None:
        self._rules = rules
        self._zipf = frequency
        self._lasts = _Lasts(rules, frequency)
        self._never_first = pattern(rules.never_first)
        self._link_ends = frozenset(link[-1] for link in rules.links)
        self._first = lru_cache(_MOST_PARTS)(self._find_first)
        self._inner = lru_cache(_MOST_PARTS)(self._find_inner)

    def split(self, word: str) -> tuple[str, ...]:
        """Return all parts of a word in order; a simple word is its own only part.

        Each part is a word that a stemmer can read. Joined, with linking elements and lost letters
        between them, they make up the whole word. A part keeps its linking element where it is
        more frequent with it: "kinder", "bundes".
        """
        found = self.cut(word)
        if found is None:
            return (word,)
        return *self.split(found.modifier), *self.split(found.head)

    def cut(self, word: str) -> Cut | None:
        """Cut a word in two at the most likely place; None for a simple word."""
        if not SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
            return None
        frequency = self._frequency(word)
        least = frequency + _MARGIN - _MARGIN_PER_LETTER * max(0, len(word) - _LONG)
        if least >= (_FREQUENT_FIRST + _FREQUENT_LAST) / 2:
            return None
        heads = self._heads(word)
        best = self._best(word, heads, least)
        if best is None and frequency < _RARE and len(word) >= _SHORTEST_NESTED:
            best = max(self._nested(word, dict(heads)), key=_score, default=None)
        return best if best is not None and best.score > least else None

    def _frequency(self, word: str) -> float:
        return self._zipf(word) or 0.0

    def _heads(self, word: str) -> list[tuple[int, float]]:
        """Find each place where a known word begins that ends this one, and its score as a head."""
        scores = self._lasts
        heads = []
        for at in _places(word, self._rules):
            head = word[at:]
            score = scores.get(head, _UNSEEN)
            if score == _UNSEEN:
                score = scores.find(head)
            if score is not None:
                heads.append((at, score))
        return heads

    def _best(self, word: str, heads: Sequence[tuple[int, float]], least: float) -> Cut | None:
        """Return the best cut between two known words; None if none scores more than `least`."""
        best = None
        for at, last in heads:
            if last > 0 and (_FREQUENT_FIRST + last) / 2 > least:
                modifier, first = self._first(word[:at])
                score = (first + last) / 2
                if first and score > least and not self._is_suffix(word, at):
                    best, least = Cut(at, modifier, word[at:], score), score
        return best

    def _nested(self, word: str, lasts: dict[int, float]) -> list[Cut]:
        """Return the cuts between a known word and an unknown compound of two known words."""
        cuts: list[Cut] = []
        latest = max([at for at, last in lasts.items() if last > 0], default=0)
        for at in _places(word, self._rules) if latest else ():
            last = lasts.get(at, 0.0)
            if last > 0:
                cuts += self._before(word, at, last)
            elif not last:
                cuts += self._behind(word, at, latest)
        return cuts

    def _before(self, word: str, at: int, last: float) -> list[Cut]:
        """Return the cuts before a known word."""
        cuts = []
        for modifier, loss in self._bases(word[:at]) if at >= _SHORTEST_PART else ():
            if inner := self._inner(modifier):
                cuts.append(Cut(at, modifier, word[at:], (2 * (inner - loss) + last) / 3))
        is_none = cuts and (self._is_never_first(word[:at]) or self._is_suffix(word, at))
        return [] if is_none else cuts

    def _behind(self, word: str, at: int, latest: int) -> list[Cut]:
        """Return the cut behind a known word, if the rest ends with a known word as well."""
        if at >= latest or len(word) - at < _SHORTEST_INNER:
            return []
        modifier, first = self._first(word[:at])
        inner = self._inner(word[at:]) if first else 0.0
        score = (first + 2 * inner) / 3 - _NESTED_LAST
        return [Cut(at, modifier, word[at:], score)] if inner else []

    def _find_inner(self, word: str) -> float:
        """Return the score of the best cut of an unknown part between known words; 0 for none."""
        best = self._best(word, self._heads(word), 0.0)
        return 0.0 if best is None else best.score

    def _find_first(self, written: str) -> tuple[str, float]:
        """Return the most likely word that a compound begins with, and its score; or "" and 0."""
        best, most = "", 0.0
        for base, loss in self._bases(written):
            if _FREQUENT_FIRST - loss <= most:  # no word can score more
                continue
            score = min(self._frequency(base), _FREQUENT_FIRST) - loss
            if score > most and (len(base) != _SHORTEST_PART or score + loss >= _KNOWN_SHORT):
                best, most = base, score
        return ("", 0.0) if most and self._is_never_first(written) else (best, most)

    def _bases(self, written: str) -> list[tuple[str, float]]:
        """Return the words that a compound may begin with as `written`, and what each cut loses."""
        rules = self._rules
        bases = [(written, 0.0), *[(written + letter, _LOST) for letter in rules.lost]]
        for link in rules.links if written[-1] in self._link_ends else ():
            base = written.removesuffix(link)
            if base != written and (len(base) >= _SHORTEST_PART or base in rules.short_first):
                bases.append((base, _LINKED))
        return bases

    def _is_never_first(self, written: str) -> bool:
        if len(written) < _SHORTEST_PART:
            return False
        return self._never_first.fullmatch(written) is not None

    def _is_suffix(self, word: str, at: int) -> bool:
        return self._rules.is_suffix(word[:at], word[at:], self._frequency)


class _Lasts(dict[str, float | None]):
    """The scores of words as the last part of a compound: 0 for one that is too rare.

    Short endings that are no words come again and again: these are kept, too, as None.
    """

    def __init__(self, rules: Compounding, frequency: Frequency) -> None:
        super().__init__()
        self._never_last = pattern(rules.never_last)
        self._zipf = frequency

    def find(self, head: str) -> float | None:
        """Find the score of an ending that is not kept yet; None for one that is no known word."""
        frequency = self._zipf(head)
        if frequency is None:
            if len(head) <= _SHORT_ENDING:
                self[head] = None
            return None
        score = min(frequency, _FREQUENT_LAST)
        if len(head) == _SHORTEST_PART and frequency < _KNOWN_SHORT:
            score = 0.0
        elif self._never_last.fullmatch(head):
            score = _NEVER
        self[head] = score
        return score


def _places(word: str, rules: Compounding) -> Sequence[int]:
    """Return where a word may be cut, judged by the length of its parts alone."""
    latest = len(word) - _SHORTEST_PART
    places = range(_SHORTEST_PART, latest + 1)
    if word[:3] not in rules.short_first and word[:2] not in rules.short_first:
        if word[-3:] not in rules.short_last or latest < _SHORTEST_PART - 1:
            return places
        return range(_SHORTEST_PART, latest + 2)
    before = [at for at in (2, 3) if at <= latest and word[:at] in rules.short_first]
    ends = latest >= _SHORTEST_PART - 1 or word[:-3] in rules.short_first
    behind = [len(word) - 3] if ends and word[-3:] in rules.short_last else []
    return [*before, *places, *behind]
