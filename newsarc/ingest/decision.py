"""Decides which article a document is: one in the archive, a changed one, or a new one."""

from __future__ import annotations

import os
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.ingest.identity import text_id
from newsarc.ingest.subjects import Gone, Identity
from newsarc.ingest.versions import is_older
from newsarc.readers import is_read_again
from newsarc.store import Kept, Key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsarc.ingest.pending import Pending
    from newsarc.ingest.said import Said
    from newsarc.records.kept import Origin
    from newsarc.records.read import Document, Status
    from newsarc.store import Known

# Columns have the same headline for years, and each comparison takes 0.1 ms.
_MOST_COMPARED = 20


class Decision(Struct, frozen=True):
    """What to do with a document, and the id of its article.

    `id` is None if the document is new and its own id is taken by another text. `sighted` is
    true if the archive must note what was read at this place, although the article stays as it
    is. `homeless` is the id of the article that stood at this place, if it stands nowhere now.
    """

    status: Status
    id: str | None
    sighted: bool = False
    homeless: str | None = None


class Surroundings(Struct, frozen=True):
    """What a decision may ask about the world.

    `exists` tells whether the file of an origin is still there, `said` what the document of a
    kept article says, and `version` which version of its item it is. `rereads` tells whether the
    document that is decided on has the text of a kept article, as it is read today.
    """

    exists: Callable[[Origin], bool]
    said: Callable[[str], Said | None]
    version: Callable[[str], str | None]
    rereads: Callable[[str], bool]


def decide(identity: Identity, known: Known, around: Surroundings) -> Decision:
    """Decide which article a document is.

    With a claimed id it is the article of this id. Otherwise it is the article of its text,
    unless their claimed sources contradict each other; else an edited article of its place.
    """
    same = known.by_id if identity.claimed else _same_text(identity, known.by_text, around)
    if same is not None:
        decision = _seen_again(identity, same, around)
        if decision is not None:
            return decision
    before = known.by_origin
    if before is not None and _is_edited(identity, before, around):
        return Decision("changed", before.id)
    return Decision("added", None if known.by_id else identity.key.id)


class Vacated(Struct, frozen=True):
    """What follows from a place that is gone: the id of an article that stands nowhere now."""

    homeless: str | None


def decisions(
    pending: Pending, found: Sequence[Identity | Gone], load: Callable[[int], Document]
) -> list[Decision | Vacated]:
    """Decide on the items of a chunk in order, as if each were written before the next.

    The decisions are recorded in `pending` as a chunk of their own; `load` returns the document
    of an index among the identities.
    """
    pending.begin_chunk(map(_asked, found))
    indexes = count()
    return [
        _vacated(pending, each.origin)
        if isinstance(each, Gone)
        else _decision(pending, each, partial(load, next(indexes)))
        for each in found
    ]


def _asked(each: Identity | Gone) -> Key:
    return Key("", "", each.origin) if isinstance(each, Gone) else each.key


def _vacated(pending: Pending, origin: Origin) -> Vacated:
    before = pending.known(Key("", "", origin)).by_origin
    pending.record_gone(origin)
    return Vacated(_homeless(origin, before))


def _decision(pending: Pending, identity: Identity, load: Callable[[], Document]) -> Decision:
    known = pending.known(identity.key)
    rereads = partial(_rereads, load, pending)
    around = Surroundings(_exists, pending.said, pending.version, rereads)
    decision = decide(identity, known, around)
    if decision.id is None:
        decision = Decision("added", _free_id(pending, identity.key, load()))
    before = known.by_origin
    if before is not None and before.id != decision.id:
        decision = replace(decision, homeless=_homeless(identity.key.origin, before))
    written = decision.status in {"added", "changed"}
    pending.record(_kept(identity, decision, known), identity if written else None)
    return decision


def _rereads(load: Callable[[], Document], pending: Pending, name: str) -> bool:
    older = pending.older_document(name)
    return older is not None and is_read_again(older, load())


def _homeless(origin: Origin, before: Kept | None) -> str | None:
    """Return the id of the article that stood at an origin, if it stood nowhere else."""
    return before.id if before and before.fingerprints.keys() <= {origin} else None


def _kept(identity: Identity, decision: Decision, known: Known) -> Kept:
    """Return what the store will know of the article once the decision is carried out."""
    key, fingerprint = identity.key, identity.fingerprint
    name = decision.id or key.id
    met = (known.by_id, known.by_origin, *known.by_text)
    before = next((kept for kept in met if kept is not None and kept.id == name), None)
    fingerprints = (before.fingerprints if before else {}) | {key.origin: fingerprint}
    if before is None or decision.status == "changed":
        return Kept(name, key.digest, fingerprint, identity.claimed, fingerprints, key.source)
    return replace(before, fingerprints=fingerprints)


def _free_id(pending: Pending, key: Key, document: Document) -> str:
    """Return an unused id for a text whose own id belongs to an article that has changed since."""
    names = (text_id(document, attempt) for attempt in count(1))
    return next(name for name in names if pending.known(replace(key, id=name)).by_id is None)


