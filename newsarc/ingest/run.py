"""Runs an ingestion: reads, decides, catalogues and writes, and yields outcomes.

The stream of items is cut into chunks, which pass three steps in order: their documents are read
(by workers, if there are any), decided on (in this process) and packed into entries (by workers).
Groups of chunks are then written, each in one transaction. Enough chunks are in progress at any
time that neither the workers nor this process wait for the other.

The words of this package: a *piece* is a part of a file that holds one document; a *chunk* is some
50 pieces, which go to a worker together; a *task* is a call that a worker process, or this one,
makes; the *pool* has the workers; a *parcel* is the packed entries of a chunk, as the store writes
them; *pending* is what was decided and is not written yet.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import closing
from datetime import UTC, datetime
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsarc.errors import Conflict
from newsarc.ingest import steps
from newsarc.ingest.chunks import ahead, chunks, transactions
from newsarc.ingest.current import CurrentFile
from newsarc.ingest.decision import decisions
from newsarc.ingest.intake import items
from newsarc.ingest.leavers import with_leavers
from newsarc.ingest.parts import Part
from newsarc.ingest.pending import Pending
from newsarc.ingest.workers import WorkerPool
from newsarc.store import Batch

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from newsarc.ingest.chunks import Chunk, Told
    from newsarc.ingest.intake import Options
    from newsarc.ingest.workers import Task
    from newsarc.records.read import Document, Outcome
    from newsarc.store import Parcel, Store

# When all documents of an archive are packed again: documents that a worker packs at once, and
# tasks in progress.
_REINDEX_CHUNK = 50
_REINDEX_AHEAD = 50
# The numbers of runs, see `steps.pack`: a new one for each run, and after each conflict.
_NUMBERS = count()


def outcomes(
    store: Store,
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    options: Options,
    *,
    workers: int,
    dry_run: bool,
    merging: Callable[[Iterator[float]], object],
) -> Generator[Outcome]:
    """Ingest files and folders; yield the outcome of each document once it is written."""
    given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    with closing(WorkerPool(workers, steps.warm_up)) as pool:
        run = _Run(store, pool, options, dry=dry_run)
        yield from with_leavers(run.told(map(Path, given)))
    if not dry_run:
        merging(store.merge())


class _Run:
    """One ingestion."""

    def __init__(self, store: Store, pool: WorkerPool, options: Options, *, dry: bool) -> None:
        self._store = store
        self._pool = pool
        self._options = options
        self._dry = dry
        self._number = next(_NUMBERS)
        self._pending = Pending(store)
        self._decided: deque[Chunk] = deque()
        self._file = CurrentFile(store)

    def told(self, paths: Iterable[Path]) -> Iterator[Told]:
        found = chunks(items(self._store, paths, self._options))
        decided = map(self._decide, self._ahead(map(self._read, found)))
        for group in transactions(self._ahead(decided)):
            if not self._dry:
                self._write(group)
            for chunk in group:
                yield from chunk.told()

    def _ahead(self, found: Iterable[Chunk]) -> Iterable[Chunk]:
        return ahead(found) if self._pool.number > 1 else found

    def _read(self, chunk: Chunk) -> Chunk:
        """Have the documents of a chunk read."""
        parts = [item for item in chunk.items if isinstance(item, Part)]
        if parts:
            chunk.reading = self._pool.submit(chunk.size, steps.read, parts, self._options.reading)
        return chunk

    def _decide(self, chunk: Chunk) -> Chunk:
        """Decide on the documents of a chunk, and have those packed that must be written."""
        found = iter(chunk.reading.result().found if chunk.reading else ())
        chunk.results = list(self._file.results(chunk.items, found))
        chunk.items = []
        self._decide_and_pack(chunk)
        if not self._dry:
            self._decided.append(chunk)
        return chunk

    def _decide_and_pack(self, chunk: Chunk) -> None:
        """Decide on the documents of a chunk as things stand, and start packing its entries."""
        documents = chunk.reading.result().documents if chunk.reading else b""
        chunk.verdicts = decisions(
            self._pending, chunk.subjects, lambda index: steps.load_document(documents, index)
        )
        chunk.wanted = {
            decision.id: index
            for index, decision in enumerate(chunk.decisions)
            if decision.id and decision.status in {"added", "changed"}
        }
        if not self._dry:
            chunk.packing = self._packing(chunk, documents) if chunk.wanted else None

    def _packing(self, chunk: Chunk, documents: bytes) -> Task[Parcel]:
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        pack = self._store.pack
        return self._pool.submit(
            chunk.size, steps.pack, documents, chunk.wanted, now, pack, self._number
        )

    def _write(self, group: Sequence[Chunk]) -> None:
        """Write a group of chunks. If another process wrote first, decide again and retry."""
        while not self._try_to_write(group):
            self._pending.clear()
            self._number = next(_NUMBERS)
            for chunk in self._decided:
                self._decide_and_pack(chunk)
        for _ in group:
            self._pending.drop_written_chunk()
            self._decided.popleft()

    def _try_to_write(self, group: Sequence[Chunk]) -> bool:
        """Write a group in one transaction; return False, with nothing written, on a conflict."""
        made = [(d.status, d.id) for chunk in group for d in chunk.decisions if d.id]
        batch = Batch(
            parcels=[chunk.packing.result() for chunk in group if chunk.packing],
            sightings=[sighting for chunk in group for sighting in chunk.sightings()],
            new={name for status, name in made if status == "added"},
            kept={name for status, name in made if status in {"unchanged", "duplicate"}},
            files=[file for chunk in group for file in chunk.files],
            gone=[origin for chunk in group for origin in chunk.gone],
        )
        try:
            if batch.sightings or batch.files or batch.gone:
                self._store.keep(batch)
        except Conflict:
            return False
        return True


def parcels_again(store: Store, workers: int) -> Iterator[Parcel]:
    """Yield parcels of all stored documents, catalogued and analysed by today's rules."""
    number = next(_NUMBERS)
    with closing(WorkerPool(workers, steps.warm_up)) as pool:
        waiting: deque[Task[Parcel]] = deque()
        for group in _stored(store):
            size = sum(len(document.content) for _, document in group)
            waiting.append(pool.submit(size, steps.pack_again, group, store.pack, number))
            if len(waiting) > _REINDEX_AHEAD or pool.number == 1:
                yield waiting.popleft().result()
        for task in waiting:
            yield task.result()


def _stored(store: Store) -> Iterator[list[tuple[str, Document]]]:
    documents = store.documents()
    while group := list(islice(documents, _REINDEX_CHUNK)):
        yield group
