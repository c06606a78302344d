"""The statements that order the articles of a plan and return a page of them."""

from __future__ import annotations

from array import array
from math import isqrt
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis import KINDS
from newsarc.store.scoring import WEIGHTS, Weights
from newsarc.store.sqlite.file import indexes
from newsarc.store.sqlite.file.schema import FIELDS_IN_ORDER
from newsarc.store.sqlite.file.statement import TRUE, Condition
from newsarc.store.sqlite.file.temporary import keep, kept
from newsarc.store.sqlite.plan.plan import within

if TYPE_CHECKING:
    from sqlite3 import Connection

    from newsarc.records.kept import Sort
    from newsarc.store.sqlite.plan.plan import Plan

_ORDERS: dict[Sort, str] = {
    "newest": "a.instant_first DESC, a.instant_last, a.id",
    "oldest": "a.instant_first ASC NULLS LAST, a.instant_last, a.id",
    "added": "a.added DESC, a.id",
    "title": "a.title_form ASC NULLS LAST, a.id",
    "source": "a.source_form ASC NULLS LAST, a.id",
}
# The orders that the index of instants holds, with the comparison that holds for the instants
# before the last one of a page, and for this one.
_DAYS: dict[Sort, tuple[str, str]] = {"newest": ("DESC", ">="), "oldest": ("ASC NULLS LAST", "<=")}
# A local day lies within a day of its instant, so of two days in the order of instants the later is
# at most two days before the other.
_SLACK: dict[Sort, str] = {"newest": "-2 days", "oldest": "+3 days"}
# Steps through that index cost as much as looking up one article and ordering it.
_WALKING = 4
# Looking up one article in the index costs as much as reading this many articles of a word.
_LOOKING = 100


class Slice(Struct, frozen=True):
    """Which hits are on a page."""

    limit: int
    offset: int


def page(
    connection: Connection, planned: Plan, hits: Condition, sort: Sort, wanted: Slice
) -> list[tuple[int, float | None]]:
    """Return rows and scores of one page of hits; for FTS5, lower scores are better.

    `hits` returns the rows of all of them.
    """
    # SQLite counts in 64 bits, the sum of both as well; no archive holds more.
    wanted = Slice(min(wanted.limit, 2**61), min(wanted.offset, 2**61))
    is_walked = sort in _DAYS and planned.match is not None
    if is_walked and indexes.exists(connection, "article_instant"):
        return _dated(connection, planned, hits, sort, wanted)
    return _fetched(connection, statement(planned, hits, sort), wanted)


def all_rows(connection: Connection, planned: Plan, hits: Condition, sort: Sort) -> array[int]:
    """Return the rows of all hits in an order, which is by date instead of relevance."""
    ordered = _bounded(_unranked(planned, hits, "newest" if sort == "relevance" else sort))
    rows = connection.execute(ordered.sql, (2**61, 0, *ordered.parameters))
    return array("q", (row for row, _ in rows))


def _fetched(
    connection: Connection, ordered: Condition, wanted: Slice
) -> list[tuple[int, float | None]]:
    return connection.execute(
        ordered.sql, (wanted.limit, wanted.offset, *ordered.parameters)
    ).fetchall()


