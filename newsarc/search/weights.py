"""What each piece of the second step of ranking weighs."""

from __future__ import annotations

from msgspec import Struct


class Weights(Struct, frozen=True):
    """What each piece of the second step adds, in the rarity of words.

    Tuned by `tests/benchmarks/tune.py` on one half of the queries of five collections:
    questions, headlines, three words of an article, English and German. The half or the double
    of most changes the mean nDCG@10 by less than .003; what each piece is worth stands beside.
    """

    # So many of the best are read. Of 75, three words find their article a little sooner (.002),
    # of 35 a little later (.006), and so do headlines (.007).
    depth: int = 60
    # Words are alike that begin with as many letters of a stem.
    letters: int = 6
    # What a word is worth that only begins, or holds a part, like the one that was sought.
    similar: float = 0.8
    # What a part of a sought compound weighs beside a word: .002
    part: float = 0.5
    # The most that one sentence holds: .004, of three words .011
    sentence: float = 1.5
    # How early it comes; after `half` characters a word is worth half of one at the beginning: .004
    lead: float = 1.5
    half: float = 600.0
    # How much is there at all: .003
    whole: float = 0.75
    # That it matches the query as it was read, of all that the query weighs: worth nothing by
    # these measures, but the reader sees what was asked for first. 0.35 costs .001, 1.0 .004.
    exact: float = 0.15
    # What a word loses that is written otherwise: "schon" behind "schön", "Masse" behind "Maße".
    written: float = 0.2
    # Neighbours: .005. What they are worth in the other order, how far apart they may stand, and
    # how long a word is, in characters.
    nearness: float = 2.0
    backwards: float = 0.5
    reach: int = 96
    word: float = 8.0
    # What the best have in common: .009
    feedback: float = 1.5
    # So many of them tell what that is, by so many words.
    best: int = 8
    terms: int = 30
    # So many characters of each text are read: all of it is no better, and takes thrice as long.
    opening: int = 2000
    # Of a text that is as long, in characters, it counts half.
    length: float = 4000.0
    # Where fewer are ranked, there is no rest to tell the best from.
    fewest: int = 10


WEIGHTS = Weights()
