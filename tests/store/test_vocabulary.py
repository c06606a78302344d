"""The words of an archive that patterns and similar words stand for."""

from __future__ import annotations

from contextlib import closing
from itertools import product
from typing import TYPE_CHECKING

import pytest

from newsarc.distance import are_similar
from newsarc.query import nodes
from newsarc.records.kept import Origin
from newsarc.records.read import Document
from newsarc.store.sqlite.file import driver
from newsarc.store.sqlite.store import SqliteStore
from newsarc.store.sqlite.words.forms import counts_between, pages
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


@pytest.mark.parametrize("size", [1, 3, 4, 13])
def test_each_form_is_counted_once_wherever_a_page_ends(tmp_path: Path, size: int) -> None:
    path = str(tmp_path / "archive.db")
    with closing(SqliteStore(path)) as store:
        add(store, [entry(told("Sturm am Kai", "Der Kai war leer. Äpfel und Nüsse lagen am Kai."))])
        add(store, [entry(told("Ein Kai", "Der Sturm kam nachts.")), entry(told("Obst", "Äpfel."))])

    with closing(driver.connect(path, write=False)) as connection:
        counted = [counts_between(connection, *bounds) for bounds in pages(connection, size)]
    counts = [pair for page in counted for pair in page.items()]

    assert counts == sorted(COUNTS.items())
    assert max(map(len, counted)) == size


COUNTS = {
    **dict.fromkeys(("war", "leer", "und", "nüsse", "lagen", "kam", "nachts", "ein", "obst"), 1),
    "sturm": 1,
    "am": 1,
    "kai": 2,
    "der": 2,
    "äpfel": 2,
}


def told(title: str, body: str) -> Document:
    return Document(Origin(f"/archiv/{title}.txt"), title=title, body=body, language="de")


@pytest.mark.parametrize(
    ("word", "other"),
    [("apfel", "äpfel"), ("äpfel", "apfel"), ("ełk", "elk"), ("creme", "crème"), ("und", "")],
)
def test_a_form_is_listed_beside_one_that_differs_in_diacritics(
    tmp_path: Path, word: str, other: str
) -> None:
    with closing(SqliteStore(str(tmp_path / "archive.db"))) as store:
        add(store, [entry(note("Die Äpfel und die Apfel, der Ełk und der Elk."))])
        add(store, [entry(note("Äpfel, Crème und Elk.", "/archiv/b.txt"))])

        assert store.understanding().respellings(word) == tuple(other.split())
