"""What the store will know once all pending decisions of a run are written."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from newsarc.store import Kept, Known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsarc.records.kept import Origin
    from newsarc.store import Key, Store


class Pending:
    """The store's knowledge together with decisions that are not written yet.

    Decisions are grouped in chunks, which are written in the order in which they were made.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stored: dict[Key, Known] = {}
        self._chunks: deque[list[Kept]] = deque()
        self._articles: dict[str, Kept] = {}
        self._texts: dict[str, Kept] = {}
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
        by_id = self._updated(self._articles.get(key.id) or stored.by_id)
        by_text = self._updated(self._by_text(key.digest) or stored.by_text)
        if by_text is not None and by_text.digest != key.digest:
            by_text = None
        return Known(by_id, by_text, self._updated(self._by_origin(key.origin, stored.by_origin)))

    def _by_text(self, digest: str) -> Kept | None:
        kept = self._texts.get(digest)
        return None if kept is None else self._articles.get(kept.id)

    def _by_origin(self, origin: Origin, stored: Kept | None) -> Kept | None:
        """Return the article without a claimed id that a whole file is read as."""
        owner = self._owners.get(origin)
        kept = None if owner is None else self._articles.get(owner.id)
        return stored if kept is None or kept.claimed or origin.line is not None else kept

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

    def record(self, kept: Kept) -> None:
        """Record in the newest chunk how an article will be; its origins become its alone."""
        self._chunks[-1].append(kept)
        self._articles[kept.id] = kept
        self._owners.update(dict.fromkeys(kept.fingerprints, kept))
        if not kept.claimed:
            self._texts[kept.digest] = kept

    def drop_written_chunk(self) -> None:
        """Drop the oldest chunk: it is written, and the store knows it."""
        for kept in self._chunks.popleft():
            _drop(self._articles, kept.id, kept)
            _drop(self._texts, kept.digest, kept)
            for origin in kept.fingerprints:
                _drop(self._owners, origin, kept)

    def clear(self) -> None:
        """Drop all chunks: none of them will be written."""
        self._chunks.clear()
        self._articles.clear()
        self._texts.clear()
        self._owners.clear()


def _drop(entries: dict[Any, Kept], name: object, kept: Kept) -> None:
    """Remove an entry unless a later chunk has replaced it."""
    if entries.get(name) is kept:
        del entries[name]
