"""When: partial dates, the spans they mean, and dates as they are written.

The sole importer of dateutil, at the moments that need it. The clock is always passed in.
"""

from newsarc.dates.partial import (
    BEGINNING,
    DEFAULT_ZONE,
    END,
    DateSpan,
    PartialDate,
    Precision,
    check_zone,
)
from newsarc.dates.ranges import after, before, parse_span
from newsarc.dates.written import Written, parse_day, read_date, written, written_in

__all__ = [
    "BEGINNING",
    "DEFAULT_ZONE",
    "END",
    "DateSpan",
    "PartialDate",
    "Precision",
    "Written",
    "after",
    "before",
    "check_zone",
    "parse_day",
    "parse_span",
    "read_date",
    "written",
    "written_in",
]
