"""The units in which a run works: chunks for workers, groups of chunks for transactions."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.ingest.decision import Decision, Vacated
from newsarc.ingest.parts import Part
from newsarc.ingest.subjects import Gone, Identity
from newsarc.records.read import Outcome, Refusal, Skipped
from newsarc.store import FileStamp, Sighting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.ingest.current import Result
    from newsarc.ingest.intake import Item
    from newsarc.ingest.steps import ReadResult
    from newsarc.ingest.workers import Task
    from newsarc.records.kept import Origin
    from newsarc.store import Parcel


# A chunk: large enough that sending it costs little beside the work on it, small enough that
# all workers finish at about the same time.
_CHUNK = 50
_CHUNK_BYTES = 400_000
# Items of a chunk, where most have no text to be read.
_MOST_ITEMS = 500
# A transaction: large enough that its commit costs little, small enough that an interruption
# loses little.
_TRANSACTION = 1_000
_TRANSACTION_BYTES = 4_000_000
# Chunks in progress before each step: enough work for the workers while a transaction is written.
_AHEAD = 32
_AHEAD_BYTES = 6_000_000


class Told(Struct, frozen=True):
    """What became of a place in a file: the outcome, if it has a document.

    `homeless` is the id of the article that stood there, if it stands nowhere now.
    """

    path: str
    outcome: Outcome | None
    homeless: str | None = None


class Chunk:
    """Some items of the stream in their order, and how far the work on them is.

    `size` is the size of their texts in bytes. `results` are the items that stay in the stream,
    with the identity of each document in its place; `verdicts` go with the `subjects` among them.
    `wanted` maps the id of each article to be written to the index of its identity.
    """

    def __init__(self, items: list[Item], size: int) -> None:
        self.items = items
        self.size = size
        self.reading: Task[ReadResult] | None = None
        self.results: list[Result] = []
        self.verdicts: list[Decision | Vacated] = []
        self.wanted: dict[str, int] = {}
        self.packing: Task[Parcel] | None = None

    @property
    def subjects(self) -> list[Identity | Gone]:
        """The documents and the empty places that must be decided on."""
        return [item for item in self.results if isinstance(item, (Identity, Gone))]

    @property
    def decisions(self) -> list[Decision]:
        """The decisions on documents, in the order of their identities."""
        return [verdict for verdict in self.verdicts if isinstance(verdict, Decision)]

    @property
    def gone(self) -> list[Origin]:
        """The places where no article stands any more."""
        return [item.origin for item in self.results if isinstance(item, Gone)]

    @property
    def files(self) -> list[FileStamp]:
        """The files that end here, and how far a container is read that goes on."""
        return [item for item in self.results if isinstance(item, FileStamp)]

    def sightings(self) -> Iterator[Sighting]:
        """Yield the places that must be written with their articles."""
        identities = (item for item in self.results if isinstance(item, Identity))
        for identity, decision in zip(identities, self.decisions, strict=True):
            if decision.id and (decision.status != "unchanged" or decision.sighted):
                yield Sighting(decision.id, identity.key.origin, identity.fingerprint)

    def told(self) -> Iterator[Told]:
        """Yield what became of each document and each empty place."""
        decisions = iter(self.decisions)
        vacated = (verdict for verdict in self.verdicts if isinstance(verdict, Vacated))
        for item in self.results:
            if isinstance(item, Outcome):
                yield Told(item.origin.path, item)
            elif isinstance(item, Refusal):
                outcome = Outcome(item.origin, "refused", error=item.error, size=item.size)
                yield Told(item.origin.path, outcome)
            elif isinstance(item, Skipped):
                outcome = Outcome(item.origin, "skipped", size=item.size, notes=(item.what,))
                yield Told(item.origin.path, outcome)
            elif isinstance(item, Gone):
                yield Told(item.origin.path, None, next(vacated).homeless)
            elif isinstance(item, Identity):
                yield _told(item, next(decisions))


def _told(identity: Identity, decision: Decision) -> Told:
    outcome = Outcome(
        identity.key.origin,
        decision.status,
        decision.id,
        size=identity.size,
        notes=identity.notes,
    )
    return Told(identity.key.origin.path, outcome, decision.homeless)


def chunks(items: Iterable[Item]) -> Iterator[Chunk]:
    """Gather items that are read together."""
    gathered: list[Item] = []
    parts = size = 0
    for item in items:
        gathered.append(item)
        if isinstance(item, Part):
            parts += 1
            size += item.size
        if parts == _CHUNK or size > _CHUNK_BYTES or len(gathered) == _MOST_ITEMS:
            yield Chunk(gathered, size)
            gathered, parts, size = [], 0, 0
    if gathered:
        yield Chunk(gathered, size)


def transactions(found: Iterable[Chunk]) -> Iterator[list[Chunk]]:
    """Gather chunks that are written together."""
    group: list[Chunk] = []
    for chunk in found:
        group.append(chunk)
        number = sum(len(each.results) for each in group)
        if number >= _TRANSACTION or sum(each.size for each in group) > _TRANSACTION_BYTES:
            yield group
            group = []
    if group:
        yield group


def ahead(found: Iterable[Chunk]) -> Iterator[Chunk]:
    """Yield chunks in order, taking others in advance so that workers have enough to do."""
    waiting: deque[Chunk] = deque()
    for chunk in found:
        waiting.append(chunk)
        while len(waiting) > _AHEAD or sum(each.size for each in waiting) > _AHEAD_BYTES:
            yield waiting.popleft()
    yield from waiting
