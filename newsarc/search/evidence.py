"""What a text says for a query beyond BM25: where its terms stand, and how near each other.

BM25 knows how often terms occur, but not where. All evidence is measured in idf, as BM25 is (the
scale of `newsarc.store.scoring`), and is therefore added to scores of any engine.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from math import sqrt
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsarc.search.terms import RankingTerm
    from newsarc.search.weights import Weights

# A shorter term matches whole words only, but for an ending of up to two letters.
SHORTEST_PREFIX = 4
_LONGEST_ENDING = 2
_SENTENCE_END = pattern(r"[.!?…][\"“”»«’)]*\s|\n|\Z")


class Occurrence(Struct, frozen=True, order=True, gc=False):
    """A place where a term stands in a text.

    `at` is the offset in characters, `term` the number of the term, `likeness` 1 for the same
    form and less for a word that begins alike or contains the term.
    """

    at: int
    term: int
    likeness: float


def evidence(text: str, terms: Sequence[RankingTerm], weights: Weights, *, inside: bool) -> float:
    """Return what a folded text adds to the score of its article, in idf.

    Sentence, lead and coverage are each the share of the query that they hold, squared, times the
    idf of the whole query: half of it in two places is worth less than all of it in one. `inside`
    says whether a term may stand within a longer word, as in languages that write compounds as
    one word.
    """
    idfs = [term.idf * (1.0 if term.form else weights.part) for term in terms]
    by_term = [list(_occurrences(text, n, term, weights, inside)) for n, term in enumerate(terms)]
    found = sorted(chain.from_iterable(by_term))
    total = sum(idfs)
    if not found or not total:
        return 0.0
    sentence = _best_sentence(text, found, idfs)
    lead, coverage = _lead(by_term, idfs, weights.lead_half), _coverage(by_term, idfs)
    squares = (
        weights.sentence * sentence**2 + weights.lead * lead**2 + weights.coverage * coverage**2
    )
    return squares / total + weights.proximity * _proximity(found, idfs, weights)


def _occurrences(
    text: str, number: int, term: RankingTerm, weights: Weights, inside: bool
) -> Iterator[Occurrence]:
    """Yield each place of a term, or of a word that begins with the same letters.

    A short term must be a word of its own, but for an ending of two letters.
    """
    prefix = term.prefix[: weights.prefix_length] or term.form
    short, longest = len(prefix) < SHORTEST_PREFIX, len(prefix) + _LONGEST_ENDING
    at = text.find(prefix)
    while at != -1:
        begins, end = not _is_in_word(text, at - 1), at + len(term.form)
        if begins and term.form and text.startswith(term.form, at) and not _is_in_word(text, end):
            yield Occurrence(at, number, 1.0)
        elif (begins and not (short and _is_in_word(text, at + longest))) or (inside and not short):
            yield Occurrence(at, number, weights.similar)
        at = text.find(prefix, at + len(prefix))


def _is_in_word(text: str, at: int) -> bool:
    """Return whether there is a letter or digit at an offset; there is none before the text."""
    return at >= 0 and text[at : at + 1].isalnum()


def _lead(by_term: Sequence[Sequence[Occurrence]], idfs: Sequence[float], half: float) -> float:
    """Return the idf of the terms, each by how early it occurs: half of it after `half` letters."""
    lead = 0.0
    for idf, found in zip(idfs, by_term, strict=True):
        lead += idf * max((one.likeness * half / (half + one.at) for one in found), default=0.0)
    return lead


def _coverage(by_term: Sequence[Sequence[Occurrence]], idfs: Sequence[float]) -> float:
    """Return the idf of the terms that occur."""
    coverage = 0.0
    for idf, found in zip(idfs, by_term, strict=True):
        coverage += idf * max((one.likeness for one in found), default=0.0)
    return coverage


def _best_sentence(text: str, found: Sequence[Occurrence], idfs: Sequence[float]) -> float:
    """Return the idf of the terms in the sentence that holds most; each term counts once."""
    best, end = 0.0, 0
    held: dict[int, float] = {}
    for one in found:
        if one.at >= end:
            best = max(best, _held_idf(held, idfs))
            held = {}
            closing = _SENTENCE_END.search(text, one.at)
            end = closing.end() if closing else len(text)
        held[one.term] = max(one.likeness, held.get(one.term, 0.0))
    return max(best, _held_idf(held, idfs))


def _held_idf(held: Mapping[int, float], idfs: Sequence[float]) -> float:
    return sum(idfs[term] * likeness for term, likeness in held.items())


def _proximity(found: Sequence[Occurrence], idfs: Sequence[float], weights: Weights) -> float:
    """Return the sum over each pair of terms, where it stands closest.

    A pair counts the lesser idf of the two, divided by the square root of their distance in words.
    """
    nearest: dict[tuple[int, int], float] = {}
    for first, second in _neighbours(found, weights.window):
        words = max(1.0, (second.at - first.at) / weights.word_length)
        near = min(second.likeness, first.likeness) / sqrt(words)
        pair = (first.term, second.term)
        if first.term > second.term:
            near, pair = near * weights.backwards, (second.term, first.term)
        nearest[pair] = max(near, nearest.get(pair, 0.0))
    return sum(near * min(idfs[a], idfs[b]) for (a, b), near in nearest.items())


def _neighbours(
    found: Sequence[Occurrence], window: int
) -> Iterator[tuple[Occurrence, Occurrence]]:
    """Yield each two occurrences of different terms that stand within a number of characters."""
    offsets = [one.at for one in found]
    for number, second in enumerate(found):
        for first in reversed(found[bisect_left(offsets, second.at - window) : number]):
            if first.term != second.term and first.at != second.at:
                yield first, second
