"""The words of an article that best show why a query found it, and the marks in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsarc.analysis import analyse, variants
from newsarc.query import Node, Phrase, Term, sought
from newsarc.records.kept import Passage
from newsarc.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.records.kept import Article

# About three lines of a terminal.
LONGEST = 240
# What may stand between two marks that are shown as one.
_JOINTS = {"-", "/"}
# White space behind a sentence's end, with its closing quote, before what may begin one. A
# number or a short word before the full stop is an ordinal or an abbreviation: "2. Februar",
# "Dr. Muster", "z. B. Äpfel".
_SENTENCE_END = re.compile(
    r"(?<!\b[0-9]\.)(?<!\b[0-9]{2}\.)(?<!\b\w\.)(?<!\b\w{2}\.)(?<!\bProf\.)"
    r"(?:(?<=[.!?…])|(?<=[.!?…][\"“”»«’)]))\s+(?=[\"„“»«(]?[A-ZÄÖÜ0-9])|\n+"
)


class Match(NamedTuple):
    """A place where something sought stands; `sought` is its number in the query."""

    start: int
    end: int
    sought: int


def passage(article: Article, query: Node, languages: Sequence[str]) -> Passage:
    """Give the sentence that shows most of what was sought, cut at words to 240 characters.

    Without a match in the body it is the beginning of the body, unmarked.
    """
    wanted = sought(query)
    found = list(matches(article.body, wanted, article.language, languages))
    start, end = _best_sentence(article.body, found)
    start, end = _window(article.body, start, end, _between(found, start, end))
    return _passage(article.body, start, end, _between(found, start, end))


def matches(
    text: str, wanted: Sequence[Term | Phrase], language: str | None, languages: Sequence[str]
) -> Iterator[Match]:
    """Give each place of a text in a language where something sought stands, in order."""
    placed = list(words(text))
    analyses = [analyse(word, language) for _, _, word in placed]
    columns = ([analysis.stem for analysis in analyses], [analysis.form for analysis in analyses])
    rows = _rows(wanted, languages)
    for at in range(len(placed)):
        for exact in (False, True):
            column = columns[exact]
            for number, row in rows.get((exact, column[at]), ()):
                if tuple(column[at : at + len(row)]) == row:
                    yield Match(placed[at][0], placed[at + len(row) - 1][1], number)


def _rows(
    wanted: Sequence[Term | Phrase], languages: Sequence[str]
) -> dict[tuple[bool, str], list[tuple[int, tuple[str, ...]]]]:
    """Give the rows of stems (of forms, where exact) that are sought, by their first word."""
    rows: dict[tuple[bool, str], list[tuple[int, tuple[str, ...]]]] = {}
    for number, item in enumerate(wanted):
        exact = isinstance(item, Phrase)
        for row in variants(item.words, () if exact else languages):
            if row:
                rows.setdefault((exact, row[0]), []).append((number, row))
    return rows


def _best_sentence(text: str, found: Sequence[Match]) -> tuple[int, int]:
    """Choose the sentence in which most different things are sought; of equals, the first."""
    best, most = None, (0, 0)
    for start, end in _sentences(text):
        inside = _between(found, start, end)
        worth = (len({match.sought for match in inside}), len(inside))
        if best is None or worth > most:
            best, most = (start, end), worth
    return best or (0, len(text))


def _between(found: Sequence[Match], start: int, end: int) -> Sequence[Match]:
    """Give the matches that begin between two places; they are in order."""
    first = bisect_left(found, start, key=attrgetter("start"))
    return found[first : bisect_left(found, end, key=attrgetter("start"))]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


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
