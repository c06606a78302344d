from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import newsarc
from newsarc.ingest.workers import WorkerPool, usable_cores
from newsarc.query import nodes
from tests.cli.conftest import many_articles, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# In bytes: work that is worth a process, and work that is not.
MUCH = 10_000_000
LITTLE = 10


def nothing() -> None:
    """Load nothing."""


@pytest.fixture(name="pool")
def pool_fixture() -> Iterator[WorkerPool]:
    with closing(WorkerPool(2, nothing)) as pool:
        yield pool


def test_what_is_little_is_done_in_this_process(pool: WorkerPool) -> None:
    tasks = [pool.submit(LITTLE, os.getpid) for _ in range(3)]

    assert {task.result() for task in tasks} == {os.getpid()}
    assert multiprocessing.active_children() == []


def met(fifo: str, mode: str) -> int:
    """Wait until another process opens the other end."""
    with open(fifo, mode):
        return os.getpid()


def test_what_is_much_is_done_in_others_at_the_same_time(pool: WorkerPool, tmp_path: Path) -> None:
    fifo = str(tmp_path / "fifo")
    os.mkfifo(fifo)
    tasks = [pool.submit(MUCH, met, fifo, mode) for mode in ("rb", "wb")]

    pids = {task.result() for task in tasks}

    assert len(pids - {os.getpid()}) == 2


def test_one_worker_is_this_process() -> None:
    with closing(WorkerPool(1, nothing)) as pool:
        assert pool.submit(MUCH, os.getpid).result() == os.getpid()


def test_each_task_has_its_own_answer(pool: WorkerPool) -> None:
    tasks = [pool.submit(MUCH, abs, -number) for number in range(50)]

    assert [task.result() for task in reversed(tasks)] == list(reversed(range(50)))


def test_answers_larger_than_a_pipe_do_not_block_calls_larger_than_a_pipe(pool: WorkerPool) -> None:
    data = b"a" * 1_000_000
    tasks = [pool.submit(MUCH, bytes.upper, data) for _ in range(8)]

    assert {task.result() for task in tasks} == {data.upper()}


def test_a_bug_comes_back_with_its_type_and_its_place(pool: WorkerPool) -> None:
    task = pool.submit(MUCH, int, "eins")

    with pytest.raises(ValueError, match="invalid literal") as caught:
        task.result()

    assert "Traceback" in caught.value.__notes__[0]


@pytest.mark.parametrize(
    ("end", "argument", "how"),
    [
        (os._exit, 7, "ended with exit code 7"),
        (signal.raise_signal, signal.SIGKILL, "was killed by signal 9"),
    ],
)
def test_a_worker_that_ends_early_is_named_with_the_remedy(
    pool: WorkerPool, end: object, argument: int, how: str
) -> None:
    assert callable(end)
    task = pool.submit(MUCH, end, argument)

    with pytest.raises(newsarc.WorkerLost, match=rf"the worker process \d+ {how}") as caught:
        task.result()

    assert caught.value.remedy is not None
    assert "--workers 1" in caught.value.remedy


def test_no_process_stays_behind_when_work_is_left_undone() -> None:
    with closing(WorkerPool(2, nothing)) as pool:
        for _ in range(4):
            pool.submit(MUCH, signal.pause)

    assert multiprocessing.active_children() == []


def test_there_is_a_core_to_use() -> None:
    assert usable_cores() > 0


# Ingestions


Told = list[tuple[str, str | None, str, object]]


def told(archive: Path, source: Path, workers: int) -> tuple[Told, list[list[object]]]:
    """Ingest; return the outcomes and the tables of words, without times."""
    store = newsarc.open_store(archive)
    with closing(store):
        outcomes = list(newsarc.ingest(store, source, workers=workers))
        kept = store.find(nodes.All(), sort="title", limit=5_000).hits
        assert store.check() == ()
        digests = {hit.article.id: hit.article.digest for hit in kept}
    with closing(sqlite3.connect(archive)) as connection:
        tables = ("SELECT * FROM form", "SELECT * FROM excerpt")
        words = [connection.execute(sql).fetchall() for sql in tables]
    assert all(words)
    found: Told = [(o.status, o.id, str(o.origin), digests.get(str(o.id))) for o in outcomes]
    return found, words


def test_outcomes_and_archive_are_the_same_for_any_number_of_workers(tmp_path: Path) -> None:
    articles: list[object] = list(many_articles(900, length=40))
    articles[100:100] = [
        articles[7],
        [],
        {"body": "Kurz."},
        {"id": "3", "source": "Neudorfer Bote"},
    ]
    articles.append({**many_articles(9)[8], "body": "Der Fall wurde noch einmal gemeldet."})
    articles += [{"body": f"Das Hafenamt misst den Deichgraben in Oberlahe.{n}"} for n in range(60)]
    file = write_lines(tmp_path / "a.jsonl", articles)

    one, two, three = (told(tmp_path / f"{n}.db", file, n) for n in (1, 2, 3))

    assert one == two == three
    assert {status for status, *_ in one[0]} == {"added", "changed", "duplicate", "refused"}
    assert multiprocessing.active_children() == []


def test_who_stops_asking_leaves_no_process_behind(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", many_articles(900, length=40))
    store = newsarc.open_store(tmp_path / "a.db")
    with closing(store):
        outcomes = newsarc.ingest(store, file, workers=2)
        next(outcomes)
        outcomes.close()

        assert multiprocessing.active_children() == []
        assert store.check() == ()


def test_reindexing_with_workers_keeps_all_articles(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", many_articles(900, length=40))
    before, _ = told(tmp_path / "a.db", file, 1)
    store = newsarc.open_store(tmp_path / "a.db")
    with closing(store):
        assert newsarc.reindex(store, workers=2) == 900

        kept = store.find(nodes.All(), sort="title", limit=5_000).hits

    assert {hit.article.id: hit.article.digest for hit in kept} == {o[1]: o[3] for o in before}
