from __future__ import annotations

import json
import tracemalloc
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import newsarc
from newsarc import Store
from tests.ingest.folders import ALPHA, BETA, once, put, put_lines, told

if TYPE_CHECKING:
    from pathlib import Path


def test_a_dry_run_makes_no_archive(tmp_path: Path, news: Path) -> None:
    put(news / "a.txt", ALPHA)

    assert once(tmp_path, news, dry_run=True) == ["added"]

    assert list(tmp_path.iterdir()) == [news]


def test_a_dry_run_writes_nothing(tmp_path: Path, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    once(tmp_path, news)
    before = (tmp_path / "archive.db").read_bytes()
    put(news / "a.txt", BETA)
    put(news / "b.txt", ALPHA)

    once(tmp_path, news, dry_run=True)

    assert (tmp_path / "archive.db").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive.db", "news"]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([{"body": "Eins."}, {"body": "Eins."}], id="the same text twice"),
        pytest.param([{"url": "u", "body": "Eins."}] * 2, id="the same document twice"),
        pytest.param(
            [{"url": "u", "body": "Eins."}, {"url": "u", "body": "Zwei."}], id="an url twice"
        ),
        pytest.param(
            [{"url": "u", "body": text} for text in ("Eins.", "Zwei.", "Eins.")],
            id="an url there and back",
        ),
        pytest.param(
            [{"body": "Eins.", "date": "2020"}, {"body": "Eins.", "date": "2021"}],
            id="a text with two dates",
        ),
    ],
)
def test_a_dry_run_tells_of_a_file_what_an_ingestion_does(
    store: Store, news: Path, records: list[dict[str, str]]
) -> None:
    put_lines(news / "a.jsonl", *records)

    rehearsed = told(store, news, dry_run=True)

    assert rehearsed == told(store, news)


def test_a_dry_run_tells_of_a_changed_and_copied_file_what_an_ingestion_does(
    store: Store, news: Path
) -> None:
    told(store, put(news / "a.txt", ALPHA))
    put(news / "a.txt", BETA)
    put(news / "b.txt", BETA)

    rehearsed = told(store, news, dry_run=True)

    assert rehearsed == told(store, news)


def test_a_dry_run_needs_no_more_memory_for_more_articles(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for number in range(400):
            file.write(json.dumps({"body": f"{number} {ALPHA} " * 1_000}) + "\n")
    tracemalloc.start()
    try:
        with closing(newsarc.open_store("memory:")) as store:
            outcomes = newsarc.ingest(store, lines, workers=1, dry_run=True)
            assert {outcome.status for outcome in outcomes} == {"added"}
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < lines.stat().st_size / 2
