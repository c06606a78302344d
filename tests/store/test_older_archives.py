"""An archive that an older newsarc has made: brought up to date when it is opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import asdict
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from newsarc import open_store
from newsarc.analysis import version
from newsarc.errors import NeedsReindex, StoreError
from newsarc.ingest import reindex
from newsarc.ingest.identity import key
from newsarc.query import nodes
from newsarc.store.sqlite.articles.columns import article_columns
from newsarc.store.sqlite.articles.documents import pack
from newsarc.store.sqlite.file import schema
from tests.store.examples import HARBOUR, NOON, add, entry, found, ids, note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsarc.store import Store

NEW = note("Danach gelesen.")

TOUCHING: dict[str, Callable[[Store], object]] = {
    "get": lambda store: store.get(key(HARBOUR).id),
    "known": lambda store: store.known([key(HARBOUR)]),
    "documents": lambda store: list(store.documents()),
    "check": lambda store: store.check(),
}


def applied(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute(f"{schema.APPLIED} ORDER BY id")]


@contextmanager
def filled(path: Path) -> Iterator[Database]:
    with closing(sqlite3.connect(path)) as connection:
        yield Database(connection)
        connection.commit()


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """An archive of one article that has had the first step alone."""
    path = tmp_path / "archive.db"
    with filled(path) as db:
        _lay_out(db)
        kept = entry(HARBOUR)
        own = {column.name for column in db.table("article").columns}
        body = kept.article.body
        row: dict[str, Any] = {"row": 1, "added": NOON, **article_columns(kept)}
        row |= {"body": body, "document": pack(kept.document, body)}
        db.table("article").insert({name: row[name] for name in row.keys() & own})
        words = asdict(kept.indexed)
        names = [name for name in words if not name.endswith("_parts")]
        marks = ", ".join("?" for _ in names)
        sql = f"INSERT INTO words (rowid, {', '.join(names)}) VALUES (1, {marks})"
        db.execute(sql, [words[name] for name in names])
        place = (HARBOUR.origin.path, 0, 1, kept.fingerprint)
        db.execute("INSERT INTO origin VALUES (?, ?, ?, ?)", place)
        db.execute("INSERT INTO setting VALUES ('analysis', ?)", (version(),))
    return path


def _lay_out(db: Database) -> None:
    first, statements = next(iter(schema.STEPS.items()))
    migrations = Migrations("newsarc")

    @migrations(name=first)
    def _(db: Database, /) -> None:
        for statement in statements:
            db.execute(statement)

    migrations.apply(db)


@pytest.mark.parametrize("act", TOUCHING.values(), ids=TOUCHING.keys())
def test_whatever_is_wanted_of_it_first_brings_it_up_to_date(
    older: Path, act: Callable[[Store], object]
) -> None:
    assert applied(older) == ["001_articles"]

    with closing(open_store(older)) as store:
        act(store)

    assert list(schema.STEPS) == applied(older)
    assert [older.name] == [path.name for path in older.parent.iterdir()]


def test_its_articles_come_out_as_they_were_kept(older: Path) -> None:
    with closing(open_store(older)) as store:
        assert entry(HARBOUR).article == store.get(key(HARBOUR).id)


def test_its_articles_have_no_genre_and_are_whole(older: Path) -> None:
    with closing(open_store(older)) as store:
        kept = store.get(key(HARBOUR).id)

    assert (kept.genre, kept.truncated) == (None, False)


ASKING: dict[str, Callable[[Store], object]] = {
    "find": lambda store: found(store, "Hafen"),
    "add": lambda store: add(store, [entry(NEW)]),
    "remove": lambda store: store.remove(key(HARBOUR).id),
}


@pytest.mark.parametrize("act", ASKING.values(), ids=ASKING.keys())
def test_its_index_is_to_be_made_anew_before_it_is_used(
    older: Path, act: Callable[[Store], object]
) -> None:
    with closing(open_store(older)) as store, pytest.raises(NeedsReindex, match="reindex"):
        act(store)


def test_once_read_again_it_is_like_any_other(older: Path) -> None:
    with closing(open_store(older)) as store:
        reindex(store)
        add(store, [entry(NEW)])

        assert ids([HARBOUR]) == found(store, "Schiff")
        assert sorted(ids([HARBOUR, NEW])) == sorted(found(store, nodes.All()))
        assert store.check() == ()


def test_its_articles_can_be_read_again(older: Path) -> None:
    with closing(open_store(older)) as store:
        assert reindex(store) == 1
        assert entry(HARBOUR).article == store.get(key(HARBOUR).id)
        assert store.check() == ()


def test_where_it_may_not_be_written_it_says_so_and_stays_as_it_was(older: Path) -> None:
    before = older.read_bytes()
    older.chmod(0o444)

    with closing(open_store(older)) as store, pytest.raises(StoreError, match="read-only"):
        found(store, nodes.All())

    assert before == older.read_bytes()
