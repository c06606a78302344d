"""Files that are not newsarc's, or a newer newsarc's, are refused and left untouched."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsarc import open_store
from newsarc.errors import FromTheFuture, NotAnArchive, StoreError
from tests.store.sqlite.actions import KNOWN, READING, WRITING, each, edited, names

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.sqlite.actions import Action


STRANGE: dict[str, bytes] = {
    "text": "Ein Einkaufszettel: Milch, Brot, Käse.\n".encode() * 9,
    "one byte": b"\n",
    "null bytes": bytes(4096),
    "a header cut short": b"SQLite format 3\0",
}


class TestAFileThatIsNotItsOwn:
    @pytest.mark.parametrize("content", STRANGE.values(), ids=STRANGE.keys())
    def test_it_is_refused_and_left_untouched(self, path: Path, content: bytes) -> None:
        path.write_bytes(content)

        with pytest.raises(NotAnArchive, match="is not a newsarc archive"):
            open_store(path)

        assert content == path.read_bytes()
        assert [path.name] == names(path)

    @pytest.mark.parametrize("mode", ["DELETE", "WAL"])
    def test_the_database_of_another_application_is_refused(self, path: Path, mode: str) -> None:
        with edited(path) as connection:
            connection.execute(f"PRAGMA journal_mode = {mode}")
            connection.execute("CREATE TABLE article (id TEXT)")
        before = path.read_bytes()

        with pytest.raises(NotAnArchive):
            open_store(path)

        assert before == path.read_bytes()
        assert [path.name] == names(path)

    def test_a_folder_is_refused(self, path: Path) -> None:
        path.mkdir()

        with pytest.raises(NotAnArchive, match="is a folder"):
            open_store(path)

        assert list(path.iterdir()) == []

    def test_a_pipe_is_refused_and_nothing_is_taken_out_of_it(self, path: Path) -> None:
        os.mkfifo(path)
        with open(os.open(path, os.O_RDWR | os.O_NONBLOCK), "r+b", buffering=0) as pipe:
            pipe.write(b"x" * 200)

            with pytest.raises(StoreError):
                open_store(path)

            assert pipe.read(1000) == b"x" * 200

    def test_what_came_after_opening_is_left_untouched(self, path: Path) -> None:
        with closing(open_store(path)) as store:
            path.write_text("Ein Einkaufszettel")
            for act in (WRITING["add"], READING["find"]):
                with pytest.raises(NotAnArchive):
                    act(store)

        assert path.read_text() == "Ein Einkaufszettel"

    @each(READING | WRITING | KNOWN)
    def test_an_archive_of_a_newer_newsarc_is_left_untouched(
        self, archive: Path, act: Action
    ) -> None:
        with edited(archive) as connection:
            connection.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
                " VALUES ('newsarc', '999_from_tomorrow', '2099-01-01')"
            )
        before = archive.read_bytes()

        with closing(open_store(archive)) as store:
            for _ in range(2):
                with pytest.raises(FromTheFuture, match="newer newsarc"):
                    act(store)

        assert before == archive.read_bytes()
        assert [archive.name] == names(archive)