def _dated(
    connection: Connection, planned: Plan, hits: Condition, sort: Sort, wanted: Slice
) -> list[tuple[int, float | None]]:
    """Return a page in the order of dates, in the way that is likely to be shortest.

    Few hits are ordered. For many, the articles are walked through in order until the page is
    full: if hits are dense, the first articles are looked up in the index one by one; if that is
    not enough, all hits are found before.
    """
    (newest,) = connection.execute("SELECT max(row) FROM article").fetchone()
    reached = wanted.limit + wanted.offset
    most = min(isqrt((newest or 0) * reached // _WALKING), 2**62)
    number = keep(connection, "few", Condition(f"{hits.sql} LIMIT {most + 1}", hits.parameters))
    if number <= most:
        return _fetched(connection, statement(planned, kept("few"), sort), wanted)
    (last,) = connection.execute("SELECT max(row) FROM temp.few").fetchone()
    first = newest * number // last // _LOOKING
    if first > 2 * reached * last // number:
        found = _fetched(connection, _walk(planned, hits, sort, first), wanted)
        if len(found) == wanted.limit:
            return found
    return _fetched(connection, _walk(planned, hits, sort), wanted)


def statement(planned: Plan, hits: Condition, sort: Sort) -> Condition:
    """Return the statement of a page. Its first two parameters are limit and offset."""
    if planned.ranked is not None and sort == "relevance":
        if planned.match is None:
            rows = _ranked(planned.ranked, planned.condition)
        else:
            rows = _best(planned.ranked, hits)
    else:
        rows = _unranked(planned, hits, "newest" if sort == "relevance" else sort)
    return _bounded(rows)


def _bounded(rows: Condition) -> Condition:
    sql = f"WITH bounds(number, skipped) AS (VALUES (?1, ?2)), {rows.sql} LIMIT ?1 OFFSET ?2"
    return Condition(sql, rows.parameters)


def _unranked(planned: Plan, hits: Condition, sort: Sort) -> Condition:
    if planned.match is None:
        return _listed(planned.condition, sort)
    sql = f"""
        matching(row) AS ({hits.sql})
        SELECT a.row, NULL AS score FROM matching CROSS JOIN article a ON a.row = matching.row
        ORDER BY {_ORDERS[sort]}
    """
    return Condition(sql, hits.parameters)


def _walk(planned: Plan, hits: Condition, sort: Sort, first: int | None = None) -> Condition:
    """Return the statement of a page that walks through the articles in order until it is full.

    With `first` it looks up this number of articles, and stops behind the last one's day.
    """
    among = "+a.row IN (SELECT row FROM matching)"  # the plus keeps SQLite from beginning there
    if first is not None:
        order, sign = _DAYS[sort]
        among = f"""
            EXISTS (SELECT 1 FROM matching WHERE row = a.row) AND a.instant_first {sign} (
                SELECT instant_first FROM article ORDER BY instant_first {order}
                LIMIT 1 OFFSET {first}
            )
        """
    rest = TRUE if planned.rest.costly else planned.rest
    sql = f"""
        matching(row) AS ({hits.sql})
        SELECT a.row, NULL AS score FROM article a INDEXED BY article_instant
        WHERE {among} AND ({rest.sql}) ORDER BY {_ORDERS[sort]}
    """
    return _bounded(Condition(sql, (*hits.parameters, *rest.parameters)))


def _listed(condition: Condition, sort: Sort) -> Condition:
    """Order articles that no word picks.

    In the order of dates no article is looked up behind the last day of the page: the indexes of
    sources and languages hold the days.
    """
    last, picked = Condition("last(day) AS (VALUES (NULL))"), condition
    if sort in _DAYS and condition != TRUE and not condition.costly:
        order, sign = _DAYS[sort]
        sql = f"""
            last(day) AS (
                SELECT date(a.published_first, '{_SLACK[sort]}')
                FROM article a WHERE {condition.sql}
                ORDER BY a.published_first {order} LIMIT 1 OFFSET ?1 + ?2 - 1
            )
        """
        last = Condition(sql, condition.parameters)
        day = "(SELECT day FROM last)"
        sql = f"({condition.sql}) AND (a.published_first {sign} {day} OR {day} IS NULL)"
        picked = Condition(sql, condition.parameters)
    sql = f"""
        {last.sql}
        SELECT a.row, NULL AS score FROM article a WHERE {picked.sql} ORDER BY {_ORDERS[sort]}
    """
    return Condition(sql, (*last.parameters, *picked.parameters))


def _best(ranked: Condition, hits: Condition) -> Condition:
    """Join only the rows of a page with their articles, whose ids order equal scores."""
    ranked = within(ranked, hits)
    sql = f"""
        ranked(row, score) AS MATERIALIZED (SELECT rowid, {BM25} FROM words WHERE {ranked.sql}),
        last(score) AS (SELECT score FROM ranked ORDER BY score LIMIT 1 OFFSET ?1 + ?2 - 1)
        SELECT a.row, score FROM ranked CROSS JOIN article a ON a.row = ranked.row
        WHERE score <= ifnull((SELECT score FROM last), 0) ORDER BY score, a.id
    """
    return Condition(sql, ranked.parameters)


def _ranked(ranked: Condition, condition: Condition) -> Condition:
    """Rank first what words alone do not pick: a join must not drive FTS5 row by row."""
    sql = f"""
        ranked(row, bm25) AS MATERIALIZED (SELECT rowid, {BM25} FROM words WHERE {ranked.sql})
        SELECT a.row, coalesce(bm25, 0.0) AS score
        FROM article a LEFT JOIN ranked ON ranked.row = a.row WHERE {condition.sql}
        ORDER BY score, a.id
    """
    return Condition(sql, (*ranked.parameters, *condition.parameters))


def bm25(weights: Weights) -> str:
    """Return the SQL of the ranking function, with the weight of each column of the index."""
    columns = (weights.column(field, kind) for kind in KINDS for field in FIELDS_IN_ORDER)
    return f"bm25(words, {', '.join(f'{weight:g}' for weight in columns)})"


BM25 = bm25(WEIGHTS)
