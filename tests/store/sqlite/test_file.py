"""The archive's file: when it is made, its name, and that it stays a single one."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from newsarc import open_store
from newsarc.errors import NoArchive, StoreError
from newsarc.ingest.identity import key
from newsarc.query import nodes
from newsarc.store import Known
from tests.store.examples import BRIDGE, DOCUMENTS, HARBOUR, add, entry, found, ids, known, rebuild
from tests.store.sqlite.actions import KNOWN, NEW, READING, WRITING, each, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc.store import Entry
    from tests.store.sqlite.actions import Action


class TestItsFile:
    @each(READING | WRITING | KNOWN)
    def test_only_adding_makes_it(self, path: Path, act: Action) -> None:
        with closing(open_store(path)) as store, suppress(NoArchive):
            act(store)

        assert path.exists() == (act is WRITING["add"])

    @each({name: act for name, act in (READING | WRITING).items() if name != "add"})
    def test_where_it_is_missing_the_way_to_make_it_is_told(self, path: Path, act: Action) -> None:
        with closing(open_store(path)) as store, pytest.raises(NoArchive, match="newsarc ingest"):
            act(store)

    def test_nothing_is_known_where_it_is_missing(self, path: Path) -> None:
        with closing(open_store(path)) as store:
            assert known(store, key(HARBOUR)) == Known()

    @each({name: act for name, act in (READING | WRITING).items() if name != "add"})
    def test_an_empty_file_is_no_archive_yet(self, path: Path, act: Action) -> None:
        path.touch()

        with closing(open_store(path)) as store, pytest.raises(NoArchive):
            act(store)

        assert path.stat().st_size == 0

    def test_an_empty_file_becomes_an_archive(self, path: Path) -> None:
        path.touch()

        with closing(open_store(path)) as store:
            add(store, [entry(HARBOUR)])
            assert ids([HARBOUR]) == found(store, "Hafen")

    def test_without_its_folder_it_cannot_be_made(self, tmp_path: Path) -> None:
        store = open_store(tmp_path / "missing" / "archive.db")

        with closing(store), pytest.raises(StoreError, match="does its folder exist"):
            add(store, [entry(HARBOUR)])

    @pytest.mark.parametrize(
        "name",
        [
            "ein archiv.db",
            "möwe.db",
            "50%.db",
            "a%20b.db",
            "wer?.db",
            "x?mode=memory&cache=shared.db",
            "nr#1.db",
            "it's.db",
            "file:x.db",
            ":memory:",
            "-a",
            "ohne",
        ],
    )
    def test_it_may_have_any_name(self, path: Path, name: str) -> None:
        path = path.with_name(name)
        with closing(open_store(path)) as store:
            add(store, [entry(HARBOUR)])
        with closing(open_store(path)) as store:
            assert ids([HARBOUR]) == found(store, "Hafen")

        assert [name] == names(path)

    def test_its_header_says_whose_it_is(self, archive: Path) -> None:
        assert archive.read_bytes()[68:72] == b"nwsa"

    def test_it_is_a_single_one_after_closing(self, archive: Path) -> None:
        with closing(open_store(archive)) as store:
            add(store, [entry(NEW)])
            found(store, "Hafen")

        assert [archive.name] == names(archive)

    def test_it_is_a_single_one_after_an_error(self, archive: Path) -> None:
        with closing(open_store(archive)) as store, pytest.raises(ZeroDivisionError):
            rebuild(store, (entry(NEW, f"{1 // number}") for number in (1, 0)))

        assert [archive.name] == names(archive)

    @pytest.mark.parametrize("first", [0, 1], ids=["writer closes first", "reader closes first"])
    def test_it_is_a_single_one_after_a_reader_and_a_writer(
        self, archive: Path, first: int
    ) -> None:
        writer, reader = open_store(archive), open_store(archive)
        add(writer, [entry(NEW)])
        found(reader, nodes.All())
        for store in (writer, reader)[:: -1 if first else 1]:
            store.close()

        assert [archive.name] == names(archive)
        assert archive.read_bytes()[18:20] == b"\x01\x01"  # no write-ahead log is expected

    def test_it_is_a_single_one_after_two_writers(self, archive: Path) -> None:
        with closing(open_store(archive)) as one, closing(open_store(archive)) as another:
            add(one, [entry(NEW)])
            another.remove(key(NEW).id)

        assert [archive.name] == names(archive)

    def test_reading_leaves_every_byte_as_it_was(self, archive: Path) -> None:
        before = archive.read_bytes()
        with closing(open_store(archive)) as store:
            for act in READING.values():
                act(store)

        assert before == archive.read_bytes()

    def test_what_was_added_is_there_when_it_is_opened_again(self, archive: Path) -> None:
        with closing(open_store(archive)) as store:
            assert sorted(ids(DOCUMENTS)) == sorted(found(store, nodes.All()))

    def test_what_was_added_survives_a_crash(self, path: Path, tmp_path: Path) -> None:
        crashed = tmp_path / "crashed" / path.name
        with closing(open_store(path)) as store:
            add(store, [entry(HARBOUR)])
            add(store, [entry(BRIDGE)])
            shutil.copytree(path.parent, crashed.parent)

        with closing(open_store(crashed)) as store:
            assert sorted(ids([HARBOUR, BRIDGE])) == sorted(found(store, nodes.All()))
            assert store.check() == ()

    def test_others_read_while_it_is_written(self, archive: Path) -> None:
        seen: list[list[str]] = []
        with closing(open_store(archive)) as writer, closing(open_store(archive)) as reader:

            def entries() -> Iterator[Entry]:
                yield entry(replace(HARBOUR, title="Neu gefasst"), key(HARBOUR).id)
                seen.append(found(reader, "gesperrt"))

            rebuild(writer, entries())
            seen.append(found(reader, "gefasst"))

        assert [ids([HARBOUR])] * 2 == seen

    def test_a_write_by_one_store_is_seen_by_another(self, archive: Path) -> None:
        with closing(open_store(archive)) as one, closing(open_store(archive)) as another:
            assert found(one, "danach") == []
            add(another, [entry(NEW)])

            assert ids([NEW]) == found(one, "danach")

    def test_within_one_reading_nothing_changes(self, archive: Path) -> None:
        with closing(open_store(archive)) as one, closing(open_store(archive)) as another:
            add(another, [entry(HARBOUR)])
            with one.snapshot():
                assert found(one, "danach") == []
                add(another, [entry(NEW)])
                assert found(one, "danach") == []

            assert ids([NEW]) == found(one, "danach")
