"""The statements that count articles by a facet, from indexes wherever these suffice."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from newsarc.query import nodes
from newsarc.records.kept import Facet
from newsarc.store.facets import UNCERTAIN
from newsarc.store.sqlite.articles.lookup import LANGUAGES
from newsarc.store.sqlite.file import indexes
from newsarc.store.sqlite.file.statement import Condition
from newsarc.store.sqlite.plan.filters import LENGTH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from newsarc.store.sqlite.plan.plan import Plan

# The local minutes that a date may mean tell how exactly it is known.
_FIRST, _LAST = "a.published_first", "a.published_last"
_YEAR, _MONTH, _DAY = (f"substr({_FIRST}, 1, {length})" for length in (4, 7, 10))
_HAS_MONTH = f"{_MONTH} = substr({_LAST}, 1, 7)"
_HAS_DAY = f"{_DAY} = substr({_LAST}, 1, 10)"
_KNOWN = f"CASE WHEN {_HAS_DAY} THEN {_DAY} WHEN {_HAS_MONTH} THEN {_MONTH} ELSE {_YEAR} END"
# A week belongs to the year of its Thursday (ISO 8601).
_THURSDAY = f"date({_DAY}, '-3 days', 'weekday 4')"
_WEEK = f"printf('%s-W%02d', substr({_THURSDAY}, 1, 4), (strftime('%j', {_THURSDAY}) + 6) / 7)"
_WEEKDAY = f"CAST((strftime('%w', {_DAY}) + 6) % 7 + 1 AS TEXT)"
_NO_DATE = f"WHEN {_FIRST} IS NULL THEN NULL"

# The values of each facet, as `newsarc.store.facets` has them.
_VALUES: dict[Facet, str] = {
    "year": _YEAR,
    "quarter": f"CASE WHEN {_HAS_MONTH} THEN {_YEAR} || '-Q' || ((substr({_MONTH}, 6) + 2) / 3)"
    f" ELSE {_YEAR} END",
    "month": f"CASE WHEN {_HAS_MONTH} THEN {_MONTH} ELSE {_YEAR} END",
    "week": f"CASE WHEN {_HAS_DAY} THEN {_WEEK} ELSE {_KNOWN} END",
    "day": _KNOWN,
    "weekday": f"CASE {_NO_DATE} WHEN {_HAS_DAY} THEN {_WEEKDAY} ELSE '{UNCERTAIN}' END",
    "hour": f"CASE {_NO_DATE} WHEN {_FIRST} = {_LAST} THEN substr({_FIRST}, 12, 2)"
    f" ELSE '{UNCERTAIN}' END",
    "source": "a.source",
    "agency": "a.agency",
    "author": "author.value",
    "place": "a.place",
    "language": "a.language",
    "genre": "a.genre",
    "length": f"span_of({LENGTH})",
}
# What is grouped by instead of a value, in the order of an index.
_COLUMNS: dict[Facet, str] = {"source": "a.source_form, a.source"}
# The index that holds the values in order; those of dates are all made of the same one.
_INDEXES: dict[Facet, str] = {
    **dict.fromkeys(get_args(Facet)[:7], "article_published"),
    "source": "article_source",
    "language": "article_language",
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
    connection: Connection, query: nodes.Node, planned: Plan, by: Sequence[Facet]
) -> dict[tuple[str | None, ...], int]:
    """Return the number of articles of a plan for each combination of the values of facets."""
    if len(by) == 1 and (found := _stepped(connection, query, planned, by[0])) is not None:
        return {(value,): number for value, number in found if number}
    statement = _grouped(planned.condition, by, _hint(connection, query, by))
    rows = connection.execute(statement.sql, statement.parameters)
    return {tuple(values): number for *values, number in rows}


def _stepped(
    connection: Connection, query: nodes.Node, planned: Plan, by: Facet
) -> list[tuple[str | None, int]] | None:
    """Return the numbers of articles within dates, or of all, where steps in an index find them."""
    if by in _STEPS and isinstance(query, nodes.Published):
        return list(connection.execute(_STEPS[by], planned.condition.parameters))
    if by == "year" and isinstance(query, nodes.All):
        dated = connection.execute(_STEPS[by], _ALL_DATES)
        return [*connection.execute(_UNDATED), *dated]
    return None


def _grouped(condition: Condition, by: Sequence[Facet], hint: str) -> Condition:
    values = ", ".join(_VALUES[facet] for facet in by)
    columns = ", ".join(_COLUMNS.get(facet, str(number)) for number, facet in enumerate(by, 1))
    authors = "LEFT JOIN json_each(a.authors) author" if "author" in by else ""
    number = "count(DISTINCT a.row)" if authors else "count(*)"
    sql = f"""
        SELECT {values}, {number} FROM article a {hint} {authors}
        WHERE {condition.sql} GROUP BY {columns} ORDER BY {columns}
    """
    return Condition(sql, condition.parameters)


def _hint(connection: Connection, query: nodes.Node, by: Sequence[Facet]) -> str:
    """Return which index SQLite must use where it would choose a worse one."""
    index = _best_index(query, by)
    return f"INDEXED BY {index}" if index and indexes.exists(connection, index) else ""


def _best_index(query: nodes.Node, by: Sequence[Facet]) -> str | None:
    parts = tuple(nodes.walk(query))
    held = {_INDEXES.get(facet) for facet in by}
    if all(isinstance(node, (nodes.All, nodes.And, nodes.Published)) for node in parts):
        return held.pop() if len(held) == 1 else None  # it holds the dates as well
    if all(isinstance(node, (nodes.And, nodes.Published, nodes.Source)) for node in parts):
        return "article_source" if None not in held else None  # it holds all that is counted
    return None
