"""SQLite itself: which one, how a connection is set up, and what its complaints mean."""

from __future__ import annotations

import os
import stat
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from newsarc.errors import Busy, Damaged, NotAnArchive, StoreError
from newsarc.store.sqlite.file.schema import APPLICATION_ID

try:  # ranks in half the time of many a standard library's SQLite
    import pysqlite3.dbapi2 as sqlite3
except ImportError:  # no wheel for this platform
    import sqlite3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from sqlite3 import Connection

OperationalError: type[Exception] = sqlite3.OperationalError

# In seconds. A batch of another process is written in well under one, but several may wait.
_PATIENCE = 10.0
_HEADER = 100
_MAGIC = b"SQLite format 3\0"
# In KiB. A query goes through the places of its words up to three times, and with SQLite's usual
# two megabytes fetches them each time: a tenth of its time where an archive is large. To map the
# file into memory is no faster, and whoever cuts it short ends a process that has it mapped.
_CACHE = 65_536


def connect(path: str, *, write: bool) -> Connection:
    """Open a file by URI, for reading only or (making it where it is missing) for writing."""
    mode = "rwc" if write else "ro"
    address = os.path.abspath(path)
    for character in "%?#":  # what a file's URI must not hold bare
        address = address.replace(character, f"%{ord(character):02x}")
    connection: Connection = sqlite3.connect(
        f"file:{address}?mode={mode}", uri=True, timeout=_PATIENCE
    )
    if not write:
        connection.execute("PRAGMA temp_store = MEMORY")  # the rows of a query need no file
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    return connection


def fold_log(path: str) -> None:
    """Fold a write-ahead log into its file, if nobody else has the file open."""
    if not os.path.exists(f"{path}-wal") or not _may_write(path):
        return
    with suppress(sqlite3.Error), closing(connect(path, write=True)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def examine(path: str, *, write: bool = False) -> None:
    """Refuse what is no archive of ours by its first bytes, before SQLite touches it."""
    if not os.path.isfile(path):
        kind = "folder" if os.path.isdir(path) else "device or a pipe"
        raise NotAnArchive(path, f"is a {kind}, not an archive", "name a file: --archive FILE")
    try:
        with open(path, "rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise StoreError(path, f"cannot be read ({error.strerror})") from error
    if header and not _is_ours(header):
        remedy = "it is left untouched; name another file: --archive FILE"
        raise NotAnArchive(path, "is not a newsarc archive", remedy)
    if write and not _may_write(path):
        raise StoreError(path, "is read-only", "make it writable, or write to a copy of it")


def _is_ours(header: bytes) -> bool:
    return header.startswith(_MAGIC) and header[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _may_write(path: str) -> bool:
    """Respect a file without any write permission even where the user could overrule it."""
    by_anyone = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    try:
        mode = os.stat(path).st_mode
    except OSError:  # moved away meanwhile
        return False
    return bool(mode & by_anyone) and os.access(path, os.W_OK)


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Turn what a user can mend into a StoreError; a bug keeps its own error."""
    try:
        yield
    except UnicodeDecodeError as error:  # in what SQLite quotes of a damaged file
        raise Damaged(path, "is damaged (a text is no UTF-8)") from error
    except sqlite3.Error as error:
        translation = _translation(path, error)
        if translation is None:
            raise
        raise translation from error


# Complaints that SQLite gives no code of their own.
_BY_WORDS: dict[str, Callable[[str], StoreError]] = {
    "Could not decode to UTF-8": lambda path: Damaged(path, "is damaged (a text is no UTF-8)"),
    "no such table": lambda path: Damaged(path, "is damaged (a table is missing)"),
    "too large": lambda path: StoreError(path, "a query this large is beyond SQLite", "shorten it"),
    "too many": lambda path: StoreError(path, "a query this large is beyond SQLite", "shorten it"),
    "stack overflow": lambda path: StoreError(
        path, "a query this deep is beyond SQLite", "shorten it"
    ),
}


def _translation(path: str, error: Exception) -> StoreError | None:
    for words, translation in _BY_WORDS.items():
        if words in str(error):
            return translation(path)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the extension
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Busy(path, "is in use by another process")
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            remedy = "make room on its disk, then run the same command again"
            return StoreError(path, f"cannot be written or read ({error})", remedy)
        case sqlite3.SQLITE_READONLY:
            return StoreError(path, "is read-only", "make it writable, or write to a copy of it")
        case sqlite3.SQLITE_CANTOPEN:
            remedy = "does its folder exist, and may you write there?"
            return StoreError(path, "cannot be opened", remedy)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return Damaged(path, f"is damaged ({error})")
        case _:
            return None
