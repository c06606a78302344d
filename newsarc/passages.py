"""The words of an article that best show why a query found it, and the marks in them."""

from __future__ import annotations

import re
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
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"“”«»’)]*\s+(?=[\"„“»«(]?[A-ZÄÖÜ0-9])|\n+")


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
    start, end = _window(article.body, start, end, [m for m in found if start <= m.start < end])
    return _passage(article.body, start, end, found)


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
        inside = [match for match in found if start <= match.start < end]
        worth = (len({match.sought for match in inside}), len(inside))
        if best is None or worth > most:
            best, most = (start, end), worth
    return best or (0, len(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _window(text: str, start: int, end: int, inside: Sequence[Match]) -> tuple[int, int]:
    """Cut a long sentence down to words around its first match."""
    if end - start <= LONGEST:
        return start, end
    middle = inside[0].start if inside else start
    begin = max(start, min(middle - LONGEST // 4, end - LONGEST))
    if begin > start:
        begin = text.rfind(" ", start, begin) + 1 or start
    stop = min(end, begin + LONGEST)
    if stop < end:
        stop = max(text.rfind(" ", begin, stop), 0) or stop
    return begin, stop if stop > begin else end


def _passage(text: str, start: int, end: int, found: Iterable[Match]) -> Passage:
    """Cut a passage out, with its marks; what is left out of its sentence is told by dots."""
    marks: list[tuple[int, int]] = []
    for match in sorted(found):
        first, last = max(match.start, start) - start, min(match.end, end) - start
        if first >= last:
            continue
        if marks and first <= marks[-1][1] + _touching(text, start, marks[-1][1], first):
            first, last = marks[-1][0], max(marks.pop()[1], last)
        marks.append((first, last))
    return Passage(text[start:end], tuple(marks))


def _touching(text: str, start: int, last: int, first: int) -> int:
    """Give 1 where only a hyphen or slash parts two marks: they are shown as one."""
    return int(text[start + last : start + first] in {"-", "/"})
