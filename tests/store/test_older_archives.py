"""An archive that an older newsarc has made: brought up to date when it is opened."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from newsarc import open_store
from newsarc.analysis import COLUMNS, version
from newsarc.errors import NeedsReindex, StoreError
from newsarc.ingest import ingest, reindex
from newsarc.ingest.identity import fingerprint, key, text_id
from newsarc.query import nodes
from newsarc.store.sqlite.articles.columns import article_columns
from newsarc.store.sqlite.articles.documents import pack
from newsarc.store.sqlite.file import schema
from tests.store.examples import HARBOUR, NOON, add, entry, found, ids, known, note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsarc.records.read import Document
    from newsarc.store import Store

NEW = note("Danach gelesen.")
# The id of an old archive for a text, whatever source it claims.
OLD_ID = text_id(replace(HARBOUR, source=None))
CLAIMED = ("title", "kicker", "body", "date", "source", "authors", "place", "language")

TOUCHING: dict[str, Callable[[Store], object]] = {
    "get": lambda store: store.get(OLD_ID),
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
        kept = entry(HARBOUR, OLD_ID)
        own = {column.name for column in db.table("article").columns}
        body = kept.article.body
        row: dict[str, Any] = {"row": 1, "added": NOON, **article_columns(kept)}
        row |= {"body": body, "document": pack(kept.document, body)}
        db.table("article").insert({name: row[name] for name in row.keys() & own})
        words = dict(zip(COLUMNS, kept.indexed.columns, strict=True))
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
        assert entry(HARBOUR, OLD_ID).article == store.get(OLD_ID)


def test_its_articles_have_no_genre_and_are_whole(older: Path) -> None:
    with closing(open_store(older)) as store:
        kept = store.get(OLD_ID)

    assert (kept.genre, kept.truncated) == (None, False)


ASKING: dict[str, Callable[[Store], object]] = {
    "find": lambda store: found(store, "Hafen"),
    "add": lambda store: add(store, [entry(NEW)]),
    "remove": lambda store: store.remove(OLD_ID),
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

        assert found(store, "Schiff") == [OLD_ID]
        assert sorted([OLD_ID, *ids([NEW])]) == sorted(found(store, nodes.All()))
        assert store.check() == ()


def test_its_articles_can_be_read_again(older: Path) -> None:
    with closing(open_store(older)) as store:
        assert reindex(store) == 1
        assert entry(HARBOUR, OLD_ID).article == store.get(OLD_ID)
        assert store.check() == ()


@pytest.mark.parametrize("claim", [None, "Möwenbote", "Anderswo"])
def test_its_texts_are_known_by_the_sources_they_claim(older: Path, claim: str | None) -> None:
    claimed = key(replace(HARBOUR, source=claim))

    with closing(open_store(older)) as store:
        (kept,) = known(store, claimed).by_text

    assert (kept.id, kept.source) == (OLD_ID, "mowenbote")


def test_what_it_has_read_is_unchanged_under_its_old_id(older: Path, tmp_path: Path) -> None:
    path = tmp_path / "hafen.jsonl"
    said = {name: getattr(HARBOUR, name) for name in CLAIMED}
    path.write_text(json.dumps(said) + "\n" + json.dumps(said | {"source": "Uferkurier"}))
    with filled(older) as db:
        db.execute("UPDATE origin SET path = ?, line = 1", (str(path),))
        db.execute("UPDATE origin SET fingerprint = ?", (fingerprint(zoned(HARBOUR)),))

    with closing(open_store(older)) as store:
        reindex(store)
        outcomes = list(ingest(store, path))
        again = list(ingest(store, path, verify=True))

    assert [outcome.status for outcome in outcomes] == ["unchanged", "added"]
    assert outcomes[0].id == OLD_ID
    assert [(outcome.status, outcome.id) for outcome in again] == [
        ("unchanged", outcome.id) for outcome in outcomes
    ]


def zoned(document: Document) -> Document:
    return replace(document, zone="Europe/Berlin")


def test_where_it_may_not_be_written_it_says_so_and_stays_as_it_was(older: Path) -> None:
    before = older.read_bytes()
    older.chmod(0o444)

    with closing(open_store(older)) as store, pytest.raises(StoreError, match="read-only"):
        found(store, nodes.All())

    assert before == older.read_bytes()
