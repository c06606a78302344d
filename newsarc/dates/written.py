"""Dates as people and programs write them: found in a text, or read from a claim or filter.

The conventions of `conventions` come first; dateutil is asked for the rest of the world.
"""

from __future__ import annotations

import re
import warnings
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from newsarc.dates.conventions import MONTHS, WEEKDAY, ZONES, date_pattern, yearless_pattern
from newsarc.dates.partial import PartialDate, offset_minutes
from newsarc.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Written(NamedTuple):
    """A date as it stands in a text: where, and what it says.

    Of `1/2/2022` nothing but the year is said; `day_first` is what it says where a day
    comes before its month.
    """

    start: int
    end: int
    date: PartialDate
    day_first: PartialDate | None = None


# Every convention ends its date with a year, or a month, of two or four digits; only around
# what may be one is it worth to look closely.
_YEAR = re.compile(r"[0-9][0-9](?:[0-9][0-9])?(?![0-9])")
_DAY = re.compile(r"[0-9]{1,2}\. [^\W\d_]")
_LONGEST_DATE = 36
_LONGEST_TIME = 40


def written(text: str) -> Iterator[Written]:
    """Give each date that a text spells out down to its year, in the order of the text."""
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
    """Give each date that a text spells out without its year, as of that year."""
    for day in _DAY.finditer(text):
        found = yearless_pattern().match(text, day.start())
        if found is not None:
            with suppress(ValueError):
                parts = {**found.groupdict(), "year": str(year)}
                yield Written(*found.span(), _from_parts(parts)[0])


def _may_be_year(text: str, start: int, end: int) -> bool:
    """Tell digits that may end or begin a date from other numbers, before looking closely."""
    before = text[max(0, start - _LONGEST_WORD) : start]
    if end - start == len("22"):
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
    """Give what a date says, and what it says where the day comes first if that is open."""
    known = {key.rstrip("1234567"): value for key, value in groups.items() if value is not None}
    year = int(known["year"])
    if len(known["year"]) == len("22"):  # as POSIX reads two digits: 1969 to 2068
        year += 1900 if year >= 69 else 2000  # noqa: PLR2004
    time = _time(known)
    if "one" in known:
        return _slashed(year, int(known["one"]), int(known["other"]), time)
    month = MONTHS.get(known["name"].lower(), 0) if "name" in known else int(known["month"])
    return PartialDate(year, month, int(known["day"]) if "day" in known else None, *time), None


def _time(known: dict[str, str]) -> tuple[int | None, int | None, int | None]:
    """Give hour, minute and offset; the hours of `pm` are those behind noon."""
    if "hour" not in known:
        return None, None, None
    hour = int(known["hour"])
    if "half" in known and hour <= 12:  # noqa: PLR2004 (noon)
        hour = hour % 12 + 12 * (known["half"].lower() == "p")
    return hour, int(known["minute"]), _offset(known.get("zone"))


def _offset(zone: str | None) -> int | None:
    """Read the name of a zone, `+01:00` or `GMT+2` as minutes from UTC."""
    if zone in ZONES:
        return ZONES[zone]
    if zone is not None and zone[0].isalpha():
        return 60 * int(zone.removeprefix("GMT").removeprefix("UTC"))
    return offset_minutes(zone)


def _slashed(
    year: int, one: int, other: int, time: tuple[int | None, int | None, int | None]
) -> tuple[PartialDate, PartialDate | None]:
    """Read a day and a month whose order differs from land to land; none is guessed."""
    if one == other or one > 12:  # noqa: PLR2004 (months)
        return PartialDate(year, other, one, *time), None
    if other > 12:  # noqa: PLR2004
        return PartialDate(year, one, other, *time), None
    return PartialDate(year), PartialDate(year, other, one, *time)


def read_date(text: str) -> PartialDate | None:
    """Read a date as people and programs write it, or nothing; no part is ever invented.

    Own conventions come first. What they do not know goes to dateutil twice, with two
    defaults and both orders of day and month, and what both readings agree on is kept:
    `1/2/2022` is a year.
    """
    return _by_convention(text) or _by_dateutil(text)


def parse_day(text: str, today: date) -> PartialDate:
    """Read the date of a filter: any own convention, `heute`, `gestern`, or `7d 3w 2m 1y` ago.

    `today` is the day that the relative ones count from. Raises DateError; the order of
    day and month is never guessed.
    """
    ago = _ago(text, today)
    found = _by_convention(text) if ago is None else PartialDate(ago.year, ago.month, ago.day)
    if found is None or _is_open(text, found):
        raise DateError(text)
    return found


def _by_convention(text: str) -> PartialDate | None:
    text = " ".join(text.split())
    with suppress(DateError):
        return PartialDate.parse(text)
    whole = (found.date for found in written(text) if (found.start, found.end) == (0, len(text)))
    return next(whole, None)


def _is_open(text: str, found: PartialDate) -> bool:
    """Tell what differs from land to land, as `1/2/2022` does."""
    return "/" in text or (found.month is None and _OPEN.fullmatch(text.strip()) is not None)


_OPEN = re.compile(r"[0-9]{1,2}([/-])[0-9]{1,2}\1[0-9]{2,4}(?![0-9]).*")
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


# What dateutil would turn into a date or an offset of its own invention: a weekday, the sign
# of `GMT+0100` (it reads that as POSIX does, the other way round), a year of two digits.
_MISREAD = rf"(?i:\b{WEEKDAY}\b\.?,?|\b(?:GMT|UTC)[ ]?(?=[+-]\d))"


def _by_dateutil(text: str) -> PartialDate | None:
    text = re.sub(_MISREAD, " ", text[:100])
    if not re.search(r"\d{4}", text):
        return None
    readings = [
        _dateutil(text, default, dayfirst=dayfirst)
        for default, dayfirst in zip(_DEFAULTS, (True, False), strict=True)
    ]
    if None in readings:
        return None
    one, other = (reading for reading in readings if reading is not None)
    parts = list(_agreed(one.timetuple()[:5], other.timetuple()[:5]))
    if not parts:
        return None
    year, *finer = parts
    month, day, hour, minute = [*finer, None, None, None, None][:4]
    if minute is None:  # an hour alone is no time
        return PartialDate(year, month, day)
    with suppress(ValueError):  # an offset of more than a day
        offset = one.utcoffset()
        minutes = None if offset is None else int(offset.total_seconds() // 60)
        return PartialDate(year, month, day, hour, minute, minutes)
    return PartialDate(year, month, day)


def _agreed(one: tuple[int, ...], other: tuple[int, ...]) -> Iterator[int]:
    """Give the parts of two readings, from the year on, up to where they part."""
    for part, same in zip(one, other, strict=True):
        if part != same:
            return
        yield part


def _dateutil(text: str, default: datetime, *, dayfirst: bool) -> datetime | None:
    from dateutil.parser import parse

    zones = {name: minutes * 60 for name, minutes in ZONES.items()}
    with warnings.catch_warnings(), suppress(ValueError, OverflowError):
        warnings.simplefilter("ignore")  # of zones that it cannot place
        return parse(text, default=default, dayfirst=dayfirst, tzinfos=zones)
    return None
