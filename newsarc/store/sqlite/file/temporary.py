"""Rows that a statement has found, kept in a temporary table while the archive is read once.

They are asked for again and again: a set that SQLite makes of a statement within another is
made anew by each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsarc.store.sqlite.file.statement import Condition

if TYPE_CHECKING:
    from sqlite3 import Connection

    # Those that match a query, those that may, and those of a page whose hits are only a few.
    Name = Literal["hit", "candidate", "few"]


def keep(connection: Connection, name: Name, rows: Condition) -> int:
    """Keep the rows that a statement gives instead of those kept before; give their number."""
    connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {name} (row INTEGER PRIMARY KEY)")
    connection.execute(f"DELETE FROM temp.{name}")
    return connection.execute(f"INSERT INTO temp.{name} {rows.sql}", rows.parameters).rowcount


def kept(name: Name) -> Condition:
    """Give the statement that gives the rows that are kept."""
    return Condition(f"SELECT row FROM temp.{name}")
