"""Documents are given back, and the archive is built from them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from newsarc.ingest.api import reindex
from newsarc.ingest.identity import key
from newsarc.records.kept import Origin
from tests.store.examples import (
    DOCUMENTS,
    EVENING,
    HARBOUR,
    MORNING,
    add,
    all_of,
    copy_of,
    entry,
    found,
    ids,
    note,
    rebuild,
    retitled,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.store import Entry, Store


class Rebuilding:
    def test_every_document_is_given_back(self, store: Store) -> None:
        kept = {name: replace(document, size=0) for name, document in store.documents()}

        assert kept == {key(document).id: document for document in DOCUMENTS}

    def test_the_document_last_read_is_given_back(self, store: Store) -> None:
        anew = replace(HARBOUR, body="Der Kai ist leer.", origin=Origin("/archiv/neu.txt"))
        add(store, [entry(anew, key(HARBOUR).id)])

        assert anew == dict(store.documents())[key(HARBOUR).id]

    def test_more_documents_than_a_batch_are_given_back(self, empty: Store) -> None:
        documents = [note(f"Nummer {n}.", f"/viele/{n}.txt") for n in range(1100)]
        add(empty, [entry(document) for document in documents])

        assert sorted(ids(documents)) == sorted(name for name, _ in empty.documents())

    def test_rebuilding_replaces_what_is_asserted(self, store: Store) -> None:
        rebuild(store, retitled(store))

        assert {"Neu gefasst"} == {store.get(key(document).id).title for document in DOCUMENTS}
        assert len(DOCUMENTS) == len(found(store, "gefasst"))
        assert found(store, "gesperrt") == []

    def test_rebuilding_keeps_places_and_when_articles_were_added(self, empty: Store) -> None:
        add(empty, [entry(HARBOUR, added=MORNING)], [copy_of(HARBOUR)])
        before = empty.get(key(HARBOUR).id)
        rebuild(empty, [entry(HARBOUR, added=EVENING)])

        assert before == empty.get(before.id)

    def test_rebuilding_from_the_documents_changes_nothing(self, store: Store) -> None:
        before = all_of(store)

        assert reindex(store) == len(DOCUMENTS)
        assert before == all_of(store)
        assert store.check() == ()

    def test_an_interrupted_rebuilding_leaves_everything_as_it_was(self, store: Store) -> None:
        add(store, [entry(note(f"Nummer {n}.", f"/viele/{n}.txt")) for n in range(600)])
        before = all_of(store)

        def entries() -> Iterator[Entry]:
            yield from retitled(store)
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            rebuild(store, entries())

        assert before == all_of(store)
        assert store.check() == ()
