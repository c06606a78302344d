"""Reads dates as people and programs write them: in a text, in a claim or in a filter.

ISO 8601 and the forms in `programs` are tried first, then the patterns in `conventions`; dateutil
reads what they do not know.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.dates.by_dateutil import by_dateutil
from newsarc.dates.conventions import (
    MONTHS,
    date_pattern,
    time_before_pattern,
    yearless_pattern,
)
from newsarc.dates.partial import PartialDate
from newsarc.dates.programs import by_program, plain_form
from newsarc.dates.zones import in_named_zone, is_offset, zone_behind
from newsarc.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Written(Struct, frozen=True):
    """A date found in a text, from `start` to `end` in characters.

    `1/2/2022` is ambiguous: its `date` is only the year, and `day_first` is the date it
    means in countries that write the day before the month.
    """

    start: int
    end: int
    date: PartialDate
    day_first: PartialDate | None = None


# Every convention starts or ends with a number of two or four digits; the costly pattern is
# tried only around those.
# Pages print a time right behind the year, too: `May 3, 20249:49 AM`.
_YEAR = re.compile(r"[0-9][0-9](?:[0-9][0-9])?(?:(?![0-9])|(?=[0-9]{1,2}:[0-9]{2}(?![0-9:])))")
# A text as bytes, one for each character: zeros for digits, blanks for all else. To find digits in
# it takes a third of the time.
_AS_ZEROS = bytes(ord("0") if chr(byte) in "0123456789" else ord(" ") for byte in range(256))
_NUMBER = re.compile(rb"00+")
# The pattern begins with rare characters, so that the search skips from one to the next.
_BEHIND_DAY = re.compile(r"\. (?<=[0-9]\. )[^\W\d_]")
_LONGEST_DATE = 36
_LONGEST_TIME = 40
_LONGEST_TIME_BEFORE = 20  # `12:15 p.m. AEST, `
_DIGITS = frozenset("0123456789")


def written(text: str) -> Iterator[Written]:
    """Yield each date in a text that includes its year, in the order of the text."""
    end = 0
    for year in _years(text):
        if year.start() < end or not _may_be_year(text, *year.span()):
            continue
        begin = max(end, year.start() - _LONGEST_DATE)
        for found in date_pattern().finditer(text, begin, year.end() + _LONGEST_TIME):
            if found.end() >= year.end():
                start, parts = _with_time_before(text, end, found)
                end = found.end()
                with suppress(ValueError):
                    yield Written(start, end, *_from_parts(parts))
                break


def _years(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers of two or four digits in a text, in its order."""
    for number in _NUMBER.finditer(text.encode("ascii", "replace").translate(_AS_ZEROS)):
        at = number.start()
        while at < number.end():
            found = _YEAR.match(text, at)
            at = found.end() if found else at + 1
            if found:
                yield found


def _with_time_before(
    text: str, end: int, found: re.Match[str]
) -> tuple[int, dict[str, str | None]]:
    """Return where a date begins, and its parts: with a time that stands right before it."""
    start, parts = found.start(), found.groupdict()
    begin = max(end, start - _LONGEST_TIME_BEFORE)
    if parts["hour"] is not None or ":" not in (before := text[begin:start]):
        return start, parts
    time = time_before_pattern().search(before)
    if time is None:
        return start, parts
    return begin + time.start(), parts | time.groupdict()


def written_in(text: str, year: int) -> Iterator[Written]:
    """Yield each date in a text that is written without a year, taking `year` for it."""
    for behind in _BEHIND_DAY.finditer(text):
        tens = behind.start() - 2
        is_long = tens >= 0 and text[tens] in _DIGITS
        found = yearless_pattern().match(text, tens if is_long else tens + 1)
        if found is not None:
            with suppress(ValueError):
                parts = {**found.groupdict(), "year": str(year)}
                yield Written(*found.span(), _from_parts(parts)[0])


