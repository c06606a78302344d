"""Which line of a page is its headline.

A linear model over what can be seen of a line. The weights were fitted on 544 copied pages
of publishers, two thirds of them German (`tests/benchmarks/headline.py`); what a feature is
multiplied with makes no sense without the others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsarc.catalog.byline import is_byline
from newsarc.catalog.caption import captions, credit_of
from newsarc.catalog.layout import rows_of
from newsarc.catalog.stamps import published
from newsarc.text import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.catalog.belief import Stamp
    from newsarc.catalog.layout import Line

WEIGHTS = {
    "length": 1.97,
    "one word": -1.15,
    "a headline's number of words": 0.67,
    "begins small": -1.29,
    "ends as a sentence": -1.01,
    "share of words that come back": 0.79,
    "words that come back": 1.63,
    "no word comes back": -0.76,
    "repeated often": 0.31,
    "near the top": 1.15,
    "near the top of a clean page": 1.01,
    "lines above": -1.18,
    "below a shorter line": 0.45,
    "below a paragraph": -0.80,
    "near below a paragraph": -1.08,
    "near above a paragraph": 0.93,
    "right below the stamp": 1.00,
    "near above the stamp": 2.02,
    "no stamp below": -0.86,
    "no byline below": -0.82,
    "no paragraph below": -0.32,
    "running text below": 0.65,
    "paragraphs above": -1.24,
}

_MOST = 600  # lines; what stands above a headline is not longer
_SHORTEST, _LONGEST = 25, 200
_USUAL = 35
_FAR = 12
_TOP, _NEAR_TOP, _DEEP = 4, 5, 50
_MUCH_TEXT, _WITHIN = 3000, 30  # characters, lines
_FEW_WORDS, _MANY_WORDS = 4, 12


class Page(NamedTuple):
    """What the lines of a page are weighed by: numbers of lines, in order, and its words.

    `times` counts equal lines; `last` gives for each form the last paragraph that has it.
    """

    lines: Sequence[Line]
    taken: set[int]
    paragraphs: list[int]
    stamped: list[int]
    signed: list[int]
    times: Counter[str]
    last: dict[str, int]


def find_headline(page: Page) -> int | None:
    """Give the number of the line that is the headline, or None where none may be one."""
    return max(candidates(page), key=lambda number: (_worth(page, number), -number), default=None)


def look_at(lines: Sequence[Line], stamps: Sequence[Stamp]) -> Page:
    """Learn of a page what its lines are weighed by."""
    lines = lines[:_MOST]
    paragraphs = [number for number, line in enumerate(lines) if line.is_paragraph]
    last: dict[str, int] = {}
    for number in paragraphs or range(len(lines)):
        last.update(dict.fromkeys(_forms(lines[number].text), number))
    chosen = published(stamps)
    return Page(
        lines,
        {row for stamp in stamps for row in _filled(lines, stamp)},
        paragraphs,
        [] if chosen is None else list(rows_of(lines, chosen.start, chosen.end))[-1:],
        [number for number, line in enumerate(lines) if is_byline(line.text)],
        Counter(line.text.casefold() for line in lines),
        last,
    )


def _filled(lines: Sequence[Line], stamp: Stamp) -> Iterator[int]:
    """Give the lines that hold little beside a stamp."""
    for row in rows_of(lines, stamp.start, stamp.end):
        line = lines[row]
        if stamp.start - line.start < _SHORTEST and line.end - stamp.end < _SHORTEST:
            yield row


def candidates(page: Page) -> list[int]:
    """Give the lines that may be a headline by their looks."""
    twins = captions(line.text for line in page.lines)
    taken = page.taken.union(page.signed)
    return [
        number
        for number, line in enumerate(page.lines)
        if number not in taken
        and len(line.text) < _LONGEST
        and not line.is_no_title
        and line.text not in twins
        and _is_no_caption(line.text)
    ]


def _is_no_caption(text: str) -> bool:
    """Tell a headline with a credit behind it from a caption, which is a sentence."""
    credit = credit_of(text)
    before = text if credit is None else text[: credit.start].rstrip()
    return credit is None or (len(before) >= _SHORTEST and not before.endswith("."))


def features(page: Page, number: int) -> Iterator[tuple[str, float]]:
    """Give what can be seen of a line by name, each as a number between 0 and 1."""
    yield from _shape(page, number)
    yield from _echo(page, number)
    yield from _neighbours(page, number)
    yield from _text_below(page, number)


def _worth(page: Page, number: int) -> float:
    return sum(WEIGHTS[name] * value for name, value in features(page, number))


def _shape(page: Page, number: int) -> Iterator[tuple[str, float]]:
    text = page.lines[number].text
    words = text.count(" ") + 1
    yield "length", min(len(text) / _USUAL, 1.0)
    yield "one word", words == 1
    yield "a headline's number of words", _FEW_WORDS <= words <= _MANY_WORDS
    yield "begins small", text[0].islower()
    yield "ends as a sentence", text.endswith((".", ":", ","))


def _echo(page: Page, number: int) -> Iterator[tuple[str, float]]:
    """Tell how many of a line's words come back below it, and whether it is often repeated."""
    text = page.lines[number].text
    own = _forms(text)
    below = sum(page.last.get(form, -1) > number for form in own)
    yield "share of words that come back", below / len(own) if own else 0.0
    yield "words that come back", min(below, 5) / 5
    yield "no word comes back", below == 0
    yield "repeated often", page.times[text.casefold()] > len(("above", "here"))


