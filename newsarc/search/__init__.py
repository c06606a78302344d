"""Search: from the text of a query to a page of hits with their passages."""

from newsarc.search.highlights import highlight
from newsarc.search.occurrences import count
from newsarc.search.page import DEFAULT_LIMIT, counts, explain, filters, listing, search
from newsarc.search.sources import unknown_sources
from newsarc.search.watch import Watch

__all__ = [
    "DEFAULT_LIMIT",
    "Watch",
    "count",
    "counts",
    "explain",
    "filters",
    "highlight",
    "listing",
    "search",
    "unknown_sources",
]
