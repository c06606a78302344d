"""Checking an archive while others write to it, and checks that are broken off."""

from __future__ import annotations

from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING

import pytest

from newsarc import open_store
from newsarc.store.sqlite.audit.structure import verdict
from newsarc.store.sqlite.file import driver
from tests.store.examples import add, entry, found, ids, note
from tests.store.sqlite.actions import edited, names

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path

NEW = note("Inzwischen geschrieben.")


def once(act: Callable[[], object], times: int = 1) -> Callable[[float], object]:
    """A progress that does something the first times it is told."""
    left = iter(range(times))
    return lambda _: act() if next(left, None) is not None else None


def write_and_close(path: Path, number: int = 0) -> None:
    with closing(open_store(path)) as other:
        add(other, [entry(note(f"Inzwischen geschrieben, zum {number}. Mal."))])


class TestMeanwhile:
    def test_another_process_may_write_and_be_done(self, archive: Path) -> None:
        with closing(open_store(archive)) as store:
            assert store.check(once(lambda: write_and_close(archive))) == ()
            assert len(found(store, "inzwischen")) == 1

    def test_another_process_may_write_twice_and_be_done(self, archive: Path) -> None:
        numbers = count()
        act = once(lambda: write_and_close(archive, next(numbers)), times=2)

        with closing(open_store(archive)) as store:
            assert store.check(act) == ()
            assert len(found(store, "inzwischen")) == 2

    def test_another_process_may_begin_and_stay(self, archive: Path) -> None:
        with closing(open_store(archive)) as store, closing(open_store(archive)) as other:
            assert store.check(once(lambda: add(other, [entry(NEW)]))) == ()
            assert ids([NEW]) == found(store, "inzwischen")

        assert [archive.name] == names(archive)

    def test_another_process_that_writes_already_may_go_on(self, archive: Path) -> None:
        with closing(open_store(archive)) as store, closing(open_store(archive)) as other:
            add(other, [entry(note("Vorher geschrieben."))])

            assert store.check(once(lambda: add(other, [entry(NEW)]))) == ()
            assert ids([NEW]) == found(store, "inzwischen")

    def test_what_was_written_is_checked_too(self, archive: Path) -> None:
        def damage() -> None:
            with edited(archive) as connection:
                connection.execute("DELETE FROM form")

        with closing(open_store(archive)) as store:
            (told,) = store.check(once(damage))

        assert "patterns" in told

    def test_a_check_that_is_broken_off_leaves_nothing(self, archive: Path) -> None:
        before = archive.read_bytes()

        def stop() -> None:
            raise KeyboardInterrupt

        with closing(open_store(archive)) as store, pytest.raises(KeyboardInterrupt):
            store.check(once(stop))

        assert before == archive.read_bytes()
        assert [archive.name] == names(archive)


@pytest.fixture
def large(path: Path) -> Iterator[sqlite3.Connection]:
    """A database that takes SQLite some steps to check."""
    with closing(driver.connect(str(path), write=True)) as connection:
        connection.execute("CREATE TABLE number (number INTEGER UNIQUE)")
        values = ((number,) for number in range(60_000))
        connection.executemany("INSERT INTO number VALUES (?)", values)
        yield connection


class TestTheStructure:
    def test_progress_rises_while_sqlite_checks_it(self, large: sqlite3.Connection) -> None:
        shares: list[float] = []

        assert verdict(large, shares.append) == "ok"
        assert shares == sorted(shares)
        assert 0 < shares[0] <= shares[-1] <= 1

    @pytest.mark.parametrize("reason", [KeyboardInterrupt, BrokenPipeError])
    def test_what_progress_raises_ends_it(
        self, large: sqlite3.Connection, reason: type[BaseException]
    ) -> None:
        def stop(_share: float) -> None:
            raise reason

        with pytest.raises(reason):
            verdict(large, stop)

        assert large.execute("SELECT count(*) FROM number").fetchone() == (60_000,)
