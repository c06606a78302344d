"""Partial dates, and the spans of time they may mean.

`dates.ranges` and `dates.written` read them from text. They are imported separately, because a
program that only shows dates does not need them. No other package imports dateutil, and it is
imported only where it is needed. The current day is always passed in.
"""

from newsarc.dates.partial import (
    BEGINNING,
    DEFAULT_ZONE,
    END,
    DateSpan,
    PartialDate,
    Precision,
    before,
    check_zone,
)

__all__ = [
    "BEGINNING",
    "DEFAULT_ZONE",
    "END",
    "DateSpan",
    "PartialDate",
    "Precision",
    "before",
    "check_zone",
]
