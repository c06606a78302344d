"""Lots of documents on their way, and how many of them are."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeVar

from newsarc.ingest.decision import Decision, Reading
from newsarc.ingest.steps import Part
from newsarc.records.read import Outcome, Refusal
from newsarc.store import FileStamp, Sighting
from newsarc.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.ingest.intake import Item
    from newsarc.ingest.steps import Sheet
    from newsarc.ingest.workers import Ticket
    from newsarc.store import Parcel

    Result = Reading | Refusal | Outcome | FileStamp

T = TypeVar("T")

# What a worker is sent at once: so much that sending it costs nothing beside what is done
# with it, so little that workers are done at about the same time.
_LOT = 50
_LOT_BYTES = 400_000
# A transaction: large enough that its commit costs little, small enough that an
# interruption loses little.
_BATCH = 500
_BATCH_BYTES = 4_000_000
# On the way to a station: enough to do for workers while a batch is written.
_AHEAD = 16
_AHEAD_BYTES = 3_000_000


class Lot:
    """Some items of the stream, in their order, and what becomes of them."""

    def __init__(self, items: list[Item], size: int) -> None:
        """Begin with what is to be read; `size` is that of its texts in bytes."""
        self.items = items
        self.size = size
        self.sheet: Ticket[Sheet] | None = None
        # Of each item; a decision stands beside each reading.
        self.results: list[Result] = []
        self.decisions: list[Decision] = []
        # The entries to be made: the place of a reading by the id of its article.
        self.wanted: dict[str, int] = {}
        # The last one has the entries; those before it are there for their words.
        self.parcels: list[Ticket[Parcel]] = []

    @property
    def readings(self) -> list[Reading]:
        """Of the documents that could be read."""
        return [own for own in self.results if isinstance(own, Reading)]

    @property
    def files(self) -> list[FileStamp]:
        """The files that end here, read without a refusal."""
        return [item for item in self.results if isinstance(item, FileStamp)]

    def unpacked(self) -> list[Parcel]:
        """Give the parcels to be kept; wait for them."""
        parcels = [ticket.result() for ticket in self.parcels]
        last = len(parcels) - 1 if self.wanted else -1
        return [p if i == last else replace(p, rows=()) for i, p in enumerate(parcels)]

    def sightings(self) -> Iterator[Sighting]:
        """Give the places that are to be noted."""
        for own, decision in zip(self.readings, self.decisions, strict=True):
            if decision.id and (decision.status != "unchanged" or decision.sighted):
                yield Sighting(decision.id, own.key.origin, own.fingerprint)

    def outcomes(self) -> Iterator[Outcome]:
        """Tell what became of each document."""
        decisions = iter(self.decisions)
        for item in self.results:
            if isinstance(item, Outcome):
                yield item
            elif isinstance(item, Refusal):
                yield Outcome(item.origin, "refused", error=item.error, size=item.size)
            elif isinstance(item, Reading):
                decision = next(decisions)
                yield Outcome(item.key.origin, decision.status, decision.id, size=item.size)


def lots(found: Iterable[Item]) -> Iterator[Lot]:
    """Gather what is read together."""
    gathered: list[Item] = []
    parts = size = 0
    for item in found:
        gathered.append(item)
        if isinstance(item, Part):
            parts += 1
            size += item.size
        if parts == _LOT or size > _LOT_BYTES or len(gathered) == _BATCH:
            yield Lot(gathered, size)
            gathered, parts, size = [], 0, 0
    if gathered:
        yield Lot(gathered, size)


def batches(found: Iterable[Lot]) -> Iterator[list[Lot]]:
    """Gather what is written together."""
    batch: list[Lot] = []
    for lot in found:
        batch.append(lot)
        number = sum(len(each.results) for each in batch)
        if number >= _BATCH or sum(each.size for each in batch) > _BATCH_BYTES:
            yield batch
            batch = []
    if batch:
        yield batch


def ahead(found: Iterable[Lot]) -> Iterator[Lot]:
    """Have so much under way before the first is asked for, and keep it so."""
    waiting: deque[Lot] = deque()
    for lot in found:
        waiting.append(lot)
        while len(waiting) > _AHEAD or sum(each.size for each in waiting) > _AHEAD_BYTES:
            yield waiting.popleft()
    yield from waiting