def _neighbours(page: Page, number: int) -> Iterator[tuple[str, float]]:
    """Tell how near a line is to the top, to paragraphs, to the stamp and to bylines."""
    above = page.lines[number - 1] if number else None
    below_paragraph, above_paragraph = _nearness(page.paragraphs, number)
    below_stamp, above_stamp = _nearness(page.stamped, number)
    yield "near the top", number < _NEAR_TOP
    yield "near the top of a clean page", number < _TOP and page.paragraphs[:1] < [_FAR]
    yield "lines above", min(number, _DEEP) / _DEEP
    yield (
        "below a shorter line",
        above is not None and len(above.text) < min(len(page.lines[number].text), _USUAL + 10),
    )
    yield "below a paragraph", above is not None and above.is_paragraph
    yield "near below a paragraph", below_paragraph
    yield "near above a paragraph", above_paragraph
    yield "right below the stamp", below_stamp > 1 - 3 / _FAR
    yield "near above the stamp", above_stamp
    yield "no stamp below", bool(page.stamped) and page.stamped[-1] < number
    yield "no byline below", bool(page.signed) and page.signed[-1] < number
    yield "no paragraph below", bool(page.paragraphs) and page.paragraphs[-1] < number


def _nearness(rows: Sequence[int], number: int) -> tuple[float, float]:
    """Tell how near the next of some rows are above a line and below it; 1 is right there."""
    at = bisect_left(rows, number)
    above = number - rows[at - 1] if at else _FAR
    below = rows[at] - number if at < len(rows) else _FAR
    return 1 - min(above, _FAR) / _FAR, 1 - min(below, _FAR) / _FAR


def _text_below(page: Page, number: int) -> Iterator[tuple[str, float]]:
    at = bisect_left(page.paragraphs, number)
    end = bisect_left(page.paragraphs, number + _WITHIN)
    length = sum(len(page.lines[row].text) for row in page.paragraphs[at:end])
    yield "running text below", min(length, _MUCH_TEXT) / _MUCH_TEXT
    yield "paragraphs above", min(at, 5) / 5


def _forms(text: str) -> set[str]:
    """Give the beginnings of the longer words, in which most inflected forms meet."""
    return {fold(word)[:6] for word in WORD.findall(text) if len(word) > len("das")}
