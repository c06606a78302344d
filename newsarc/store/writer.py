"""The writing side of the archive's file: whole transactions, through sqlite-utils."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count, islice
from typing import TYPE_CHECKING

from sqlite_utils import Database

from newsarc.analysis import FIELDS, Indexed, Splitter, index
from newsarc.errors import Conflict
from newsarc.store import driver, schema, setting
from newsarc.store.base import sighting_of
from newsarc.store.documents import pack
from newsarc.store.packed import deflated, inflated
from newsarc.store.rows import article_row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from newsarc.store.base import Entry, FileStamp, Sighting

_COLUMNS = ", ".join(Indexed._fields)
_MARKS = ", ".join("?" for _ in Indexed._fields)
_INSERT = f"INSERT INTO words (rowid, {_COLUMNS}) VALUES (?, {_MARKS})"
# A contentless table forgets a row when it is told the words it was given.
_DELETE = f"INSERT INTO words (words, rowid, {_COLUMNS}) VALUES ('delete', ?, {_MARKS})"
_BATCH = 500
# The words of some 15,000 articles, in 40 MB.
_MOST_REMEMBERED = 400_000


class Writer:
    """An archive's file opened for writing: made where it is missing, brought up to date.

    Beside it stands a write-ahead log, so that others can read meanwhile; `close` folds
    it in. Raises what SQLite raises; `driver.translated` knows the words for it.
    """

    def __init__(self, path: str) -> None:
        """Open the file. Raises StoreError for one that may not be written."""
        self.path = path
        if os.path.exists(path):
            driver.examine(path, write=True)
        self.connection = driver.connect(path, write=True)
        self._splitter = Splitter(partial(setting.frequency, self.connection))
        self._learnt: frozenset[str] = frozenset()
        self._listed: set[str] = set()
        try:
            self.db = Database(self.connection)
            with self._transaction():
                setting.demand_known_steps(self.connection, path)
                schema.migrate(self.db)
                if setting.analysis(self.connection) is None:
                    setting.set_analysis(self.connection)
            self._keep_log()
        except BaseException:
            self.connection.close()
            raise

    def _keep_log(self) -> None:
        with suppress(driver.OperationalError):  # in use: then without a log, as before
            self.connection.execute("PRAGMA journal_mode = WAL")
            # With a write-ahead log this loses no consistency, and a sync for each batch less.
            self.connection.execute("PRAGMA synchronous = NORMAL")

    def close(self) -> None:
        """Close the file; it is a single one again unless someone else still reads it."""
        with suppress(driver.OperationalError):  # a reader: the last one folds the log in
            self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Hold the write lock from the beginning, so that what is read stays true."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    def add(
        self,
        entries: Sequence[Entry],
        sightings: Sequence[Sighting],
        new: Collection[str],
        files: Collection[FileStamp],
    ) -> None:
        """Keep articles and places, all or none. Raises Conflict."""
        with self._transaction():
            setting.demand_analysis(self.connection, self.path)
            rows = self._rows([entry.article.id for entry in entries])
            if not rows.keys().isdisjoint(new):
                raise Conflict(self.path, "another process has added an article meanwhile")
            for entry in entries:
                if entry.article.id in rows:
                    self._forget_words(rows[entry.article.id][0])
            self._insert(self._placed(entries, rows))
            self._sight(sighting_of(entry) for entry in entries)
            self._sight(sightings)
            self.connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", files)
            listed = self._list(entries)
            learnt = self._learn(entries, self._learnt)
        self._learnt = learnt
        self._remember(listed)

    def remove(self, id: str) -> None:  # noqa: A002
        """Forget an article by its full id."""
        with self._transaction():
            setting.demand_analysis(self.connection, self.path)
            for row, _ in self._rows([id]).values():
                self._forget_words(row)
                sql = "DELETE FROM file WHERE path IN (SELECT path FROM origin WHERE row = ?)"
                self.connection.execute(sql, (row,))
                self.connection.execute("DELETE FROM origin WHERE row = ?", (row,))
                self.connection.execute("DELETE FROM text WHERE row = ?", (row,))
                self.connection.execute("DELETE FROM article WHERE row = ?", (row,))

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Replace all that is asserted, and the index with it."""
        with self._transaction():
            self.connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
            self.connection.execute("DELETE FROM lexicon")
            self.connection.execute("DELETE FROM form")
            self._listed.clear()
            learnt: frozenset[str] = frozenset()
            for batch in _batches(entries):
                rows = self._rows([entry.article.id for entry in batch])
                self._insert(self._placed(batch, rows))
                self._list(batch)
                learnt = self._learn(batch, learnt)
            setting.set_analysis(self.connection)
        self._learnt = learnt

    def _placed(
        self, entries: Sequence[Entry], rows: dict[str, tuple[int, str]]
    ) -> list[tuple[int, str, Entry]]:
        """Give each entry its row and the moment it was added: those it has, or new ones."""
        last = self.connection.execute("SELECT coalesce(max(row), 0) FROM article").fetchone()[0]
        fresh = count(last + 1)
        placed = []
        for entry in entries:
            known = rows.get(entry.article.id)
            row, added = known or (next(fresh), entry.article.added or "")
            placed.append((row, added, entry))
        return placed

    def _insert(self, placed: Sequence[tuple[int, str, Entry]]) -> None:
        articles = (article_row(row, entry, added) for row, added, entry in placed)
        self.db.table("article").insert_all(articles, pk="row", replace=True)
        texts = (_text(row, entry) for row, _, entry in placed)
        self.connection.executemany("INSERT OR REPLACE INTO text VALUES (?, ?, ?)", texts)
        self.connection.executemany(_INSERT, ((row, *entry.indexed) for row, _, entry in placed))

    def _rows(self, ids: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Give row and `added` of those ids that are kept."""
        sql = "SELECT a.id, a.row, a.added FROM json_each(?) v JOIN article a ON a.id = v.value"
        found = self.connection.execute(sql, (json.dumps(list(ids)),))
        return {name: (row, added) for name, row, added in found}

    def _forget_words(self, row: int) -> None:
        sql = """
            SELECT a.title, a.kicker, a.place, t.body, a.language
            FROM article a JOIN text t ON t.row = a.row WHERE a.row = ?
        """
        title, kicker, place, body, language = self.connection.execute(sql, (row,)).fetchone()
        text = inflated(body)
        words = index(title, kicker, place, text, language, splitter=self._splitter)
        self.connection.execute(_DELETE, (row, *words))

    def _learn(self, entries: Sequence[Entry], known: frozenset[str]) -> frozenset[str]:
        """Keep what the lexicons of entries say beyond the known words; give all these words."""
        lexicons = {id(entry.lexicon): entry.lexicon for entry in entries}.values()
        fresh = {word: said[word] for said in lexicons for word in said.keys() - known}
        self.connection.executemany("INSERT OR REPLACE INTO lexicon VALUES (?, ?)", fresh.items())
        return known.union(fresh)

    def _list(self, entries: Sequence[Entry]) -> set[str]:
        """Keep the forms of entries that may be new; give these."""
        forms = (getattr(entry.indexed, f"{field}_forms") for entry in entries for field in FIELDS)
        fresh: set[str] = set().union(*map(str.split, forms)) - self._listed
        self.connection.executemany("INSERT OR IGNORE INTO form VALUES (?)", zip(fresh))
        return fresh

    def _remember(self, listed: set[str]) -> None:
        """Keep in mind which forms need not be listed again; there may be too many of them."""
        if len(self._listed) > _MOST_REMEMBERED:
            self._listed.clear()
        self._listed |= listed

    def _sight(self, places: Iterable[Sighting]) -> None:
        sql = "INSERT OR REPLACE INTO origin SELECT ?, ?, row, ? FROM article WHERE id = ?"
        self.connection.executemany(
            sql, ((p.origin.path, p.origin.line or 0, p.fingerprint, p.id) for p in places)
        )


def _text(row: int, entry: Entry) -> tuple[int, bytes, bytes]:
    body = entry.article.body
    return row, deflated(body), pack(entry.document, body)


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    remaining = iter(entries)
    while batch := list(islice(remaining, _BATCH)):
        yield batch
