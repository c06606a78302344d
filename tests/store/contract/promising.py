"""What an engine promises beyond the contract's least, it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.examples import BRIDGE, HARBOUR, add, entry, found, ids

if TYPE_CHECKING:
    from newsarc.store import Store


class Promising:
    def test_an_archive_has_files_here_if_it_promises_to_be_local(self, store: Store) -> None:
        assert bool(store.files) == store.promises.local

    def test_what_is_kept_is_found_at_once_if_that_is_promised(self, empty: Store) -> None:
        add(empty, [entry(HARBOUR)])
        first = found(empty, "Hafen")
        empty.remove(ids([HARBOUR])[0])

        assert (first, found(empty, "Hafen")) == (ids([HARBOUR]), []) or (
            not empty.promises.immediate
        )

    def test_a_pattern_finds_every_form_that_ends_so_if_that_is_promised(
        self, empty: Store
    ) -> None:
        add(empty, [entry(HARBOUR), entry(BRIDGE)])
        every = set(ids([HARBOUR, BRIDGE]))

        assert set(found(empty, "*fen")) == every or not empty.promises.all_forms