def _may_be_year(text: str, start: int, end: int) -> bool:
    """Return whether digits may be the first or last part of a date: a cheap test."""
    is_short = end - start == 2
    if not is_short and text[end : end + 1] in _MARKS_BEHIND:
        return True
    mark = text[start - 1 : start]
    if mark not in _MARKS_BEFORE:
        return False
    # A blank before it, and no full stop before that: as most numbers of a text stand.
    has_bare_blank = mark == " " and text[start - 2 : start - 1] != "."
    if is_short:
        near = text[max(0, start - _LONGEST_DAY) : start]
        return not has_bare_blank and _DAY_AND_MONTH.search(near) is not None
    before = text[max(0, start - _LONGEST_WORD) : start]
    if not has_bare_blank and _DIGIT_AND_MARK.search(before[-_LONGEST_DAY:]):
        return True
    if MONTHS.keys().isdisjoint(_LETTERS.findall(before.lower())[-_FEW_WORDS:]):
        return False
    named = _MONTH_AND_DAY.search(before)
    return named is not None and named[1].lower() in MONTHS


_LONGEST_WORD = 24
_LONGEST_DAY = 8  # `28. 12. `
_MARKS_BEHIND = frozenset("./-年")
_MARKS_BEFORE = frozenset("./- \n")
_DAY_AND_MONTH = re.compile(r"[0-9](?:\. ?|/)[0-9]{1,2}(?:\. ?|/)$")
_DIGIT_AND_MARK = re.compile(r"[0-9](?:\. ?|[/-])$")
_LETTERS = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 3  # `May 3rd de `
_MONTH_AND_DAY = re.compile(
    r"([^\W\d_]+)\.?(?:[ \n][0-9]{1,2}(?:st|nd|rd|th)?)?,?[ \n](?:de |del )?$"
)


def _from_parts(groups: dict[str, str | None]) -> tuple[PartialDate, PartialDate | None]:
    """Return the date, and the one with the day first if the order is ambiguous."""
    known = {key.rstrip("12345678"): value for key, value in groups.items() if value is not None}
    year = int(known["year"])
    if len(known["year"]) == 2:  # as POSIX reads two digits: 1969 to 2068
        year += 1900 if year >= 69 else 2000
    time, zone = _time(known), known.get("zone")
    if "one" in known:
        return _slashed(year, int(known["one"]), int(known["other"]), time, zone)
    month = MONTHS.get(known["name"].lower(), 0) if "name" in known else int(known["month"])
    date = PartialDate(year, month, int(known["day"]) if "day" in known else None, *time)
    return in_named_zone(date, zone), None


def _time(known: dict[str, str]) -> tuple[int | None, int | None]:
    """Return hour and minute; `pm` adds twelve hours."""
    if "hour" not in known:
        return None, None
    hour = int(known["hour"])
    if "half" in known and hour <= 12:  # noon
        hour = hour % 12 + 12 * (known["half"].lower() == "p")
    return hour, int(known["minute"])


def _slashed(
    year: int, one: int, other: int, time: tuple[int | None, int | None], zone: str | None
) -> tuple[PartialDate, PartialDate | None]:
    """Read a day and a month in an order that differs between countries, without guessing it."""
    day_first = PartialDate(year, other, one, *time) if other <= 12 else None
    if one == other or one > 12:
        return in_named_zone(day_first or PartialDate(year, other, one), zone), None
    if day_first is None:
        return in_named_zone(PartialDate(year, one, other, *time), zone), None
    return PartialDate(year), in_named_zone(day_first, zone)


def read_date(text: str) -> PartialDate | None:
    """Read a date as people and programs write it, or return None. No part is ever invented.

    ISO 8601 and the forms of programs come first, then what people write; dateutil reads what
    these do not know. Of two dates the first counts. A time whose zone is unknown is left out; a
    number of seconds or milliseconds since 1970 is a time in UTC.
    """
    text = plain_form(text)
    found = _in_iso(text) or by_program(text)
    found = found or _as_written(text) or _in_part(text) or by_dateutil(text)
    is_range = "T" not in text and found and found.offset and not is_offset(found.offset)
    return found.without_time() if found and is_range else found  # as `20:00-22:00`


