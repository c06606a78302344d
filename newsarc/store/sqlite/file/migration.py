"""Brings a file up to date by the steps of `schema` that it has not had."""

from __future__ import annotations

import zlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from newsarc.store.sqlite.file.schema import SET, STEPS

if TYPE_CHECKING:
    from sqlite3 import Connection

    from sqlite_utils import Database


def migrate(connection: Connection) -> None:
    """Apply the steps that a file has not had, within the caller's transaction."""
    # Importing it takes longer than writing an article, and most files have had all steps.
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    connection.create_function("deflated", 1, _deflated, deterministic=True)
    connection.create_function("instant", 2, _instant, deterministic=True)
    connection.create_function("lexicon_checksum", 2, _lexicon_checksum, deterministic=True)
    migrations = Migrations(SET)
    for name, statements in STEPS.items():
        migrations(name=name)(_step(statements))
    migrations.apply(Database(connection))


def _deflated(text: str) -> bytes:
    # A copy, so that a released step does not change with the rest of the code.
    return zlib.compress(text.encode())


def _lexicon_checksum(word: str, zipf: float) -> int:
    return int(zlib.crc32(word.encode()) * zipf)


def _instant(minute: str, published: str) -> int:
    """Return a local minute of a date as minutes from 1970 in UTC.

    A date without an offset is taken to be in Berlin, roughly; `reindex` knows its zone.
    """
    berlin = "+0200" if "04" <= published[5:7] <= "10" else "+0100"
    offset = published[16:].replace(":", "") or berlin
    hours, minutes = int(offset[1:3]), int(offset[3:])
    local = datetime.fromisoformat(minute) - _EPOCH
    away = hours * 60 + minutes
    return local // timedelta(minutes=1) - (-away if offset[0] == "-" else away)


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001


class _Step(Protocol):
    __name__: str

    def __call__(self, db: Database, /) -> None: ...


def _step(statements: tuple[str, ...]) -> _Step:
    """Return a function that executes the statements of a step."""

    def apply(db: Database, /) -> None:
        for statement in statements:
            db.execute(statement)

    return apply
