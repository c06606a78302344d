"""Reading, deciding, cataloguing and keeping, batch by batch, as a stream of outcomes.

Lots of documents pass three stations in their order: they are read (by workers, where there
are any), decided on (here), and made entries of (by workers); whole batches of them are kept
here. So much is on its way at any time that nobody waits for the other.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from newsarc.errors import Conflict
from newsarc.ingest import steps
from newsarc.ingest.decision import decisions
from newsarc.ingest.intake import items
from newsarc.ingest.ledger import Ledger
from newsarc.ingest.lots import ahead, batches, lots
from newsarc.ingest.steps import Part
from newsarc.ingest.workers import Workers
from newsarc.records.read import Outcome, Refusal
from newsarc.store import FileStamp

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from newsarc.ingest.intake import Options
    from newsarc.ingest.lots import Lot, Result
    from newsarc.ingest.workers import Ticket
    from newsarc.records.read import Document
    from newsarc.store import Parcel, Store

_AGAIN = 50


def outcomes(
    store: Store,
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    options: Options,
    *,
    workers: int,
    dry_run: bool,
    merging: Callable[[Iterator[float]], object],
) -> Generator[Outcome]:
    """Read files and folders into a store; the outcome of a document comes when it is kept."""
    named = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    with closing(Workers(workers, steps.warm_up)) as crew:
        yield from _Run(store, crew, options, dry=dry_run).outcomes(map(Path, named))
    if not dry_run:
        merging(store.merge())


class _Run:
    """One ingestion."""

    def __init__(self, store: Store, workers: Workers, options: Options, *, dry: bool) -> None:
        self._store = store
        self._workers = workers
        self._options = options
        self._dry = dry
        self._name = uuid4().hex
        self._ledger = Ledger(store)
        self._decided: deque[Lot] = deque()
        self._refused = ""

    def outcomes(self, paths: Iterable[Path]) -> Iterator[Outcome]:
        found = lots(items(self._store, paths, self._options))
        decided = map(self._decide, self._ahead(map(self._read, found)))
        for batch in batches(self._ahead(decided)):
            if not self._dry:
                self._keep(batch)
            for lot in batch:
                yield from lot.outcomes()

    def _ahead(self, found: Iterable[Lot]) -> Iterable[Lot]:
        return ahead(found) if self._workers.number > 1 else found

    def _read(self, lot: Lot) -> Lot:
        """Have the parts of a lot read."""
        parts = [item for item in lot.items if isinstance(item, Part)]
        if parts:
            limit = self._options.limit
            lot.sheet = self._workers.submit(lot.size, steps.read, parts, limit)
        return lot

    def _decide(self, lot: Lot) -> Lot:
        """Decide on the documents of a lot, and have entries made of what is to be kept."""
        readings = iter(lot.sheet.result().readings if lot.sheet else ())
        found = (next(readings) if isinstance(item, Part) else item for item in lot.items)
        lot.results = [item for item in found if self._stays(item)]
        lot.items = []
        self._settle(lot)
        if not self._dry:
            self._decided.append(lot)
        return lot

    def _stays(self, item: Result) -> bool:
        """Tell whether it stays in the stream: the stamp of a file only if all was read."""
        if isinstance(item, Refusal):
            self._refused = item.origin.path
        return not (isinstance(item, FileStamp) and item.path == self._refused)

    def _settle(self, lot: Lot) -> None:
        documents = lot.sheet.result().documents if lot.sheet else b""
        lot.decisions = decisions(
            self._ledger, lot.readings, lambda place: steps.document(documents, place)
        )
        before = lot.wanted
        lot.wanted = {
            decision.id: place
            for place, decision in enumerate(lot.decisions)
            if decision.id and decision.status in {"added", "changed"}
        }
        if lot.wanted and lot.wanted != before and not self._dry:
            lot.parcels.append(self._packed(lot, documents))

    def _packed(self, lot: Lot, documents: bytes) -> Ticket[Parcel]:
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        row = self._store.row
        return self._workers.submit(
            lot.size, steps.pack, documents, lot.wanted, now, row, self._name
        )

    def _keep(self, batch: Sequence[Lot]) -> None:
        """Write what was decided; where another process was faster, decide again."""
        while not self._is_kept(batch):
            self._ledger.forget()
            for lot in self._decided:
                self._settle(lot)
        for _ in batch:
            self._ledger.close_page()
            self._decided.popleft()

    def _is_kept(self, batch: Sequence[Lot]) -> bool:
        parcels = [parcel for lot in batch for parcel in lot.unpacked()]
        sightings = [sighting for lot in batch for sighting in lot.sightings()]
        files = [file for lot in batch for file in lot.files]
        made = [(d.status, d.id) for lot in batch for d in lot.decisions if d.id]
        new = {name for status, name in made if status == "added"}
        kept = {name for status, name in made if status == "unchanged"}
        try:
            if sightings or files:
                self._store.keep(parcels, sightings, new=new, kept=kept, files=files)
        except Conflict:
            return False
        return True


def parcels_again(store: Store, workers: int) -> Iterator[Parcel]:
    """Read all stored documents again, with all that newsarc knows today."""
    run = uuid4().hex
    with closing(Workers(workers, steps.warm_up)) as crew:
        waiting: deque[Ticket[Parcel]] = deque()
        for lot in _kept(store):
            size = sum(len(document.content) for _, document in lot)
            waiting.append(crew.submit(size, steps.pack_again, lot, store.row, run))
            if len(waiting) > _AGAIN or crew.number == 1:
                yield waiting.popleft().result()
        for ticket in waiting:
            yield ticket.result()


def _kept(store: Store) -> Iterator[list[tuple[str, Document]]]:
    documents = store.documents()
    while lot := list(islice(documents, _AGAIN)):
        yield lot
