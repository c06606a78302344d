"""Finds what is sought in the texts of one language, word by word."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis import (
    analyse,
    beginnings,
    language,
    linked_ways,
    suspended_ways,
    word_ways,
)
from newsarc.analysis.gender import tail
from newsarc.patterns import any_of, pattern, with_digraphs
from newsarc.query import nodes
from newsarc.text import WORD, fold, plain, stretches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.analysis import Splitter, Way
    from newsarc.passages.targets import Run, Targets

# A word that is sought, alone or in a compound, has the first three letters of its stem …
_BEGINNING = 3
# … but where a stemmer only removes suffixes, a longer word has its first two, another one its
# first letter.
_SHORT = 3
# A word is only split if it, or its stem, has the first four letters of something sought …
_SPLIT = 4
# … and its last two: before a linking element a part may be as short as "öl", or lose a letter.
_ENDING = 2
# How a form may spell an umlaut; a folded stem has a single letter.
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
        self._is_promising = any_of({with_digraphs(token[:_SPLIT]) for token in tokens}).search
        self._endings = {self._without_lost(token)[-_ENDING:] for token in tokens}
        begun = {fold(token)[:_BEGINNING] for token in targets.tokens}
        begun |= {each for token in targets.tokens for each in beginnings(token, code)}
        self._may_have_token = any_of(map(with_digraphs, begun)).search
        starts = self._beginnings(targets.firsts, tokens)
        self._may_be_sought = any_of(starts).search
        # If so, words that hold no beginning of anything sought need no analysis.
        self._can_skip = not targets.patterns and self._language.suffixing
        signs = {"[^\\x00-\\x7fß]", *map(_with_sharp_s, starts)}
        if tokens and self._language.respells_names:
            signs.add(_DIGRAPHS.pattern)
        self._signs = any_of(signs).finditer

    def _without_lost(self, token: str) -> str:
        compounds = self._language.compounds
        for letter in () if compounds is None else compounds.lost:
            token = token.removesuffix(letter)
        return token

    def _beginnings(self, firsts: Iterable[str], tokens: Iterable[str]) -> set[str]:
        """Patterns for folded text: each word that is sought has a match of one of them."""
        folded = {fold(first) for first in firsts}
        others = {each for first in firsts for each in beginnings(first, self._code)}
        found = {rf"(?<![^\W_]){with_digraphs(each)}" for each in others}
        if self._language.compounds is not None:  # they may stand within a word
            return found | {with_digraphs(each[:_BEGINNING]) for each in (*folded, *tokens)}
        if self._language.lemmas:  # forms of a lemma may have its letters behind a prefix
            found |= {with_digraphs(first[:_BEGINNING]) for first in folded}
        short = {first[: 2 if len(first) > _SHORT else 1] for first in folded}
        return found | {rf"(?<![^\W_]){with_digraphs(each)}" for each in short}

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
        if self._can_skip and not promises and not self._may_be_sought(folded):
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
        return self._holds_token(folded) or self._holds_token(fold(analyse(word, self._code).stem))

    def _holds_token(self, letters: str) -> bool:
        """Whether a token may stand in folded letters."""
        begins = self._is_promising(letters) is not None
        return begins and any(ending in letters for ending in self._endings)

    def _in_chains(self, text: str) -> Iterator[Match]:
        """Find each place in words that stand together."""
        together = linked_ways(text, self._code, self._splitter, self._is_promising)
        yield from self._matches(together, 0)
        hanging = suspended_ways(text, self._code, self._splitter, self._may_have_token)
        yield from self._matches(hanging, 0)

    def _matches(self, ways: Iterable[Way], start: int) -> Iterator[Match]:
        for way in ways:
            for number in self._targets.tokens.get(way.token, ()):
                yield Match(start + way.start, start + way.end, number)


def _with_sharp_s(beginning: str) -> str:
    """Return the pattern of a folded beginning in a text where "ß" is not "ss" yet."""
    return beginning.replace("ss", "s").replace("s", "[sß]{1,2}")
