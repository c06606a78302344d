"""The weights of the second step of ranking."""

from __future__ import annotations

from msgspec import Struct


class Weights(Struct, frozen=True):
    """What each piece of evidence adds to a BM25 score, as a multiple of the idf of query terms.

    Scores and idf are on the scale of `newsarc.store.scoring`, so the weights suit every engine.
    Tuned by `tests/benchmarks/tune.py` on one half of the queries of five collections: questions,
    headlines, and three words of an article, in English and German. Half or double the value of
    most weights changes the mean nDCG@10 by less than .003. The figures below say how much nDCG@10
    each piece is worth.
    """

    # Number of best articles that are re-ranked. With 75, queries of three words gain .002; with
    # 35 they lose .006 and headlines .007.
    depth: int = 60
    # Words match if they share this number of letters at the beginning of the stem.
    prefix_length: int = 6
    # Likeness of a word that only begins like a term, or contains it; 1 is the same form.
    similar: float = 0.8
    # Weight of a part of a compound; 1 is that of a word: .002
    part: float = 0.5
    # The terms in the best single sentence: .004; for queries of three words .011
    sentence: float = 1.5
    # How early the terms occur: .004. After `lead_half` characters a term counts half.
    lead: float = 1.5
    lead_half: float = 600.0
    # How many of the terms occur at all: .003
    coverage: float = 0.75
    # Articles that match the query exactly, unlike near misses. Worth nothing in these figures,
    # but readers see first what they asked for. 0.35 costs .001, 1.0 costs .004.
    exact: float = 0.15
    # Hits in the language of the archive where the words are spelt alike in several languages:
    # "Land", "Rat". With 3, such hits lead. They must be a share of `leading_share` of the hits,
    # else the words are hardly words of that language.
    leading: float = 3.0
    leading_share: float = 0.1
    # What a term loses that occurs with other diacritics only: "schon" for "schön", "Masse" for
    # "Maße".
    respelt: float = 0.2
    # Terms near each other: .005. A pair in the other order counts `backwards` times as much.
    # `window` is the maximum distance, `word_length` the mean length of a word, in characters.
    proximity: float = 2.0
    backwards: float = 0.5
    window: int = 96
    word_length: float = 8.0
    # Pseudo-relevance feedback: .009
    feedback: float = 1.5
    # Number of best articles that it learns from, and of words that it learns.
    feedback_articles: int = 8
    feedback_words: int = 30
    # Number of characters it reads of each text. Whole texts are no better and take three times
    # as long.
    feedback_opening: int = 2000
    # Length of a text, in characters, at which feedback counts half.
    feedback_length: float = 4000.0
    # With fewer articles than this there is no rest to compare the best with.
    feedback_least: int = 10


WEIGHTS = Weights()
