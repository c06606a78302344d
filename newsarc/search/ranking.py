"""The second step of ranking: re-ranks the best articles by what their texts say.

The first step is the engine's: BM25 over forms, stems and parts of compounds, on the scale of
`newsarc.store.scoring`. The second step adds, on the same scale, what BM25 does not know: where
the terms stand in the text (`newsarc.search.evidence`), and how much of the text is about what
the best articles are about (`newsarc.search.feedback`). It asks the engine for nothing: a hit
carries its text.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.analysis import language
from newsarc.patterns import pattern
from newsarc.search.evidence import SHORTEST_PREFIX, evidence
from newsarc.search.feedback import feedback_shares
from newsarc.search.weights import WEIGHTS
from newsarc.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsarc.records.kept import Article, Hit
    from newsarc.search.terms import QueryTerms, RankingTerm
    from newsarc.search.weights import Weights

_SEVERAL = 2
_MARKS = pattern("[\u0300-\u036f]+")


def rerank(hits: Iterable[Hit], terms: QueryTerms, weights: Weights = WEIGHTS) -> tuple[Hit, ...]:
    """Return ranked hits with their new scores, best first; equal scores go by id.

    Scores must be BM25 on the scale of `newsarc.store.scoring`, and stay on it. Hits without
    scores are returned as they are. The texts of all hits are read: ask for the best only.
    """
    given = tuple(hits)
    languages = {hit.article.language for hit in given}
    own = [term for language in languages for term in terms.in_language(language)]
    if not own or given[0].score is None:
        return given
    scores = _scores(given, terms, own, weights)
    ranked = (replace(hit, score=score) for hit, score in zip(given, scores, strict=True))
    return tuple(sorted(ranked, key=lambda hit: (-(hit.score or 0.0), hit.article.id)))


def _scores(
    hits: Sequence[Hit], terms: QueryTerms, own: Iterable[RankingTerm], weights: Weights
) -> list[float]:
    """Return the scores of hits with evidence and feedback; `own` are the terms of all languages.

    Feedback adds at most `weights.feedback` times the idf of the query.
    """
    leading = _leading_language(hits, terms, weights)
    scores, texts = zip(*(_score(hit, terms, weights, leading) for hit in hits), strict=True)
    prefixes = (term.prefix or term.form for term in own)
    shares = feedback_shares(scores, texts, prefixes, weights)
    most = weights.feedback * _query_idf(terms.in_language(hits[0].article.language))
    return [score + most * share for score, share in zip(scores, shares, strict=True)]


def _leading_language(hits: Sequence[Hit], terms: QueryTerms, weights: Weights) -> str | None:
    """Return the language whose hits lead; None if the hits have one language, or hardly that."""
    languages = [hit.article.language for hit in hits if not hit.near]
    if len(set(languages)) < _SEVERAL:
        return None
    leading = terms.leading_language
    return leading if languages.count(leading) >= weights.leading_share * len(languages) else None


def _score(hit: Hit, terms: QueryTerms, weights: Weights, leading: str | None) -> tuple[float, str]:
    """Return the score of a hit with the evidence of its text, and the text, folded."""
    article = hit.article
    own, text = terms.in_language(article.language), searched_text(article).lower()
    folded = fold_text(text)
    inside = language(article.language).compounds is not None
    added = evidence(folded, own, weights, inside=inside)
    added -= weights.respelt * _respelt_idf(text, folded, own)
    if not hit.near:
        added += weights.exact * _query_idf(own)
        if leading is not None and article.language == leading:
            added += weights.leading * _query_idf(own) / len(terms.content_words)
    return (hit.score or 0.0) + added, folded


def _query_idf(terms: Iterable[RankingTerm]) -> float:
    """Return the sum of the idf of all words of a query, without parts of compounds."""
    return sum(term.idf for term in terms if term.form)


def _respelt_idf(text: str, folded: str, terms: Iterable[RankingTerm]) -> float:
    """Return the sum of the idf of the terms that occur with other diacritics only.

    `text` is in lower case, `folded` is the same text without diacritics.
    """
    missing = (term for term in terms if term.typed and term.typed not in text)
    long = (term for term in missing if len(term.form) >= SHORTEST_PREFIX)
    return sum(term.idf for term in long if term.form in folded)


def searched_text(article: Article) -> str:
    """Return all text of an article that is searched: headline, kicker and body, in lines."""
    return "\n".join(filter(None, (article.title, article.kicker, article.body)))


def fold_text(text: str) -> str:
    """Return a text in lower case without diacritics, as `newsarc.text.fold` does with a word.

    Typographic quotes and dashes become plain ones.
    """
    text = plain(text.replace("ß", "ss"))
    if text.isascii():
        return text
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
