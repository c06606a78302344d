"""newsarc searches archives of German news: folders of crawled text become one file.

    import newsarc

    store = newsarc.open_store("newsarc.db")
    for outcome in newsarc.ingest(store, ["seeds/"]):
        print(outcome.status, outcome.origin)
    for hit in newsarc.search(store, "Nato Osterweiterung", limit=10).hits:
        print(hit.article.published, hit.article.title)
    store.close()

The names in `__all__` are the public API. Everything else may change. More examples, which the
tests run, are in `newsarc/help/python.md` (`newsarc help python`).

Values are frozen `msgspec.Struct`s; whatever has state is a class.
"""

from typing import TYPE_CHECKING

from newsarc.dates import DateSpan, PartialDate
from newsarc.errors import (
    Ambiguous,
    Busy,
    Conflict,
    Damaged,
    DateError,
    FromTheFuture,
    NeedsReindex,
    NewsarcError,
    NoArchive,
    NotAnArchive,
    NotFound,
    NotWritten,
    ReadError,
    StoreError,
    WorkerLost,
    ZoneError,
)
from newsarc.ingest import ingest, reindex
from newsarc.later import later
from newsarc.query import parse
from newsarc.records.kept import (
    Article,
    Concordance,
    Count,
    Evidence,
    Highlights,
    Hit,
    Occurrence,
    Origin,
    Page,
    Passage,
    Tally,
    Trend,
)
from newsarc.search import Watch, explain, filters, listing, search
from newsarc.store import open_store

if TYPE_CHECKING:
    from newsarc.exports.run import again, export
    from newsarc.records.read import Document, Outcome, Refusal
    from newsarc.render.citations.styles import cite
    from newsarc.search import count, counts, highlight, kwic, tally, trend
    from newsarc.store import Store

__version__ = "0.2.0"

__all__ = [
    "Ambiguous",
    "Article",
    "Busy",
    "Concordance",
    "Conflict",
    "Count",
    "Damaged",
    "DateError",
    "DateSpan",
    "Document",
    "Evidence",
    "FromTheFuture",
    "Highlights",
    "Hit",
    "NeedsReindex",
    "NewsarcError",
    "NoArchive",
    "NotAnArchive",
    "NotFound",
    "NotWritten",
    "Occurrence",
    "Origin",
    "Outcome",
    "Page",
    "PartialDate",
    "Passage",
    "ReadError",
    "Refusal",
    "Store",
    "StoreError",
    "Tally",
    "Trend",
    "Watch",
    "WorkerLost",
    "ZoneError",
    "__version__",
    "again",
    "cite",
    "count",
    "counts",
    "explain",
    "export",
    "filters",
    "highlight",
    "ingest",
    "kwic",
    "listing",
    "open_store",
    "parse",
    "reindex",
    "search",
    "tally",
    "trend",
]

__getattr__ = later(
    __name__,
    Document="records.read",
    Outcome="records.read",
    Refusal="records.read",
    Store="store.contract",
    again="exports.run",
    cite="render.citations.styles",
    count="search.occurrences",
    counts="search.tallies",
    export="exports.run",
    highlight="search.highlights",
    kwic="search.concordance",
    tally="search.tallies",
    trend="search.trends",
)
