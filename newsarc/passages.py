"""The words of an article that best show why a query found it, and the marks in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, assert_never

from newsarc.analysis import (
    COMPOUNDING,
    analyse,
    chain_ways,
    chains,
    otherwise,
    readings,
    variants,
    word_ways,
)
from newsarc.analysis.gender import tail
from newsarc.query import In, Loose, Node, Phrase, Similar, Sought, Term, Wild, fits, sought
from newsarc.records.kept import Passage
from newsarc.text import WORD, fold, sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.analysis import Analysis, Splitter, Way
    from newsarc.records.kept import Article

# About three lines of a terminal.
LONGEST = 240
# So many letters of what is sought must stand in a word that is taken apart for it. Umlauts
# may be spelt otherwise in its form, but not in its stem.
_BEGINNING = 4
# What may stand between two marks that are shown as one.
_JOINTS = {"-", "/"}


class Match(NamedTuple):
    """A place where something sought stands; `sought` is its number in the query."""

    start: int
    end: int
    sought: int


def passage(article: Article, query: Node, languages: Sequence[str], splitter: Splitter) -> Passage:
    """Give the best passage of an article for a query."""
    found = matches(article.body, sought(query), article.language, languages, splitter)
    return best_passage(article.body, found)


def best_passage(body: str, found: Sequence[Match]) -> Passage:
    """Give the sentence that shows most of what was found, cut at words to 240 characters.

    Without a match in the body it is the beginning of the body, unmarked.
    """
    start, end = _best_sentence(body, found)
    start, end = _window(body, start, end, _between(found, start, end))
    return _passage(body, start, end, _between(found, start, end))


def matches(
    text: str,
    wanted: Sequence[Sought],
    language: str | None,
    languages: Sequence[str],
    splitter: Splitter,
) -> list[Match]:
    """Give each place of a text in a language where something sought stands, in order.

    The text is that of a body: what is sought in headlines only does not stand in it.
    """
    placed = list(words(text))
    analyses = [analyse(word, language) for _, _, word in placed]
    columns = ([analysis.stem for analysis in analyses], [analysis.form for analysis in analyses])
    numbered = [(number, word) for number, item in enumerate(wanted) for word in _shown(item)]
    rows = _rows(numbered, languages)
    open_words = [(number, word) for number, word in numbered if isinstance(word, (Wild, Similar))]
    fitting = _Fitting(open_words)
    within = _Within(numbered, language, languages, splitter)
    found = [*within.in_chains(text), *within.in_words(placed, analyses)]
    for at in range(len(placed)):
        numbers = fitting[columns[1][at]] if open_words else ()
        found += (Match(*placed[at][:2], number) for number in numbers)
        for exact in (False, True):
            column = columns[exact]
            for number, row in rows.get((exact, column[at]), ()):
                if tuple(column[at : at + len(row)]) == row:
                    end = placed[at + len(row) - 1][1]
                    found.append(Match(placed[at][0], end if exact else tail(text, end), number))
    return sorted(set(found))


class _Within:
    """Finds what stands within words or in chains of them, by the tokens that it is there."""

    def __init__(
        self,
        numbered: Iterable[tuple[int, Single]],
        language: str | None,
        languages: Sequence[str],
        splitter: Splitter,
    ) -> None:
        self._language = language
        self._splitter = splitter
        self._numbers: dict[str, list[int]] = {}
        terms = [(number, word) for number, word in numbered if isinstance(word, Term)]
        for number, term in terms:
            for token in otherwise(term.words, languages, splitter):
                self._numbers.setdefault(token, []).append(number)
        beginnings = {re.escape(token[:_BEGINNING]) for token in self._numbers}
        self._is_promising = re.compile("|".join(sorted(beginnings))).search

    def in_chains(self, text: str) -> Iterator[Match]:
        """Give each place in a chain of words."""
        for chain in chains(text, self._language) if self._numbers else ():
            if self._is_promising(fold("".join(WORD.findall(chain[0])))):
                ways = chain_ways(chain[0], self._language, self._splitter)
                yield from self._matches(ways, chain.start())

    def in_words(
        self, placed: Iterable[tuple[int, int, str]], analyses: Iterable[Analysis]
    ) -> Iterator[Match]:
        """Give each place within a word that is not found as a whole."""
        if not self._numbers:
            return
        is_compounding = self._language == COMPOUNDING
        for (start, _, word), (form, stem) in zip(placed, analyses, strict=True):
            if is_compounding and not (self._is_promising(form) or self._is_promising(stem)):
                continue
            if stem not in self._numbers:
                ways = word_ways(word, self._language, self._splitter)
                yield from self._matches(ways, start)

    def _matches(self, ways: Iterable[Way], start: int) -> Iterator[Match]:
        for way in ways:
            for number in self._numbers.get(way.token, ()):
                yield Match(start + way.start, start + way.end, number)


Single = Term | Phrase | Wild | Similar


def _shown(item: Sought) -> Iterator[Single]:
    """Give what is to be marked in a body of something sought."""
    match item:
        case In("title" | "kicker", _):
            return
        case In(_, word):
            yield from _shown(word)
        case Loose(several):
            yield from (Phrase((word,)) for word in several)
        case Term() | Phrase() | Wild() | Similar():
            yield item
        case _:
            assert_never(item)


class _Fitting(dict[str, tuple[int, ...]]):
    """For each form the numbers of the patterns and similar words that it fits."""

    def __init__(self, wanted: Sequence[tuple[int, Wild | Similar]]) -> None:
        super().__init__()
        self._wanted = wanted

    def __missing__(self, form: str) -> tuple[int, ...]:
        found = tuple(number for number, word in self._wanted if fits(form, word))
        self[form] = found
        return found


def _rows(
    wanted: Iterable[tuple[int, Single]], languages: Sequence[str]
) -> dict[tuple[bool, str], list[tuple[int, tuple[str, ...]]]]:
    """Give the rows of stems (of forms, where exact) that are sought, by their first word."""
    rows: dict[tuple[bool, str], list[tuple[int, tuple[str, ...]]]] = {}
    for number, item in wanted:
        if isinstance(item, (Term, Phrase)):
            exact = isinstance(item, Phrase)
            for row in variants(item.words, ()) if exact else readings(item.words, languages):
                if row:
                    rows.setdefault((exact, row[0]), []).append((number, row))
    return rows


def _best_sentence(text: str, found: Sequence[Match]) -> tuple[int, int]:
    """Choose the sentence in which most different things are sought; of equals, the first."""
    best, most = None, (0, 0)
    for start, end in sentences(text):
        inside = _between(found, start, end)
        worth = (len({match.sought for match in inside}), len(inside))
        if best is None or worth > most:
            best, most = (start, end), worth
    return best or (0, len(text))


def _between(found: Sequence[Match], start: int, end: int) -> Sequence[Match]:
    """Give the matches that begin between two places; they are in order."""
    first = bisect_left(found, start, key=attrgetter("start"))
    return found[first : bisect_left(found, end, key=attrgetter("start"))]


def _window(text: str, start: int, end: int, inside: Sequence[Match]) -> tuple[int, int]:
    """Cut a long sentence down to whole words, beginning shortly before its first match."""
    if end - start <= LONGEST:
        return start, end
    first = inside[0] if inside else Match(start, start, 0)
    begin = max(start, min(first.start - LONGEST // 4, end - LONGEST))
    if begin > start:
        blank = text.find(" ", begin - 1, first.start)
        begin = first.start if blank == -1 else blank + 1
    stop = min(end, begin + LONGEST)
    if stop < end:
        blank = text.rfind(" ", first.end, stop + 1)
        stop = max(stop, first.end) if blank == -1 else blank
    return begin, stop


def _passage(text: str, start: int, end: int, found: Iterable[Match]) -> Passage:
    """Cut a passage out, with its marks; marks that touch become one."""
    marks: list[tuple[int, int]] = []
    for match in sorted(found):
        first, last = max(match.start, start) - start, min(match.end, end) - start
        while match.end > end and first < last and not text[start + last - 1].isalnum():
            last -= 1  # the end of the sentence is no part of a word
        if first >= last:
            continue
        if marks and (
            first <= marks[-1][1] or text[start + marks[-1][1] : start + first] in _JOINTS
        ):
            first, last = marks[-1][0], max(marks.pop()[1], last)
        marks.append((first, last))
    return Passage(text[start:end], tuple(marks))
