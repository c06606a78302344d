"""The functions `ingest` and `reindex`. What they need is loaded with their first call."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from newsarc.dates import DEFAULT_ZONE, check_zone

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Generator, Iterable, Iterator

    from newsarc.readers.fields.keys import Mapping
    from newsarc.records.read import Outcome
    from newsarc.store import Parcel, Store

# In bytes. A newspaper page of 1900, read by machine, has some 100,000.
DEFAULT_LIMIT = 10_000_000


def ingest(
    store: Store,
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    source: str | None = None,
    source_from: str | None = None,
    timezone: str = DEFAULT_ZONE,
    limit: int = DEFAULT_LIMIT,
    workers: int | None = None,
    format: str | None = None,  # noqa: A002 (as users call it)
    mapping: Mapping = (),
    any_page: bool = False,
    verify: bool = False,
    dry_run: bool = False,
    merging: Callable[[Iterator[float]], object] | None = None,
) -> Generator[Outcome]:
    """Read one or more files and folders into a store; yield the outcome of each document.

    The path `-` is standard input.

    Parameters:
    - `source`: the medium of documents that state none. `source_from` uses the name of a folder
      instead: `"folder"` is the one directly below the ingested path (or the path itself if the
      file lies directly in it), `"folder:2"` the one below that, `"folder:0"` the path itself,
      and `"parent"` the folder that holds the file. A file that does not lie so deep, or is
      itself the path, has the name of the folder that holds it.
    - `timezone`: time zone of times that state none, by its name in the IANA database.
    - `limit`: size of the largest article to read, in bytes.
    - `workers`: number of processes that read and analyse, if there is enough to do; 1 uses this
      process only, None one process for each usable core. Outcomes and archive do not depend
      on it.
    - `format`: the format of all files that are no containers, by its name in
      `newsarc.readers.FORMATS`; None recognises the format of each.
    - `mapping`: the columns or keys that hold some fields of tables and JSON, as pairs:
      `("title", ("headline",))`. See `newsarc.readers.parse_mapping`.
    - `any_page`: read pages, too, that look like no article.
    - `verify`: open files again that look as they did when they were last read.
    - `dry_run`: write nothing.
    - `merging`: called with an iterator over the share done (0 to 1) of the last step, which
      merges the index and counts its words if much is new. That takes up to a tenth of the time.
      Iterate to show progress; what is not iterated over is not merged.

    An outcome is yielded once its article is written, so a caller may stop at any time and run
    the same again. A document that cannot be read is an outcome, too.

    Raises ZoneError for an unknown time zone, ValueError for another `source_from`, or one beside
    a `source`, for an unknown `format`, or if `workers` is below 1, WorkerLost if a worker
    process was killed, and StoreError as the store does.

    Where workers cannot be forked (macOS, Windows, a program with threads), a script that calls
    this needs `if __name__ == "__main__":` around its own code.
    """
    check_zone(timezone)
    if source is not None and source_from is not None:
        raise ValueError("give either a source or source_from")
    number = _number(workers)
    from newsarc.ingest.folders import level
    from newsarc.ingest.intake import Options
    from newsarc.ingest.run import outcomes
    from newsarc.readers import FORMATS, Reading

    if format is not None and format not in FORMATS:
        raise ValueError(f"there is no format {format!r}")
    reading = Reading(limit, format, any_page, mapping)
    depth = None if source_from is None else level(source_from)
    options = Options(source, depth, timezone, reading, verify)
    return outcomes(
        store,
        paths,
        options,
        workers=number,
        dry_run=dry_run,
        merging=merging or _exhaust,
    )


def reindex(
    store: Store,
    *,
    workers: int | None = None,
    counting: Callable[[int], object] | None = None,
    merging: Callable[[Iterator[float]], object] | None = None,
) -> int:
    """Catalogue and analyse all stored documents again; return the number of articles.

    Until all is done, the archive is as it was. `workers` and `merging` are as in `ingest`;
    `counting` is called repeatedly with the number of articles read so far.

    Raises ValueError if `workers` is below 1, WorkerLost if a worker process was killed, and
    StoreError as the store does.
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
    (merging or _exhaust)(store.merge())
    return read


def _number(workers: int | None) -> int:
    """Return the number of workers to use. Raises ValueError if it is below 1."""
    from newsarc.ingest.workers import usable_cores

    if workers is not None and workers < 1:
        raise ValueError("at least one worker is needed")
    return workers or usable_cores()


def _exhaust(shares: Iterator[float]) -> None:
    deque(shares, maxlen=0)