def _in_part(text: str) -> PartialDate | None:
    """Read the date that a claim begins with, perhaps behind a label as `Stand:`.

    What stands behind may be its zone. Behind a time, any other word may be one that is unknown.
    """
    label = _LABEL.match(text) or _CLOCK.match(text)
    start = label.end() if label else 0
    found = next(written(text[:_LONGEST_CLAIM]), None)
    if found is None or found.start not in {start, 0}:
        return None
    behind = text[found.end :]
    if label is not None and label.re is _CLOCK and found.start == start:
        return _at_clock(found.date, label, behind)
    if found.date.offset is None and found.date.hour is not None:
        if (zone := zone_behind(behind)) is not None:
            return in_named_zone(found.date, zone)
        if behind.lstrip()[:1].isalpha():
            return found.date.without_time()
    return found.date


def _at_clock(day: PartialDate, clock: re.Match[str], behind: str) -> PartialDate:
    """Return a day at the time before it, if nothing else is said."""
    if behind or day.precision != "day":
        return day.without_time()
    return day.at(int(clock["hour"]), int(clock["minute"]))


_LONGEST_CLAIM = 100
# A time that begins a claim: `15:31 Uhr, 18. Mai 2021`.
_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>\d\d)(?::\d\d)?(?: ?Uhr)?(?: ?[,|·•–-])? (?:am |on )?"
)
_LABEL = re.compile(
    r"(?:zuletzt |last )?(?:veröffentlicht|erschienen|erstellt|aktualisiert|stand|datum|vom|am"
    r"|published|posted|created|updated|modified|date|on|publié|publicado|pubblicato)"
    r"(?: am| on| at| le| el| il)?:? ",
    re.IGNORECASE,
)


def parse_day(text: str, today: date) -> PartialDate:
    """Read the date of a filter: any of our conventions, `heute`, `gestern`, `7d 3w 2m 1y` ago.

    `today` is the day from which relative dates are counted. Raises DateError, also for
    `1/2/2022`: the order of day and month is never guessed.
    """
    ago = _ago(text, today)
    if ago is None:
        found = _in_iso(" ".join(text.split())) or _as_written(text)
    else:
        found = PartialDate(ago.year, ago.month, ago.day)
    if found is None or _is_ambiguous(text, found):
        raise DateError(text)
    return found


def _in_iso(text: str) -> PartialDate | None:
    with suppress(DateError):
        return PartialDate.parse(text)
    return None


def _as_written(text: str) -> PartialDate | None:
    text = " ".join(text.split())
    whole = (found.date for found in written(text) if (found.start, found.end) == (0, len(text)))
    return next(whole, None)


def _is_ambiguous(text: str, found: PartialDate) -> bool:
    """Return whether a date is ambiguous between countries, as `1/2/2022` is."""
    return "/" in text or (found.month is None and _AMBIGUOUS.fullmatch(text.strip()) is not None)


_AMBIGUOUS = re.compile(r"[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{2,4}(?![0-9]).*")
_DAYS_AGO = {
    "heute": "0d",
    "today": "0d",
    "gestern": "1d",
    "yesterday": "1d",
    "vorgestern": "2d",
}
_AGO = re.compile(r"([0-9]{1,4})([dwmy])")
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


def _ago(text: str, today: date) -> date | None:
    text = _DAYS_AGO.get(text.strip().casefold(), text.strip().casefold())
    found = _AGO.fullmatch(text)
    if found is None:
        return None
    from dateutil.relativedelta import relativedelta

    with suppress(ValueError, OverflowError):  # before the year 1
        return today - relativedelta(**{_UNITS[found[2]]: int(found[1])})  # type: ignore[arg-type]
    return date.min
