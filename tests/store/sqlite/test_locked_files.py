"""Files that may not be written, and files that another process holds."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from newsarc import open_store
from newsarc.errors import Busy, StoreError
from newsarc.query import nodes
from tests.store.examples import DOCUMENTS, HARBOUR, add, entry, found, ids
from tests.store.sqlite.actions import KNOWN, READING, WRITING, each, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.store.sqlite.actions import Action


class TestAFileThatMayNotBeWritten:
    @each(READING | KNOWN)
    def test_it_can_be_read(self, archive: Path, act: Action) -> None:
        archive.chmod(0o444)

        with closing(open_store(archive)) as store:
            act(store)

    @each(WRITING)
    def test_it_is_not_written_even_for_those_who_could(self, archive: Path, act: Action) -> None:
        archive.chmod(0o444)
        before = archive.read_bytes()

        with closing(open_store(archive)) as store, pytest.raises(StoreError, match="read-only"):
            act(store)

        assert before == archive.read_bytes()
        assert [archive.name] == names(archive)

    def test_the_log_that_a_crash_left_beside_it_stays(self, path: Path, tmp_path: Path) -> None:
        crashed = tmp_path / "crashed" / path.name
        with closing(open_store(path)) as store:
            add(store, [entry(HARBOUR)])
            shutil.copytree(path.parent, crashed.parent)
        crashed.chmod(0o444)
        before = crashed.read_bytes()

        with closing(open_store(crashed)) as store:
            assert ids([HARBOUR]) == found(store, nodes.All())

        assert before == crashed.read_bytes()
        assert f"{path.name}-wal" in names(crashed)


_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("BEGIN " + sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, lock: str) -> Iterator[None]:
    """Let another process hold a lock on a file."""
    command = [sys.executable, "-c", _HOLD, str(path), lock]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield
        process.communicate()


def outcome(path: Path, act: Action) -> object:
    try:
        with closing(open_store(path)) as store:
            return act(store)
    except Exception as error:  # noqa: BLE001 (what it is, is what is asserted)
        return type(error)


class TestAFileThatAnotherProcessHolds:
    def test_it_is_told_to_be_busy_whatever_is_wanted_of_it(self, archive: Path) -> None:
        before = archive.read_bytes()
        actions = {**READING, **WRITING, **KNOWN}
        with held(archive, "EXCLUSIVE"), ThreadPoolExecutor(len(actions)) as threads:
            outcomes = dict(
                zip(
                    actions,
                    threads.map(lambda act: outcome(archive, act), actions.values()),
                    strict=True,
                )
            )

        assert dict.fromkeys(actions, Busy) == outcomes
        assert before == archive.read_bytes()

    def test_it_can_be_read_while_the_other_prepares_to_write(self, archive: Path) -> None:
        with held(archive, "IMMEDIATE"), closing(open_store(archive)) as store:
            assert len(DOCUMENTS) == len(found(store, nodes.All()))
