"""How an archive's index is written: settings that it keeps, and segments that are merged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import islice, product
from typing import TYPE_CHECKING

import pytest

from newsarc import open_store, reindex
from newsarc.query import nodes
from newsarc.store.sqlite.file import driver
from tests.store.examples import HARBOUR, add, entry, found, note

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc.store import Store


# More words than are counted in a moment.
SYLLABLES = [a + b for a in "bdfgklmnprstvwz" for b in "aeiou"]
MADE_UP = " ".join(map("".join, islice(product(SYLLABLES, repeat=3), 35_000)))
# https://sqlite.org/fileformat.html, 1.3.3: 2 would be a write-ahead log.
ROLLBACK_JOURNAL = 1


@pytest.fixture(name="archive")
def archive_fixture(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


# Segments that an index may have; above it, some are merged.
MOST = 16
# FTS5 merges sixteen segments of a level while more is added: these make two, and fifteen more.
BATCHES = 2 * 16 + 15
# Articles of a batch.
FEW = 5


@pytest.fixture(name="store")
def store_fixture(archive: Path) -> Iterator[Store]:
    with closing(open_store(archive)) as store:
        add_batches(store, 0, BATCHES)
        yield store


def add_batches(store: Store, begin: int, end: int) -> None:
    for first in range(begin * FEW, end * FEW, FEW):
        texts = (f"Fall {number} wird gemeldet." for number in range(first, first + FEW))
        add(store, [entry(note(text)) for text in texts])


def asked(archive: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(driver.connect(str(archive), write=False)) as connection:
        return connection.execute(sql).fetchall()


def segments(archive: Path) -> int:
    return len(asked(archive, "SELECT DISTINCT segid FROM words_idx"))


def test_a_file_that_was_made_without_the_settings_gets_them(archive: Path) -> None:
    sql = "SELECT k, v FROM words_config WHERE k IN ('hashsize', 'automerge') ORDER BY k"
    with closing(open_store(archive)) as store:
        add(store, [entry(HARBOUR)])
    before = asked(archive, sql)
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute("DELETE FROM words_config WHERE k IN ('hashsize', 'automerge')")

    with closing(open_store(archive)) as store:
        add_batches(store, 0, 1)

    assert asked(archive, sql) == before != []


def test_an_index_of_many_segments_is_merged_into_few(store: Store, archive: Path) -> None:
    before = segments(archive)

    shares = list(store.merge())

    assert before > MOST >= segments(archive)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert len(found(store, nodes.Term(("gemeldet",)))) == BATCHES * FEW
    assert store.check() == ()


def test_an_index_of_few_segments_is_not_written_again(archive: Path) -> None:
    with closing(open_store(archive)) as store:
        add_batches(store, 0, MOST - 1)
        list(store.merge())

        assert segments(archive) == MOST - 1
        assert list(store.merge()) == []


def test_a_few_new_articles_do_not_have_the_whole_index_written_again(
    store: Store, archive: Path
) -> None:
    list(store.merge())
    add_batches(store, BATCHES, BATCHES + 1)

    assert list(store.merge()) == []
    assert segments(archive) > 1


def test_a_merge_that_was_stopped_is_done_another_time(store: Store, archive: Path) -> None:
    next(store.merge())
    assert store.check() == ()

    list(store.merge())

    assert segments(archive) <= MOST


def test_a_merge_that_was_left_out_is_done_by_the_next(store: Store, archive: Path) -> None:
    store.close()

    with closing(open_store(archive)) as another:
        assert list(another.merge())[-1] == 1
        assert segments(archive) <= MOST
        assert list(another.merge()) == []


def test_what_cannot_be_written_is_not_merged(store: Store, archive: Path) -> None:
    store.close()
    archive.chmod(0o400)

    with closing(open_store(archive)) as another:
        assert list(another.merge()) == []


def test_an_index_that_is_made_anew_has_few_segments(store: Store, archive: Path) -> None:
    assert reindex(store, workers=1) == BATCHES * FEW
    assert segments(archive) <= MOST


def test_what_is_counted_for_a_long_while_is_told(store: Store) -> None:
    add(store, [entry(note(MADE_UP))])

    shares = list(store.merge())

    assert any(0.5 < share < 1 for share in shares)
    assert shares == sorted(shares)


def test_a_count_that_was_stopped_leaves_a_single_file(store: Store, archive: Path) -> None:
    add(store, [entry(note(MADE_UP))])
    shares = store.merge()
    assert any(share > 0.5 for share in shares)

    store.close()

    assert [file.name for file in archive.parent.iterdir()] == [archive.name]
    assert archive.read_bytes()[18] == ROLLBACK_JOURNAL


def test_counting_that_was_stopped_is_done_another_time(store: Store, archive: Path) -> None:
    next(store.merge())
    before = store.similar("gemelded")

    list(store.merge())

    assert before == store.similar("gemelded") != ()
    assert asked(archive, "SELECT count(*) FROM excerpt") > [(0,)]
