"""Reads dates as people and programs write them: in a text, in a claim or in a filter.

The patterns in `conventions` are tried first; dateutil reads what they do not know.
"""

from __future__ import annotations

import re
import warnings
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.dates.conventions import MONTHS, WEEKDAY, ZONES, date_pattern, yearless_pattern
from newsarc.dates.partial import PartialDate, offset_minutes
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
_YEAR = re.compile(r"[0-9][0-9](?:[0-9][0-9])?(?![0-9])")
_DAY = re.compile(r"[0-9]{1,2}\. [^\W\d_]")
_LONGEST_DATE = 36
_LONGEST_TIME = 40


def written(text: str) -> Iterator[Written]:
    """Yield each date in a text that includes its year, in the order of the text."""
    end = 0
    for year in _YEAR.finditer(text):
        if year.start() < end or not _may_be_year(text, *year.span()):
            continue
        begin = max(end, year.start() - _LONGEST_DATE)
        for found in date_pattern().finditer(text, begin, year.end() + _LONGEST_TIME):
            if found.end() >= year.end():
                end = found.end()
                with suppress(ValueError):
                    yield Written(found.start(), end, *_from_parts(found.groupdict()))
                break


def written_in(text: str, year: int) -> Iterator[Written]:
    """Yield each date in a text that is written without a year, taking `year` for it."""
    for day in _DAY.finditer(text):
        found = yearless_pattern().match(text, day.start())
        if found is not None:
            with suppress(ValueError):
                parts = {**found.groupdict(), "year": str(year)}
                yield Written(*found.span(), _from_parts(parts)[0])


def _may_be_year(text: str, start: int, end: int) -> bool:
    """Return whether digits may be the first or last part of a date: a cheap test."""
    before = text[max(0, start - _LONGEST_WORD) : start]
    if end - start == 2:
        return _DAY_AND_MONTH.search(before) is not None
    if text[end : end + 1] in _MARKS_BEHIND or _DIGIT_AND_MARK.search(before):
        return True
    named = _MONTH_AND_DAY.search(before)
    return named is not None and named[1].lower() in MONTHS


_LONGEST_WORD = 24
_MARKS_BEHIND = frozenset("./-年")
_DAY_AND_MONTH = re.compile(r"[0-9](?:\. ?|/)[0-9]{1,2}(?:\. ?|/)$")
_DIGIT_AND_MARK = re.compile(r"[0-9](?:\. ?|[/-])$")
_MONTH_AND_DAY = re.compile(
    r"([^\W\d_]+)\.?(?:[ \n][0-9]{1,2}(?:st|nd|rd|th)?)?,?[ \n](?:de |del )?$"
)


def _from_parts(groups: dict[str, str | None]) -> tuple[PartialDate, PartialDate | None]:
    """Return the date, and the one with the day first if the order is ambiguous."""
    known = {key.rstrip("1234567"): value for key, value in groups.items() if value is not None}
    year = int(known["year"])
    if len(known["year"]) == 2:  # as POSIX reads two digits: 1969 to 2068
        year += 1900 if year >= 69 else 2000
    time = _time(known)
    if "one" in known:
        return _slashed(year, int(known["one"]), int(known["other"]), time)
    month = MONTHS.get(known["name"].lower(), 0) if "name" in known else int(known["month"])
    return PartialDate(year, month, int(known["day"]) if "day" in known else None, *time), None


def _time(known: dict[str, str]) -> tuple[int | None, int | None, int | None]:
    """Return hour, minute and offset; `pm` adds twelve hours."""
    if "hour" not in known:
        return None, None, None
    hour = int(known["hour"])
    if "half" in known and hour <= 12:  # noon
        hour = hour % 12 + 12 * (known["half"].lower() == "p")
    return hour, int(known["minute"]), _offset(known.get("zone"))


def _offset(zone: str | None) -> int | None:
    """Return the minutes from UTC of the name of a zone, of `+01:00` or of `GMT+2`."""
    if zone in ZONES:
        return ZONES[zone]
    if zone is not None and zone[0].isalpha():
        return 60 * int(zone.removeprefix("GMT").removeprefix("UTC"))
    return offset_minutes(zone)


def _slashed(
    year: int, one: int, other: int, time: tuple[int | None, int | None, int | None]
) -> tuple[PartialDate, PartialDate | None]:
    """Read a day and a month in an order that differs between countries, without guessing it."""
    if one == other or one > 12:
        return PartialDate(year, other, one, *time), None
    if other > 12:
        return PartialDate(year, one, other, *time), None
    return PartialDate(year), PartialDate(year, other, one, *time)


def read_date(text: str) -> PartialDate | None:
    """Read a date as people and programs write it, or return None. No part is ever invented.

    Our own conventions come first. What they do not know, dateutil reads twice, with
    different defaults and both orders of day and month; only the parts on which the two
    results agree are kept, so that `1/2/2022` is a year.
    """
    return _by_convention(text) or _by_dateutil(text)


def parse_day(text: str, today: date) -> PartialDate:
    """Read the date of a filter: any of our conventions, `heute`, `gestern`, `7d 3w 2m 1y` ago.

    `today` is the day from which relative dates are counted. Raises DateError, also for
    `1/2/2022`: the order of day and month is never guessed.
    """
    ago = _ago(text, today)
    found = _by_convention(text) if ago is None else PartialDate(ago.year, ago.month, ago.day)
    if found is None or _is_ambiguous(text, found):
        raise DateError(text)
    return found


def _by_convention(text: str) -> PartialDate | None:
    text = " ".join(text.split())
    with suppress(DateError):
        return PartialDate.parse(text)
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


_DEFAULTS = (datetime(2001, 1, 1, 1, 1), datetime(2002, 2, 2, 2, 2))  # noqa: DTZ001


# What dateutil would misread: a weekday becomes a date, and the sign of `GMT+0100` is reversed,
# as in POSIX.
_MISREAD = rf"(?i:\b{WEEKDAY}\b\.?,?|\b(?:GMT|UTC)[ ]?(?=[+-]\d))"


def _by_dateutil(text: str) -> PartialDate | None:
    text = re.sub(_MISREAD, " ", text[:100])
    if not re.search(r"\d{4}", text):
        return None
    one = _dateutil(text, _DEFAULTS[0], dayfirst=True)
    other = one and _dateutil(text, _DEFAULTS[1], dayfirst=False)
    if one is None or other is None:
        return None
    parts = list(_agreed(one.timetuple()[:5], other.timetuple()[:5]))
    if not parts:
        return None
    year, *finer = parts
    month, day, hour, minute = [*finer, None, None, None, None][:4]
    if minute is None:  # an hour alone is not a time
        return PartialDate(year, month, day)
    with suppress(ValueError):  # an offset of more than a day
        offset = one.utcoffset()
        minutes = None if offset is None else int(offset.total_seconds() // 60)
        return PartialDate(year, month, day, hour, minute, minutes)
    return PartialDate(year, month, day)


def _agreed(one: tuple[int, ...], other: tuple[int, ...]) -> Iterator[int]:
    """Yield the parts, from the year on, until the two dates differ."""
    for part, same in zip(one, other, strict=True):
        if part != same:
            return
        yield part


def _dateutil(text: str, default: datetime, *, dayfirst: bool) -> datetime | None:
    from dateutil.parser import parse

    zones = {name: minutes * 60 for name, minutes in ZONES.items()}
    with warnings.catch_warnings(), suppress(ValueError, OverflowError):
        warnings.simplefilter("ignore")  # about zones that it does not know
        return parse(text, default=default, dayfirst=dayfirst, tzinfos=zones)
    return None
