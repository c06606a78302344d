"""Search: from the text of a query to a page of hits with their passages."""

from typing import TYPE_CHECKING

from newsarc.later import later
from newsarc.search.page import DEFAULT_LIMIT, explain, filters, listing, search
from newsarc.search.watch import Watch

if TYPE_CHECKING:
    from newsarc.search.concordance import kwic
    from newsarc.search.highlights import highlight
    from newsarc.search.occurrences import count
    from newsarc.search.sources import unknown_sources
    from newsarc.search.tallies import counts, tally
    from newsarc.search.trends import trend

__all__ = [
    "DEFAULT_LIMIT",
    "Watch",
    "count",
    "counts",
    "explain",
    "filters",
    "highlight",
    "kwic",
    "listing",
    "search",
    "tally",
    "trend",
    "unknown_sources",
]

__getattr__ = later(
    __name__,
    count="search.occurrences",
    counts="search.tallies",
    highlight="search.highlights",
    kwic="search.concordance",
    tally="search.tallies",
    trend="search.trends",
    unknown_sources="search.sources",
)
