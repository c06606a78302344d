"""Near misses: articles that have only some words of a query, or similar spellings of them."""

from __future__ import annotations

from itertools import accumulate, islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.analysis import stop_words, variants
from newsarc.analysis.spelling import plausible
from newsarc.meaning.respelling import widened
from newsarc.passages import Finder, best_passage, marked
from newsarc.query import nodes
from newsarc.search.phrases import phrase_notes, phrases
from newsarc.search.terms import single_words
from newsarc.text import fold, form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.analysis.spelling import Suggestion
    from newsarc.records.kept import Hit
    from newsarc.search.terms import QueryTerms
    from newsarc.store import Store

# A word that fewer articles hold may be a typing error, or be spelt differently elsewhere.
_FEW_ARTICLES = 3
_MOST_SPELLINGS = 3
# A word that some articles hold is asked about only if the other is so many times as frequent.
_FAR_MORE = 10
# Maximum number of stop words that are skipped among the words like a misspelt one.
_STOP_WORDS = 5


class Alternatives(Struct, frozen=True):
    """A word of a query, and what may stand for it in a near miss.

    `spellings` are similar words of the archive, `parts` the parts of a compound. `meant` is what
    the user may have meant instead, a far more frequent word, or None.
    """

    word: nodes.Sought
    spellings: tuple[nodes.Term, ...] = ()
    parts: tuple[nodes.Term, ...] = ()
    meant: str | None = None

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
        near each other, may stand anywhere and in any form, but of a phrase all must be there. In
        a large archive only the rare words are searched for: a word that half of it holds says
        nothing.
        """
        filters = tuple(part for part in nodes.conjuncts(self._exact) if not nodes.sought(part))
        whole = tuple(self._whole_phrases())
        some = nodes.disjunction((*self._rare_leaves(), *whole))
        return nodes.conjunction((some, *filters))

    def _whole_phrases(self) -> Iterator[nodes.Node]:
        """Yield for each phrase a query for all of its words, or their substitutes."""
        known = {one.word: one for one in self._words}
        for phrase in phrases(self._exact):
            own = [known[word] for word in phrase.terms if word in known]
            if own:
                yield nodes.conjunction(tuple(nodes.disjunction(one.leaves) for one in own))

    def _rare_leaves(self) -> tuple[nodes.Sought, ...]:
        """Return the rarest leaves that `limits.weighed` articles hold together; one at least.

        They are in the order of the query. Words that stand in a phrase only are left out.
        """
        most = self._store.limits.weighed
        frequencies = self._leaf_frequencies(most)
        leaves = tuple(self._single_leaves())
        rarest = sorted(leaves, key=lambda leaf: frequencies.get(leaf, 0))
        sums = accumulate(frequencies.get(leaf, 0) for leaf in rarest)
        number = sum(1 for articles in sums if articles <= most)
        rare = set(rarest[: max(1, number)])
        return tuple(leaf for leaf in leaves if leaf in rare)

    def _single_leaves(self) -> Iterator[nodes.Sought]:
        """Yield the leaves of the words that a near miss may have without others."""
        bound = {word for phrase in phrases(self._exact) for word in phrase.terms}
        free = {word for leaf in nodes.sought(self._exact) for word in _unbound(leaf)}
        for one in self._words:
            if one.word in free or one.word not in bound:
                yield from one.leaves

    def _leaf_frequencies(self, most: int) -> dict[nodes.Sought, int]:
        """Return the number of articles that hold each leaf, exact up to `most`."""
        spellings = tuple(leaf for word in self._words for leaf in word.spellings)
        if not spellings:
            return dict(self._frequencies)
        found = self._store.document_frequencies(spellings, most=most).by_word
        return {**self._frequencies, **found}

    def suggestions(self, *, nothing_found: bool) -> Iterator[str]:
        """Yield a note ("did you mean … for …?") for each word that seems to be misspelt.

        If nothing was found, also yield a note for each phrase that no article holds.
        """
        for one in self._words:
            if one.meant is not None:
                yield f"did you mean {one.meant} for {one.word}?"
        if nothing_found:
            yield from phrase_notes(self._store, self._exact)

    def described(self, hit: Hit, context: int) -> Hit:
        """Return a near miss with its passage, the words it lacks, and the similar words it has.

        `context` is the number of lines that are added on each side of the passage.
        """
        article = hit.article
        title, kicker = article.title or "", article.kicker or ""
        in_title = self._finder.matches(title, article.language, "title")
        in_kicker = self._finder.matches(kicker, article.language, "kicker")
        in_body = self._finder.matches(article.body, article.language)
        seen: dict[nodes.Node, str] = {}
        for text, found in ((title, in_title), (kicker, in_kicker), (article.body, in_body)):
            for match in found:
                seen.setdefault(self._leaves[match.sought], text[match.start : match.end])
        return replace(
            hit,
            without=tuple(str(one.word) for one in self._words if not _has(seen, one)),
            similar=tuple(_similar(seen, self._words)),
            title=marked(title, in_title),
            kicker=marked(kicker, in_kicker),
            passage=best_passage(article.body, in_body, context),
        )


def _unbound(leaf: nodes.Sought) -> Iterator[nodes.Sought]:
    """Yield the words of something sought, unless it is a phrase of several words."""
    return iter(()) if any(phrases(leaf)) else single_words(leaf)


def _alternatives(store: Store, word: nodes.Sought, terms: QueryTerms) -> Alternatives:
    """Return a word with its parts and, if few articles hold it, with similar spellings.

    A word that is one slip from another has no parts: "Impfplicht" is no kind of "Impf".
    """
    articles, parts = terms.document_frequencies.by_word[word], terms.parts(word)
    if not isinstance(word, nodes.Term) or articles >= _FEW_ARTICLES:
        return Alternatives(word, parts=parts)
    if widened(word, store.understanding()) != word:  # it is found with other diacritics
        return Alternatives(word, parts=parts)
    spellings = _spellings(store, word, terms)
    if not spellings:
        return Alternatives(word, parts=parts)
    best = spellings[0]
    is_slip = not articles and best.distance <= 1
    return Alternatives(
        word,
        tuple(nodes.Term((one.form,)) for one in spellings),
        () if is_slip else parts,
        best.form if best.articles > _FAR_MORE * articles else None,
    )


def _spellings(store: Store, word: nodes.Term, terms: QueryTerms) -> tuple[Suggestion, ...]:
    """Return the likeliest words of the archive, without stop words and forms of the same word."""
    own, stop = frozenset(variants(word.words, terms.languages)), stop_words(terms.languages)
    typed = form(word.words[0])
    found = store.similar(typed, limit=_MOST_SPELLINGS + _STOP_WORDS + len(own))
    others = (
        one
        for one in found
        if fold(one.form) not in stop and own.isdisjoint(variants([one.form], terms.languages))
    )
    return tuple(islice(plausible(typed, others), _MOST_SPELLINGS))


def _has(seen: dict[nodes.Node, str], one: Alternatives) -> bool:
    """Return whether a text has a word or a substitute for it, given the leaves seen in it."""
    return any(leaf in seen for leaf in one.leaves)


def _similar(seen: dict[nodes.Node, str], alternatives: Iterable[Alternatives]) -> Iterator[str]:
    """Yield what a text has for each word that it lacks: spellings or, if it has none, parts."""
    for one in alternatives:
        if one.word not in seen:
            spelt = [seen[leaf] for leaf in one.spellings if leaf in seen]
            yield from dict.fromkeys(spelt or [seen[leaf] for leaf in one.parts if leaf in seen])
