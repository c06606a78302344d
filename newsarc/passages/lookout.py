"""Finds what is sought in the texts of one language, word by word."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis import (
    analyse,
    language,
    linked_ways,
    suspended_ways,
    word_ways,
)
from newsarc.analysis.gender import tail
from newsarc.patterns import pattern
from newsarc.query import nodes
from newsarc.text import WORD, fold, plain, stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.analysis import Splitter, Way
    from newsarc.passages.targets import Run, Targets

# A word is only split if it has the first four letters of something sought …
_BEGINNING = 4
# … and its last two: before a linking element a part may be as short as "öl", or lose a letter.
_ENDING = 2
# A longer word shares its first two letters with its stem, whatever a stemmer removes at its end.
_SHORT = 3
# How a form may spell an umlaut; its stem has a single letter.
_DIGRAPHS = pattern("[aou]e")


class Match(Struct, frozen=True, order=True, gc=False):
    """A place in a text where something sought stands; `sought` is its number in the query."""

    start: int
    end: int
    sought: int


class _Seen(Struct, frozen=True):
    """What a word is: itself something sought, the first word of some runs, or a compound.

    The matches of `parts` have their places within the word.
    """

    whole: tuple[int, ...]
    runs: tuple[Run, ...]
    parts: tuple[Match, ...]


class Lookout(dict[str, _Seen | None]):
    """A cache of what each word of a language is, with None for words that are not sought."""

    def __init__(self, targets: Targets, code: str | None, splitter: Splitter) -> None:
        super().__init__()
        self._targets = targets
        self._code = code
        self._language = language(code)
        self._splitter = splitter
        # Parts of compounds have two letters or more.
        tokens = [folded for token in targets.tokens if len(folded := fold(token)) > 1]
        self._firsts = {fold(first) for first in targets.firsts}
        self._initials = {first[:1] for first in self._firsts}
        beginnings = {re.escape(token[:_BEGINNING]) for token in tokens}
        self._is_promising = re.compile("|".join(sorted(beginnings)) or r"(?!)").search
        self._endings = {self._without_lost(token)[-_ENDING:] for token in tokens}
        # If so, words that do not begin as anything sought need no analysis.
        self._can_skip = not targets.patterns and self._language.suffixing
        self._signs = re.compile("|".join(self._patterns())).finditer

    def _without_lost(self, token: str) -> str:
        compounds = self._language.compounds
        for letter in () if compounds is None else compounds.lost:
            token = token.removesuffix(letter)
        return token

    def _patterns(self) -> Iterator[str]:
        """Patterns for plain text: each word that is sought has a match of one of them."""
        firsts, tokens = self._firsts, self._targets.tokens
        yield r"[^\x00-\x7f]"
        if self._language.compounds is not None:  # they may stand within a word
            beginnings = {re.escape(each[:_BEGINNING]) for each in firsts | set(map(fold, tokens))}
            for beginning in sorted(beginnings):
                yield re.sub("[aou]", r"\g<0>e?", beginning)
        else:
            for first in sorted({first[: 2 if len(first) > _SHORT else 1] for first in firsts}):
                yield rf"(?<![^\W_]){re.sub('(?<=[aou])e$', 'e?', re.escape(first))}"
        if tokens and self._language.respells_names:
            yield _DIGRAPHS.pattern

    def matches(self, text: str) -> list[Match]:
        """Find each place of a text where something sought stands, in order."""
        found = set(self._in_chains(text)) if self._targets.tokens else set()
        for begin, end in self._stretches(text):
            for word in WORD.finditer(text, begin, end):
                seen = self[word[0]]
                if seen is not None:
                    found.update(self._places(text, word.start(), word.end(), seen))
        return sorted(found)

    def _stretches(self, text: str) -> Iterable[tuple[int, int]]:
        """Find the stretches between blanks that may hold something sought, mostly few."""
        bare = plain(text.lower())
        if not self._can_skip or len(bare) != len(text):
            return [(0, len(text))]
        return stretches(text, self._signs(bare))

    def _places(self, text: str, start: int, end: int, seen: _Seen) -> Iterator[Match]:
        """Return the matches of a word that stands at a place."""
        for number in seen.whole:
            yield Match(start, end, number)
        for part in seen.parts:
            yield Match(start + part.start, start + part.end, part.sought)
        for run in seen.runs:
            yield from self._of_run(text, start, run)

    def _of_run(self, text: str, start: int, run: Run) -> Iterator[Match]:
        """Return the match of a run, if all its words stand at a place."""
        here = list(islice(WORD.finditer(text, start), len(run.tokens)))
        analyses = [analyse(word[0], self._code) for word in here]
        if tuple([one.form if run.exact else one.stem for one in analyses]) == run.tokens:
            end = here[-1].end()
            yield Match(here[0].start(), end if run.exact else tail(text, end), run.sought)

    def __missing__(self, word: str) -> _Seen | None:
        self[word] = found = self._look(word)
        return found

    def _look(self, word: str) -> _Seen | None:
        targets, folded = self._targets, fold(word)
        promises = bool(targets.tokens) and self._promises(word, folded)
        if self._can_skip and not promises and folded[:1] not in self._initials:
            return None
        found = analyse(word, self._code)
        form, stem = found.form, found.stem
        whole = tuple([number for number, sought in targets.patterns if nodes.fits(form, sought)])
        runs = targets.runs(form, stem)
        parts = self._parts(word) if promises and stem not in targets.tokens else ()
        return _Seen(whole, runs, parts) if whole or runs or parts else None

    def _parts(self, word: str) -> tuple[Match, ...]:
        return tuple(self._matches(word_ways(word, self._code, self._splitter), 0))

    def _promises(self, word: str, folded: str) -> bool:
        """Whether a word may be found otherwise than by its stem; quick, to spare a slow look."""
        own = self._language
        if own.respells_names and word[0].isupper():
            return True
        if own.compounds is None:
            return False
        if self._is_promising(folded) and any(ending in folded for ending in self._endings):
            return True
        has_digraph = _DIGRAPHS.search(folded) is not None
        return has_digraph and self._is_promising(fold(analyse(word, self._code).stem)) is not None

    def _in_chains(self, text: str) -> Iterator[Match]:
        """Find each place in a chain of words."""
        yield from self._matches(linked_ways(text, self._code, self._splitter), 0)
        yield from self._matches(suspended_ways(text, self._code, self._splitter), 0)

    def _matches(self, ways: Iterable[Way], start: int) -> Iterator[Match]:
        for way in ways:
            for number in self._targets.tokens.get(way.token, ()):
                yield Match(start + way.start, start + way.end, number)
