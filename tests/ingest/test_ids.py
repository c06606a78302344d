from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import Any

import pytest

import newsarc
from newsarc import Store
from tests.ingest.folders import ALPHA, BETA, ids, put, put_lines, told

PINNED: dict[str, tuple[dict[str, Any], str]] = {
    "text": ({"body": "Der Fluss fiel."}, "51eb1d9af2345032"),
    "url": ({"body": "Eins.", "url": "https://kurier.example/1"}, "89a1cec2f8a1f709"),
    "source": ({"body": "Eins.", "source": "Möwen-Kurier", "id": 7}, "10361a88e83c9ca3"),
    "text and source": ({"body": "Eins.", "source": "Möwen-Kurier"}, "7751931b267fcb27"),
}


@pytest.mark.parametrize("claim", PINNED)
def test_an_id_is_the_same_for_ever_and_everywhere(store: Store, news: Path, claim: str) -> None:
    record, name = PINNED[claim]

    assert ids(store, put_lines(news / "a.jsonl", record)) == [name]


def test_an_id_is_the_same_from_any_folder_and_path(tmp_path: Path, news: Path) -> None:
    path = put(news / "a.txt", ALPHA)
    copy = put(tmp_path / "elsewhere" / "b.txt", ALPHA)
    relative = Path(os.path.relpath(path))

    found = {ids(newsarc.open_store("memory:"), each)[0] for each in (path, copy, relative)}

    assert len(found) == 1


def test_an_id_does_not_depend_on_order(news: Path) -> None:
    one, other = put(news / "a.txt", ALPHA), put(news / "b.txt", BETA)

    forth = ids(newsarc.open_store("memory:"), one, other)
    back = ids(newsarc.open_store("memory:"), other, one)

    assert forth == back[::-1]


def test_a_packed_file_is_the_same_articles(store: Store, news: Path) -> None:
    path = put_lines(news / "a.jsonl", {"body": "Eins."}, {"body": "Zwei."})
    before = ids(store, path)
    packed = news / "b.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))

    assert told(store, packed) == [("duplicate", name) for name in before]
