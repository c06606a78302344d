"""What is known of documents while a run decides on them, its own decisions included."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from newsarc.store import Kept, Known
from newsarc.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsarc.records.kept import Origin
    from newsarc.store import Key, Store


class Ledger:
    """What a store keeps, as it will be when all that was entered here has been written."""

    def __init__(self, store: Store) -> None:
        """Begin with what the store knows."""
        self._store = store
        self._stored: dict[Key, Known] = {}
        self._pages: deque[list[Kept]] = deque()
        self._entered: dict[str, Kept] = {}
        self._texts: dict[str, Kept] = {}
        self._owners: dict[Origin, Kept] = {}

    def open_page(self, keys: Iterable[Key]) -> None:
        """Begin a page of entries; ask the store for many keys at once, as it stands now."""
        self._pages.append([])
        self._stored = dict(self._store.known(keys))

    def known(self, key: Key) -> Known:
        """Tell what is kept under a key."""
        if key not in self._stored:
            self._stored.update(self._store.known([key]))
        stored = self._stored[key]
        text = self._by_text(key.digest) or stored.by_text
        place = self._by_place(key.origin)
        if place is None or place.claimed or key.origin.line is not None:
            place = stored.by_origin
        by_id = self._entered.get(key.id) or stored.by_id
        by_id, by_text, by_origin = map(self._as_it_will_be, (by_id, text, place))
        if by_text is not None and by_text.digest != key.digest:
            by_text = None
        return Known(by_id, by_text, by_origin)

    def _by_text(self, digest: str) -> Kept | None:
        named = self._texts.get(digest)
        return None if named is None else self._entered.get(named.id)

    def _by_place(self, origin: Origin) -> Kept | None:
        named = self._owners.get(origin)
        return None if named is None else self._entered.get(named.id)

    def _as_it_will_be(self, kept: Kept | None) -> Kept | None:
        """Give an article without the places that are another one's by now."""
        if kept is None:
            return None
        kept = self._entered.get(kept.id, kept)
        readings = {
            origin: fingerprint
            for origin, fingerprint in kept.readings.items()
            if self._owners.get(origin, kept).id == kept.id
        }
        return replace(kept, readings=readings)

    def enter(self, kept: Kept) -> None:
        """Note that an article will be kept like this; its places are no other one's."""
        self._pages[-1].append(kept)
        self._entered[kept.id] = kept
        self._owners.update(dict.fromkeys(kept.readings, kept))
        if not kept.claimed:
            self._texts[kept.digest] = kept

    def close_page(self) -> None:
        """Let go of the first page, which has been written: the store knows it."""
        for kept in self._pages.popleft():
            _drop(self._entered, kept.id, kept)
            _drop(self._texts, kept.digest, kept)
            for origin in kept.readings:
                _drop(self._owners, origin, kept)

    def forget(self) -> None:
        """Let go of all pages: nothing of them is to be written."""
        self._pages.clear()
        self._entered.clear()
        self._texts.clear()
        self._owners.clear()


def _drop(entries: dict[Any, Kept], name: object, kept: Kept) -> None:
    """Remove an entry unless a later page has written another one over it."""
    if entries.get(name) is kept:
        del entries[name]
