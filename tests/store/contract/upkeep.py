"""Checking, closing, and the files that belong to a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from newsarc.ingest.identity import key
from newsarc.query import nodes
from tests.store.examples import BRIDGE, HARBOUR, add, entry, found, ids, note

if TYPE_CHECKING:
    from pathlib import Path

    from newsarc.store import Store


class Upkeep:
    def test_nothing_is_wrong_with_a_store_that_was_used(self, store: Store) -> None:
        add(store, [entry(replace(HARBOUR, body="Der Kai ist leer."), key(HARBOUR).id)])
        store.remove(key(BRIDGE).id)

        assert store.check() == ()

    def test_a_check_tells_how_far_it_is(self, store: Store) -> None:
        shares: list[float] = []
        store.check(shares.append)

        assert shares == sorted(shares)
        assert (min(shares) >= 0, shares[-1]) == (True, 1)

    def test_a_check_ends_when_its_progress_raises(self, store: Store) -> None:
        def stop(_share: float) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            store.check(stop)

        assert store.check() == ()
        add(store, [entry(note("Danach gelesen."))])

    def test_a_closed_store_may_be_used_again(self, store: Store) -> None:
        store.close()
        store.close()
        add(store, [entry(note("Danach gelesen."))])

        assert ids([note("Danach gelesen.")]) == found(store, "danach")

    def test_no_file_of_the_store_is_to_be_read_as_a_document(
        self, store: Store, tmp_path: Path
    ) -> None:
        found(store, nodes.All())

        assert {str(file) for file in tmp_path.iterdir()} <= set(store.files)
