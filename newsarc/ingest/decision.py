"""Decides which article a document is: one in the archive, a changed one, or a new one."""

from __future__ import annotations

import os
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.ingest.identity import claimed_id, fingerprint, key, text_id
from newsarc.store import Kept, Key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsarc.ingest.pending import Pending
    from newsarc.records.kept import Origin
    from newsarc.records.read import Document, Status
    from newsarc.store import Known


class Identity(Struct, frozen=True):
    """Everything about a document that a decision needs, without its text.

    `claimed` is true if the id rests on a URL or on a source with its own id, false if it rests
    on the text; `size` is the number of bytes read for the document, and `notes` are its notes.
    """

    key: Key
    fingerprint: str
    claimed: bool
    size: int
    notes: tuple[str, ...] = ()


def identify(document: Document) -> Identity:
    """Return the identity of a document."""
    claimed = claimed_id(document) is not None
    return Identity(key(document), fingerprint(document), claimed, document.size, document.notes)


class Decision(Struct, frozen=True):
    """What to do with a document, and the id of its article.

    `id` is None if the document is new and its own id is taken by another text. `sighted` is
    true if an unchanged document was read from a new place.
    """

    status: Status
    id: str | None
    sighted: bool = False


def decide(identity: Identity, known: Known, *, exists: Callable[[Origin], bool]) -> Decision:
    """Decide which article a document is.

    A file whose text changes keeps its article, unless that article is still read from another
    place: then the file becomes an article of its own. `exists` tells whether the file of an
    origin is still there.
    """
    same = known.by_id if identity.claimed else _same_text(identity.key, known)
    if same is not None:
        return _seen_again(identity, same)
    before = known.by_origin
    if not identity.claimed and before and _is_only_origin(identity.key.origin, before, exists):
        return Decision("changed", before.id)
    return Decision("added", None if known.by_id else identity.key.id)


def decisions(
    pending: Pending, identities: Sequence[Identity], load: Callable[[int], Document]
) -> list[Decision]:
    """Decide on the documents of a chunk in order, as if each were written before the next.

    The decisions are recorded in `pending` as a chunk of their own; `load` returns the document
    of an index.
    """
    pending.begin_chunk(identity.key for identity in identities)
    return [
        _decision(pending, identity, partial(load, index))
        for index, identity in enumerate(identities)
    ]


def _decision(pending: Pending, identity: Identity, load: Callable[[], Document]) -> Decision:
    decision = decide(identity, pending.known(identity.key), exists=_exists)
    if decision.id is None:
        decision = Decision("added", _free_id(pending, identity.key, load()))
    pending.record(_kept(pending, identity, decision))
    return decision


def _kept(pending: Pending, identity: Identity, decision: Decision) -> Kept:
    """Return what the store will know of the article once the decision is carried out."""
    key = identity.key
    name = decision.id or key.id
    here = {key.origin: identity.fingerprint}
    before = pending.known(replace(key, id=name)).by_id
    if before is None:
        return Kept(name, key.digest, identity.fingerprint, identity.claimed, here)
    fingerprints = before.fingerprints | here
    if decision.status == "unchanged":
        return replace(before, fingerprints=fingerprints)
    return Kept(name, key.digest, identity.fingerprint, identity.claimed, fingerprints)


def _free_id(pending: Pending, key: Key, document: Document) -> str:
    """Return an unused id for a text whose own id belongs to an article that has changed since."""
    names = (text_id(document, attempt) for attempt in count(1))
    return next(name for name in names if pending.known(replace(key, id=name)).by_id is None)


def _exists(origin: Origin) -> bool:
    return os.path.exists(origin.path)


def _same_text(key: Key, known: Known) -> Kept | None:
    """Return the article of this text; the one that has its id may have changed since."""
    if known.by_id is not None and known.by_id.digest == key.digest:
        return known.by_id
    return known.by_text


def _seen_again(identity: Identity, kept: Kept) -> Decision:
    if kept.fingerprints.get(identity.key.origin) == identity.fingerprint:
        return Decision("unchanged", kept.id)
    if identity.fingerprint in (kept.fingerprint, *kept.fingerprints.values()):
        return Decision("unchanged", kept.id, sighted=True)
    return Decision("changed", kept.id)


def _is_only_origin(origin: Origin, kept: Kept, exists: Callable[[Origin], bool]) -> bool:
    """Whether no other origin of the article is still there."""
    return not any(exists(other) for other in kept.fingerprints if other != origin)
