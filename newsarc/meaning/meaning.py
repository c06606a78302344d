"""What the words of a query mean in an archive: looked up once, for every question about them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeGuard

from msgspec import Struct

from newsarc.analysis import Splitter, lookup
from newsarc.meaning.expansion import expand
from newsarc.query import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsarc.analysis import Lookup
    from newsarc.meaning.expansion import Expansion, Pattern, Vocabulary


class Meaning(Struct, frozen=True):
    """What the words of a query mean in one state of an archive.

    A word is analysed in each of the `languages`. `terms` holds what finds the words of each term.
    `forms` holds the forms that a pattern or a similar word stands for, unless they are too many.
    `beginnings` holds, for each pattern that only fixes how a word begins, the letters with which
    its forms begin. `notes` are for the user, one sentence for each pattern.
    """

    languages: Sequence[str]
    terms: Mapping[tuple[str, ...], Lookup]
    forms: Mapping[Pattern, frozenset[str]]
    beginnings: Mapping[Pattern, tuple[str, ...]] = {}
    notes: tuple[str, ...] = ()


class Understanding:
    """Looks up what words mean in one state of an archive, each word once.

    An engine makes one for each state that it reads, and needs no other code for the meaning of
    words.
    """

    def __init__(self, vocabulary: Vocabulary, languages: Callable[[], Sequence[str]]) -> None:
        """Ask `vocabulary` for forms and `languages` for codes."""
        self.splitter = Splitter()
        self._vocabulary = vocabulary
        self._languages = languages
        self._expansions: dict[Pattern, Expansion] = {}
        self._lookups: dict[tuple[str, ...], Lookup] = {}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages of the archive, in order."""
        return tuple(self._languages())

    def of(self, query: nodes.Node) -> Meaning:
        """Return what the words of a query mean."""
        leaves = tuple(dict.fromkeys(nodes.leaves(query)))
        expansions = {leaf: self._expansion(leaf) for leaf in leaves if _is_pattern(leaf)}
        rows = [leaf.words for leaf in leaves if isinstance(leaf, nodes.Term)]
        return Meaning(
            self.languages if leaves else (),
            {words: self._lookup(words) for words in rows},
            {leaf: found.forms for leaf, found in expansions.items() if found.forms is not None},
            {leaf: found.beginnings for leaf, found in expansions.items() if found.beginnings},
            tuple(found.note for found in expansions.values()),
        )

    def _expansion(self, leaf: Pattern) -> Expansion:
        if leaf not in self._expansions:
            self._expansions[leaf] = expand(leaf, self._vocabulary)
        return self._expansions[leaf]

    def _lookup(self, words: tuple[str, ...]) -> Lookup:
        if words not in self._lookups:
            self._lookups[words] = lookup(words, self.languages, self.splitter)
        return self._lookups[words]

    def respellings(self, word: str) -> tuple[str, ...]:
        """Return the forms of the archive that differ from a word in their diacritics only."""
        return tuple(self._vocabulary.respelt(word))


def _is_pattern(leaf: nodes.Node) -> TypeGuard[Pattern]:
    return isinstance(leaf, nodes.Wild | nodes.Similar)
