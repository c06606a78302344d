"""The indexes that only searches and names need: a large load makes them last.

Kept up while articles are added, they have a page each to be written for nearly every article, for
its date, its source and its URL are anywhere in their order. Without them searches find the same,
by reading all articles. The end of a run makes those that are missing, or that of the next run if
it was interrupted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.store.sqlite.file.schema import STEPS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection

# A later step of the schema drops one of these with IF EXISTS.
LATE = (
    "article_published",
    "article_source",
    "article_language",
    "article_instant",
    "article_added",
    "article_external_id",
    "article_url",
)


def drop(connection: Connection) -> None:
    """Drop the indexes, within the caller's transaction."""
    for name in LATE:
        connection.execute(f"DROP INDEX IF EXISTS {name}")


def exists(connection: Connection, name: str) -> bool:
    """Return whether the file has an index, so that a query can demand it."""
    sql = "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?"
    return connection.execute(sql, (name,)).fetchone() is not None


def missing(connection: Connection) -> list[str]:
    """Return the names of those that the file does not have."""
    return [name for name in LATE if not exists(connection, name)]


def make(connection: Connection) -> Iterator[float]:
    """Make the missing ones, each in a transaction; yield the share that is done."""
    statements = _statements()
    names = missing(connection)
    for done, name in enumerate(names):
        yield done / len(names)
        with connection:
            connection.execute(statements[name])
    yield 1.0


def _statements() -> dict[str, str]:
    """Return what makes each index, as its last step in the schema does."""
    statements = (each.strip() for step in STEPS.values() for each in step)
    made = {each.split()[2]: each for each in statements if each.startswith("CREATE INDEX")}
    begin = "CREATE INDEX"
    return {name: sql.replace(begin, f"{begin} IF NOT EXISTS", 1) for name, sql in made.items()}
