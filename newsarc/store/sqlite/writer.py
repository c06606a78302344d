"""The writing side of the archive's file: whole transactions, through sqlite-utils."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from msgspec.structs import astuple
from sqlite_utils import Database

from newsarc.analysis import Indexed, Splitter, index
from newsarc.errors import Conflict
from newsarc.store.sqlite.articles.deflate import inflated
from newsarc.store.sqlite.file import driver, schema, settings
from newsarc.store.sqlite.words.form_list import FormList

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from newsarc.store.kinds import Batch, Parcel, Sighting
    from newsarc.store.sqlite.articles.row import Row

_COLUMNS = ", ".join(Indexed.__struct_fields__)
_MARKS = ", ".join("?" for _ in Indexed.__struct_fields__)
_INSERT = f"INSERT INTO words (rowid, {_COLUMNS}) VALUES (?, {_MARKS})"
# A contentless table forgets a row when it is told the words it was given.
_DELETE = f"INSERT INTO words (words, rowid, {_COLUMNS}) VALUES ('delete', ?, {_MARKS})"

_TUNED = {
    # In bytes, of words that wait to be written as one segment: those of a whole batch, where
    # the usual MiB makes some forty small ones of it, to be merged again and again.
    "hashsize": 64 << 20,
    # So many segments of a size are merged into one: each word is copied half as often as
    # with the usual four.
    "automerge": 8,
}
# In KiB. What a batch writes stays in memory until it is kept: some 12 MB of pages of the six
# lists whose order is not that of the articles (ids, digests, dates, words), as much of the
# index, and the articles.
_CACHE = 32 * 1024
# In bytes, of a file that is new. An article takes some 4 KB: of the usual pages of that size
# a fifth would stay empty.
_PAGE_SIZE = 16_384
# In pages. One that is written by each batch reaches the file once in 64 MB.
_LOG_PAGES = 4_096
# In pages. What a step has copied is free for the next one, and the file grows by one of them.
_STEP = 256


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
        self._splitter = Splitter(partial(settings.zipf, self.connection))
        self._forms = FormList(self.connection)
        try:
            self.db = Database(self.connection)
            self.connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
            with self._transaction():
                settings.demand_known_steps(self.connection, path)
                schema.migrate(self.db)
                if settings.analysis(self.connection) is None:
                    settings.set_analysis(self.connection)
                self._tune()
            self._keep_log()
        except BaseException:
            self.connection.close()
            raise

    def _keep_log(self) -> None:
        with suppress(driver.OperationalError):  # in use: then without a log, as before
            self.connection.execute("PRAGMA journal_mode = WAL")
            # With a write-ahead log this loses no consistency, and a sync for each batch less.
            self.connection.execute("PRAGMA synchronous = NORMAL")
            self.connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
            self.connection.execute(f"PRAGMA cache_size = -{_CACHE}")

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
            self.connection.commit()
        except BaseException:
            self.connection.rollback()
            self._forms.forget()
            raise

    def keep(self, batch: Batch) -> None:
        """Keep the articles, origins and files of a batch, all or nothing. Raises Conflict."""
        # Of an article that was read twice, the last row counts.
        entries = {row.id: row for parcel in batch.parcels for row in parcel.rows}
        with self._transaction():
            settings.demand_analysis(self.connection, self.path)
            known = self._rows(entries)
            self._demand_expected(batch, entries.keys(), known.keys())
            for number, _ in known.values():
                self._forget_words(number)
            self._insert(entries.values(), known)
            read = (row.sighting for row in entries.values())
            self._sight({place.origin: place for place in (*read, *batch.sightings)}.values())
            files = ((file.path, file.stamp) for file in batch.files)
            self.connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", files)
            self._learn(batch.parcels)

    def _demand_expected(
        self, batch: Batch, given: Collection[str], known: Collection[str]
    ) -> None:
        """Raise Conflict if another process has changed what the batch expects."""
        if not set(known).isdisjoint(batch.new):
            raise Conflict(self.path, "another process has added an article meanwhile")
        left = set(batch.kept) - set(given)
        if len(self._rows(left)) < len(left):
            raise Conflict(self.path, "another process has removed an article meanwhile")

    def remove(self, id: str) -> None:  # noqa: A002
        """Forget an article by its full id."""
        with self._transaction():
            settings.demand_analysis(self.connection, self.path)
            for row, _ in self._rows([id]).values():
                self._forget_words(row)
                sql = "DELETE FROM file WHERE path IN (SELECT path FROM origin WHERE row = ?)"
                self.connection.execute(sql, (row,))
                self.connection.execute("DELETE FROM origin WHERE row = ?", (row,))
                self.connection.execute("DELETE FROM text WHERE row = ?", (row,))
                self.connection.execute("DELETE FROM unit WHERE row = ?", (row,))
                self.connection.execute("DELETE FROM article WHERE row = ?", (row,))

    def rebuild(self, parcels: Iterable[Parcel]) -> None:
        """Replace all that is asserted, and the index with it."""
        with self._transaction():
            self.connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
            self.connection.execute("DELETE FROM lexicon")
            self.connection.execute("DELETE FROM form")
            self._forms.forget()
            for parcel in parcels:
                known = self._rows(row.id for row in parcel.rows)
                self._insert(parcel.rows, known)
                self._learn([parcel])
            settings.set_analysis(self.connection)
            settings.set_merged(self.connection, 0)

    def _insert(self, rows: Collection[Row], known: dict[str, tuple[int, str]]) -> None:
        """Write rows under the numbers and moments that they have, or under new ones."""
        if not rows:
            return
        fresh = count(settings.newest(self.connection) + 1)
        placed = [(row, *(known.get(row.id) or (next(fresh), row.added))) for row in rows]
        columns = ("row", "added", *placed[0][0].columns)
        marks = ", ".join("?" * len(columns))
        self.connection.executemany(
            f"INSERT OR REPLACE INTO article ({', '.join(columns)}) VALUES ({marks})",
            ((number, added, *row.values) for row, number, added in placed),
        )
        self.connection.executemany(
            "INSERT OR REPLACE INTO text VALUES (?, ?, ?)",
            ((number, *row.text) for row, number, _ in placed),
        )
        self.connection.executemany(
            "INSERT OR REPLACE INTO unit VALUES (?, ?, ?)",
            ((number, *row.units) for row, number, _ in placed),
        )
        self.connection.executemany(_INSERT, ((number, *row.words) for row, number, _ in placed))

    def merge(self) -> Iterator[float]:
        """Merge the segments of the index into one; give the share that is done.

        Each step is a transaction.
        """
        newest = settings.newest(self.connection)
        pages = self.connection.execute("SELECT count(*) FROM words_idx").fetchone()[0]
        yield 0.0
        step = -_STEP  # what begins a merge of all there is
        for done in count(_STEP, _STEP):
            if not self._merged(step):
                break
            step = _STEP
            yield min(done / (pages + _STEP), 1.0)
        with self._transaction():
            settings.set_merged(self.connection, newest)
        yield 1.0

    def _merged(self, pages: int) -> bool:
        """Merge about so many pages; tell whether there was something to merge."""
        before = self.connection.total_changes
        with self._transaction():
            self._configure("merge", pages)
        return self.connection.total_changes - before > 1

    def _configure(self, name: str, value: int) -> None:
        self.connection.execute("INSERT INTO words (words, rank) VALUES (?, ?)", (name, value))

    def _tune(self) -> None:
        """Set what makes the index fast to write, also in a file that never had it."""
        known = dict(self.connection.execute("SELECT k, v FROM words_config"))
        for name, value in _TUNED.items():
            if known.get(name) != value:
                self._configure(name, value)

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
        self.connection.execute(_DELETE, (row, *astuple(words)))

    def _learn(self, parcels: Sequence[Parcel]) -> None:
        """Keep the words that the parcels bring."""
        for parcel in parcels:
            self.connection.executemany(
                "INSERT OR REPLACE INTO lexicon VALUES (?, ?)", parcel.lexicon.items()
            )
        self._forms.add(parcel.forms for parcel in parcels)

    def _sight(self, places: Iterable[Sighting]) -> None:
        sql = "INSERT OR REPLACE INTO origin SELECT ?, ?, row, ? FROM article WHERE id = ?"
        self.connection.executemany(
            sql, ((p.origin.path, p.origin.line or 0, p.fingerprint, p.id) for p in places)
        )
