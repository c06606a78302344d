"""A large load into a small archive: its indexes are made last, and answers are right before."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsarc import open_store
from newsarc.records.kept import Origin
from newsarc.records.read import Document
from newsarc.store.sqlite.file import driver, indexes
from tests.store.examples import add, entry, query, rebuild

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc.records.kept import Facet, Sort
    from newsarc.store import Entry, Store

LARGE = 450
SOURCES = ("Hafenblatt", "Deichbote", "Inselkurier")


def many(begin: int = 0, number: int = LARGE) -> list[Entry]:
    return [
        entry(
            Document(
                Origin("/archiv/flut.jsonl", n + 1),
                body=f"Die Flut kam zum {n}. Mal.",
                title=f"Flut {n}",
                source=SOURCES[n % 3],
                date=f"{1990 + n % 30}-0{1 + n % 9}-11",
                url=f"https://example.org/flut/{n}",
            )
        )
        for n in range(begin, begin + number)
    ]


@pytest.fixture(name="store")
def store_fixture(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "archive.db")) as store:
        add(store, many())
        yield store


def made(path: str) -> dict[str, str]:
    """Return the SQL of each index of a file that it does not have of itself."""
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    with closing(driver.connect(path, write=False)) as connection:
        return {name: " ".join(text.split()) for name, text in connection.execute(sql)}


def answers(store: Store) -> list[object]:
    sorts: tuple[Sort, ...] = ("newest", "oldest", "added", "title", "source", "relevance")
    facets: tuple[Facet, ...] = ("year", "source", "language", "month", "author")
    queries = [
        query(text)
        for text in ("Flut", "*", "Flut source:Deichbote", "date:1990..2001", "Flut lang:de")
    ]
    pages = [
        [hit.article.id for hit in store.find(asked, sort=sort, limit=30, offset=7).hits]
        for asked in queries
        for sort in sorts
    ]
    tallies = [dict(store.tally(asked, facet)) for asked in queries for facet in facets]
    return [*pages, *tallies, store.languages(), store.get("https://example.org/flut/77").id]


def test_the_indexes_are_made_at_the_end(store: Store, tmp_path: Path) -> None:
    with closing(open_store(tmp_path / "small.db")) as small:
        add(small, many(number=3))
    before = made(store.files[0])

    shares = list(store.merge())

    assert before.keys().isdisjoint(indexes.LATE)
    assert made(store.files[0]) == made(small.files[0])
    assert (shares == sorted(shares), shares[-1]) == (True, 1)
    assert list(store.merge()) == []


def test_answers_are_the_same_before_and_after(store: Store) -> None:
    before = answers(store)

    list(store.merge())

    assert answers(store) == before


def test_a_load_that_was_interrupted_is_sound_and_the_next_one_completes_it(store: Store) -> None:
    shares = store.merge()
    assert [next(shares) for _ in range(3)] != []
    store.close()

    with closing(open_store(store.files[0])) as another:
        assert another.check() == ()
        add(another, many(LARGE, 1))
        assert len(indexes.LATE) > len(made(store.files[0]).keys() & set(indexes.LATE)) > 0
        list(another.merge())

        assert made(store.files[0]).keys() >= set(indexes.LATE)
        assert another.check() == ()


def test_who_reads_meanwhile_goes_on_reading(store: Store) -> None:
    with closing(open_store(store.files[0])) as reader:
        before = answers(reader)
        list(store.merge())
        assert answers(reader) == before

        rebuild(store, many())
        add(store, many(LARGE))

        assert reader.languages() == store.languages()
        assert answers(reader) == answers(store)


def test_a_few_articles_leave_the_indexes_of_a_large_archive_alone(store: Store) -> None:
    list(store.merge())
    add(store, many(LARGE, 20))

    assert made(store.files[0]).keys() >= set(indexes.LATE)
