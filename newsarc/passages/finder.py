"""Where in the texts of articles the words of a query stand."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, assert_never

from newsarc.analysis import (
    COMPOUNDING,
    SUFFIXING,
    analyse,
    chain_ways,
    chains,
    otherwise,
    readings,
    variants,
    word_ways,
)
from newsarc.analysis.gender import tail
from newsarc.patterns import pattern
from newsarc.query import In, Loose, Phrase, Similar, Sought, Term, Wild, fits
from newsarc.text import WORD, fold, plain, stretches
from newsarc.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.analysis import Splitter, Way
    from newsarc.query import Field

# So many letters of what is sought must stand in a word that is taken apart for it.
_BEGINNING = 4
# … and so many of its end: behind a linking element "öl" may stand, before one an "e" be lost.
_ENDING = 2
# A longer word has its stem's first two letters, whatever is taken from its end.
_SHORT = 3
# Umlauts may be spelt otherwise in a form, but not in its stem.
_DIGRAPHS = pattern("[aou]e")


class Match(NamedTuple):
    """A place where something sought stands; `sought` is its number in the query."""

    start: int
    end: int
    sought: int


class Finder:
    """Finds in any number of texts what is sought, and knows again the words that it has seen."""

    def __init__(
        self, wanted: Sequence[Sought], languages: Sequence[str], splitter: Splitter
    ) -> None:
        """Take what is sought, and how its words are read."""
        self._wanted = wanted
        self._languages = languages
        self._splitter = splitter
        self._lookouts: dict[tuple[str | None, Field], _Lookout] = {}

    def matches(self, text: str, language: str | None, field: Field = "body") -> list[Match]:
        """Give each place of a text in a language where something sought stands, in order.

        What is sought in another field than that of the text does not stand in it; what is sought
        at the start of an article stands in the first paragraph of its body.
        """
        found = self._lookout(language, field).matches(text)
        start = text.find("\n\n") if field == "body" else -1
        if start == -1:
            return found
        return [m for m in found if m.end <= start or not _at_start(self._wanted[m.sought])]

    def _lookout(self, language: str | None, field: Field) -> _Lookout:
        known = self._lookouts.get((language, field))
        if known is None:
            shown = (
                (n, word) for n, item in enumerate(self._wanted) for word in _shown(item, field)
            )
            known = _Lookout(tuple(shown), language, self._languages, self._splitter)
            self._lookouts[language, field] = known
        return known


def _at_start(item: Sought) -> bool:
    return isinstance(item, In) and item.field == "start"


Single = Term | Phrase | Wild | Similar


def _shown(item: Sought, field: Field) -> Iterator[Single]:
    """Give what is to be marked in a field of something sought."""
    match item:
        case In(own, word):
            if own in {field, "start"}:
                yield from _shown(word, field)
        case Loose(several):
            yield from (Phrase((word,)) for word in several)
        case Term() | Phrase() | Wild() | Similar():
            yield item
        case _:
            assert_never(item)


class _Row(NamedTuple):
    """Stems (or, where it is exact, forms) that are sought side by side."""

    sought: int
    exact: bool
    words: tuple[str, ...]


@value
class _Seen:
    """What a word may be: itself something sought, the first of a row, or in parts.

    The matches of `parts` have their places within the word.
    """

    whole: tuple[int, ...]
    rows: tuple[_Row, ...]
    parts: tuple[Match, ...]


class _Lookout(dict[str, _Seen | None]):
    """What each word of a language is, or None where it is nothing that is sought."""

    def __init__(
        self,
        numbered: Sequence[tuple[int, Single]],
        language: str | None,
        languages: Sequence[str],
        splitter: Splitter,
    ) -> None:
        super().__init__()
        self._language = language
        self._splitter = splitter
        self._open = [(n, word) for n, word in numbered if isinstance(word, (Wild, Similar))]
        self._rows: dict[tuple[bool, str], list[_Row]] = {}
        for row in _rows(numbered, languages):
            self._rows.setdefault((row.exact, row.words[0]), []).append(row)
        self._tokens: dict[str, list[int]] = {}
        for number, word in numbered:
            for token in (
                otherwise(word.words, languages, splitter) if isinstance(word, Term) else ()
            ):
                self._tokens.setdefault(token, []).append(number)
        # No part of a word is a single letter.
        tokens = [token for token in self._tokens if len(token) > 1]
        beginnings = {re.escape(token[:_BEGINNING]) for token in tokens}
        self._is_promising = re.compile("|".join(sorted(beginnings)) or r"(?!)").search
        self._endings = {token.removesuffix("e")[-_ENDING:] for token in tokens}
        self._initials = {first[:1] for _, first in self._rows}
        # Words that do not even begin as anything sought need no analysis.
        self._can_skip = not self._open and language in SUFFIXING
        self._signs = re.compile("|".join(self._patterns())).finditer

    def _patterns(self) -> Iterator[str]:
        """Give patterns of which each word that is sought has one, in plain text."""
        yield r"[^\x00-\x7f]"
        if self._language == COMPOUNDING:
            sought = {first for _, first in self._rows} | self._tokens.keys()
            for beginning in sorted({re.escape(each[:_BEGINNING]) for each in sought}):
                yield re.sub("[aou]", r"\g<0>e?", beginning)
            return
        for first in sorted({first[: 2 if len(first) > _SHORT else 1] for _, first in self._rows}):
            yield rf"(?<![^\W_]){re.sub('(?<=[aou])e$', 'e?', re.escape(first))}"
        if self._tokens:
            yield _DIGRAPHS.pattern

    def matches(self, text: str) -> list[Match]:
        """Give each place of a text where something sought stands, in order."""
        found = set(self._in_chains(text)) if self._tokens else set()
        for begin, end in self._stretches(text):
            for word in WORD.finditer(text, begin, end):
                seen = self[word[0]]
                if seen is not None:
                    found.update(self._places(text, word.start(), word.end(), seen))
        return sorted(found)

    def _stretches(self, text: str) -> Iterable[tuple[int, int]]:
        """Give what is worth a closer look, from blank to blank; a text has little of it."""
        bare = plain(text.lower())
        if not self._can_skip or len(bare) != len(text):
            return [(0, len(text))]
        return stretches(text, self._signs(bare))

    def _places(self, text: str, start: int, end: int, seen: _Seen) -> Iterator[Match]:
        """Give what was seen in a word at a place."""
        for number in seen.whole:
            yield Match(start, end, number)
        for part in seen.parts:
            yield Match(start + part.start, start + part.end, part.sought)
        yield from self._of_rows(text, start, seen.rows)

    def _of_rows(self, text: str, start: int, rows: Iterable[_Row]) -> Iterator[Match]:
        for number, exact, words in rows:
            here = list(islice(WORD.finditer(text, start), len(words)))
            analyses = [analyse(word[0], self._language) for word in here]
            if tuple(one.form if exact else one.stem for one in analyses) == words:
                end = here[-1].end()
                yield Match(here[0].start(), end if exact else tail(text, end), number)

    def __missing__(self, word: str) -> _Seen | None:
        self[word] = found = self._seen(word)
        return found

    def _seen(self, word: str) -> _Seen | None:
        form = fold(word)
        promises = bool(self._tokens) and self._promises(word, form)
        if self._can_skip and not promises and form[:1] not in self._initials:
            return None
        stem = analyse(word, self._language).stem
        whole = tuple(number for number, sought in self._open if fits(form, sought))
        rows = (*self._rows.get((False, stem), ()), *self._rows.get((True, form), ()))
        parts: tuple[Match, ...] = ()
        if promises and stem not in self._tokens:
            ways = word_ways(word, self._language, self._splitter)
            parts = tuple(self._matches(ways, 0))
        return _Seen(whole, rows, parts) if whole or rows or parts else None

    def _promises(self, word: str, form: str) -> bool:
        """Tell whether a word may be found otherwise than as a whole."""
        if self._language != COMPOUNDING:
            return word[0].isupper()
        if self._is_promising(form) and any(ending in form for ending in self._endings):
            return True
        digraph = _DIGRAPHS.search(form) is not None
        return digraph and self._is_promising(analyse(word, COMPOUNDING).stem) is not None

    def _in_chains(self, text: str) -> Iterator[Match]:
        """Give each place in a chain of words."""
        for chain in chains(text, self._language):
            if self._is_promising(fold("".join(WORD.findall(chain[0])))):
                ways = chain_ways(chain[0], self._language, self._splitter)
                yield from self._matches(ways, chain.start())

    def _matches(self, ways: Iterable[Way], start: int) -> Iterator[Match]:
        for way in ways:
            for number in self._tokens.get(way.token, ()):
                yield Match(start + way.start, start + way.end, number)


def _rows(wanted: Iterable[tuple[int, Single]], languages: Sequence[str]) -> Iterator[_Row]:
    """Give the rows of stems that are sought, and the rows of forms."""
    for number, item in wanted:
        if isinstance(item, (Term, Phrase)):
            exact = isinstance(item, Phrase)
            for row in variants(item.words, ()) if exact else readings(item.words, languages):
                if row:
                    yield _Row(number, exact, row)
