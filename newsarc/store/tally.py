"""The statements that count articles by what they say, from indexes wherever these hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.query import All, And, Published, Source, walk
from newsarc.store import pages
from newsarc.store.plan import TRUE, Condition

if TYPE_CHECKING:
    from sqlite3 import Connection

    from newsarc.query import Node
    from newsarc.records.kept import Facet
    from newsarc.store.plan import Plan

# What is counted, the columns to group by, and the index that holds them in order.
_FACETS: dict[Facet, tuple[str, str, str]] = {
    "year": ("substr(a.published_first, 1, 4)", "value", "article_published"),
    "source": ("a.source", "a.source_form, a.source", "article_source"),
    "language": ("a.language", "a.language", "article_language"),
}
# The first day behind a year, again and again: the days of a year stand side by side.
_YEARS = """
    WITH RECURSIVE year(value) AS (
        SELECT substr(min(published_first), 1, 4) FROM article
        UNION ALL
        SELECT (
            SELECT substr(min(published_first), 1, 4) FROM article
            WHERE published_first > year.value || '~'
        ) FROM year WHERE value IS NOT NULL
    )
    SELECT NULL, count(*) FROM article WHERE published_first IS NULL GROUP BY published_first
    UNION ALL
    SELECT value, (
        SELECT count(*) FROM article WHERE published_first BETWEEN value AND value || '~'
    ) FROM year WHERE value IS NOT NULL
"""
# To look up an article from an index takes as long as to read so many in their order.
_READ = 16


def tally(connection: Connection, query: Node, planned: Plan, by: Facet) -> dict[str | None, int]:
    """Count the articles of a plan by what they say."""
    statement = Condition(_YEARS)
    if by != "year" or planned.condition != TRUE:
        statement = _grouped(planned.condition, by, _hint(connection, query, planned, by))
    return dict(connection.execute(statement.sql, statement.parameters))


def _grouped(condition: Condition, by: Facet, hint: str) -> Condition:
    value, columns, _ = _FACETS[by]
    sql = f"""
        SELECT {value} AS value, count(*) FROM article a {hint}
        WHERE {condition.sql} GROUP BY {columns} ORDER BY value
    """
    return Condition(sql, condition.parameters)


def _hint(connection: Connection, query: Node, planned: Plan, by: Facet) -> str:
    """Tell SQLite which index to use, where it would choose another one."""
    nodes = tuple(walk(query))
    if all(isinstance(node, (All, And, Published)) for node in nodes):
        return f"INDEXED BY {_FACETS[by][2]}"  # it holds the dates as well
    if by == "language" and any(isinstance(node, Source) for node in nodes):
        number = pages.count(connection, planned)
        return "NOT INDEXED" if number * _READ > pages.articles(connection) else ""
    return ""
