"""The words of an archive that patterns and similar words stand for."""

from __future__ import annotations

from contextlib import closing
from itertools import product
from typing import TYPE_CHECKING

import pytest

from newsarc.query import nodes
from newsarc.store.sqlite.store import SqliteStore
from newsarc.text import are_similar
from tests.store.examples import add, entry, note

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = ["".join(letters) for size in range(1, 6) for letters in product("abc", repeat=size)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """Read an archive in which all short words of three letters stand once."""
    path: Path = tmp_path_factory.mktemp("vocabulary") / "archive.db"
    with closing(SqliteStore(str(path))) as store:
        add(store, [entry(note(" ".join(WORDS)))])
        yield store


@pytest.mark.parametrize("edits", [1, 2])
@pytest.mark.parametrize("word", ["a", "ab", "abc", "aabc", "abcba", "bcacab", "cbabcac"])
def test_every_word_is_found_that_so_many_edits_make_of_another(
    store: SqliteStore, word: str, edits: int
) -> None:
    alike = sum(are_similar(one, word, edits) for one in WORDS)

    assert store.count(nodes.Similar(word, edits)).occurrences == alike


def test_a_word_that_came_since_is_found_by_what_was_asked_before(tmp_path: Path) -> None:
    with closing(SqliteStore(str(tmp_path / "archive.db"))) as store:
        add(store, [entry(note("Der Hafen."))])
        before = store.count(nodes.Similar("hafen", 1)).articles
        add(store, [entry(note("Die Häfen, der Haken."))])

        assert (before, store.count(nodes.Similar("hafen", 1)).articles) == (1, 2)
