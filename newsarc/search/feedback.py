"""Pseudo-relevance feedback: words that the best articles share, looked for in all of them.

For a query "Flut Ahrtal", articles that also speak of pumps and helpers are more likely about the
flood; the best hits teach that these words belong to it. A word's weight is p log(p/q), its share
of the divergence of the best articles from all that were read (Carpineto et al., An
information-theoretic approach to automatic query expansion, ACM TOIS 19, 2001).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from heapq import nlargest
from itertools import chain
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsarc.search.weights import Weights

# Shorter words are mostly function words, in most languages with an alphabet.
_SHORTEST = 4
# Added to each share, because shares of few texts are rough. (Not tuned.)
_SMOOTHING = 0.05


def feedback_shares(
    scores: Sequence[float], texts: Sequence[str], own: Iterable[str], weights: Weights
) -> list[float]:
    """Return for each text, from 0 to 1, how much it has of the words that mark the best ones.

    `texts` are folded, `scores` are theirs, on any scale. Only the first `feedback_opening`
    characters are read, where an article says what it is about. Words with the same first letters
    are the same word. Words that begin like one of the query's `own` do not count, because they
    were scored already. All shares are 0 for fewer than `feedback_least` texts.
    """
    if len(texts) < weights.feedback_least:
        return [0.0] * len(texts)
    length = weights.prefix_length
    words = re.compile(rf"(?=\w{{{_SHORTEST}}})(\w{{1,{length}}})\w*+")
    prefixes = [{*words.findall(text, 0, weights.feedback_opening)} for text in texts]
    excluded = tuple(word[:length] for word in own)
    learnt = _learn(scores, prefixes, excluded, weights)
    total = sum(learnt.values()) or 1.0
    return [
        _weight(learnt, words) / total * _damping(text, weights)
        for text, words in zip(texts, prefixes, strict=True)
    ]


def _weight(learnt: Mapping[str, float], words: set[str]) -> float:
    return sum(learnt[word] for word in learnt if word in words)


def _damping(text: str, weights: Weights) -> float:
    """Return 1 for an empty text, and 1/2 for one of `feedback_length` characters."""
    return weights.feedback_length / (weights.feedback_length + len(text))


def _learn(
    scores: Sequence[float],
    prefixes: Sequence[set[str]],
    excluded: tuple[str, ...],
    weights: Weights,
) -> dict[str, float]:
    """Return the words that mark the best texts, with their weights.

    A word that only one text holds is left out: it says nothing about other texts.
    """
    best = _shares_of_best(scores, prefixes, weights.feedback_articles)
    words = {word for word in best if not word.startswith(excluded)}
    holding = Counter(chain.from_iterable(map(words.intersection, prefixes)))
    shares = ((word, best[word], holding[word] / len(prefixes)) for word in words)
    weighed = ((_divergence(p, q), word) for word, p, q in shares if p > q and holding[word] > 1)
    return {word: weight for weight, word in nlargest(weights.feedback_words, weighed)}


def _divergence(p: float, q: float) -> float:
    """Return p log(p/q), smoothed."""
    return p * log((p + _SMOOTHING) / (q + _SMOOTHING))


def _shares_of_best(
    scores: Sequence[float], prefixes: Sequence[set[str]], number: int
) -> dict[str, float]:
    """Return for each word the share of the best texts that hold it.

    Each of the best counts by how far its score is above the lowest of all.
    """
    lowest = min(scores)
    best = sorted(range(len(scores)), key=lambda text: -scores[text])[:number]
    total = sum(scores[text] - lowest for text in best) or 1.0
    shares: dict[str, float] = defaultdict(float)
    for text in best:
        for word in prefixes[text]:
            shares[word] += (scores[text] - lowest) / total
    return shares