def _exists(origin: Origin) -> bool:
    return os.path.exists(origin.path)


def _same_text(identity: Identity, known: Iterable[Kept], around: Surroundings) -> Kept | None:
    """Return the article of this text whose claims do not contradict the document's.

    Their claimed sources must agree, and those of headlines alone in their days, too. Of several
    it is the one that was read here as the same document, else that of the same claims.
    """
    key = identity.key

    def distance(kept: Kept) -> tuple[bool, bool, bool, bool]:
        here = kept.fingerprints.get(key.origin)
        same_claim = kept.source == key.source
        return here != identity.fingerprint, not same_claim, here is None, kept.id != key.id

    agreeing = (kept for kept in known if _agrees(identity, kept))
    nearest = sorted(agreeing, key=distance)[:_MOST_COMPARED]
    return next((kept for kept in nearest if _is_of_its_day(identity, kept, around)), None)


def _agrees(identity: Identity, kept: Kept) -> bool:
    """Whether the claimed sources of a document and an article do not contradict each other."""
    own = identity.key.source
    return own is None or kept.source in {None, own}


def _is_of_its_day(identity: Identity, kept: Kept, around: Surroundings) -> bool:
    """Whether an article of the same text is no equal headline of another day."""
    if identity.said is None or not identity.said.is_headline:
        return True
    first = around.said(kept.id)
    return first is None or not identity.said.contradicts(first, "day")


def _seen_again(identity: Identity, kept: Kept, around: Surroundings) -> Decision | None:
    """Decide on a document whose article is known; None if it should become one of its own."""
    # A claimed id stands for one article, whatever its source.
    brings_source = not identity.claimed and kept.source is None and identity.key.source is not None
    was_read = kept.fingerprints.get(identity.key.origin) == identity.fingerprint
    if was_read and not brings_source:
        return Decision("unchanged", kept.id)
    if identity.version is not None and is_older(identity.version, around.version(kept.id)):
        return Decision("unchanged", kept.id, sighted=True)
    is_copy = any(_others(identity, kept, around))
    if _is_as_read(identity, kept):
        return _copy(kept, is_copy=is_copy)
    if identity.claimed or _may_change(identity, kept, around, is_copy=is_copy):
        return Decision("changed", kept.id)
    return None if brings_source else _copy(kept, is_copy=is_copy)


def _copy(kept: Kept, *, is_copy: bool) -> Decision:
    """Decide on a document that says nothing new; it is a copy if another one stands elsewhere."""
    return Decision("duplicate" if is_copy else "unchanged", kept.id, sighted=True)


def _is_as_read(identity: Identity, kept: Kept) -> bool:
    """Whether the document is the one of the article, or for a claimed id, of any of its origins.

    Each of the documents with a claimed id has changed the article in its turn.
    """
    known = kept.fingerprints.values() if identity.claimed else ()
    return identity.fingerprint in (kept.fingerprint, *known)


def _may_change(identity: Identity, kept: Kept, around: Surroundings, *, is_copy: bool) -> bool:
    """Whether the article takes over what a document of its text claims.

    It does if the document that it was made of stands nowhere else, or claims less. Where other
    documents stand, it does not lose its source: theirs must not contradict it.
    """
    if is_copy and kept.source is not None and identity.key.source is None:
        return False
    if kept.fingerprint not in _others(identity, kept, around):
        return True
    first, own = around.said(kept.id), identity.said
    return first is not None and own is not None and own.exceeds(first)


def _others(identity: Identity, kept: Kept, around: Surroundings) -> Iterator[str]:
    """Yield the fingerprints of the documents that stand at other origins of an article.

    What comes later in the same file is yet to be read: it may have moved up to this place.
    """
    here = identity.key.origin
    for origin, read in kept.fingerprints.items():
        if around.exists(origin) if origin.path != here.path else _is_before(origin, here):
            yield read


def _is_before(origin: Origin, here: Origin) -> bool:
    """Whether an origin stands in another member, or before a place, of the same file."""
    return origin.member != here.member or _number(origin) < _number(here)


def _number(origin: Origin) -> int:
    """Return the line or the offset; -1 where a document stands alone."""
    return next((at for at in (origin.line, origin.offset) if at is not None), -1)


def _is_edited(identity: Identity, before: Kept, around: Surroundings) -> bool:
    """Whether a document is the article that stood at its place, with another text.

    A file may say anything new. A line must have kept its headline or its body: lines shift, and
    files are filled anew. If the former text still stands elsewhere, it is another article, unless
    only our reading of it has changed.
    """
    here = identity.key.origin
    others = (origin for origin in before.fingerprints if origin != here)
    if identity.claimed or before.claimed:
        return False
    if any(map(around.exists, others)):
        return _agrees(identity, before) and around.rereads(before.id)
    if _number(here) < 0:
        return True
    earlier, own = around.said(before.id), identity.said
    return earlier is not None and own is not None and own.edits(earlier)
