"""The doors of this hall. What is behind them is loaded when somebody goes through."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Literal

from newsarc.dates import DEFAULT_ZONE, check_zone

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Generator, Iterable, Iterator

    from newsarc.records.read import Outcome
    from newsarc.store import Parcel, Store

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
    workers: int | None = None,
    verify: bool = False,
    dry_run: bool = False,
    merging: Callable[[Iterator[float]], object] | None = None,
) -> Generator[Outcome]:
    """Read files and folders, or a lone one, into a store; yield what became of each document.

    `source` names the medium of documents that claim none; with `source_from` the folder
    that holds a file names it. `timezone` (of the IANA database) is that of their local
    times, `limit` is the size of the largest article in bytes. So many processes as
    `workers` read and analyse where there is much to do (1: this one alone; None: one for
    each core that this process may use); outcomes and archive are the same for any number.
    With `verify`, files are read that look as they did when they were last read, too. A
    `dry_run` writes nothing.

    When all is kept and much of it is new, the index is merged and its words are counted, which
    takes a tenth of the time again; `merging` may go through the growing share, to show it.

    Where processes are not copied (macOS, Windows, a program with threads), a script that
    calls this must keep its own work under `if __name__ == "__main__":`.

    The outcome of a document comes when it is kept: whoever stops asking loses nothing
    that was told. A document that cannot be read is an outcome, too. Raises ZoneError,
    ValueError for a source that is said twice or no worker, WorkerLost for a process that was
    killed, and StoreError where the store does.
    """
    check_zone(timezone)
    if source_from is not None and (source is not None or source_from != "folder"):
        raise ValueError("a source is named, or it is from the folder")
    number = _number(workers)
    from newsarc.ingest.intake import Options
    from newsarc.ingest.run import outcomes

    options = Options(source, source_from, timezone, limit, verify)
    return outcomes(
        store,
        paths,
        options,
        workers=number,
        dry_run=dry_run,
        merging=merging or _pass_over,
    )


def reindex(
    store: Store,
    *,
    workers: int | None = None,
    counting: Callable[[int], object] | None = None,
    merging: Callable[[Iterator[float]], object] | None = None,
) -> int:
    """Read all stored documents and analyse all words again; count the articles.

    All or nothing: until it is done, the archive is as it was. `workers` and `merging` are as
    in `ingest`; `counting` is told, again and again, how many articles were read. Raises
    ValueError for no worker, StoreError and WorkerLost.
    """
    from newsarc.ingest.run import parcels_again

    number, read = _number(workers), 0

    def counted() -> Iterator[Parcel]:
        nonlocal read
        for parcel in parcels_again(store, number):
            read += len(parcel.rows)
            if counting:
                counting(read)
            yield parcel

    store.rebuild(counted())
    (merging or _pass_over)(store.merge())
    return read


def _number(workers: int | None) -> int:
    """Give how many are to work."""
    from newsarc.ingest.workers import usable_cores

    if workers is not None and workers < 1:
        raise ValueError("at least one worker is needed")
    return workers or usable_cores()


def _pass_over(shares: Iterator[float]) -> None:
    deque(shares, maxlen=0)
