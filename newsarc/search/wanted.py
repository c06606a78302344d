"""The words of a query one by one, as an archive knows them: how rare each is, and its parts."""

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

# Of a pasted text the first words tell what it is about; a headline has ten.
_MOST_WORDS = 32
# A part of three letters ("alt", "not") says little of what its compound is about.
_SHORTEST_PART = 4


class Key(Struct, frozen=True):
    """By what a word of a query is known in a text, and how rare it is.

    `letters` are those in which its form and its stem both begin ("happ" of "happy" and
    "happi"). A part of a compound has no form. `written` is the word in lower case, with its
    umlauts; of what has no form of its own, nothing.
    """

    form: str
    letters: str
    rarity: float
    written: str = ""


class Wanted:
    """The words of a query, each once."""

    def __init__(self, store: Store, query: nodes.Node) -> None:
        """Take a query, and the archive that it is asked of."""
        self._store = store
        understanding = store.understanding()
        self.languages = understanding.languages
        self.splitter = understanding.splitter
        self._leaves = nodes.sought(query)
        self.words = tuple(dict.fromkeys(word for leaf in self._leaves for word in parted(leaf)))
        self._keys: dict[str | None, tuple[Key, ...]] = {}

    @cached_property
    def telling(self) -> tuple[nodes.Sought, ...]:
        """Leave out the words that only serve others, where there are others."""
        return self._telling(self.words)[:_MOST_WORDS]

    def finder(self) -> Finder:
        """Make what finds the places to mark: of all that is sought, but not of serving words."""
        return Finder(self._telling(self._leaves), self.languages, self.splitter)

    def _telling(self, words: tuple[nodes.Sought, ...]) -> tuple[nodes.Sought, ...]:
        serving = stop_words(self.languages)
        return tuple(word for word in words if not _only_serves(word, serving)) or words

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
    def frequencies(self) -> DocumentFrequencies:
        """The number of articles that hold each telling word, and each of its parts."""
        words = dict.fromkeys(one for word in self.telling for one in (word, *self.parts(word)))
        most = self._store.limits.counted
        return self._store.document_frequencies(tuple(words), most=most)

    def _rarity(self, word: nodes.Sought) -> float:
        return idf(self.frequencies.by_word[word], self.frequencies.articles)

    def keys(self, language: str | None) -> tuple[Key, ...]:
        """Give the telling words and their parts as they stand in a text in a language."""
        if language not in self._keys:
            self._keys[language] = tuple(self._read(language))
        return self._keys[language]

    def _read(self, language: str | None) -> Iterator[Key]:
        for word in self.telling:
            form = _form(word)
            written = word.words[0] if isinstance(word, nodes.Term) else ""
            stem = analyse(written, language).stem if written else form
            if form:
                yield Key(form, _beginning(form, stem), self._rarity(word), written)
            for part in self._parts(word, language):
                stem = analyse(part.words[0], language).stem
                yield Key("", stem, self._rarity(part))


def parted(leaf: nodes.Sought) -> Iterator[nodes.Sought]:
    """Part what is sought into single words, wherever they may stand."""
    match leaf:
        case nodes.Term(words) | nodes.Phrase(words) | nodes.Loose(words, _):
            yield from (nodes.Term((word,)) for word in words)
        case nodes.In(_, word):
            yield from parted(word)
        case nodes.Wild() | nodes.Similar():
            yield leaf
        case _:
            assert_never(leaf)


def _only_serves(word: nodes.Sought, serving: frozenset[str]) -> bool:
    """Tell whether a word, or each word of a chain, is one of those that serve others."""
    return isinstance(word, nodes.Term) and all(fold(written) in serving for written in word.words)


def _form(word: nodes.Sought) -> str:
    """Give the form of a word; of a pattern, how it begins."""
    match word:
        case nodes.Term((written, *_)):
            return fold(written)
        case nodes.Similar(form, _):
            return form
        case nodes.Wild():
            return word.prefix or ""
        case _:
            return ""


def _beginning(form: str, stem: str) -> str:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(form, stem, strict=False))
    return "".join(letter for letter, _ in alike)
