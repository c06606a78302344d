from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

import newsarc
from newsarc import Store
from tests.ingest.folders import (
    ALPHA,
    MANY,
    bodies,
    body,
    kept,
    once,
    put,
    put_lines,
    statuses,
    told,
)


def test_refusals_stand_in_the_stream_with_their_reasons(store: Store, news: Path) -> None:
    put(news / "a.txt", ALPHA)
    put(news / "b.xyz", "ein Bild")
    put(news / "c.jsonl", '{"body": "Eins."}\n[]\n{"body": "Zwei."}\n')
    put(news / "d.txt", "")

    outcomes = list(newsarc.ingest(store, [news]))

    told_of = [(Path(outcome.origin.path).name, outcome.origin.line) for outcome in outcomes]
    assert told_of == [
        ("a.txt", None),
        ("b.xyz", None),
        ("c.jsonl", 1),
        ("c.jsonl", 2),
        ("c.jsonl", 3),
        ("d.txt", None),
    ]
    assert [outcome.error and outcome.error.reason for outcome in outcomes] == [
        None,
        "no reader for .xyz",
        None,
        "is JSON, but not an object",
        None,
        "is empty",
    ]
    assert [outcome.id is None for outcome in outcomes] == [False, True, False, True, False, True]
    assert len(kept(store)) == 3


def test_an_empty_file_never_passes_in_silence(store: Store, news: Path) -> None:
    for name in ("a.txt", "b.jsonl", "c.ndjson"):
        put(news / name, "")

    assert statuses(store, news) == ["refused"] * 3


def test_a_path_that_does_not_exist_is_refused_and_the_rest_is_read(
    store: Store, news: Path
) -> None:
    path = put(news / "a.txt", ALPHA)

    assert statuses(store, news / "weg", path) == ["refused", "added"]


def test_what_is_refused_makes_no_archive(tmp_path: Path, news: Path) -> None:
    put(news / "a.txt", "")

    assert once(tmp_path, news) == ["refused"]
    assert list(tmp_path.iterdir()) == [news]


def test_a_file_that_is_refused_today_keeps_its_article_of_yesterday(
    store: Store, news: Path
) -> None:
    told(store, put(news / "a.txt", ALPHA))
    put(news / "a.txt", "")

    assert statuses(store, news) == ["refused"]
    assert bodies(store) == [body(ALPHA)]


def test_an_outcome_is_told_when_its_article_is_kept(store: Store, news: Path) -> None:
    put_lines(news / "a.jsonl", *({"body": f"Meldung {number}."} for number in range(MANY)))

    for outcome in newsarc.ingest(store, [news]):
        assert store.get(str(outcome.id)).id == outcome.id


@pytest.mark.parametrize("stop", [0, 1, 600, 1300])
def test_who_stops_asking_keeps_what_was_told_and_may_run_it_again(
    store: Store, news: Path, stop: int
) -> None:
    put_lines(news / "a.jsonl", *({"body": f"Meldung {number}."} for number in range(MANY)))
    stream = newsarc.ingest(store, [news])
    first = [str(outcome.id) for outcome in islice(stream, stop)]
    del stream
    if first:
        assert {article.id for article in kept(store)} >= set(first)

    again = told(store, news)

    assert again[:stop] == [("unchanged", name) for name in first]
    assert {status for status, _ in again} <= {"added", "unchanged"}
    assert len(kept(store)) == MANY
