"""Chooses the SQLite library, opens connections and translates its errors."""

from __future__ import annotations

import os
import stat
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from newsarc.errors import Busy, Damaged, NotAnArchive, StoreError
from newsarc.store.sqlite.file.schema import APPLICATION_ID

try:
    # Ranks twice as fast as the SQLite of many a standard library.
    import pysqlite3.dbapi2 as sqlite3
except ImportError:
    # There is no wheel for this platform.
    import sqlite3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from sqlite3 import Connection

OperationalError: type[Exception] = sqlite3.OperationalError

# Seconds to wait for a lock. Another process writes a batch in well under one, but several
# processes may be waiting.
_TIMEOUT = 10.0
# Size of the header in bytes.
_HEADER = 100
# Bytes 18 and 19 of a file with a write-ahead log: transactions do not change it at once.
_LOGGED = bytes([2, 2])
_MAGIC = b"SQLite format 3\0"
# Page cache in KiB. A query reads the posting lists of its words up to three times. SQLite's
# default of two megabytes fetches them each time, which is a tenth of the time in a large archive.
# Mapping the file into memory is no faster, and if another process truncates the file, it kills
# the process that has it mapped.
_CACHE = 65_536


def connect(path: str, *, write: bool, locks: bool = True) -> Connection:
    """Open a file for reading only, or for writing, which makes a missing one.

    Without locks, what others write meanwhile may look like damage, and a write-ahead log is not
    seen. Raises sqlite3.Error.
    """
    mode = "rwc" if write else "ro"
    address = os.path.abspath(path)
    for character in "%?#":  # these have a meaning in a URI
        address = address.replace(character, f"%{ord(character):02x}")
    connection: Connection = sqlite3.connect(
        f"file:{address}?mode={mode}&immutable={int(not locks)}", uri=True, timeout=_TIMEOUT
    )
    if not write:
        connection.execute("PRAGMA temp_store = MEMORY")  # kept rows of a query need no file
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    return connection


def fold_log(path: str) -> None:
    """Fold a write-ahead log into its file, and remove it.

    Does nothing if someone else has the file open or it is read-only.
    """
    if not os.path.exists(f"{path}-wal") or not _may_write(path):
        return
    with suppress(sqlite3.Error), closing(connect(path, write=True)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def examine(path: str, *, write: bool = False) -> None:
    """Check the first bytes of a file before SQLite touches it. An empty file passes.

    Raises NotAnArchive for anything that is not an archive of newsarc, and StoreError if the file
    cannot be read or, with `write`, is read-only.
    """
    if not os.path.isfile(path):
        kind = "folder" if os.path.isdir(path) else "device or a pipe"
        raise NotAnArchive(path, f"is a {kind}, not an archive", "name a file: --archive FILE")
    header = _header(path)
    if header and not _is_ours(header):
        remedy = "it is left untouched; name another file: --archive FILE"
        raise NotAnArchive(path, "is not a newsarc archive", remedy)
    if write and not _may_write(path):
        raise StoreError(path, "is read-only", "make it writable, or write to a copy of it")


def _header(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(_HEADER)
    except OSError as error:
        raise StoreError(path, f"cannot be read ({error.strerror})") from error


def change_mark(path: str) -> bytes | None:
    """Return the bytes of a file that change with each transaction; None if it has a log."""
    header = _header(path)
    return None if header[18:20] == _LOGGED else header[24:28]


def _is_ours(header: bytes) -> bool:
    return header.startswith(_MAGIC) and header[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _may_write(path: str) -> bool:
    """Return whether the user may write to a file.

    A file without any write permission is respected even if the user is root.
    """
    by_anyone = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    try:
        mode = os.stat(path).st_mode
    except OSError:  # someone has moved it meanwhile
        return False
    return bool(mode & by_anyone) and os.access(path, os.W_OK)


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Turn an error of SQLite into a StoreError if the user can do something about it.

    All other errors pass unchanged.
    """
    try:
        yield
    except UnicodeDecodeError as error:  # from a message that quotes a damaged file
        raise Damaged(path, "is damaged (a text is no UTF-8)") from error
    except sqlite3.Error as error:
        translation = _translation(path, error)
        if translation is None:
            raise
        raise translation from error


# Errors that have no code of their own, by words of their message.
_BY_MESSAGE: dict[str, Callable[[str], StoreError]] = {
    "Could not decode to UTF-8": lambda path: Damaged(path, "is damaged (a text is no UTF-8)"),
    "no such table": lambda path: Damaged(path, "is damaged (a table is missing)"),
    "too large": lambda path: StoreError(path, "a query this large is beyond SQLite", "shorten it"),
    "too many": lambda path: StoreError(path, "a query this large is beyond SQLite", "shorten it"),
    "stack overflow": lambda path: StoreError(
        path, "a query this deep is beyond SQLite", "shorten it"
    ),
}


def _translation(path: str, error: Exception) -> StoreError | None:
    """Return the StoreError for an error of SQLite, or None if the user cannot help it."""
    for words, translation in _BY_MESSAGE.items():
        if words in str(error):
            return translation(path)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code, without its extension
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
