"""The doors of this hall. What is behind them is loaded when somebody goes through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsarc.dates import DEFAULT_ZONE, check_zone

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from newsarc.records.read import Outcome
    from newsarc.store import Entry, Store

# In bytes. A newspaper page of 1900, read by machine, has some 100,000.
DEFAULT_LIMIT = 10_000_000


def ingest(
    store: Store,
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    source: str | None = None,
    source_from: Literal["folder"] | None = None,
    timezone: str = DEFAULT_ZONE,
    limit: int = DEFAULT_LIMIT,
    dry_run: bool = False,
) -> Iterator[Outcome]:
    """Read files and folders, or a lone one, into a store; yield what became of each document.

    `source` names the medium of documents that claim none; with `source_from` the folder
    that holds a file names it. `timezone` (of the IANA database) is that of their local
    times, `limit` is the size of the largest article in bytes. A `dry_run` writes nothing.

    The outcome of a document comes when it is kept: whoever stops asking loses nothing
    that was told. A document that cannot be read is an outcome, too. Raises ZoneError,
    ValueError for a source that is said twice, and StoreError where the store does.
    """
    check_zone(timezone)
    if source_from is not None and (source is not None or source_from != "folder"):
        raise ValueError("a source is named, or it is from the folder")
    from newsarc.ingest.run import outcomes

    return outcomes(
        store,
        paths,
        source=source,
        source_from=source_from,
        timezone=timezone,
        limit=limit,
        dry_run=dry_run,
    )


def reindex(store: Store) -> int:
    """Read all stored documents and analyse all words again; count the articles.

    All or nothing: until it is done, the archive is as it was. Raises StoreError.
    """
    from newsarc.ingest.run import entries_again

    number = 0

    def counted() -> Iterator[Entry]:
        nonlocal number
        for entry in entries_again(store):
            number += 1
            yield entry

    store.rebuild(counted())
    return number
