"""The second step of ranking: what the texts of the best say beside the numbers of their words.

The first step is the engine's: BM25 over forms, stems and parts of compounds. Of the best of
these the texts are looked through, and what BM25 does not know is added: how much of the query
stands in one sentence, how early it comes, how much of it is there at all, and which of its
words stand near each other; and how much it speaks of what the best of all speak of
(`newsarc.search.feedback`). All of it is measured in the rarity of words, as BM25 is.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from math import sqrt
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.analysis import language
from newsarc.patterns import pattern
from newsarc.search.feedback import fed_back
from newsarc.search.weights import WEIGHTS
from newsarc.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsarc.records.kept import Article, Hit
    from newsarc.search.wanted import Key, Wanted
    from newsarc.search.weights import Weights

_SHORTEST_KEY = 4
_MARKS = pattern("[\u0300-\u036f]+")
_SENTENCE_END = pattern(r"[.!?…][\"“”»«’)]*\s|\n|\Z")


class Occurrence(Struct, frozen=True, order=True, gc=False):
    """Where in a text a key stands, which it is, and how much it is like it."""

    at: int
    key: int
    likeness: float


def reranked(hits: Iterable[Hit], wanted: Wanted, weights: Weights = WEIGHTS) -> tuple[Hit, ...]:
    """Order ranked hits anew, by what their texts say as well; without scores they stay."""
    given = tuple(hits)
    languages = {hit.article.language for hit in given}
    keys = [key for language in languages for key in wanted.keys(language)]
    if not keys or given[0].score is None:
        return given
    scores, texts = zip(*(_read(hit, wanted, weights) for hit in given), strict=True)
    own = (key.letters or key.form for key in keys)
    shares = fed_back(scores, texts, own, weights)
    most = weights.feedback * _whole(wanted.keys(given[0].article.language))
    weighed = (
        replace(hit, score=score + most * share)
        for hit, score, share in zip(given, scores, shares, strict=True)
    )
    return tuple(sorted(weighed, key=lambda hit: (-(hit.score or 0.0), hit.article.id)))


def _read(hit: Hit, wanted: Wanted, weights: Weights) -> tuple[float, str]:
    """Add to a score what the text says, and give the text as it was read: folded."""
    article = hit.article
    keys, text = wanted.keys(article.language), text_of(article).lower()
    form = folded(text)
    inside = language(article.language).compounds is not None
    more = bonus(form, keys, weights, inside=inside)
    more -= weights.written * _respelt(text, form, keys)
    if not hit.near:
        more += weights.exact * _whole(keys)
    return (hit.score or 0.0) + more, form


def _whole(keys: Iterable[Key]) -> float:
    """Give what all words of a query weigh, without the parts of compounds."""
    return sum(key.rarity for key in keys if key.form)


def _respelt(text: str, form: str, keys: Iterable[Key]) -> float:
    """Give what those keys weigh that a text has with other diacritics only than they were typed.

    The text is given in lower case, and folded.
    """
    found = (key for key in keys if key.written and key.written not in text)
    return sum(key.rarity for key in found if len(key.form) >= _SHORTEST_KEY and key.form in form)


def text_of(article: Article) -> str:
    """Give all that is searched of an article, as it is written."""
    return "\n".join(filter(None, (article.title, article.kicker, article.body)))


def folded(text: str) -> str:
    """Free a text in lower case of diacritics, as `newsarc.text.fold` does a word.

    Typographic quotes and dashes become plain ones.
    """
    text = plain(text.replace("ß", "ss"))
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def bonus(text: str, keys: Sequence[Key], weights: Weights, *, inside: bool) -> float:
    """Weigh what stands where in a folded text.

    Sentence, lead and whole are each the share of the query that is there, squared, times what
    the whole query weighs: half of it in two places is worth less than all of it in one. Where
    compounds are written as one word, a key may stand `inside` another.
    """
    weighing = [key.rarity * (1.0 if key.form else weights.part) for key in keys]
    found = [list(_places(text, n, key, weights, inside)) for n, key in enumerate(keys)]
    places = sorted(place for row in found for place in row)
    total = sum(weighing)
    if not places or not total:
        return 0.0
    lead = whole = 0.0
    for weight, row in zip(weighing, found, strict=True):
        half = weights.half
        lead += weight * max((p.likeness * half / (half + p.at) for p in row), default=0.0)
        whole += weight * max((p.likeness for p in row), default=0.0)
    sentence = _best_sentence(text, places, weighing)
    squares = weights.sentence * sentence**2 + weights.lead * lead**2 + weights.whole * whole**2
    return squares / total + weights.nearness * _nearness(places, weighing, weights)


def _places(
    text: str, number: int, key: Key, weights: Weights, inside: bool
) -> Iterator[Occurrence]:
    """Give each place of a key, or of a word with the same first letters.

    A short one must stand for itself, but for two letters at its end.
    """
    letters = key.letters[: weights.letters] or key.form
    whole = len(letters) < _SHORTEST_KEY
    at = text.find(letters)
    while at != -1:
        begins = not at or not text[at - 1].isalnum()
        end = at + len(key.form)
        if begins and key.form and text.startswith(key.form, at) and not _goes_on(text, end):
            yield Occurrence(at, number, 1.0)
        elif (begins and not _goes_on(text, at + len(letters) + 2)) if whole else begins or inside:
            yield Occurrence(at, number, weights.similar)
        at = text.find(letters, at + len(letters))


def _goes_on(text: str, at: int) -> bool:
    return text[at : at + 1].isalnum()


def _best_sentence(text: str, places: Sequence[Occurrence], weighing: Sequence[float]) -> float:
    """Give the most that a sentence holds, each key counted once."""
    best, end = 0.0, 0
    held: dict[int, float] = {}
    for place in places:
        if place.at >= end:
            best = max(best, _weight(held, weighing))
            held = {}
            closing = _SENTENCE_END.search(text, place.at)
            end = closing.end() if closing else len(text)
        held[place.key] = max(place.likeness, held.get(place.key, 0.0))
    return max(best, _weight(held, weighing))


def _weight(held: Mapping[int, float], weighing: Sequence[float]) -> float:
    return sum(weighing[number] * likeness for number, likeness in held.items())


def _nearness(places: Sequence[Occurrence], weighing: Sequence[float], weights: Weights) -> float:
    """Count each pair of keys once, where it stands closest: the lighter of the two, by the root
    of the words between them.
    """
    nearest: dict[tuple[int, int], float] = {}
    starts = [place.at for place in places]
    for number, place in enumerate(places):
        for other in reversed(places[bisect_left(starts, place.at - weights.reach) : number]):
            if other.key == place.key or other.at == place.at:
                continue
            apart = max(1.0, (place.at - other.at) / weights.word)
            near = min(place.likeness, other.likeness) / sqrt(apart)
            pair = (other.key, place.key)
            if other.key > place.key:
                near, pair = near * weights.backwards, (place.key, other.key)
            nearest[pair] = max(near, nearest.get(pair, 0.0))
    return sum(near * min(weighing[a], weighing[b]) for (a, b), near in nearest.items())
