from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

import newsarc
from newsarc import Store
from tests.ingest.folders import (
    ALPHA,
    BETA,
    bodies,
    body,
    kept,
    put,
    put_lines,
    settled,
    statuses,
    told,
    written,
)

if TYPE_CHECKING:
    from pathlib import Path

STAMPED = f"Deich hält Stand: 03.04.2021 10:12 Uhr\n\n{body(ALPHA)}"


def dates(store: Store) -> list[str]:
    return [str(article.published) for article in kept(store)]


@pytest.mark.parametrize(
    ("day", "date"), [((2021, 4, 1), "2021-04-03T10:12+02:00"), ((2021, 3, 31), "None")]
)
def test_a_text_is_not_believed_to_be_younger_than_its_file(
    store: Store, news: Path, day: tuple[int, int, int], date: str
) -> None:
    told(store, written(put(news / "a.txt", STAMPED), *day))

    assert dates(store) == [date]


def test_a_text_among_lines_is_not_believed_to_be_younger_than_its_file(
    store: Store, news: Path
) -> None:
    record = {"text": STAMPED}

    told(store, written(put_lines(news / "a.jsonl", record), 2021, 3, 31))

    assert dates(store) == ["None"]


@pytest.mark.parametrize("year", [1970, 1980])
def test_a_file_of_before_all_crawlers_is_no_measure(store: Store, news: Path, year: int) -> None:
    told(store, written(put(news / "a.txt", STAMPED), year, 1, 1))

    assert dates(store) == ["2021-04-03T10:12+02:00"]


def test_a_file_that_was_only_touched_is_unchanged(store: Store, news: Path) -> None:
    ((_, name),) = told(store, written(put(news / "a.txt", STAMPED), 2021, 4, 3))

    assert told(store, written(news / "a.txt", 2022, 4, 3)) == [("unchanged", name)]


def test_reindexing_reads_the_same_article_without_the_file(store: Store, news: Path) -> None:
    told(store, written(put(news / "a.txt", STAMPED), 2021, 3, 31))
    before = kept(store)
    (news / "a.txt").unlink()

    newsarc.reindex(store)

    assert kept(store) == before


def test_a_file_that_looks_as_it_did_is_told_without_being_opened(store: Store, news: Path) -> None:
    path = settled(put(news / "a.txt", ALPHA))
    first = told(store, path)
    before = path.stat()
    put(path, "X" * len(ALPHA.encode()))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert [(status, name) for status, name in told(store, path)] == [
        ("unchanged", name) for _, name in first
    ]
    assert bodies(store) == [body(ALPHA)]


def test_a_file_with_another_time_is_read_again(store: Store, news: Path) -> None:
    path = settled(put(news / "a.txt", ALPHA))
    told(store, path)
    settled(put(path, BETA))

    assert statuses(store, path) == ["changed"]


def test_a_file_just_written_is_read_whatever_it_looks_like(store: Store, news: Path) -> None:
    path = put(news / "a.txt", ALPHA)
    told(store, path)
    before = path.stat()
    put(path, ALPHA.replace("e", "u"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert statuses(store, path) == ["changed"]


def test_a_file_is_read_again_for_other_options(store: Store, news: Path) -> None:
    path = settled(put(news / "a.txt", ALPHA))
    told(store, path)

    (outcome,) = newsarc.ingest(store, path, source="Nordbote")

    assert outcome.status == "changed"


def test_a_file_with_a_refusal_is_read_again(store: Store, news: Path) -> None:
    path = settled(put(news / "a.jsonl", '{"body": "Der Deich hielt."}\n[]\n'))

    assert statuses(store, path) == ["added", "refused"]
    assert statuses(store, path) == ["unchanged", "refused"]
