"""Rows of articles, kept in temporary tables while a query is answered.

Several statements need the same rows. As a subquery, each statement would find them again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsarc.store.sqlite.file.statement import Condition

if TYPE_CHECKING:
    from sqlite3 import Connection

    # The hits of a query, the articles that may be hits, and the hits of a page if they are few.
    Name = Literal["hit", "candidate", "few"]


def keep(connection: Connection, name: Name, rows: Condition) -> int:
    """Keep the rows that a statement returns, instead of those kept under the name before.

    Returns their number.
    """
    connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {name} (row INTEGER PRIMARY KEY)")
    connection.execute(f"DELETE FROM temp.{name}")
    return connection.execute(f"INSERT INTO temp.{name} {rows.sql}", rows.parameters).rowcount


def kept(name: Name) -> Condition:
    """Return the statement that returns the rows kept under a name."""
    return Condition(f"SELECT row FROM temp.{name}")
