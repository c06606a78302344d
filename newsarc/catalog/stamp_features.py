"""What speaks for and against a date in a text being the date of its publication.

Each feature has a name that can be shown as a reason, and a value between 0 and 1. A text with
lines and a text on one line have features of their own; `stamp_weights` has the weights of both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.byline import is_byline
from newsarc.catalog.layout import paragraphs_of
from newsarc.catalog.stamp_rules import LABELLED, LOOSE, SIGNED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsarc.catalog.layout import Line
    from newsarc.catalog.stamp_rules import Candidate

_NEAR_LINES, _NEAR_CHARACTERS = 6, 200  # other dates that are so near are beside a date
_BESIDE_BYLINE = 2  # lines
_SHORT_REST, _MIDDLE_REST = 40, 100  # characters on the line of a date, beside it
_LONG_REST = 60
_SEPARATOR = re.compile(r"[|•·@–/-]")
_ORIGIN = re.compile(r"(?:©|copyright|quelle|source)[^\n]*$", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:^|[\s|])(?:von|by|autor(?:in)?:?|author:?)\s[^.!?\n]{3,60}$", re.IGNORECASE
)
_COMMENT = re.compile(r"komment|antwort|reply|comment|says?:?$|sagt|schrieb", re.IGNORECASE)
_PLACE = re.compile(r"(?:^|[\n|] ?)[^\W\d_a-zäöü][\w/.-]+(?: [\w/.-]+){0,2},? (?:den |\()?$")


class DatedText(Struct, frozen=True):
    """A text, its lines, and what all candidates in it are compared with.

    `rows` has the number of each candidate's line, `days` its day as a number. `paragraphs` and
    `ends` are the numbers of the paragraphs and where they end. `times` counts equal days.
    """

    text: str
    lines: Sequence[Line]
    candidates: Sequence[Candidate]
    rows: Sequence[int]
    days: Sequence[int]
    paragraphs: Sequence[int]
    ends: Sequence[int]
    times: Mapping[int, int]


def dated_text(text: str, lines: Sequence[Line], candidates: Sequence[Candidate]) -> DatedText:
    """Return a text with these candidates, in the order of the text."""
    starts = [line.start for line in lines]
    days = [candidate.stamp.date.span.first.toordinal() for candidate in candidates]
    paragraphs = paragraphs_of(lines)
    return DatedText(
        text,
        lines,
        candidates,
        [bisect_right(starts, candidate.start) - 1 for candidate in candidates],
        days,
        paragraphs,
        [lines[number].end for number in paragraphs],
        Counter(days),
    )


def features(page: DatedText, number: int) -> dict[str, float]:
    """Return the features of a candidate, by name: values between 0 and 1."""
    everywhere = _words(page.candidates[number]) | _order(page, number) | _other_days(page, number)
    if "\n" not in page.text:
        return everywhere | _place_in_line(page, number)
    in_lines = _line(page, number) | _place(page, number)
    return everywhere | in_lines | _neighbours(page, number) | _nearby(page, number)


def _words(candidate: Candidate) -> dict[str, float]:
    """What the words around a date say."""
    before, behind = candidate.context.line_before, candidate.context.line_after
    rule, labelled = candidate.stamp.rule, candidate.stamp.rule in LABELLED
    beside = _SEPARATOR.match(behind.strip()[:1]) or _SEPARATOR.match(before.rstrip()[-1:])
    return {
        "a label of publication": labelled and candidate.stamp.field == "published",
        "a label of an update": labelled and candidate.stamp.field == "updated",
        "behind a byline": rule == SIGNED or bool(_BYLINE.search(before)),
        "with a time": candidate.stamp.date.precision == "minute",
        "a separator beside it": bool(beside),
        "behind a place": not labelled and bool(_PLACE.search(candidate.context.before[-40:])),
        "behind a source": bool(_ORIGIN.search(before[-60:])),
        "words of a comment": bool(_COMMENT.search(before[-40:]) or _COMMENT.search(behind[:30])),
        "alone on its line": not (before.strip(LOOSE) or behind.strip(LOOSE)),
    }


def _order(page: DatedText, number: int) -> dict[str, float]:
    """Its place among the dates of the text."""
    return {
        "the first date": number == 0,
        "the second date": number == 1,
        "behind five dates": number >= 5,
        "the only day": len(page.times) == 1,
        "the day comes again": page.times[page.days[number]] > 1,
        "the day came before": page.days[number] in page.days[:number],
    }


def _other_days(page: DatedText, number: int) -> dict[str, float]:
    """Its age, compared with the latest day of the text."""
    day = page.days[number]
    age = max(page.days) - day
    others = [other for other in page.times if other != day]
    alone = age == 0 and page.times[day] == 1
    old = page.candidates[number].stamp.date.year < 2000 and age > 3650
    return {
        "the latest day": age == 0,
        "a month to a year older than the latest": 31 < age <= 400,
        "more than a year older than the latest": age > 400,
        "the latest by months": alone and bool(others) and max(others) < day - 60,
        "of another century": old,
    }


def _line(page: DatedText, number: int) -> dict[str, float]:
    """The line that it stands on."""
    candidate, line = page.candidates[number], page.lines[page.rows[number]]
    rest = len(line.text) - (candidate.end - candidate.start)
    before = candidate.context.line_before
    return {
        "little else on its line": 0 < rest <= _SHORT_REST,
        "some words on its line": _SHORT_REST < rest <= _MIDDLE_REST,
        "begins its line": rest > 0 and not before.strip(),
        "in a paragraph": line.is_paragraph and rest > _LONG_REST,
    }


def _place(page: DatedText, number: int) -> dict[str, float]:
    """Its distance from the top, and from the paragraphs."""
    row = page.rows[number]
    above = bisect_right(page.ends, page.candidates[number].start)
    distance = page.paragraphs[0] - row if page.paragraphs else 0
    return {
        "above all paragraphs": above == 0,
        "below the first paragraphs": 1 <= above <= 2,
        "paragraphs above": min(above, 12) / 12,
        "lines above": min(row, 60) / 60,
        "near the top": row < 5,
        "right above the text": 0 < distance <= 2,
        "near above the text": 0 < distance <= 6,
        "far above the text": distance > 25,
    }


def _neighbours(page: DatedText, number: int) -> dict[str, float]:
    """What stands on the lines beside it."""
    row = page.rows[number]
    above = page.lines[row - 1].text if row else ""
    beside = page.lines[max(0, row - _BESIDE_BYLINE) : row + _BESIDE_BYLINE + 1]
    return {
        "below a headline": 25 <= len(above) <= 160 and not above.endswith("."),
        "beside a byline": any(is_byline(line.text) for line in beside),
    }


def _nearby(page: DatedText, number: int) -> dict[str, float]:
    """Other dates nearby, as in a list of teasers."""
    row, day = page.rows[number], page.days[number]
    found = zip(page.rows, page.days, strict=True)
    near = [at - row for at, other in found if other != day and abs(at - row) <= _NEAR_LINES]
    return {
        "other dates nearby": min(len(near), 3) / 3,
        "another date above": any(distance < 0 for distance in near),
        "another date below": any(distance > 0 for distance in near),
        "another date on its line": 0 in near,
    }


def _place_in_line(page: DatedText, number: int) -> dict[str, float]:
    """Its distance from the beginning of a text on one line, and from other dates."""
    start, day = page.candidates[number].start, page.days[number]
    found = zip(page.candidates, page.days, strict=True)
    near = [day != other and abs(one.start - start) <= _NEAR_CHARACTERS for one, other in found]
    return {
        "within 300 characters": start < 300,
        "within 1,000 characters": start < 1000,
        "within 3,000 characters": start < 3000,
        "other dates nearby": min(sum(near), 3) / 3,
    }
