"""Dates as people and programs write them: found in a text, or read from a claim or filter.

German and English conventions are our own; dateutil is asked for the rest of the world.
"""

from __future__ import annotations

import re
import warnings
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsarc.dates.partial import PartialDate, offset_minutes
from newsarc.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner january jan jän",
            "februar feber february feb",
            "märz maerz march mär mrz mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = (
    r"(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
)

# Each convention of writing a date, with the groups it knows; a number at the end of a
# name only keeps the names apart.
_CONVENTIONS = (
    r"(?P<year1>\d{4})-(?P<month1>\d\d)(?:-(?P<day1>\d\d))?(?!\d)",  # 2022-02-02, 2022-01
    r"(?P<day2>\d{1,2})\.[ ]?(?P<month2>\d{1,2})\.[ ]?(?P<year2>\d{4}|\d\d)(?!\d)",  # 2.2.2022
    # 2. Februar 2022, 3rd of May 2024 without its "of", Februar 2022
    (
        rf"(?:(?P<day3>\d{{1,2}})(?:\.|st|nd|rd|th)?[ ]?)?(?<!\w)(?P<name3>{_MONTH})\b\.?[ ]"
        r"(?P<year3>\d{4})"
    ),
    # May 3, 2024
    rf"(?P<name4>{_MONTH})\b\.?[ ](?P<day4>\d{{1,2}})(?:st|nd|rd|th)?,?[ ](?P<year4>\d{{4}})",
    r"(?P<month5>\d\d?)\.(?P<year5>\d{4})(?!\d)",  # 02.2022
    r"(?P<one>\d\d?)/(?P<other>\d\d?)/(?P<year>\d{4})(?!\d)",  # 17/11/2019, 11/17/2019
)
# 14:54, 14:54 Uhr, 20.15 Uhr, after a comma, a bar, a dash, a dot or `um`; seconds and an
# offset where they follow.
_TIME = (
    r"(?:(?:T|\s*[,|•·/–-]?\s*(?:um[ ]|at[ ])?)(?P<hour>[01]?\d|2[0-3])"
    r"(?::(?P<minute>\d\d)(?!\d)(?::\d\d(?:\.\d+)?)?|\.(?P<minute2>\d\d)(?=[ ]?Uhr))(?:[ ]?Uhr)?"
    r"[ ]?(?P<zone>Z\b|[+-]\d\d:?\d\d)?)?"
)


@cache
def _pattern() -> re.Pattern[str]:
    """Compile all conventions into one pattern; that takes longer than most searches."""
    date = "|".join(_CONVENTIONS)
    return re.compile(
        rf"(?<![\w.,/-])(?<![0-9]:)(?:{_WEEKDAY}\.?,?[ ](?:den[ ])?)?(?:{date}){_TIME}"
        r"(?-i:(?![0-9a-zäöüß]))",
        re.IGNORECASE,
    )


class Written(NamedTuple):
    """A date as it stands in a text: where, and what it says."""

    start: int
    end: int
    date: PartialDate


# Every convention ends its date with a year, or a month, of two or four digits; only around
# what may be one is it worth to look closely.
_YEAR = re.compile(r"[0-9][0-9](?:[0-9][0-9])?(?![0-9])")
_LONGEST_DATE = 36
_LONGEST_TIME = 40


def written(text: str) -> Iterator[Written]:
    """Give each date that a text spells out down to its year, in the order of the text."""
    end = 0
    for year in _YEAR.finditer(text):
        if year.start() < end or not _may_be_year(text, *year.span()):
            continue
        begin = max(end, year.start() - _LONGEST_DATE)
        for found in _pattern().finditer(text, begin, year.end() + _LONGEST_TIME):
            if found.end() >= year.end():
                end = found.end()
                with suppress(ValueError):
                    yield Written(found.start(), end, _from_parts(found.groupdict()))
                break


def _may_be_year(text: str, start: int, end: int) -> bool:
    """Tell four digits, and two behind a dot, from other numbers."""
    return end - start == len("2022") or text[max(0, start - 2) : start].rstrip()[-1:] == "."


def _from_parts(groups: dict[str, str | None]) -> PartialDate:
    known = {key.rstrip("12345"): value for key, value in groups.items() if value is not None}
    year = int(known["year"])
    if len(known["year"]) == len("22"):  # as POSIX reads two digits: 1969 to 2068
        year += 1900 if year >= 69 else 2000  # noqa: PLR2004
    if "one" in known:
        return _slashed(year, int(known["one"]), int(known["other"]))
    month = _MONTHS.get(known["name"].lower(), 0) if "name" in known else int(known["month"])
    day, hour, minute = (
        int(known[part]) if part in known else None for part in ("day", "hour", "minute")
    )
    return PartialDate(year, month, day, hour, minute, offset_minutes(known.get("zone")))


def _slashed(year: int, one: int, other: int) -> PartialDate:
    """Read a day and a month whose order differs from land to land; none is guessed."""
    if one == other or one > 12:  # noqa: PLR2004 (months)
        return PartialDate(year, other, one)
    return PartialDate(year, one, other) if other > 12 else PartialDate(year)  # noqa: PLR2004


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
    if found is None or "/" in text:  # 1/2/2022 differs from land to land
        raise DateError(text)
    return found


def _by_convention(text: str) -> PartialDate | None:
    text = " ".join(text.split())
    with suppress(DateError):
        return PartialDate.parse(text)
    whole = (found.date for found in written(text) if found[:2] == (0, len(text)))
    return next(whole, None)


_DAYS_AGO = {"heute": "0d", "today": "0d", "gestern": "1d", "yesterday": "1d"}
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


# What stands beside English and German times; dateutil knows none of them by itself.
_ZONES = {"BST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120, "EST": -300, "EDT": -240}
_DEFAULTS = (datetime(2001, 1, 1, 1, 1), datetime(2002, 2, 2, 2, 2))  # noqa: DTZ001


# What dateutil would turn into a date or an offset of its own invention: a weekday, the sign
# of `GMT+0100` (it reads that as POSIX does, the other way round), a year of two digits.
_MISREAD = rf"(?i:\b{_WEEKDAY}\b\.?,?|\b(?:GMT|UTC)[ ]?(?=[+-]\d))"


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

    zones = {name: minutes * 60 for name, minutes in _ZONES.items()}
    with warnings.catch_warnings(), suppress(ValueError, OverflowError):
        warnings.simplefilter("ignore")  # of zones that it cannot place
        return parse(text, default=default, dayfirst=dayfirst, tzinfos=zones)
    return None
