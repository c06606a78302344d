"""The statements that count the articles of a plan, and put a page of them in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsarc.store.plan import TRUE, Condition, matching, within

if TYPE_CHECKING:
    from sqlite3 import Connection

    from newsarc.records.kept import Sort
    from newsarc.store.plan import Plan


class Shares(NamedTuple):
    """What a column of `words` weighs: its field times its kind.

    A headline says in ten words what an article is about. Tuned by `tests/benchmarks/tune.py`
    on five collections; what is written alike counts a little more than what only stems alike.
    """

    title: float = 4.0
    kicker: float = 2.0
    body: float = 1.0
    forms: float = 0.3
    stems: float = 1.0
    parts: float = 0.3


_ORDERS: dict[Sort, str] = {
    "newest": "a.published_first DESC, a.published_last, a.id",
    "oldest": "a.published_first ASC NULLS LAST, a.published_last, a.id",
    "added": "a.added DESC, a.id",
    "title": "a.title_form ASC NULLS LAST, a.id",
    "source": "a.source_form ASC NULLS LAST, a.id",
}
# The orders that the index of dates holds, and how many of its steps cost as much as to look up
# an article and put it in order.
_WALKED = frozenset({"newest", "oldest"})
_WALKING = 4


def count(connection: Connection, planned: Plan) -> int:
    """Count the articles of a plan."""
    if planned.is_filtered:
        rows = _filtered(matching(planned.match or ""), planned.rest)
        sql = f"SELECT count(*) FROM words WHERE {rows.sql}"
        return int(connection.execute(sql, rows.parameters).fetchone()[0])
    sql = f"SELECT count(*) FROM article a WHERE {planned.condition.sql}"
    return int(connection.execute(sql, planned.condition.parameters).fetchone()[0])


def articles(connection: Connection) -> int:
    """Count all articles."""
    return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])


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


def page(  # noqa: PLR0913, PLR0917 (which page of what)
    connection: Connection, planned: Plan, sort: Sort, total: int, limit: int, offset: int
) -> list[tuple[int, float | None]]:
    """Give rows and scores (as bm25 counts them: the lower the better) of one page of hits.

    `total` is their number as `count` gives it.
    """
    # SQLite counts in 64 bits; no archive holds more.
    limit, offset = min(limit, 2**62), min(offset, 2**62)
    walks = sort in _WALKED and _is_shorter_to_walk(connection, total, limit + offset)
    ordered = statement(planned, sort, walks=walks)
    return connection.execute(ordered.sql, (limit, offset, *ordered.parameters)).fetchall()


def statement(planned: Plan, sort: Sort, *, walks: bool = False) -> Condition:
    """Give the statement of a page, whose first two parameters are its bounds.

    One that `walks` goes through the articles in order until the page is full.
    """
    if planned.ranked is not None and sort == "relevance":
        if planned.is_filtered:
            rows = _best(_filtered(planned.ranked, planned.rest))
        else:
            rows = _ranked(planned, planned.ranked)
    else:
        rows = _unranked(planned, "newest" if sort == "relevance" else sort, walks=walks)
    sql = f"WITH bounds(number, skipped) AS (VALUES (?1, ?2)), {rows.sql} LIMIT ?1 OFFSET ?2"
    return Condition(sql, rows.parameters)


def _is_shorter_to_walk(connection: Connection, total: int, last: int) -> bool:
    """Tell whether the articles up to the last of a page are fewer than have to be put in order."""
    if not total:
        return False
    (newest,) = connection.execute("SELECT max(row) FROM article").fetchone()
    return bool(newest * last < _WALKING * total * total)


def _unranked(planned: Plan, sort: Sort, *, walks: bool) -> Condition:
    found = Condition("SELECT rowid FROM words WHERE words MATCH ?", (planned.match or "",))
    articles, rest = "matching CROSS JOIN article a ON a.row = matching.row", planned.rest
    if planned.match is None:
        found, articles, rest = Condition("VALUES (0)"), "article a", planned.condition
    elif walks:  # the plus keeps SQLite from beginning with the rows
        articles = "article a INDEXED BY article_published"
        rest = Condition(f"+a.row IN (SELECT row FROM matching) AND {rest.sql}", rest.parameters)
    sql = f"""
        matching(row) AS ({found.sql})
        SELECT a.row, NULL AS score FROM {articles} WHERE {rest.sql} ORDER BY {_ORDERS[sort]}
    """
    return Condition(sql, (*found.parameters, *rest.parameters))


def _filtered(rows: Condition, rest: Condition) -> Condition:
    """Have FTS5 pass on only the articles that a filter lets pass."""
    if rest == TRUE:
        return rows
    sql = f"SELECT a.row FROM article a WHERE {rest.sql}"
    return within(rows, Condition(sql, rest.parameters))


def _best(ranked: Condition) -> Condition:
    """Join only the rows of a page with their articles, whose ids order what is equal."""
    sql = f"""
        ranked(row, score) AS MATERIALIZED (SELECT rowid, {BM25} FROM words WHERE {ranked.sql}),
        last(score) AS (SELECT score FROM ranked ORDER BY score LIMIT 1 OFFSET ?1 + ?2 - 1)
        SELECT a.row, score FROM ranked CROSS JOIN article a ON a.row = ranked.row
        WHERE score <= ifnull((SELECT score FROM last), 0) ORDER BY score, a.id
    """
    return Condition(sql, ranked.parameters)


def _ranked(planned: Plan, ranked: Condition) -> Condition:
    """Rank first and join afterwards: a join must not drive FTS5 row by row."""
    joined = "article a LEFT JOIN ranked ON ranked.row = a.row"
    if planned.match:
        joined = "ranked CROSS JOIN article a ON a.row = ranked.row"
    sql = f"""
        ranked(row, bm25) AS MATERIALIZED (SELECT rowid, {BM25} FROM words WHERE {ranked.sql})
        SELECT a.row, coalesce(bm25, 0.0) AS score FROM {joined} WHERE {planned.rest.sql}
        ORDER BY score, a.id
    """
    return Condition(sql, (*ranked.parameters, *planned.rest.parameters))


def bm25(shares: Shares) -> str:
    """Write the ranking function with what each column weighs, in the order of the columns."""
    by_field = (shares.title, shares.kicker, shares.body)
    by_kind = (shares.forms, shares.stems, shares.parts)
    weights = ", ".join(f"{kind * field:g}" for kind in by_kind for field in by_field)
    return f"bm25(words, {weights})"


BM25 = bm25(Shares())
