"""Near misses: articles that have only some words of a query, or similar spellings of them."""

from __future__ import annotations

from itertools import accumulate, islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.analysis import variants
from newsarc.passages import Finder, best_passage
from newsarc.query import nodes
from newsarc.search.ranking import searched_text
from newsarc.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.records.kept import Article, Hit
    from newsarc.search.terms import QueryTerms
    from newsarc.store import Store

# A word that fewer articles hold may be a typing error, or be spelt differently elsewhere.
_FEW_ARTICLES = 3
_MOST_SPELLINGS = 3


class Alternatives(Struct, frozen=True):
    """A word of a query, and what may stand for it in a near miss.

    `spellings` are similar words of the archive, `parts` the parts of a compound. `unknown` says
    that no article holds the word itself.
    """

    word: nodes.Sought
    spellings: tuple[nodes.Phrase, ...]
    parts: tuple[nodes.Term, ...]
    unknown: bool

    @property
    def substitutes(self) -> tuple[nodes.Sought, ...]:
        """All that may stand for the word: spellings, then parts."""
        return (*self.spellings, *self.parts)

    @property
    def leaves(self) -> tuple[nodes.Sought, ...]:
        """The word, then its substitutes."""
        return (self.word, *self.substitutes)


class NearMisses:
    """The articles that match a query in part: how to find them, and what each one lacks."""

    def __init__(self, store: Store, exact: nodes.Node, terms: QueryTerms) -> None:
        """Look up similar spellings of the words of the query `exact` that few articles hold."""
        self._store = store
        self._exact = exact
        self._frequencies = terms.document_frequencies.by_word
        self._words = tuple(_alternatives(store, word, terms) for word in terms.content_words)
        self._leaves = tuple(leaf for word in self._words for leaf in word.leaves)
        self._finder = Finder(self._leaves, terms.languages, terms.splitter)

    def query(self) -> nodes.Node:
        """Return a query for articles with at least one of the words, or a substitute for one.

        Filters (dates, sources) and negations hold as in the exact query. Words of a phrase, or
        near each other, may stand anywhere and in any form. In a large archive only the rare
        words are searched for: a word that half of it holds says nothing.
        """
        filters = tuple(part for part in nodes.conjuncts(self._exact) if not nodes.sought(part))
        rare = self._rare_leaves()
        some = nodes.Or(rare) if len(rare) > 1 else rare[0]
        return nodes.conjunction((some, *filters))

    def _rare_leaves(self) -> tuple[nodes.Sought, ...]:
        """Return the rarest leaves that `limits.weighed` articles hold together; one at least.

        They are in the order of the query.
        """
        most = self._store.limits.weighed
        frequencies = self._leaf_frequencies(most)
        rarest = sorted(self._leaves, key=lambda leaf: frequencies.get(leaf, 0))
        sums = accumulate(frequencies.get(leaf, 0) for leaf in rarest)
        number = sum(1 for articles in sums if articles <= most)
        rare = set(rarest[: max(1, number)])
        return tuple(leaf for leaf in self._leaves if leaf in rare)

    def _leaf_frequencies(self, most: int) -> dict[nodes.Sought, int]:
        """Return the number of articles that hold each leaf, exact up to `most`."""
        spellings = tuple(leaf for word in self._words for leaf in word.spellings)
        if not spellings:
            return dict(self._frequencies)
        found = self._store.document_frequencies(spellings, most=most).by_word
        return {**self._frequencies, **found}

    def suggestions(self) -> Iterator[str]:
        """Yield a note ("did you mean … for …?") for each unknown word with a similar spelling."""
        for one in self._words:
            if one.spellings and one.unknown:
                meant = (_as_written(self._store, form) for form in one.spellings[0].words)
                yield f"did you mean {' '.join(meant)} for {one.word}?"

    def described(self, hit: Hit, context: int) -> Hit:
        """Return a near miss with its passage, the words it lacks, and the similar words it has.

        `context` is the number of lines that are added on each side of the passage.
        """
        article = hit.article
        seen: dict[nodes.Node, str] = {}
        for text, field in _texts(article):
            found = self._finder.matches(text, article.language, field)
            for match in found:  # after the loop, those of the body
                seen.setdefault(self._leaves[match.sought], text[match.start : match.end])
        return replace(
            hit,
            without=tuple(str(one.word) for one in self._words if not _has(seen, one)),
            similar=tuple(_similar(seen, self._words)),
            passage=best_passage(article.body, found, context),
        )


def _texts(article: Article) -> Iterator[tuple[str, nodes.Field]]:
    """Yield the texts of an article with their fields, the body last."""
    yield article.title or "", "title"
    yield article.kicker or "", "kicker"
    yield article.body, "body"


def _alternatives(store: Store, word: nodes.Sought, terms: QueryTerms) -> Alternatives:
    """Return a word with its parts and, if few articles hold it, with similar spellings."""
    articles = terms.document_frequencies.by_word[word]
    parts = terms.parts(word)
    if not isinstance(word, nodes.Term) or articles >= _FEW_ARTICLES:
        return Alternatives(word, (), parts, unknown=False)
    return Alternatives(word, _spellings(store, word, terms), parts, unknown=not articles)


def _spellings(store: Store, word: nodes.Term, terms: QueryTerms) -> tuple[nodes.Phrase, ...]:
    """Return the most similar words of the archive, without other forms of the same word."""
    own = frozenset(variants(word.words, terms.languages))
    found = store.similar(fold(word.words[0]), limit=_MOST_SPELLINGS + len(own))
    others = (one.form for one in found if own.isdisjoint(variants([one.form], terms.languages)))
    return tuple(nodes.Phrase((form,)) for form in islice(others, _MOST_SPELLINGS))


def _as_written(store: Store, form: str) -> str:
    """Return a folded form with its umlauts, as the newest article that holds it writes it."""
    for hit in store.find(nodes.Phrase((form,)), sort="newest", limit=1).hits:
        text = words(searched_text(hit.article))
        return next((word.lower() for _, _, word in text if fold(word) == form), form)
    return form


def _has(seen: dict[nodes.Node, str], one: Alternatives) -> bool:
    """Return whether a text has a word or a substitute for it, given the leaves seen in it."""
    return any(leaf in seen for leaf in one.leaves)


def _similar(seen: dict[nodes.Node, str], alternatives: Iterable[Alternatives]) -> Iterator[str]:
    """Yield what a text has for each word that it lacks: spellings or, if it has none, parts."""
    for one in alternatives:
        if one.word not in seen:
            spelt = [seen[leaf] for leaf in one.spellings if leaf in seen]
            yield from dict.fromkeys(spelt or [seen[leaf] for leaf in one.parts if leaf in seen])
