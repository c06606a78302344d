"""What the store will know once all pending decisions of a run are written."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from newsarc.ingest.said import Said, said
from newsarc.store import Kept, Known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsarc.ingest.subjects import Identity
    from newsarc.records.kept import Origin
    from newsarc.records.read import Document
    from newsarc.store import Key, Store


# The article of a place where none stands.
_NONE = Kept("", "", "", claimed=False, fingerprints={})


class Pending:
    """The store's knowledge together with decisions that are not written yet.

    Decisions are grouped in chunks, which are written in the order in which they were made.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stored: dict[Key, Known] = {}
        self._chunks: deque[list[Kept]] = deque()
        self._articles: dict[str, Kept] = {}
        self._written: dict[str, Identity] = {}
        self._texts: dict[str, dict[str, Kept]] = {}
        self._owners: dict[Origin, Kept] = {}

    def begin_chunk(self, keys: Iterable[Key]) -> None:
        """Begin a chunk of decisions; look up the keys of its documents in the store at once."""
        self._chunks.append([])
        self._stored = dict(self._store.known(keys))

    def known(self, key: Key) -> Known:
        """Return the articles that a key may mean, as the store will have them."""
        if key not in self._stored:
            self._stored.update(self._store.known([key]))
        stored = self._stored[key]
        return Known(
            self._updated(self._articles.get(key.id) or stored.by_id),
            self._by_text(key.digest, stored.by_text),
            self._by_origin(key.origin, stored.by_origin),
        )

    def said(self, name: str) -> Said | None:
        """Return what the document says that an article was made of; None if it is gone."""
        if name in self._written:
            return self._written[name].said
        document = self.older_document(name)
        return None if document is None else said(document)

    def version(self, name: str) -> str | None:
        """Return the version of the item that an article was made of, if it has one."""
        if name in self._written:
            return self._written[name].version
        document = self.older_document(name)
        return None if document is None else document.version

    def older_document(self, name: str) -> Document | None:
        """Return the document that an article in the store was made of; None if it is gone."""
        return self._store.read_document(name)

    def _by_text(self, digest: str, stored: Iterable[Kept]) -> tuple[Kept, ...]:
        found = {kept.id: kept for kept in stored} | self._texts.get(digest, {})
        updated = (self._updated(found[name]) for name in sorted(found))
        return tuple(kept for kept in updated if kept is not None and kept.digest == digest)

    def _by_origin(self, origin: Origin, stored: Kept | None) -> Kept | None:
        owner = self._owners.get(origin)
        kept = stored if owner is None else self._articles.get(owner.id)
        return self._updated(kept)

    def _updated(self, kept: Kept | None) -> Kept | None:
        """Return an article as it will be, without the origins that will be another one's."""
        if kept is None:
            return None
        kept = self._articles.get(kept.id, kept)
        fingerprints = {
            origin: fingerprint
            for origin, fingerprint in kept.fingerprints.items()
            if self._owners.get(origin, kept).id == kept.id
        }
        return replace(kept, fingerprints=fingerprints)

    def record(self, kept: Kept, written: Identity | None) -> None:
        """Record in the newest chunk how an article will be; its origins become its alone.

        `written` is the identity of the document that it is made of now, if that is a new one.
        """
        self._chunks[-1].append(kept)
        self._articles[kept.id] = kept
        if written is not None:
            self._written[kept.id] = written
        self._owners.update(dict.fromkeys(kept.fingerprints, kept))
        if not kept.claimed:
            self._texts.setdefault(kept.digest, {})[kept.id] = kept

    def record_gone(self, origin: Origin) -> None:
        """Record in the newest chunk that no article will stand at a place."""
        nobody = replace(_NONE, fingerprints={origin: ""})
        self._chunks[-1].append(nobody)
        self._owners[origin] = nobody

    def drop_written_chunk(self) -> None:
        """Drop the oldest chunk: it is written, and the store knows it."""
        for kept in self._chunks.popleft():
            if _drop(self._articles, kept.id, kept):
                self._written.pop(kept.id, None)
            texts = self._texts.get(kept.digest, {})
            if _drop(texts, kept.id, kept) and not texts:
                del self._texts[kept.digest]
            for origin in kept.fingerprints:
                _drop(self._owners, origin, kept)

    def clear(self) -> None:
        """Drop all chunks: none of them will be written."""
        self._chunks.clear()
        self._articles.clear()
        self._written.clear()
        self._texts.clear()
        self._owners.clear()


def _drop(entries: dict[Any, Kept], name: object, kept: Kept) -> bool:
    """Remove an entry unless a later chunk has replaced it; return whether it was removed."""
    if entries.get(name) is not kept:
        return False
    del entries[name]
    return True
