"""A damaged file never ends in anything but a sentence."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from newsarc import open_store
from newsarc.errors import Damaged, StoreError
from newsarc.ingest.api import reindex
from newsarc.ingest.identity import key
from tests.store.examples import HARBOUR
from tests.store.sqlite.actions import KNOWN, READING, each, edited

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.sqlite.actions import Action


def write_at(file: Path, place: int, data: bytes) -> None:
    with file.open("r+b") as stream:
        stream.seek(place)
        stream.write(data)


class TestADamagedFile:
    def test_it_is_told_to_be_damaged(self, archive: Path) -> None:
        os.truncate(archive, archive.stat().st_size // 2)

        with closing(open_store(archive)) as store, pytest.raises(Damaged, match="restore"):
            store.get(key(HARBOUR).id)

    @each(READING | KNOWN)
    def test_it_never_ends_in_anything_but_a_sentence(self, archive: Path, act: Action) -> None:
        whole, size = archive.read_bytes(), 512
        for start in range(100, len(whole), size):
            piece = whole[start : start + size]
            write_at(archive, start, b"\xa5" * len(piece))
            with suppress(StoreError, LookupError), closing(open_store(archive)) as store:
                act(store)
            write_at(archive, start, piece)

    def test_a_document_that_cannot_be_unpacked_is_told_to_be_damaged(self, archive: Path) -> None:
        with edited(archive) as connection:
            connection.execute("UPDATE text SET body = deflated('Gefälscht.')")

        with closing(open_store(archive)) as store, pytest.raises(Damaged):
            reindex(store)
