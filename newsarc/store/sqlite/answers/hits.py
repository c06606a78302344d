"""The articles that match a plan or a word: found, counted, and kept while they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.store.sqlite.file.statement import TRUE, Condition
from newsarc.store.sqlite.file.temporary import keep, kept
from newsarc.store.sqlite.plan.plan import matching, within
from newsarc.values import value

if TYPE_CHECKING:
    from sqlite3 import Connection

    from newsarc.store.sqlite.plan.plan import Plan

# The share of so many articles tells well enough how many a word has.
_ESTIMATED = 5_000

KEPT = kept("hit")


@value
class Hits:
    """The articles of a plan: how many they are, and the statement that gives their rows."""

    total: int
    rows: Condition

    def matching(self, planned: Plan) -> Condition:
        """Give the rows of those that a plan picks by their words."""
        if self.rows != KEPT or planned.match is None:
            return chosen(planned)
        rows = within(matching(planned.match), KEPT)
        return Condition(f"SELECT rowid AS row FROM words WHERE {rows.sql}", rows.parameters)


def gather(connection: Connection, planned: Plan, most: int, *, counted: bool = False) -> Hits:
    """Find the articles of a plan, and keep their rows in a temporary table.

    More than `most` that the index alone finds are not kept: it gives them again sooner. To have
    them `counted` before is sooner where they are many and soon found.
    """
    if planned.match is None:
        return Hits(count(connection, planned), chosen(planned))
    if not planned.is_match:
        return keep_all(connection, planned)
    rows = chosen(planned)
    total = number(connection, rows) if counted else 0
    if total <= most:
        some = Condition(f"{rows.sql} LIMIT {most + 1}", rows.parameters)
        found = keep(connection, "hit", some)
        if found <= most:
            return Hits(found, KEPT)
    return Hits(total or number(connection, rows), rows)


def keep_all(connection: Connection, planned: Plan) -> Hits:
    """Find the articles of a plan, and keep their rows however many they are."""
    by_index = planned.match is None or planned.is_match
    rows = chosen(planned) if by_index else _shortest(connection, planned)
    return Hits(keep(connection, "hit", rows), KEPT)


def _shortest(connection: Connection, planned: Plan) -> Condition:
    """Begin with the words, or with a filter beside them where fewer articles pass it.

    To look up an article of a word costs as much as to put one of the filter among those sought.
    """
    beside = planned.rest != planned.condition
    if not beside or planned.rest.is_judged or planned.rest.is_of_rows:
        return chosen(planned)
    rest = Condition(
        f"SELECT a.row FROM article a WHERE {planned.rest.sql}", planned.rest.parameters
    )
    most = holding(connection, planned.match, _ESTIMATED)
    if _up_to(connection, rest, most) == most:
        return chosen(planned)
    rows = within(matching(planned.match or ""), rest)
    return Condition(f"SELECT rowid FROM words WHERE {rows.sql}", rows.parameters)


def chosen(planned: Plan) -> Condition:
    """Give the statement that gives the rows of a plan.

    The plus keeps SQLite from asking FTS5 again for each row of what the rest asks of words.
    """
    match, rest = planned.match, planned.rest
    if match is None:
        sql = f"SELECT a.row FROM article a WHERE {planned.condition.sql}"
        return Condition(sql, planned.condition.parameters)
    if planned.is_match:
        return Condition("SELECT rowid AS row FROM words WHERE words MATCH ?", (match,))
    joined = "CROSS JOIN article a ON a.row = matching.row"
    sql = f"""
        SELECT a.row FROM (SELECT +rowid AS row FROM words WHERE words MATCH ?)
        {"a" if rest.is_of_rows else f"matching {joined}"} WHERE {rest.sql}
    """
    return Condition(sql, (match, *rest.parameters))


def count(connection: Connection, planned: Plan) -> int:
    """Count the articles of a plan; for all of them SQLite counts an index by its pages."""
    if planned.condition == TRUE:
        return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    return number(connection, chosen(planned))


def number(connection: Connection, rows: Condition) -> int:
    """Count the rows that a statement gives."""
    sql = f"SELECT count(*) FROM ({rows.sql})"
    return int(connection.execute(sql, rows.parameters).fetchone()[0])


def _up_to(connection: Connection, rows: Condition, most: int) -> int:
    return number(connection, Condition(f"{rows.sql} LIMIT {most}", rows.parameters))


def articles(connection: Connection) -> int:
    """Give the number of articles that are indexed.

    FTS5 keeps it for BM25, as the first number of its record of averages: to count a million takes
    a hundredth of a second. Of each byte seven bits count; the last one is below 128.
    """
    (record,) = connection.execute("SELECT block FROM words_data WHERE id = 1").fetchone()
    number = 0
    for byte in record:
        number = number << 7 | byte & 127
        if byte < 128:
            break
    return number


def holding(connection: Connection, match: str | None, most: int) -> int:
    """Count the articles of a word; of a frequent one, by its share of the oldest articles."""
    if match is None:
        return 0
    sql = """
        SELECT count(*), max(rowid), (SELECT max(row) FROM article)
        FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)
    """
    found, last, newest = connection.execute(sql, (match, most)).fetchone()
    return int(found if found < most else max(found, found * newest // last))
