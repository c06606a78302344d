"""Dates by dateutil, which reads nearly anything: kept is only what the text can be seen to say."""

from __future__ import annotations

import re
import warnings
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from newsarc.dates.conventions import WEEKDAY
from newsarc.dates.partial import PartialDate
from newsarc.dates.zones import in_named_zone, zone_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEFAULTS = (datetime(2001, 1, 1, 1, 1), datetime(2002, 2, 2, 2, 2))  # noqa: DTZ001
# What dateutil would misread: a weekday becomes a date.
_MISREAD = re.compile(rf"\b{WEEKDAY}\b\.?,?", re.IGNORECASE)
# A time as dateutil takes it; it takes other numbers for times, too, and those are not believed.
_CLOCK = re.compile(
    r"(?<![\d.])(?P<hour>\d\d?):(?P<minute>\d\d)(?::\d\d(?:[.,]\d{1,9})?)?(?!\d)"
    r"(?: ?[AaPp]\.?[Mm]\b\.?)?"
)
_LONGEST = 100


def by_dateutil(text: str) -> PartialDate | None:
    """Read a date twice, with different defaults and both orders of day and month.

    Only the parts on which the two results agree are kept, so that `1/2/2022` is a year. A time
    must stand in the text as such, and its offset must be a zone that we know.
    """
    text = _MISREAD.sub(" ", text[:_LONGEST])
    if not re.search(r"\d{4}", text):
        return None
    clock = _CLOCK.search(text)
    if clock and not re.search(r"\d{4}", text[: clock.start()]):  # a time before its date
        text, clock = text[clock.end() :], None
    day = text if clock is None else text[: clock.end()]
    one = _dateutil(day, _DEFAULTS[0], dayfirst=True)
    other = one and _dateutil(day, _DEFAULTS[1], dayfirst=False)
    if one is None or other is None:
        return None
    parts = list(_agreed(one.timetuple()[:5], other.timetuple()[:5]))
    if not parts or f"{parts[0]:04}" not in text:
        return None
    return _date(parts, None if clock is None else text[clock.end() :])


def _date(parts: list[int], behind: str | None) -> PartialDate:
    year, *finer = parts
    month, day, hour, minute = [*finer, None, None, None, None][:4]
    if minute is None or behind is None:  # an hour alone is not a time
        return PartialDate(year, month, day)
    found = PartialDate(year, month, day, hour, minute)
    zone = zone_behind(behind)
    if zone is None and behind.strip():
        return found.without_time()
    return in_named_zone(found, zone)


def _agreed(one: tuple[int, ...], other: tuple[int, ...]) -> Iterator[int]:
    """Yield the parts, from the year on, until the two dates differ."""
    for part, same in zip(one, other, strict=True):
        if part != same:
            return
        yield part


def _dateutil(text: str, default: datetime, *, dayfirst: bool) -> datetime | None:
    from dateutil.parser import parse

    with warnings.catch_warnings(), suppress(ValueError, OverflowError):
        warnings.simplefilter("ignore")  # about zones that it does not know
        found = parse(text, default=default, dayfirst=dayfirst)
        return found if found.tzinfo is None else None
    return None
