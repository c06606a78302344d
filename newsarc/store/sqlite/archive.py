"""An archive's file while it is used: one connection that reads, and one that writes."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from newsarc.errors import Damaged, NoArchive
from newsarc.store.sqlite.answers import hits as matched
from newsarc.store.sqlite.articles.rows import UnreadableRow
from newsarc.store.sqlite.file import driver
from newsarc.store.sqlite.file import settings as setting
from newsarc.store.sqlite.words.fitting import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from sqlite3 import Connection

    from newsarc.store.sqlite.articles.writer import Writer

# A text asks for hundreds of words, and the next text for many of them again.
_MOST_WORDS = 50_000
# The words of a query, their parts, and what may stand for them.
_MOST_COUNTED = 200


class ArchiveFile:
    """A file, opened for reading and for writing when each is first needed.

    What SQLite complains of in it becomes a StoreError.
    """

    def __init__(self, path: str, prepare: Callable[[Connection], None]) -> None:
        """Take its place; `prepare` gives a connection that reads its functions.

        Raises NotAnArchive for anything there that is not ours.
        """
        self.path = path
        self.writing: Writer | None = None
        self._prepare = prepare
        self._connection: Connection | None = None
        self._lexicon = lru_cache(_MOST_WORDS)(setting.frequency)
        self._vocabulary = lru_cache(1)(Vocabulary)
        self._holding = lru_cache(_MOST_COUNTED)(matched.holding)
        self._version = 0
        # What was asked last, in the language of FTS5, and how many articles match that.
        self.total: tuple[str | None, int] = None, 0
        self._is_read = False
        if os.path.exists(path):
            driver.examine(path)

    @property
    def has_content(self) -> bool:
        """Whether there is anything to be read."""
        return os.path.exists(self.path) and os.path.getsize(self.path) > 0

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read in one snapshot: what others write meanwhile is not seen."""
        with driver.translated(self.path):
            connection = self._reader()
            if self._is_read:  # within another reading
                yield connection
                return
            try:
                self._is_read = True
                connection.rollback()  # of what an interrupt may have left
                self._notice_writing(connection)
                connection.execute("BEGIN")
                yield connection
            except UnreadableRow as error:
                raise Damaged(self.path, f"is damaged (article {error} is unreadable)") from error
            finally:
                self._is_read = False
                connection.rollback()

    def frequency(self, word: str) -> float | None:
        """Give the frequency of a word in the lexicon, or None."""
        with driver.translated(self.path):
            return self._lexicon(self._reader(), word)

    def vocabulary(self, connection: Connection) -> Vocabulary:
        """Give the forms of the archive, by the connection that reads it."""
        return self._vocabulary(connection)

    def holding(self, connection: Connection, match: str | None, most: int) -> int:
        """Count the articles of a word, as `matched.holding` does, but each word once."""
        asked, total = self.total
        return total if asked == match else self._holding(connection, match, most)

    def _forget(self) -> None:
        """Forget what is known of the connection that reads."""
        self._vocabulary.cache_clear()
        self._holding.cache_clear()
        self.total = None, 0

    def writer(self) -> Writer:
        """Open the file for writing, or go on with it."""
        if self.writing is None:
            from newsarc.store.sqlite.articles.writer import Writer

            self.writing = Writer(self.path)
        return self.writing

    def forget_reader(self) -> None:
        """Close the connection that reads; the next reading opens another."""
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

    def _notice_writing(self, connection: Connection) -> None:
        """Forget what is remembered of the file where anyone has written to it since."""
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        if version != self._version:
            self._forget()
            self._lexicon.cache_clear()
            self._version = version

    def _reader(self) -> Connection:
        if self._connection is None:
            if not self.has_content:
                raise NoArchive(self.path, "there is no archive here")
            driver.examine(self.path)
            connection = driver.connect(self.path, write=False)
            self._prepare(connection)
            try:
                if not setting.demand_known_steps(connection, self.path):
                    self.writer()  # brings it up to date
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection
