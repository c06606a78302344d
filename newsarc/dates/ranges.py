"""Reads the spans of time in a query: a date, a quarter, a week, or a range between two.

    span  = "[" end "TO" end "]" | end ".." end | value "/" value | compared value | value
    end   = [value | "*"]
    value = quarter | week | "letzte Woche" and the like | what `parse_day` reads

A range runs from the first minute of its first end to the last minute of its last one; a range
written backwards is turned round. The order of day and month is never guessed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from newsarc.dates.partial import BEGINNING, END, DateSpan, PartialDate, after, before
from newsarc.dates.written import parse_day
from newsarc.errors import DateError

_BRACKETED = re.compile(r"\[(.*?)\bTO\b(.*)\]", re.DOTALL)
_COMPARED = re.compile(r"(>=|<=|>|<|=)(.+)", re.DOTALL)
_QUARTER = re.compile(
    r"(?P<year>\d{4})[- ]?Q(?P<number>[1-4])|Q(?P<number2>[1-4])[ /-]?(?P<year2>\d{4})"
    r"|(?P<number3>[1-4])\. Quartal (?P<year3>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_WEEK = re.compile(
    r"(?P<year>\d{4})-?W(?P<number>\d\d?)|KW ?(?P<number2>\d\d?)[ /](?P<year2>\d{4})"
    r"|(?P<number3>\d\d?)\. ?KW (?P<year3>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:(?P<this>this|diese[nmrs]?)|last|letzte[nmrs]?|vorige[nmrs]?)"
    r" (?:(?P<week>week|woche)|(?P<month>month|monat)|year|jahr)",
    re.IGNORECASE,
)
_LONGEST = 100


def parse_span(text: str, today: date) -> DateSpan:
    """Read the value of a date field as a span. Raises DateError.

    `today` is the day from which relative dates are counted.
    """
    text = " ".join(text[: _LONGEST + 1].split())
    if len(text) > _LONGEST:
        raise DateError(f"{text[:_LONGEST]}…")
    try:
        return _span(text, today)
    except (ValueError, OverflowError) as error:  # outside the calendar
        raise DateError(text) from error


def _span(text: str, today: date) -> DateSpan:
    """span = "[" end "TO" end "]" | end ".." end | value "/" value | compared value | value"""
    if bracketed := _BRACKETED.fullmatch(text):
        return _between(bracketed[1], bracketed[2], today)
    first, dots, last = text.partition("..")
    if dots:
        return _between(first, last, today)
    if compared := _COMPARED.fullmatch(text):
        return _compared(compared[1], _value(compared[2], today))
    with suppress(DateError):
        return _value(text, today)
    first, slash, last = text.partition("/")
    if slash and "/" not in last:
        return _between(_demanded(first), _demanded(last), today)
    raise DateError(text)


def _demanded(text: str) -> str:
    if not text.strip():
        raise DateError(text)
    return text


def _between(first: str, last: str, today: date) -> DateSpan:
    """end = [value | "*"]"""
    begins, ends = (
        None if end.strip() in {"", "*"} else _value(end, today) for end in (first, last)
    )
    if begins and ends and begins.first > ends.last:
        begins, ends = ends, begins
    return DateSpan(begins.first if begins else BEGINNING, ends.last if ends else END)


def _compared(sign: str, value: DateSpan) -> DateSpan:
    match sign:
        case ">=":
            return DateSpan(value.first, END)
        case "<=":
            return DateSpan(BEGINNING, value.last)
        case ">":
            return after(value)
        case "<":
            return before(value)
        case _:
            return value


def _value(text: str, today: date) -> DateSpan:
    """value = quarter | week | "letzte Woche" and the like | what `parse_day` reads"""
    text = text.strip(' "')
    if found := _QUARTER.fullmatch(text):
        year, number = _numbers(found)
        return DateSpan(
            PartialDate(year, 3 * number - 2).span.first, PartialDate(year, 3 * number).span.last
        )
    if found := _WEEK.fullmatch(text):
        return _days(date.fromisocalendar(*_numbers(found), 1), 7)
    if found := _RELATIVE.fullmatch(text):
        return _relative(found, today)
    return parse_day(text, today).span


def _numbers(found: re.Match[str]) -> tuple[int, int]:
    parts = {name.rstrip("23"): int(part) for name, part in found.groupdict().items() if part}
    return parts["year"], parts["number"]


def _relative(found: re.Match[str], today: date) -> DateSpan:
    this = found["this"] is not None
    if found["week"]:
        return _days(today - timedelta(days=today.weekday() + (0 if this else 7)), 7)
    if found["month"]:
        day = today if this else today.replace(day=1) - timedelta(days=1)
        return PartialDate(day.year, day.month).span
    return PartialDate(today.year if this else today.year - 1).span


def _days(first: date, number: int) -> DateSpan:
    last = first + timedelta(days=number - 1)
    return DateSpan(datetime.combine(first, time.min), datetime.combine(last, time(23, 59)))
