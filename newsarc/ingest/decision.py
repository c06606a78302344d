"""Which article a document is: one that is kept already, a changed one, or a new one."""

from __future__ import annotations

import os
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from newsarc.ingest.identity import claimed_id, fingerprint, key, text_id
from newsarc.store import Kept
from newsarc.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsarc.ingest.ledger import Ledger
    from newsarc.records.kept import Origin
    from newsarc.records.read import Document, Status
    from newsarc.store import Key, Known


class Reading(NamedTuple):
    """All of a document that a decision rests on; the document itself may be elsewhere."""

    key: Key
    fingerprint: str
    claimed: bool
    size: int


def reading(document: Document) -> Reading:
    """Give what a decision on a document rests on."""
    claimed = claimed_id(document) is not None
    return Reading(key(document), fingerprint(document), claimed, document.size)


class Decision(NamedTuple):
    """What is to become of a document. `id` is None where a new one must be found.

    Of what is `unchanged`, `sighted` says that the place is new.
    """

    status: Status
    id: str | None
    sighted: bool = False


def decide(own: Reading, known: Known, *, exists: Callable[[Origin], bool]) -> Decision:
    """Decide which article a document is.

    A file keeps its article when its text changes, unless the article is still read from
    another place: then it becomes an article of its own. `exists` tells whether an origin
    is still there.
    """
    same = known.by_id if own.claimed else _same_text(own.key, known)
    if same is not None:
        return _seen_again(own, same)
    before = known.by_origin
    if not own.claimed and before is not None and _is_alone(before, own.key.origin, exists):
        return Decision("changed", before.id)
    return Decision("added", None if known.by_id else own.key.id)


def decisions(
    ledger: Ledger, readings: Sequence[Reading], document: Callable[[int], Document]
) -> list[Decision]:
    """Decide on documents one after the other, as if each were written before the next is read.

    The ledger gets a page of what is decided; `document` gives the one of a place.
    """
    ledger.open_page(own.key for own in readings)
    return [_decision(ledger, own, partial(document, place)) for place, own in enumerate(readings)]


def _decision(ledger: Ledger, own: Reading, document: Callable[[], Document]) -> Decision:
    decision = decide(own, ledger.known(own.key), exists=_exists)
    if decision.id is None:
        decision = Decision("added", _free_id(ledger, own.key, document()))
    ledger.enter(_kept(ledger, own, decision))
    return decision


def _kept(ledger: Ledger, own: Reading, decision: Decision) -> Kept:
    """Give the article as it will be kept when the decision is carried out."""
    name = decision.id or own.key.id
    here = {own.key.origin: own.fingerprint}
    before = ledger.known(replace(own.key, id=name)).by_id
    if before is None:
        return Kept(name, own.key.digest, own.fingerprint, own.claimed, here)
    readings = before.readings | here
    if decision.status == "unchanged":
        return replace(before, readings=readings)
    return Kept(name, own.key.digest, own.fingerprint, own.claimed, readings)


def _free_id(ledger: Ledger, key: Key, document: Document) -> str:
    """Find an id for a text whose own one belongs to an article that has changed since."""
    names = (text_id(document, attempt) for attempt in count(1))
    return next(name for name in names if ledger.known(replace(key, id=name)).by_id is None)


def _exists(origin: Origin) -> bool:
    return os.path.exists(origin.path)


def _same_text(key: Key, known: Known) -> Kept | None:
    """Give the article of this very text; the one of its id may have changed since."""
    if known.by_id is not None and known.by_id.digest == key.digest:
        return known.by_id
    return known.by_text


def _seen_again(own: Reading, kept: Kept) -> Decision:
    if kept.readings.get(own.key.origin) == own.fingerprint:
        return Decision("unchanged", kept.id)
    if own.fingerprint == kept.fingerprint or own.fingerprint in kept.readings.values():
        return Decision("unchanged", kept.id, sighted=True)
    return Decision("changed", kept.id)


def _is_alone(kept: Kept, origin: Origin, exists: Callable[[Origin], bool]) -> bool:
    return not any(exists(other) for other in kept.readings if other != origin)
