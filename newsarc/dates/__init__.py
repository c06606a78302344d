"""When: partial dates and the spans they mean.

`dates.ranges` and `dates.written` read them from what people write, and are doors of their own:
who only shows dates need not load them. The sole importer of dateutil, at the moments that need
it. The clock is always passed in.
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
