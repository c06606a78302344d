"""Articles are removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.errors import Ambiguous, NotFound
from newsarc.ingest.identity import key
from newsarc.query import nodes
from newsarc.store import Known
from tests.store.examples import (
    BRIDGE,
    DOCUMENTS,
    EVENING,
    HARBOUR,
    add,
    entry,
    found,
    ids,
    known,
    note,
)

if TYPE_CHECKING:
    from newsarc.store import Store


class Removing:
    def test_a_removed_article_is_found_no_more(self, store: Store) -> None:
        store.remove(key(HARBOUR).id)

        assert ids([BRIDGE]) == found(store, "Hafen")
        assert key(HARBOUR).id not in found(store, nodes.All())

    @pytest.mark.parametrize("name", [key(HARBOUR).id, HARBOUR.origin.path], ids=["id", "path"])
    def test_a_removed_article_goes_by_no_name(self, store: Store, name: str) -> None:
        store.remove(key(HARBOUR).id)

        with pytest.raises(NotFound):
            store.get(name)

    def test_a_removed_article_is_not_known(self, store: Store) -> None:
        store.remove(key(HARBOUR).id)

        assert Known() == known(store, key(HARBOUR))

    def test_an_article_is_removed_by_a_part_of_its_id(self, store: Store) -> None:
        store.remove(key(HARBOUR).id[:4])

        assert ids([BRIDGE]) == found(store, "Hafen")

    def test_an_article_is_removed_by_its_path(self, store: Store) -> None:
        store.remove("/archiv/hafen.txt")

        assert ids([BRIDGE]) == found(store, "Hafen")

    def test_what_is_not_there_cannot_be_removed(self, store: Store) -> None:
        with pytest.raises(NotFound):
            store.remove("0" * 16)

        assert len(DOCUMENTS) == len(found(store, nodes.All()))

    def test_of_several_candidates_none_is_removed(self, empty: Store) -> None:
        lines = [note(f"Zeile {n}", "/archiv/viele.jsonl", n) for n in (1, 2)]
        add(empty, [entry(line) for line in lines])

        with pytest.raises(Ambiguous):
            empty.remove("/archiv/viele.jsonl")

        assert sorted(ids(lines)) == found(empty, nodes.All())

    def test_a_removed_article_can_be_added_again(self, store: Store) -> None:
        store.remove(key(HARBOUR).id)
        add(store, [entry(HARBOUR, added=EVENING)])

        assert entry(HARBOUR, added=EVENING).article == store.get(key(HARBOUR).id)
        assert store.check() == ()
