"""Writes to the archive's file, in whole transactions."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING

from newsarc.analysis import COLUMNS, Splitter, index
from newsarc.errors import Conflict
from newsarc.store.names import place_values
from newsarc.store.sqlite.articles.deflate import inflated
from newsarc.store.sqlite.file import driver, indexes, migration, settings
from newsarc.store.sqlite.words.form_list import FormList

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from newsarc.store.kinds import Batch, Parcel, Sighting
    from newsarc.store.sqlite.articles.row import Row

_COLUMNS = ", ".join(COLUMNS)
_MARKS = ", ".join("?" for _ in COLUMNS)
_INSERT = f"INSERT INTO words (rowid, {_COLUMNS}) VALUES (?, {_MARKS})"
# A contentless table removes a row only when it is given the words of the row again.
_DELETE = f"INSERT INTO words (words, rowid, {_COLUMNS}) VALUES ('delete', ?, {_MARKS})"

_VACATE = "DELETE FROM origin WHERE path = ? AND member = ? AND line = ? AND offset = ?"

_TUNED = {
    # Maximum size, in bytes, of the words that wait to be written as one segment. It holds a
    # whole batch; the default of 1 MiB makes some forty segments, which are merged repeatedly.
    "hashsize": 64 << 20,
    # Number of segments of a level that are merged into one while more is added. With the default
    # of 4, each word is copied twice as often.
    "automerge": 16,
    # Number at which that is done at once, however long it takes. The default is 16, too.
    "crisismerge": 64,
    # The same number for the merge at the end of a run, which stops before it copies more words.
    "usermerge": 2,
}
# Page cache in KiB. It holds what a batch writes until the commit: some 12 MB of pages of the six
# tables and indexes that are not in the order of the articles (ids, digests, dates, words), as
# much of the word index, and the articles.
_CACHE = 32 * 1024
# Page size of a new file, in bytes. An article takes some 4 KB, and in pages of that size, the
# default, a fifth of the space would stay empty.
_PAGE_SIZE = 16_384
# Pages of the write-ahead log before they are copied into the file: 64 MB. A page that every
# batch changes is copied once for all of them.
_LOG_PAGES = 4_096
# Number of articles of a batch that looks like one of many, and of a small archive. If one comes to
# the other, indexes are made last.
_LARGE, _SMALL = 400, 2_000
# Pages that one step of a merge writes. The next step reuses those it frees, so the file grows by
# one step only.
_MERGE_PAGES = 256


class Writer:
    """An archive's file, opened for writing.

    While it is open, a write-ahead log stands beside it, so that others can read. Every method
    raises sqlite3.Error as it comes; `driver.translated` turns it into a StoreError.
    """

    def __init__(self, path: str) -> None:
        """Open the file: make a missing one, and bring an older one up to date.

        Raises NotAnArchive, FromTheFuture, or StoreError if the file is read-only.
        """
        self.path = path
        if os.path.exists(path):
            driver.examine(path, write=True)
        self.connection = driver.connect(path, write=True)
        self._splitter = Splitter()
        try:
            self._bring_up_to_date()
            self._start_log()
            self._forms = FormList(self.connection)
        except BaseException:
            self.connection.close()
            raise

    def _bring_up_to_date(self) -> None:
        self.connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        with self._transaction():
            if not settings.demand_known_steps(self.connection, self.path):
                migration.migrate(self.connection)
            if settings.analysis(self.connection) is None:
                settings.set_analysis(self.connection)
            self._tune()

    def _start_log(self) -> None:
        # If another process uses the file, go on without a log.
        with suppress(driver.OperationalError):
            self.connection.execute("PRAGMA journal_mode = WAL")
            # With a write-ahead log the file stays consistent, and each batch saves a sync.
            self.connection.execute("PRAGMA synchronous = NORMAL")
            self.connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
            self.connection.execute(f"PRAGMA cache_size = -{_CACHE}")

    def close(self) -> None:
        """Close the file, and fold the log into it unless someone else still reads it."""
        # While another process reads, this fails; the last reader folds the log in.
        with suppress(driver.OperationalError):
            self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Commit, or roll back on any exception.

        The write lock is held from the beginning, so what is read in between stays true.
        """
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.commit()
        except BaseException:
            self.connection.rollback()
            raise

    def keep(self, batch: Batch) -> None:
        """Keep the articles, origins and files of a batch, all or nothing.

        Raises Conflict if another process has added or removed articles of the batch meanwhile,
        and NeedsReindex if another version of the analysis made the index.
        """
        # Of an article that was read twice, the last row counts.
        rows = {row.id: row for parcel in batch.parcels for row in parcel.rows}
        with self._transaction():
            settings.demand_analysis(self.connection, self.path)
            known = self._known(rows)
            self._demand_expected(batch, rows.keys(), known.keys())
            if len(rows) >= _LARGE and settings.newest(self.connection) <= _SMALL:
                indexes.drop(self.connection)
            for number, _ in known.values():
                self._remove_words(number)
            self._insert(rows.values(), known)
            self._insert_origins([*(row.sighting for row in rows.values()), *batch.sightings])
            self.connection.executemany(_VACATE, map(place_values, batch.gone))
            files = ((file.path, file.stamp, file.refused, file.done) for file in batch.files)
            self.connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", files)
            self._forms.add(batch.parcels)

    def _demand_expected(
        self, batch: Batch, given: Collection[str], known: Collection[str]
    ) -> None:
        """Raise Conflict if another process has changed what the batch expects.

        `given` are the ids of the articles in the batch, `known` are those of them in the archive.
        """
        if not set(known).isdisjoint(batch.new):
            raise Conflict(self.path, "another process has added an article meanwhile")
        left = set(batch.kept) - set(given)
        if len(self._known(left)) < len(left):
            raise Conflict(self.path, "another process has removed an article meanwhile")

    def remove(self, id: str) -> None:  # noqa: A002
        """Remove the article with this full id, if there is one.

        Raises NeedsReindex if another version of the analysis made the index.
        """
        with self._transaction():
            settings.demand_analysis(self.connection, self.path)
            for row, _ in self._known([id]).values():
                self._remove_words(row)
                sql = "DELETE FROM file WHERE path IN (SELECT path FROM origin WHERE row = ?)"
                self.connection.execute(sql, (row,))
                for table in ("origin", "text", "unit", "seal", "article"):
                    self.connection.execute(f"DELETE FROM {table} WHERE row = ?", (row,))

    def rebuild(self, parcels: Iterable[Parcel]) -> None:
        """Replace the articles, the index and the lists of words, in one transaction.

        Articles keep their row numbers and the times they were added.
        """
        with self._transaction():
            self.connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
            self._forms.clear()
            for parcel in parcels:
                known = self._known(row.id for row in parcel.rows)
                self._insert(parcel.rows, known)
                self._forms.add([parcel])
            settings.set_analysis(self.connection)

    def _insert(self, rows: Collection[Row], known: dict[str, tuple[int, str]]) -> None:
        """Write rows. Known articles keep their row number and the time they were added."""
        if not rows:
            return
        fresh = count(settings.newest(self.connection) + 1)
        numbered = [(row, *(known.get(row.id) or (next(fresh), row.added))) for row in rows]
        columns = ("row", "added", *numbered[0][0].columns)
        marks = ", ".join("?" * len(columns))
        article = f"INSERT OR REPLACE INTO article ({', '.join(columns)}) VALUES ({marks})"
        text = "INSERT OR REPLACE INTO text VALUES (?, ?, ?)"
        unit = "INSERT OR REPLACE INTO unit VALUES (?, ?, ?)"
        seal = "INSERT OR REPLACE INTO seal VALUES (?, ?, ?)"
        write = self.connection.executemany
        write(article, ((number, added, *row.values) for row, number, added in numbered))
        write(text, ((number, *row.text) for row, number, _ in numbered))
        write(unit, ((number, *row.units) for row, number, _ in numbered))
        write(seal, ((number, row.seal.words, row.seal.content) for row, number, _ in numbered))
        write(_INSERT, ((number, *row.words) for row, number, _ in numbered))

    def merge(self) -> Iterator[float]:
        """Merge segments of the index until few are left, and yield the share that is done.

        The level with the most segments comes first: there the fewest words are copied. Each step
        is a transaction, so a merge can be stopped at any time.
        """
        pages = self.connection.execute("SELECT count(*) FROM words_idx").fetchone()[0]
        for done in count(0, _MERGE_PAGES):
            yield min(done / (pages + _MERGE_PAGES), 1.0)
            if not (settings.is_scattered(self.connection) and self._merge_step()):
                break
        yield 1.0

    def _merge_step(self) -> bool:
        """Merge some pages, and return whether there was anything to merge."""
        before = self.connection.total_changes
        with self._transaction():
            self._configure("merge", _MERGE_PAGES)
        # The command itself counts as one change.
        return self.connection.total_changes - before > 1

    def _configure(self, name: str, value: int) -> None:
        self.connection.execute("INSERT INTO words (words, rank) VALUES (?, ?)", (name, value))

    def _tune(self) -> None:
        """Set the options that make the index fast to write, in new and in older files."""
        known = dict(self.connection.execute("SELECT k, v FROM words_config"))
        for name, value in _TUNED.items():
            if known.get(name) != value:
                self._configure(name, value)

    def _known(self, ids: Iterable[str]) -> dict[str, tuple[int, str]]:
        """Return row number and `added` of the articles that the archive has, by id."""
        sql = "SELECT a.id, a.row, a.added FROM json_each(?) v JOIN article a ON a.id = v.value"
        found = self.connection.execute(sql, (json.dumps(list(ids)),))
        return {name: (row, added) for name, row, added in found}

    def _remove_words(self, row: int) -> None:
        """Remove an article from the index, which takes analysing its text again."""
        sql = """
            SELECT a.title, a.kicker, a.place, t.body, a.language
            FROM article a JOIN text t ON t.row = a.row WHERE a.row = ?
        """
        title, kicker, place, body, language = self.connection.execute(sql, (row,)).fetchone()
        text = inflated(body)
        words = index(title, kicker, place, text, language, splitter=self._splitter)
        self.connection.execute(_DELETE, (row, *words.columns))

    def _insert_origins(self, sightings: Iterable[Sighting]) -> None:
        """Write where articles were read. Of an origin that comes twice, the last one counts."""
        last = {sighting.origin: sighting for sighting in sightings}.values()
        sql = "INSERT OR REPLACE INTO origin SELECT ?, ?, ?, ?, row, ? FROM article WHERE id = ?"
        self.connection.executemany(
            sql, ((*place_values(s.origin), s.fingerprint, s.id) for s in last)
        )
