"""An archive's file while it is used: one connection that reads, and one that writes."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from newsarc.errors import Damaged, NoArchive
from newsarc.meaning.meaning import Understanding
from newsarc.store.sqlite.answers import functions, hits
from newsarc.store.sqlite.articles.columns import UnreadableRow
from newsarc.store.sqlite.file import driver, settings
from newsarc.store.sqlite.words.fitting import SqliteVocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from sqlite3 import Connection

    from newsarc.store.sqlite.writer import Writer

T = TypeVar("T")

# How often a file is read without a lock before others have to wait for it.
_FREE_READINGS = 3
# Document frequencies that are remembered: of a query's words, their parts, and near misses.
_FREQUENCY_CACHE = 200


class _Disturbed(Exception):
    """Someone has written to the file while it was read without a lock."""


class ArchiveFile:
    """A file, opened for reading and for writing when each is first needed.

    What SQLite complains of becomes a StoreError. What was looked up is remembered until somebody
    writes to the file.
    """

    def __init__(self, path: str) -> None:
        """Name the file. Raises NotAnArchive if there is something else at this path."""
        self.path = path
        self.writing: Writer | None = None
        self._connection: Connection | None = None
        self._in_snapshot = False
        self._version = 0
        self._document_frequency = lru_cache(_FREQUENCY_CACHE)(hits.document_frequency)
        self._forget()
        if os.path.exists(path):
            driver.examine(path)

    def _forget(self) -> None:
        """Forget what is remembered of the file."""
        self._understanding: Understanding | None = None
        self._is_of_this_analysis = False
        self._total: tuple[str | None, int] = None, 0
        self._document_frequency.cache_clear()

    @property
    def has_content(self) -> bool:
        """Whether there is anything to read."""
        return os.path.exists(self.path) and os.path.getsize(self.path) > 0

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Read one state of the file: what others write meanwhile is not seen."""
        with driver.translated(self.path):
            connection = self._reader()
            if self._in_snapshot:
                yield connection
                return
            try:
                self._in_snapshot = True
                connection.rollback()  # what an interrupt may have left
                self._notice_writing(connection)
                connection.execute("BEGIN")
                yield connection
            except UnreadableRow as error:
                raise Damaged(self.path, f"is damaged (article {error} is unreadable)") from error
            finally:
                self._in_snapshot = False
                connection.rollback()

    def read_freely(self, read: Callable[[Connection], T]) -> T:
        """Return what a function reads from one state of the file, however long that takes.

        Others may write meanwhile. With a write-ahead log a snapshot lets them. Without one, a
        snapshot would hold them up; the file is then read without a lock, and once more if someone
        has written to it. After three times it is read with a lock.
        """
        # A connection that has seen another one write may take its own view for a fault.
        self.forget_reader()
        for _ in range(_FREE_READINGS):
            with suppress(_Disturbed), self._unlocked() as connection:
                return read(connection)
            if self._mark() is None:
                break
        with self.snapshot() as connection:
            return read(connection)

    @contextmanager
    def _unlocked(self) -> Iterator[Connection]:
        """Read the file without a lock.

        Raises _Disturbed if it has a write-ahead log, or if someone has written to it meanwhile.
        """
        before = self._mark()
        if before is None:
            raise _Disturbed
        try:
            free = driver.connect(self.path, write=False, locks=False)
            with closing(free) as connection, driver.translated(self.path):
                yield connection
        except Exception as error:
            if self._mark() != before:
                raise _Disturbed from error
            raise
        if self._mark() != before:
            raise _Disturbed

    def _mark(self) -> bytes | None:
        """Return what changes whenever someone writes; None if there is a write-ahead log."""
        with self.snapshot() as connection:
            settings.newest(connection)  # takes a lock: nobody is in the middle of writing
            return driver.change_mark(self.path)

    def _notice_writing(self, connection: Connection) -> None:
        """Forget what is remembered of the file if anyone has written to it since."""
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._forget()
            self._version = version

    def understanding(
        self, connection: Connection, languages: Callable[[], tuple[str, ...]]
    ) -> Understanding:
        """Return what words mean in this state of the file."""
        if self._understanding is None:
            vocabulary = SqliteVocabulary(connection)
            self._understanding = Understanding(vocabulary, languages)
        return self._understanding

    def demand_analysis(self) -> None:
        """Raise NeedsReindex if the index was made by another version of the analysis."""
        if not self._is_of_this_analysis:
            with self.snapshot() as connection:
                settings.demand_analysis(connection, self.path)
            self._is_of_this_analysis = True

    def document_frequency(self, connection: Connection, match: str | None, most: int) -> int:
        """Count the articles of a word, as `hits.document_frequency` does, but each word once."""
        asked, total = self._total
        return total if asked == match else self._document_frequency(connection, match, most)

    def note_total(self, match: str | None, total: int) -> None:
        """Remember the number of articles of the last match."""
        self._total = match, total

    def writer(self) -> Writer:
        """Open the file for writing, or return the open writer."""
        if self.writing is None:
            from newsarc.store.sqlite.writer import Writer

            self.writing = Writer(self.path)
        return self.writing

    def forget_reader(self) -> None:
        """Close the connection that reads; the next snapshot opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._forget()

    def close(self) -> None:
        """Let go of the file, which is a single one again."""
        self.forget_reader()
        driver.fold_log(self.path)
        if self.writing is not None:
            self.writing.close()
            self.writing = None

    def _reader(self) -> Connection:
        if self._connection is None:
            if not self.has_content:
                raise NoArchive(self.path)
            driver.examine(self.path)
            connection = driver.connect(self.path, write=False)
            functions.install(connection)
            try:
                if not settings.demand_known_steps(connection, self.path):
                    self.writer()  # brings it up to date
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection
