"""Which of two versions of an agency's item is the older one."""

from __future__ import annotations

from newsarc.dates.written import read_date


def is_older(version: str, other: str | None) -> bool:
    """Return whether a version is older than another one: numbers, or times.

    A version that cannot be compared is not older.
    """
    if other is None:
        return False
    if version.isdecimal() and other.isdecimal():
        return int(version) < int(other)
    mine, theirs = read_date(version), read_date(other)
    if mine is None or theirs is None:
        return False
    return mine.in_zone("UTC").span.last < theirs.in_zone("UTC").span.first
