"""The names of time zones that are written behind a time, and the offsets that they stand for."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from newsarc.errors import ZoneError
from newsarc.patterns import pattern

if TYPE_CHECKING:
    from newsarc.dates.partial import PartialDate

# Minutes from UTC.
_FIXED = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEZ": 0, "BST": 60, "CET": 60, "MEZ": 60,
    "MET": 60, "WEST": 60, "CEST": 120, "MESZ": 120, "MEST": 120, "EET": 120, "OEZ": 120,
    "SAST": 120, "EEST": 180, "OESZ": 180, "MSK": 180, "TRT": 180, "SGT": 480, "HKT": 480,
    "AWST": 480,
    "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "AKST": -540, "AKDT": -480, "HST": -600,
}  # fmt: skip
# Names that leave open whether daylight saving time is in force: the date decides.
_SEASONAL = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
# Names of several zones: China's and Central Standard Time, India's, Ireland's and Israel's,
# the Atlantic's and Arabia's. A time beside them cannot be placed.
_AMBIGUOUS = frozenset({"CST", "IST", "AST"})
NAMES = tuple(sorted((*_FIXED, *_SEASONAL, *_AMBIGUOUS), key=len, reverse=True))
# From Baker Island to Kiribati.
_LEAST, _MOST = -12 * 60, 14 * 60

_NUMBERED = r"(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d\d)?(?!\d)"
_OFFSET = pattern(r"(?:GMT|UTC)?\s?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?")
_REGION = r"[A-Z][A-Za-z]{2,20}(?:/[A-Z][A-Za-z_]{2,30}){1,2}"
# A zone behind a time, as programs write it: `+02:00`, `-0400 EDT`, `GMT+0200`, `Europe/Berlin`.
_BEHIND = pattern(rf"\s?(?P<zone>{_REGION}|{_NUMBERED}|[A-Z]{{1,5}}\b)")


def in_named_zone(date: PartialDate, zone: str | None) -> PartialDate:
    """Return a date with the offset of its zone: a name, `+01:00`, `GMT+2` or `Europe/Berlin`.

    A name that is unknown or ambiguous costs the time, not the day. Without a zone, or a time, the
    date is unchanged.
    """
    if zone is None or date.hour is None:
        return date
    if "/" in zone or zone in _SEASONAL:
        with suppress(ZoneError):
            return date.in_zone(_SEASONAL.get(zone, zone))
        return date.without_time()
    offset = _FIXED[zone] if zone in _FIXED else _numbered(zone)
    return date.without_time() if offset is None else date.with_offset(offset)


def is_offset(minutes: int) -> bool:
    """Return whether clocks anywhere are so many minutes from UTC."""
    return _LEAST <= minutes <= _MOST


def zone_behind(text: str) -> str | None:
    """Return the zone that a text begins with, or None."""
    found = _BEHIND.match(text)
    return found and found["zone"]


def _numbered(zone: str) -> int | None:
    """Return the minutes from UTC of `+01:00`, `-0500`, `GMT+2`; None if there is no such zone."""
    found = _OFFSET.fullmatch(zone)
    if found is None:
        return None
    minutes = int(found["hours"]) * 60 + int(found["minutes"] or 0)
    minutes = -minutes if found["sign"] == "-" else minutes
    return minutes if is_offset(minutes) else None
