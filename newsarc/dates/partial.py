"""Dates that may be known only in part, and the spans of time they may mean."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from newsarc.errors import DateError, ZoneError
from newsarc.patterns import pattern

if TYPE_CHECKING:
    from datetime import tzinfo

# Assumed for texts that name no zone; most of them are German.
DEFAULT_ZONE = "Europe/Berlin"

Precision = Literal["year", "month", "day", "minute"]


class DateSpan(Struct, frozen=True):
    """A span of local time in whole minutes, both ends included."""

    first: datetime
    last: datetime

    def overlaps(self, other: DateSpan) -> bool:
        """Return whether the two spans share a moment."""
        return self.first <= other.last and other.first <= self.last

    def covers(self, other: DateSpan) -> bool:
        """Return whether the other span lies within this one."""
        return self.first <= other.first and other.last <= self.last


BEGINNING = datetime(1, 1, 1)  # noqa: DTZ001
END = datetime(9999, 12, 31, 23, 59)  # noqa: DTZ001
_MINUTE = timedelta(minutes=1)


def before(span: DateSpan) -> DateSpan:
    """Return all time before a span. Raises DateError if there is none."""
    if span.first == BEGINNING:
        raise DateError("before all time")
    return DateSpan(BEGINNING, span.first - _MINUTE)


def after(span: DateSpan) -> DateSpan:
    """Return all time after a span. Raises DateError if there is none."""
    if span.last == END:
        raise DateError("after all time")
    return DateSpan(span.last + _MINUTE, END)


_ISO = pattern(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:[.,]\d+)?)?"
    r"\s?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?",
    re.ASCII,
)


class PartialDate(Struct, frozen=True):
    """A date known down to the year, month, day or minute.

    Dates have no order, since a year and a day within it have none; compare their `span`s.
    `offset` is the difference of its local time from UTC in minutes, or None if unknown.
    Raises ValueError for a date outside the calendar, for a gap (a day without a month) and
    for an offset without a time.
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError if the parts do not make a date."""
        without_month = self.day is not None and self.month is None
        without_day = self.hour is not None and self.day is None
        if without_month or without_day or (self.hour is None) != (self.minute is None):
            raise ValueError("a part of the date is missing")
        if self.offset is not None and (self.hour is None or abs(self.offset) >= 24 * 60):
            raise ValueError("an offset needs a time, and is less than a day")
        self._first()

    def _first(self) -> datetime:
        month = 1 if self.month is None else self.month
        day = 1 if self.day is None else self.day
        return datetime(self.year, month, day, self.hour or 0, self.minute or 0)  # noqa: DTZ001

    @property
    def precision(self) -> Precision:
        """The smallest part that is known; an hour is never known without its minute."""
        if self.hour is not None:
            return "minute"
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def span(self) -> DateSpan:
        """All the minutes that the date may mean."""
        from calendar import monthrange

        month = self.month or 12
        last_day = self.day or monthrange(self.year, month)[1]
        hour = 23 if self.hour is None else self.hour
        minute = 59 if self.minute is None else self.minute
        return DateSpan(
            self._first(),
            datetime(self.year, month, last_day, hour, minute),  # noqa: DTZ001
        )

    def __str__(self) -> str:
        """Return reduced ISO 8601: `2022`, `2022-01`, `2022-02-02T14:54+01:00`."""
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        if self.hour is not None:
            text += f"T{self.hour:02}:{self.minute:02}"
        if self.offset is not None:
            sign, minutes = "-" if self.offset < 0 else "+", abs(self.offset)
            text += f"{sign}{minutes // 60:02}:{minutes % 60:02}"
        return text

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read reduced ISO 8601, the inverse of `str`. Seconds are dropped. Raises DateError."""
        found = _ISO.fullmatch(text.strip())
        if found is None:
            raise DateError(text)
        year, *finer = (None if found[name] is None else int(found[name]) for name in _PARTS)
        month, day, hour, minute = finer
        try:
            return cls(year or 0, month, day, hour, minute, offset_minutes(found["zone"]))
        except ValueError as error:
            raise DateError(text) from error

    def at(self, hour: int, minute: int) -> PartialDate:
        """Return this day with a time of day."""
        return PartialDate(self.year, self.month, self.day, hour, minute)

    def without_time(self) -> PartialDate:
        """Return this date without its time of day."""
        return PartialDate(self.year, self.month, self.day)

    def with_offset(self, minutes: int) -> PartialDate:
        """Return this time with an offset from UTC."""
        return PartialDate(self.year, self.month, self.day, self.hour, self.minute, minutes)

    def in_zone(self, zone: str) -> PartialDate:
        """Return this date with the offset from UTC that was in force in a zone at that time.

        A date that has an offset, or no time, is returned unchanged. `zone` is a name of the
        IANA time zone database. Raises ZoneError.
        """
        known = demand_zone(zone)
        if self.hour is None or self.offset is not None:
            return self
        return self.with_offset(_whole_minutes(self.span.first.replace(tzinfo=known).utcoffset()))

    def seen_in(self, zone: str) -> PartialDate:
        """Return the same moment as the clocks of a zone show it.

        A date without an offset is returned unchanged, and so is one at the edges of the
        calendar. Raises ZoneError.
        """
        known = demand_zone(zone)
        if self.offset is None:
            return self
        offset = timezone(timedelta(minutes=self.offset))
        with suppress(OverflowError):
            here = self.span.first.replace(tzinfo=offset).astimezone(known)
            local = PartialDate(here.year, here.month, here.day, here.hour, here.minute)
            return local.with_offset(_whole_minutes(here.utcoffset()))
        return self

    def instants(self, zone: str) -> tuple[int, int]:
        """Return the first and the last minute it may mean, counted from 1970 in UTC.

        A date without an offset is taken to be in a zone. Raises ZoneError.
        """
        span, offset = self.span, self.offset
        first = _minutes_since_1970(span.first)
        if offset is None:
            offset = _whole_minutes(span.first.replace(tzinfo=demand_zone(zone)).utcoffset())
        return first - offset, _minutes_since_1970(span.last) - offset


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001


def _minutes_since_1970(moment: datetime) -> int:
    return (moment - _EPOCH) // _MINUTE


def _whole_minutes(offset: timedelta | None) -> int:
    return 0 if offset is None else round(offset / _MINUTE)


_PARTS = ("year", "month", "day", "hour", "minute")


def offset_minutes(zone: str | None) -> int | None:
    """Return the minutes from UTC of `Z`, `+01:00` or `-0500`; None for None."""
    if zone is None:
        return None
    if zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return -minutes if zone[0] == "-" else minutes


def check_zone(name: str) -> None:
    """Raise ZoneError if there is no zone of this name. The default zone costs no import."""
    if name != DEFAULT_ZONE:
        demand_zone(name)


@lru_cache(maxsize=16)
def demand_zone(name: str) -> tzinfo:
    """Return the zone of this name in the IANA time zone database. Raises ZoneError."""
    from dateutil import tz

    known = None
    if _ZONE_NAME.fullmatch(name):
        with suppress(ValueError):
            known = tz.gettz(name)
    if known is None or isinstance(known, tz.tzstr):  # a POSIX rule such as UTC+3, not a name
        raise ZoneError(name)
    return known


_ZONE_NAME = pattern(r"[A-Za-z][\w+-]*(?:/[A-Za-z][\w+-]*)*", re.ASCII)
