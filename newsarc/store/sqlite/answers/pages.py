"""The statements that put the articles of a plan in order, and give a page of them."""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

from newsarc.store.sqlite.file.statement import TRUE, Condition
from newsarc.store.sqlite.file.temporary import keep, kept
from newsarc.store.sqlite.plan.plan import within
from newsarc.values import value

if TYPE_CHECKING:
    from sqlite3 import Connection

    from newsarc.records.kept import Sort
    from newsarc.store.sqlite.plan.plan import Plan


@value
class Shares:
    """What a column of `words` weighs: its field times its kind.

    A headline says in ten words what an article is about. Tuned by `tests/benchmarks/tune.py`
    on five collections; what is written alike counts a little more than what only stems alike.
    """

    title: float = 4.0
    kicker: float = 2.0
    body: float = 1.0
    forms: float = 0.45
    stems: float = 1.0
    parts: float = 0.3


_ORDERS: dict[Sort, str] = {
    "newest": "a.published_first DESC, a.published_last, a.id",
    "oldest": "a.published_first ASC NULLS LAST, a.published_last, a.id",
    "added": "a.added DESC, a.id",
    "title": "a.title_form ASC NULLS LAST, a.id",
    "source": "a.source_form ASC NULLS LAST, a.id",
}
# The orders that the index of dates holds, with what days come before the last one of a page, or
# are the same.
_DAYS: dict[Sort, tuple[str, str]] = {"newest": ("DESC", ">="), "oldest": ("ASC NULLS LAST", "<=")}
# So many steps through it cost as much as to look up an article and put it in order.
_WALKING = 4
# To look up one article in the index costs as much as to find so many of a word's, as they come.
_LOOKING = 100


def page(  # noqa: PLR0913, PLR0917 (which page of what)
    connection: Connection, planned: Plan, hits: Condition, sort: Sort, limit: int, offset: int
) -> list[tuple[int, float | None]]:
    """Give rows and scores (as bm25 counts them: the lower the better) of one page of hits.

    `hits` gives the rows of all of them.
    """
    # SQLite counts in 64 bits, the sum of both as well; no archive holds more.
    limit, offset = min(limit, 2**61), min(offset, 2**61)
    if sort in _DAYS and planned.match is not None:
        return _dated(connection, planned, hits, sort, limit, offset)
    return _fetched(connection, statement(planned, hits, sort), limit, offset)


def _fetched(
    connection: Connection, ordered: Condition, limit: int, offset: int
) -> list[tuple[int, float | None]]:
    return connection.execute(ordered.sql, (limit, offset, *ordered.parameters)).fetchall()


def _dated(  # noqa: PLR0913, PLR0917 (as `page`)
    connection: Connection, planned: Plan, hits: Condition, sort: Sort, limit: int, offset: int
) -> list[tuple[int, float | None]]:
    """Give a page in the order of dates, in the way that is likely to be the shortest.

    Few hits are put in order. Else the articles are walked through in order until the page is
    full: where hits are dense those first in order are looked up in the index one by one, and if
    that is not enough, all hits are found before.
    """
    (newest,) = connection.execute("SELECT max(row) FROM article").fetchone()
    most = min(isqrt((newest or 0) * (limit + offset) // _WALKING), 2**62)
    rows = Condition(f"{hits.sql} LIMIT {most + 1}", hits.parameters)
    number = keep(connection, "few", rows)
    if number <= most:
        return _fetched(connection, statement(planned, kept("few"), sort), limit, offset)
    (last,) = connection.execute("SELECT max(row) FROM temp.few").fetchone()
    first = newest * number // last // _LOOKING
    if first > 2 * (limit + offset) * last // number:
        found = _fetched(connection, _walk(planned, hits, sort, first), limit, offset)
        if len(found) == limit:
            return found
    return _fetched(connection, _walk(planned, hits, sort), limit, offset)


def statement(planned: Plan, hits: Condition, sort: Sort) -> Condition:
    """Give the statement of a page, whose first two parameters are its bounds."""
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
    """Give the statement of a page that goes through the articles in order until it is full.

    With a number of the `first` articles it looks each of them up, and stops behind their last
    day.
    """
    among = "+a.row IN (SELECT row FROM matching)"  # the plus keeps SQLite from beginning there
    if first is not None:
        order, sign = _DAYS[sort]
        among = f"""
            EXISTS (SELECT 1 FROM matching WHERE row = a.row) AND a.published_first {sign} (
                SELECT published_first FROM article ORDER BY published_first {order}
                LIMIT 1 OFFSET {first}
            )
        """
    rest = TRUE if planned.rest.is_judged else planned.rest
    sql = f"""
        matching(row) AS ({hits.sql})
        SELECT a.row, NULL AS score FROM article a INDEXED BY article_published
        WHERE {among} AND ({rest.sql}) ORDER BY {_ORDERS[sort]}
    """
    return _bounded(Condition(sql, (*hits.parameters, *rest.parameters)))


def _listed(condition: Condition, sort: Sort) -> Condition:
    """Put articles in order that no word picks.

    Of those in the order of dates none is looked up that is behind the last day of the page:
    the days of a source or of a language stand in their indexes.
    """
    last, picked = Condition("last(day) AS (VALUES (NULL))"), condition
    if sort in _DAYS and condition != TRUE and not condition.is_judged:
        order, sign = _DAYS[sort]
        sql = f"""
            last(day) AS (
                SELECT a.published_first FROM article a WHERE {condition.sql}
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
    """Join only the rows of a page with their articles, whose ids order what is equal."""
    ranked = within(ranked, hits)
    sql = f"""
        ranked(row, score) AS MATERIALIZED (SELECT rowid, {BM25} FROM words WHERE {ranked.sql}),
        last(score) AS (SELECT score FROM ranked ORDER BY score LIMIT 1 OFFSET ?1 + ?2 - 1)
        SELECT a.row, score FROM ranked CROSS JOIN article a ON a.row = ranked.row
        WHERE score <= ifnull((SELECT score FROM last), 0) ORDER BY score, a.id
    """
    return Condition(sql, ranked.parameters)


def _ranked(ranked: Condition, condition: Condition) -> Condition:
    """Rank what words alone do not pick, first: a join must not drive FTS5 row by row."""
    sql = f"""
        ranked(row, bm25) AS MATERIALIZED (SELECT rowid, {BM25} FROM words WHERE {ranked.sql})
        SELECT a.row, coalesce(bm25, 0.0) AS score
        FROM article a LEFT JOIN ranked ON ranked.row = a.row WHERE {condition.sql}
        ORDER BY score, a.id
    """
    return Condition(sql, (*ranked.parameters, *condition.parameters))


def bm25(shares: Shares) -> str:
    """Write the ranking function with what each column weighs, in the order of the columns."""
    by_field = (shares.title, shares.kicker, shares.body)
    by_kind = (shares.forms, shares.stems, shares.parts)
    weights = ", ".join(f"{kind * field:g}" for kind in by_kind for field in by_field)
    return f"bm25(words, {weights})"


BM25 = bm25(Shares())
