"""What is known of documents while a run decides on them, its own decisions included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.store import Kept, Known

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
        self._entered: dict[str, Kept] = {}
        self._texts: dict[str, str] = {}
        self._owners: dict[Origin, str] = {}

    def consult(self, keys: Iterable[Key]) -> None:
        """Ask the store for many keys at once, as it stands now."""
        self._stored = dict(self._store.known(keys))

    def known(self, key: Key) -> Known:
        """Tell what is kept under a key."""
        if key not in self._stored:
            self._stored.update(self._store.known([key]))
        stored = self._stored[key]
        text = self._entered.get(self._texts.get(key.digest, "")) or stored.by_text
        place = self._entered.get(self._owners.get(key.origin, ""))
        if place is None or place.claimed or key.origin.line is not None:
            place = stored.by_origin
        by_id = self._entered.get(key.id) or stored.by_id
        by_id, by_text, by_origin = map(self._as_it_will_be, (by_id, text, place))
        if by_text is not None and by_text.digest != key.digest:
            by_text = None
        return Known(by_id, by_text, by_origin)

    def _as_it_will_be(self, kept: Kept | None) -> Kept | None:
        """Give an article without the places that are another one's by now."""
        if kept is None:
            return None
        kept = self._entered.get(kept.id, kept)
        readings = {
            origin: fingerprint
            for origin, fingerprint in kept.readings.items()
            if self._owners.get(origin, kept.id) == kept.id
        }
        return kept._replace(readings=readings)

    def enter(self, kept: Kept) -> None:
        """Note that an article will be kept like this; its places are no other one's."""
        self._entered[kept.id] = kept
        self._owners.update(dict.fromkeys(kept.readings, kept.id))
        if not kept.claimed:
            self._texts[kept.digest] = kept.id

    def forget(self) -> None:
        """Let go of what has been written meanwhile: the store knows it."""
        self._entered.clear()
        self._texts.clear()
        self._owners.clear()
