"""The articles that match a plan or a word: found, counted, and kept in a temporary table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.query import nodes
from newsarc.store.sqlite.answers.functions import first_number
from newsarc.store.sqlite.file.statement import TRUE, Condition
from newsarc.store.sqlite.file.temporary import keep, kept
from newsarc.store.sqlite.plan.plan import matching, within

if TYPE_CHECKING:
    from sqlite3 import Connection

    from newsarc.store.sqlite.plan.plan import Plan

# Number of articles from whose share a document frequency is estimated.
_ESTIMATED = 5_000

KEPT = kept("hit")


class Hits(Struct, frozen=True):
    """The articles of a plan: their number, and the statement that returns their rows."""

    total: int
    rows: Condition

    def matching(self, planned: Plan) -> Condition:
        """Return the rows of those hits that another plan picks by their words."""
        if self.rows != KEPT or planned.match is None:
            return chosen(planned)
        rows = within(matching(planned.match), KEPT)
        return Condition(f"SELECT rowid AS row FROM words WHERE {rows.sql}", rows.parameters)


def find_hits(connection: Connection, query: nodes.Node, planned: Plan, most: int) -> Hits:
    """Find the articles of a query, and keep their rows unless there are more than `most`.

    FTS5 merges the forms of a pattern anew for each statement, so with patterns all are kept.
    """
    leaves = tuple(nodes.leaves(query))
    if any(isinstance(node, nodes.Wild | nodes.Similar) for node in leaves):
        return keep_all(connection, planned)
    return gather(connection, planned, most, counted=all(map(_is_single, leaves)))


def _is_single(node: nodes.Node) -> bool:
    """Return whether a node is a single word, or alternatives: many articles, quickly found."""
    return isinstance(node, nodes.Or) or (isinstance(node, nodes.Term) and len(node.words) == 1)


def gather(connection: Connection, planned: Plan, most: int, *, counted: bool = False) -> Hits:
    """Find the articles of a plan, and keep their rows in a temporary table.

    More than `most` that the index alone finds are not kept: it finds them again sooner. If many
    are likely and found quickly, it is faster to have them `counted` first.
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
    """Find the articles of a plan, and keep their rows however many these are."""
    by_index = planned.match is None or planned.is_match
    rows = chosen(planned) if by_index else _shortest(connection, planned)
    return Hits(keep(connection, "hit", rows), KEPT)


def _shortest(connection: Connection, planned: Plan) -> Condition:
    """Begin with the words, or with a filter beside them if fewer articles pass it.

    Looking up an article of a word costs as much as adding one that passes the filter.
    """
    beside = planned.rest != planned.condition
    if not beside or planned.rest.costly or planned.rest.of_rows:
        return chosen(planned)
    rest = Condition(
        f"SELECT a.row FROM article a WHERE {planned.rest.sql}", planned.rest.parameters
    )
    most = document_frequency(connection, planned.match, _ESTIMATED)
    if _up_to(connection, rest, most) == most:
        return chosen(planned)
    rows = within(matching(planned.match or ""), rest)
    return Condition(f"SELECT rowid FROM words WHERE {rows.sql}", rows.parameters)


def chosen(planned: Plan) -> Condition:
    """Return the statement that returns the rows of a plan.

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
        {"a" if rest.of_rows else f"matching {joined}"} WHERE {rest.sql}
    """
    return Condition(sql, (match, *rest.parameters))


def count(connection: Connection, planned: Plan) -> int:
    """Return the number of articles of a plan; SQLite counts all of them by an index's pages."""
    if planned.condition == TRUE:
        return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    return number(connection, chosen(planned))


def number(connection: Connection, rows: Condition) -> int:
    """Return the number of rows that a statement returns."""
    sql = f"SELECT count(*) FROM ({rows.sql})"
    return int(connection.execute(sql, rows.parameters).fetchone()[0])


def _up_to(connection: Connection, rows: Condition, most: int) -> int:
    return number(connection, Condition(f"{rows.sql} LIMIT {most}", rows.parameters))


def articles(connection: Connection) -> int:
    """Return the number of articles in the index.

    FTS5 keeps it for BM25, as the first number of its record of averages; counting a million
    rows takes a hundredth of a second.
    """
    (record,) = connection.execute("SELECT block FROM words_data WHERE id = 1").fetchone()
    return first_number(record)


def document_frequency(connection: Connection, match: str | None, most: int) -> int:
    """Count the articles of a word up to `most`; beyond, estimate by its share of the oldest."""
    if match is None:
        return 0
    sql = """
        SELECT count(*), max(rowid), (SELECT max(row) FROM article)
        FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)
    """
    found, last, newest = connection.execute(sql, (match, most)).fetchone()
    return int(found if found < most else max(found, found * newest // last))
