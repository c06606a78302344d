"""What an archive remembers of itself: the version of the word analysis its index was made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.analysis import VERSION
from newsarc.errors import NeedsReindex

if TYPE_CHECKING:
    from sqlite3 import Connection


def analysis(connection: Connection) -> str | None:
    """Give the version that the index was made with, or None before there is an index."""
    sql = "SELECT value FROM setting WHERE name = 'analysis'"
    found = connection.execute(sql).fetchone()
    return None if found is None else str(found[0])


def set_analysis(connection: Connection) -> None:
    """Remember this version as the one that the index was made with."""
    sql = "INSERT OR REPLACE INTO setting (name, value) VALUES ('analysis', ?)"
    connection.execute(sql, (VERSION,))


def demand_analysis(connection: Connection, path: str) -> None:
    """Raise NeedsReindex where the index was made with another version than this one."""
    if analysis(connection) != VERSION:
        raise NeedsReindex(path, "was indexed by another version of the word analysis")
