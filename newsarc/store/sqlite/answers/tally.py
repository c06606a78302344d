"""The statements that count articles by a facet, from indexes wherever these suffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.query import nodes
from newsarc.store.sqlite.articles.lookup import LANGUAGES
from newsarc.store.sqlite.file import indexes
from newsarc.store.sqlite.file.statement import Condition

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from newsarc.records.kept import Facet
    from newsarc.store.sqlite.plan.plan import Plan

# What is counted, the columns to group by, and the index that holds them in order.
_FACETS: dict[Facet, tuple[str, str, str]] = {
    "year": ("substr(a.published_first, 1, 4)", "value", "article_published"),
    "source": ("a.source", "a.source_form, a.source", "article_source"),
    "language": ("a.language", "a.language", "article_language"),
}

# The smallest value behind the last one, again and again: in an index the articles of a year, or of
# a language, stand side by side, and so do those of them within dates. The parameters are those of
# such a condition.
_STEPS: dict[Facet, str] = {
    "year": """
        WITH RECURSIVE step(value) AS (
            SELECT substr(min(published_first), 1, 4) FROM article
            UNION ALL
            SELECT (
                SELECT substr(min(published_first), 1, 4) FROM article
                WHERE published_first > step.value || '~'
            ) FROM step WHERE value IS NOT NULL
        )
        SELECT value, (
            SELECT count(*) FROM article
            WHERE published_first BETWEEN max(value, ?1) AND min(value || '~', ?2)
            AND published_last >= ?3
        ) FROM step WHERE value IS NOT NULL
    """,
    "language": f"""
        {LANGUAGES}
        SELECT value, (
            SELECT count(*) FROM article
            WHERE language IS value AND published_first BETWEEN ?1 AND ?2 AND published_last >= ?3
        ) FROM step
    """,
}
_ALL_DATES = ("", "~", "")
_UNDATED = """
    SELECT NULL, count(*) FROM article WHERE published_first IS NULL GROUP BY published_first
"""


def tally(
    connection: Connection, query: nodes.Node, planned: Plan, by: Facet
) -> dict[str | None, int]:
    """Return the number of articles of a plan for each value of a facet; None: without a value."""
    if by in _STEPS and isinstance(query, nodes.Published):
        return _stepped(connection, by, planned.condition.parameters)
    if by == "year" and isinstance(query, nodes.All):
        undated = dict(connection.execute(_UNDATED))
        return {**undated, **_stepped(connection, by, _ALL_DATES)}
    index = _best_index(query, by)
    hint = f"INDEXED BY {index}" if index and indexes.exists(connection, index) else ""
    statement = _grouped(planned.condition, by, hint)
    return dict(connection.execute(statement.sql, statement.parameters))


def _stepped(
    connection: Connection, by: Facet, dates: Sequence[str | int]
) -> dict[str | None, int]:
    found = connection.execute(_STEPS[by], dates)
    return {value: number for value, number in found if number}


def _grouped(condition: Condition, by: Facet, hint: str) -> Condition:
    value, columns, _ = _FACETS[by]
    sql = f"""
        SELECT {value} AS value, count(*) FROM article a {hint}
        WHERE {condition.sql} GROUP BY {columns} ORDER BY value
    """
    return Condition(sql, condition.parameters)


def _best_index(query: nodes.Node, by: Facet) -> str | None:
    """Return which index SQLite must use where it would choose a worse one; else None."""
    parts = tuple(nodes.walk(query))
    if all(isinstance(node, (nodes.All, nodes.And, nodes.Published)) for node in parts):
        return _FACETS[by][2]  # it holds the dates as well
    if all(isinstance(node, (nodes.And, nodes.Published, nodes.Source)) for node in parts):
        return "article_source"  # it holds all that is counted
    return None
