"""The words of a query one by one, as an archive knows them: their parts and how rare they are."""

from __future__ import annotations

from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from newsarc.analysis import analyse, stop_words
from newsarc.passages import Finder
from newsarc.query import nodes
from newsarc.store.scoring import idf
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.store import DocumentFrequencies, Store

# Maximum number of words that ranking uses. A headline has ten; of a pasted text, the first words
# say what it is about.
_MOST_WORDS = 32
# "ging" and its stem "geh" share too little to look for.
_SHORTEST_SHARED = 3
# A part of three letters ("alt", "not") says little about its compound.
_SHORTEST_PART = 4


class RankingTerm(Struct, frozen=True):
    """A word of a query, or a part of a compound in it, as re-ranking looks for it in a text.

    `form` is the folded word; a part of a compound has none (""). `prefix` is the beginning that
    form and stem share: "happ" for "happy" and "happi". `idf` is on the scale of
    `newsarc.store.scoring`. `typed` is the word in lower case, with its umlauts; "" for a part
    of a compound, a pattern or a similar word.
    """

    form: str
    prefix: str
    idf: float
    typed: str = ""


class QueryTerms:
    """The words of a query, each once, and what one state of an archive knows about them."""

    def __init__(self, store: Store, query: nodes.Node) -> None:
        self._store = store
        understanding = store.understanding()
        self.languages = understanding.languages
        self.splitter = understanding.splitter
        self._query = query
        self._leaves = nodes.sought(query)
        self.words = tuple(
            dict.fromkeys(word for leaf in self._leaves for word in single_words(leaf))
        )
        self._by_language: dict[str | None, tuple[RankingTerm, ...]] = {}

    @cached_property
    def leading_language(self) -> str | None:
        """The language whose hits lead where a word is spelt alike in several, or None."""
        from newsarc.search.leading import leading_language

        return leading_language(self._store, self._query)

    @cached_property
    def content_words(self) -> tuple[nodes.Sought, ...]:
        """The first 32 words that are no stop words; if there are no others, the stop words."""
        return self._without_stop_words(self.words)[:_MOST_WORDS]

    def finder(self) -> Finder:
        """Return what finds the places to mark: all that is sought, without stop words."""
        return Finder(self._without_stop_words(self._leaves), self.languages, self.splitter)

    def _without_stop_words(self, words: tuple[nodes.Sought, ...]) -> tuple[nodes.Sought, ...]:
        """Leave out stop words, unless there is nothing else."""
        stop = stop_words(self.languages)
        return tuple(word for word in words if not _is_stop_word(word, stop)) or words

    def parts(self, word: nodes.Sought) -> tuple[nodes.Term, ...]:
        """Return the parts of a compound of any language as words; () for anything else."""
        own = (part for language in self.languages for part in self._parts(word, language))
        return tuple(dict.fromkeys(own))

    def _parts(self, word: nodes.Sought, language: str | None) -> tuple[nodes.Term, ...]:
        """Return the parts of a compound of one language."""
        if not isinstance(word, nodes.Term) or language not in self.languages:
            return ()
        whole = word.words[0].casefold()
        parts = (whole[piece.start : piece.end] for piece in self.splitter.pieces(whole, language))
        return tuple(
            dict.fromkeys(nodes.Term((part,)) for part in parts if len(part) >= _SHORTEST_PART)
        )

    @cached_property
    def document_frequencies(self) -> DocumentFrequencies:
        """The number of articles that hold each content word, and each of its parts."""
        content = self.content_words
        words = dict.fromkeys(one for word in content for one in (word, *self.parts(word)))
        most = self._store.limits.counted
        return self._store.document_frequencies(tuple(words), most=most)

    def _idf(self, word: nodes.Sought) -> float:
        frequencies = self.document_frequencies
        return idf(frequencies.by_word[word], frequencies.articles)

    def in_language(self, language: str | None) -> tuple[RankingTerm, ...]:
        """Return the content words and their parts as they stand in a text in a language."""
        if language not in self._by_language:
            self._by_language[language] = tuple(self._ranking_terms(language))
        return self._by_language[language]

    def _ranking_terms(self, language: str | None) -> Iterator[RankingTerm]:
        for word in self.content_words:
            form = _form(word)
            typed = word.words[0] if isinstance(word, nodes.Term) else ""
            stem = fold(analyse(typed, language).stem) if typed else form
            if form:
                yield RankingTerm(form, _common_prefix(form, stem), self._idf(word), typed)
            for part in self._parts(word, language):
                stem = fold(analyse(part.words[0], language).stem)
                yield RankingTerm("", stem, self._idf(part))


def single_words(leaf: nodes.Sought) -> Iterator[nodes.Sought]:
    """Yield the words of something sought one by one, without the field they should stand in."""
    match leaf:
        case nodes.Term(words) | nodes.Phrase(words) | nodes.Loose(words, _):
            yield from (nodes.Term((word,)) for word in words)
        case nodes.In(_, word):
            yield from single_words(word)
        case nodes.Wild() | nodes.Similar():
            yield leaf
        case _:
            assert_never(leaf)


def _is_stop_word(word: nodes.Sought, stop: frozenset[str]) -> bool:
    """Return whether a word, or each word of a chain, is a stop word."""
    return isinstance(word, nodes.Term) and all(fold(written) in stop for written in word.words)


def _form(word: nodes.Sought) -> str:
    """Return the folded form of a word; for a pattern, its fixed beginning."""
    match word:
        case nodes.Term((written, *_)):
            return fold(written)
        case nodes.Similar(form, _):
            return fold(form)
        case nodes.Wild():
            return fold(word.prefix or "")
        case _:
            return ""


def _common_prefix(form: str, stem: str) -> str:
    """Return the beginning of a form that its stem shares; the form, if that is next to nothing."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(form, stem, strict=False))
    shared = "".join(letter for letter, _ in pairs)
    return shared if len(shared) >= _SHORTEST_SHARED else form
