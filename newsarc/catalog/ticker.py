"""The entries of a live ticker, each of which has a date of its own.

The first of them dates the article, the last one its update.
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.catalog.stamp_rules import PUBLICATION, UPDATE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from newsarc.catalog.layout import Line
    from newsarc.catalog.stamp_features import DatedText
    from newsarc.catalog.stamp_rules import Candidate, Stamp

FIRST, LAST = "first entry of a ticker", "last entry of a ticker"
_NAME = re.compile(
    r"(?:\b|live|news|eil)-?ticker\b|live-?blog|news-?blog|minutenprotokoll|live updates",
    re.IGNORECASE,
)
_FEWEST_DAYS = 2
_TELLING = ("ticker", "blog", "minutenprotokoll", "live updates")  # one is in each name
_HEAD = 1500  # characters in which a ticker is called one
_NEAR = 3  # lines from the date of an entry to its text
_MARKS = " |·•-–—+*[("
_WEEKDAY = r"(?:(?:[A-Z][a-z]|\w{2,8}tag|Mittwoch|\w{3,6}day)[.,]{0,2} )?"
_BEGINS = re.compile(rf"(?:^|[.!?+] )\W{{0,5}}{_WEEKDAY}(?:den )?$")
_BEGINS_LINE = re.compile(rf"\W*{_WEEKDAY}(?:den )?")
_CLOCK = re.compile(r"\W{0,4}\d\d?[:.]\d\d")
_TEXT_FOLLOWS = re.compile(r"\W{0,3}:|\s?\+{2,}")
_first_moment = attrgetter("date.span.first")


def ticker(page: DatedText) -> tuple[Stamp, Stamp] | None:
    """Return the stamps of the first and the last entry of a live ticker of several days, or None.

    Its entries stand in the order of time, or in the opposite one.
    """
    if not _is_called_ticker(page.text[:_HEAD]):
        return None
    found = [one.stamp for number, one in enumerate(page.candidates) if _is_entry(page, number)]
    days = [stamp.date.span.first.date() for stamp in found]
    if len(set(days)) < _FEWEST_DAYS or not _are_in_order(days):
        return None
    first, last = min(found, key=_first_moment), max(found, key=_first_moment)
    return replace(first, rule=FIRST, field="published"), replace(last, rule=LAST, field="updated")


def _is_called_ticker(text: str) -> bool:
    small = text.lower()
    return any(word in small for word in _TELLING) and _NAME.search(text) is not None


def _is_entry(page: DatedText, number: int) -> bool:
    """Whether a date begins an entry: with its text behind it, or on the next lines."""
    candidate = page.candidates[number]
    if not _begins_line(page, candidate):
        return False
    if _TEXT_FOLLOWS.match(candidate.context.line_after):
        return True
    if "\n" not in page.text or candidate.context.line_after.strip(_MARKS):
        return False
    row = page.rows[number]
    near = page.lines[row + 1 : row + 1 + _NEAR]
    timed = candidate.stamp.date.precision == "minute" or any(map(_begins_with_time, near[:1]))
    return timed and any(line.is_paragraph for line in near)


def _begins_line(page: DatedText, candidate: Candidate) -> bool:
    """Whether nothing but a label stands before a date; on one line, a sentence ends there."""
    if candidate.stamp.rule in {UPDATE, PUBLICATION}:
        return True
    before = candidate.context.line_before
    if "\n" in page.text:
        return _BEGINS_LINE.fullmatch(before) is not None
    return _BEGINS.search(before) is not None


def _begins_with_time(line: Line) -> bool:
    return _CLOCK.match(line.text) is not None


def _are_in_order(days: Sequence[date]) -> bool:
    pairs = list(pairwise(days))
    return all(a <= b for a, b in pairs) or all(a >= b for a, b in pairs)
