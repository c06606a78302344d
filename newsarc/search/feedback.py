"""What the best hits have in common, looked for in all of them: pseudo-relevance feedback.

Of two articles that say "Flut" and "Ahrtal", the one that speaks of pumps and helpers as well is
more likely about the flood; that these words belong to it is learnt from the best hits. A word is
weighed by p log(p/q), its share in the divergence of the best from all that were read (Carpineto
et al., An information-theoretic approach to automatic query expansion, ACM TOIS 19, 2001).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nlargest
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from newsarc.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsarc.search.weights import Weights

# Shorter words serve others, in most languages that are written in letters.
_WORD = pattern(r"\w{4,}")
# Shares of few texts are rough: this is added to each. (Not tuned.)
_SMOOTH = 0.05


def fed_back(
    scores: Sequence[float], texts: Sequence[str], own: Iterable[str], weights: Weights
) -> list[float]:
    """Tell how much each text has, from 0 to 1, of the words that tell the best from the rest.

    Texts are folded, and read as far as their `opening`, where an article says what it is about;
    a word is known by its first letters. Words that begin like the query's `own` do not count:
    these are weighed already. Of too few texts none has anything.
    """
    if len(texts) < weights.fewest:
        return [0.0] * len(texts)
    held = [_beginnings(text[: weights.opening], weights.letters) for text in texts]
    weighed = tuple(word[: weights.letters] for word in own)
    telling = _telling(scores, held, weighed, weights)
    whole = sum(telling.values()) or 1.0
    return [
        sum(telling[word] for word in telling if word in words) / whole * _brief(text, weights)
        for text, words in zip(texts, held, strict=True)
    ]


def _beginnings(text: str, letters: int) -> set[str]:
    return {word[:letters] for word in _WORD.findall(text)}


def _brief(text: str, weights: Weights) -> float:
    """Give 1 to a text of no length, and half to one of the `length` that is named."""
    return weights.length / (weights.length + len(text))


def _telling(
    scores: Sequence[float],
    held: Sequence[set[str]],
    weighed: tuple[str, ...],
    weights: Weights,
) -> dict[str, float]:
    """Weigh the words of the best that the query does not name, and give those that weigh most.

    Each of the best has a say by how far it is above the last of all. A word that one text alone
    has tells nothing of another.
    """
    said = _said(scores, held, weights.best)
    words = {word for word in said if not word.startswith(weighed)}
    among = Counter(chain.from_iterable(map(words.intersection, held)))
    shares = ((word, said[word], among[word] / len(held)) for word in words if among[word] > 1)
    telling = ((p * log((p + _SMOOTH) / (q + _SMOOTH)), word) for word, p, q in shares if p > q)
    return {word: weight for weight, word in nlargest(weights.terms, telling)}


def _said(scores: Sequence[float], held: Sequence[set[str]], best: int) -> dict[str, float]:
    """Give the share of the best that have each word."""
    last = min(scores)
    ranked = sorted(range(len(scores)), key=lambda number: -scores[number])[:best]
    total = sum(scores[number] - last for number in ranked) or 1.0
    said: dict[str, float] = defaultdict(float)
    for number in ranked:
        for word in held[number]:
            said[word] += (scores[number] - last) / total
    return said
