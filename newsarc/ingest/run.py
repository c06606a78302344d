"""Reading, deciding, cataloguing and keeping, batch by batch, as a stream of outcomes."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from newsarc.errors import Conflict
from newsarc.ingest.identity import Decision, claimed_id, decide, fingerprint, key, text_id
from newsarc.ingest.intake import Options, items
from newsarc.ingest.ledger import Ledger
from newsarc.records.read import Document, Outcome, Refusal
from newsarc.store import Entry, FileStamp, Kept, Sighting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.ingest.intake import Item
    from newsarc.records.kept import Origin
    from newsarc.store import Key, Store

# A transaction: large enough that its commit costs little, small enough that an
# interruption loses little.
_MOST_DOCUMENTS = 500
_MOST_CHARACTERS = 8_000_000


def outcomes(
    store: Store,
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    source: str | None,
    source_from: Literal["folder"] | None,
    timezone: str,
    limit: int,
    dry_run: bool,
) -> Iterator[Outcome]:
    """Read files and folders into a store; the outcome of a document comes when it is kept."""
    named = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    found = items(store, map(Path, named), Options(source, source_from, timezone, limit))
    ledger = Ledger(store)
    for batch in _batches(found):
        decided = _decided(ledger, batch)
        while not (dry_run or _is_kept(store, decided)):
            ledger.forget()
            decided = _decided(ledger, batch)
        if not dry_run:
            ledger.forget()
        yield from _outcomes(decided)


def entries_again(store: Store) -> Iterator[Entry]:
    """Read all stored documents again, with all that newsarc knows today."""
    for name, document in store.documents():
        yield prepare(document, name, added=None)


def prepare(document: Document, id: str, added: str | None) -> Entry:  # noqa: A002
    """Make of a document the entry of an article. Pure, and where the time goes."""
    from newsarc import analysis, catalog  # a run that finds nothing new needs neither

    splitter = analysis.dictionary_splitter()
    article = catalog.read(document, id=id, added=added)
    indexed = analysis.index(
        article.title,
        article.kicker,
        article.place,
        article.body,
        article.language,
        splitter=splitter,
    )
    claimed = claimed_id(document) is not None
    return Entry(article, document, fingerprint(document), claimed, indexed, splitter.asked)


def _batches(found: Iterable[Item]) -> Iterator[list[Item]]:
    """Gather what is written together."""
    batch: list[Item] = []
    size = 0
    for item in found:
        batch.append(item)
        size += len(item.content) if isinstance(item, Document) else 0
        if len(batch) == _MOST_DOCUMENTS or size > _MOST_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _decided(ledger: Ledger, batch: Sequence[Item]) -> list[tuple[Item, Decision | None]]:
    """Decide on the documents of a batch; all else has its answer already."""
    keyed = [(item, key(item) if isinstance(item, Document) else None) for item in batch]
    ledger.consult(own for _, own in keyed if own is not None)
    return [
        (item, _decide(ledger, item, own) if isinstance(item, Document) and own else None)
        for item, own in keyed
    ]


def _is_kept(store: Store, decided: Sequence[tuple[Item, Decision | None]]) -> bool:
    """Write what was decided; where another process was faster, it must be decided again."""
    try:
        _keep(store, decided)
    except Conflict:
        return False
    return True


def _decide(ledger: Ledger, item: Document, own: Key) -> Decision:
    known = ledger.known(own)
    decision = decide(item, own, known, exists=_exists)
    if decision.id is None:
        decision = Decision("added", _free_id(ledger, item, own))
    ledger.enter(_kept(ledger, item, own, decision))
    return decision


def _kept(ledger: Ledger, document: Document, own: Key, decision: Decision) -> Kept:
    """Give the article as it will be kept when the decision is carried out."""
    name = decision.id or own.id
    claimed = claimed_id(document) is not None
    reading = fingerprint(document)
    before = ledger.known(own._replace(id=name)).by_id
    if before is None:
        return Kept(name, own.digest, reading, claimed, {document.origin: reading})
    readings = {**before.readings, document.origin: reading}
    if decision.status == "unchanged":
        return before._replace(readings=readings)
    return Kept(name, own.digest, reading, claimed, readings)


def _free_id(ledger: Ledger, document: Document, own: Key) -> str:
    """Find an id for a text whose own one belongs to an article that has changed since."""
    names = (text_id(document, attempt) for attempt in count(1))
    return next(name for name in names if ledger.known(own._replace(id=name)).by_id is None)


def _exists(origin: Origin) -> bool:
    return os.path.exists(origin.path)


def _keep(store: Store, decided: Sequence[tuple[Item, Decision | None]]) -> None:
    """Write what was decided: of an article that was read twice, what was read last."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    read: dict[str, Document] = {}
    sightings = []
    new = set()
    for item, decision in decided:
        if not isinstance(item, Document) or decision is None or decision.id is None:
            continue
        if decision.status in {"added", "changed"}:
            read[decision.id] = item
        if decision.status == "added":
            new.add(decision.id)
        if decision.status != "unchanged" or decision.sighted:
            sightings.append(Sighting(decision.id, item.origin, fingerprint(item)))
    files = [item for item, _ in decided if isinstance(item, FileStamp)]
    if sightings or files:
        entries = [prepare(item, name, now) for name, item in read.items()]
        store.add(entries, sightings, new=new, files=files)


def _outcomes(decided: Iterable[tuple[Item, Decision | None]]) -> Iterator[Outcome]:
    for item, decision in decided:
        if isinstance(item, Outcome):
            yield item
        elif isinstance(item, Refusal):
            yield Outcome(item.origin, "refused", error=item.error, size=item.size)
        elif isinstance(item, Document) and decision is not None:
            yield Outcome(item.origin, decision.status, id=decision.id, size=item.size)
