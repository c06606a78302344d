"""Dates as programs write them: counted from 1970, without separators, or with the year last."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime

from newsarc.dates.conventions import MONTHS
from newsarc.dates.partial import PartialDate
from newsarc.dates.zones import in_named_zone

# Until the year 2100.
_LAST_SECOND = 4_102_444_800
_COUNTED = re.compile(r"(?P<seconds>\d{9,10})(?:\.\d*)?|(?P<milliseconds>\d{12,13})(?:\.\d*)?")
# 20210518, 20210518T1531, 20210518153100, 20210518T153100Z
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:[T ]?(?P<hour>\d\d)(?:(?P<minute>\d\d)(?:\d\d(?:[.,]\d{1,9})?)?)?"
    r" ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
# Tue May 18 15:31:00 2021, Tue May 18 15:31:00 CEST 2021, Tue May 18 15:31:00 +0000 2021
_YEAR_LAST = re.compile(
    r"(?:[A-Za-z]{2,9},? )?(?P<name>[A-Za-z]{3,9}) (?P<day>\d\d?) (?P<hour>\d\d?):(?P<minute>\d\d)"
    r"(?::\d\d(?:\.\d{1,9})?)? (?:(?P<zone>[A-Z]{1,5}(?:[+-]\d\d:?\d\d)?|[+-]\d\d:?\d\d) )?"
    r"(?P<year>\d{4})"
)
# 2021-05-18T15:31:00+02:00[Europe/Berlin], … GMT+0200 (CEST)
_ASIDE = re.compile(r"(?:\[(?P<region>[A-Za-z_+/-]{1,50})\]| ?\([^()]{1,60}\))$")
# A year or a day in a column of numbers that has gaps: 2021.0, 20210518.0
_WHOLE = re.compile(r"(\d{4,13})\.0")
_LOWER_T = re.compile(r"\d{4}-\d\d-\d\dt\d\d:[\d:.,]{2,20}(?:z|[+-]\d\d:?\d\d)?")


def plain_form(text: str) -> str:
    """Return a claim without what programs add behind its date: a zone said again, or `.0`.

    A region in brackets stays, where it is the only zone: `2021-05-18T15:31[Europe/Berlin]`.
    """
    text = " ".join(text[:_LONGEST].split())
    if number := _WHOLE.fullmatch(text):
        return number[1]
    if _LOWER_T.fullmatch(text):
        text = text.upper()
    aside = _ASIDE.search(text[-_LONGEST_ASIDE:]) if text.endswith(("]", ")")) else None
    if aside is None:
        return text
    before = text[: -len(aside[0])]
    has_offset = _OFFSET_AT_END.search(before[-8:]) is not None
    return before if has_offset or not aside["region"] else f"{before} {aside['region']}"


_LONGEST, _LONGEST_ASIDE = 200, 62
_OFFSET_AT_END = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$")


def by_program(text: str) -> PartialDate | None:
    """Read a date that a program has written, or return None.

    A number is a time only if it can be no date, and lies between 1970 and 2100.
    """
    if (found := _COMPACT.fullmatch(text)) and (date := _from(found, found["month"])):
        return date
    if found := _COUNTED.fullmatch(text):
        return _counted(int(found["seconds"] or int(found["milliseconds"]) // 1000))
    if found := _YEAR_LAST.fullmatch(text):
        return _from(found, MONTHS.get(found["name"].lower()))
    return None


def _counted(seconds: int) -> PartialDate | None:
    if seconds >= _LAST_SECOND:
        return None
    at = datetime.fromtimestamp(seconds, UTC)
    return PartialDate(at.year, at.month, at.day, at.hour, at.minute, 0)


def _from(found: re.Match[str], month: int | str | None) -> PartialDate | None:
    """Return the date of a match; an hour alone is no time, and neither is 24:00."""
    with suppress(ValueError):
        day = PartialDate(int(found["year"]), int(month or 0), int(found["day"]))
        if found["minute"] is None:
            return day if int(found["hour"] or 0) <= 24 else None
        if (hour := int(found["hour"])) == 24:
            return day
        return in_named_zone(day.at(hour, int(found["minute"])), found["zone"])
    return None
