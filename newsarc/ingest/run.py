"""Reading, deciding, cataloguing and keeping, batch by batch, as a stream of outcomes."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from newsarc import analysis, catalog, readers
from newsarc.ingest.identity import Decision, claimed_id, decide, fingerprint, key, text_id
from newsarc.records.read import Outcome, Refusal
from newsarc.store import Entry, Sighting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsarc.records.kept import Origin
    from newsarc.records.read import Document
    from newsarc.store import Key, Known, Store

# A transaction: large enough that its commit costs little, small enough that an
# interruption loses little.
_MOST_DOCUMENTS = 500
_MOST_BYTES = 8_000_000


def outcomes(
    store: Store,
    paths: Iterable[str | os.PathLike[str]],
    *,
    source: str | None,
    timezone: str,
    limit: int,
    dry_run: bool,
) -> Iterator[Outcome]:
    """Read files and folders into a store; the outcome of a document comes when it is kept."""
    places = [Path(path) for path in paths]
    found = readers.read(places, limit=limit, skip=[Path(file) for file in store.files])
    documents = (_with_options(item, source, timezone) for item in found)
    rehearsed: set[str] = set()
    for batch in _batches(documents):
        known = store.known(key for _, key in batch if key is not None)
        decided = [(item, _decide(store, item, key, known)) for item, key in batch]
        if dry_run:
            decided = [(item, _rehearse(decision, rehearsed)) for item, decision in decided]
        else:
            _keep(store, decided)
        yield from (_outcome(item, decision) for item, decision in decided)


def entries_again(store: Store) -> Iterator[Entry]:
    """Read all stored documents again, with all that newsarc knows today."""
    for name, document in store.documents():
        yield prepare(document, name, added=None)


def prepare(document: Document, id: str, added: str | None) -> Entry:  # noqa: A002
    """Make of a document the entry of an article. Pure, and where the time goes."""
    article = catalog.read(document, id=id, added=added)
    indexed = analysis.index(article.title, article.kicker, article.body, article.language)
    claimed = claimed_id(document) is not None
    return Entry(article, document, fingerprint(document), claimed, indexed)


def _with_options(
    item: Document | Refusal, source: str | None, timezone: str
) -> Document | Refusal:
    if isinstance(item, Refusal):
        return item
    return replace(item, source=item.source or source, zone=timezone)


def _batches(
    documents: Iterable[Document | Refusal],
) -> Iterator[list[tuple[Document | Refusal, Key | None]]]:
    """Gather what is written together; no article and no text stands in a batch twice."""
    batch: list[tuple[Document | Refusal, Key | None]] = []
    seen: set[str] = set()
    size = 0
    for item in documents:
        own = None if isinstance(item, Refusal) else key(item)
        repeated = own is not None and not seen.isdisjoint(own[:2])
        if repeated or len(batch) == _MOST_DOCUMENTS or size > _MOST_BYTES:
            yield batch
            batch, seen, size = [], set(), 0
        batch.append((item, own))
        seen.update(own[:2] if own else ())
        size += item.size
    if batch:
        yield batch


def _decide(
    store: Store, item: Document | Refusal, own: Key | None, known: Mapping[Key, Known]
) -> Decision:
    if isinstance(item, Refusal) or own is None:
        return Decision("refused", None)
    decision = decide(item, own, known[own], exists=_exists)
    return decision if decision.id else Decision("added", _free_id(store, item, own))


def _free_id(store: Store, document: Document, own: Key) -> str:
    """Find an id for a text whose own one belongs to an article that has changed since."""
    for attempt in count(1):
        other = own._replace(id=text_id(document, attempt))
        if store.known([other])[other].by_id is None:
            return other.id
    raise AssertionError("unreachable")


def _exists(origin: Origin) -> bool:
    return os.path.exists(origin.path)


def _rehearse(decision: Decision, rehearsed: set[str]) -> Decision:
    """Know what a dry run would have written before."""
    if decision.id is None or decision.id not in rehearsed:
        rehearsed.update(filter(None, [decision.id]))
        return decision
    return Decision("unchanged", decision.id)


def _keep(store: Store, decided: Sequence[tuple[Document | Refusal, Decision]]) -> None:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    entries, sightings = [], []
    for item, decision in decided:
        if isinstance(item, Refusal) or decision.id is None:
            continue
        if decision.status in {"added", "changed"}:
            entries.append(prepare(item, decision.id, now))
        elif decision.sighted:
            sightings.append(Sighting(decision.id, item.origin, fingerprint(item)))
    if entries or sightings:
        store.add(entries, sightings)


def _outcome(item: Document | Refusal, decision: Decision) -> Outcome:
    if isinstance(item, Refusal):
        return Outcome(item.origin, "refused", error=item.error, size=item.size)
    return Outcome(item.origin, decision.status, id=decision.id, size=item.size)
