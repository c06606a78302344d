"""What an archive records about itself: its schema and its index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.analysis import version
from newsarc.errors import FromTheFuture, NeedsReindex
from newsarc.store.sqlite.file import schema

if TYPE_CHECKING:
    from sqlite3 import Connection

# Number of segments of the index above which some are merged. A search in 14 segments takes a
# twentieth longer than in one.
_MOST_SEGMENTS = 16
# Jumps to each segment; DISTINCT would read a row for each page of the index.
_SEGMENTS = """
    WITH RECURSIVE step(segment) AS (
        SELECT min(segid) FROM words_idx
        UNION ALL
        SELECT (SELECT min(segid) FROM words_idx WHERE segid > step.segment) FROM step
        WHERE segment IS NOT NULL
    )
    SELECT count(segment) FROM step
"""


def demand_known_steps(connection: Connection, path: str) -> bool:
    """Return whether the file has had all steps of the schema.

    Raises FromTheFuture if it has had a step that this version does not know.
    """
    sql = "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
    applied: set[str] = set()
    if connection.execute(sql).fetchone():
        applied = {name for (name,) in connection.execute(schema.APPLIED)}
    if not applied <= schema.STEPS.keys():
        raise FromTheFuture(path, "was written by a newer newsarc")
    return applied == schema.STEPS.keys()


def recalled(connection: Connection, name: str) -> str | None:
    """Return the value that was recorded under a name, or None."""
    found = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if found is None else str(found[0])


def remember(connection: Connection, name: str, value: str | int) -> None:
    """Record a value under a name, instead of an earlier one."""
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))


def analysis(connection: Connection) -> str | None:
    """Return the version of the analysis that made the index; None before there is an index."""
    return recalled(connection, "analysis")


def set_analysis(connection: Connection) -> None:
    """Record that this version of the analysis made the index."""
    remember(connection, "analysis", version())


def demand_analysis(connection: Connection, path: str) -> None:
    """Raise NeedsReindex if another version of the analysis made the index."""
    if analysis(connection) != version():
        raise NeedsReindex(
            path, "was indexed by another version of the word analysis and would miss words"
        )


def newest(connection: Connection) -> int:
    """Return the row of the newest article; 0 if there is none."""
    return connection.execute("SELECT max(row) FROM article").fetchone()[0] or 0


def is_scattered(connection: Connection) -> bool:
    """Return whether the index has so many segments that searches take longer."""
    return bool(connection.execute(_SEGMENTS).fetchone()[0] > _MOST_SEGMENTS)
