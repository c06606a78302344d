"""The statements that count the articles of a plan, and put a page of them in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsarc.store.plan import Condition

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
    if planned.is_match:
        sql, parameters = "SELECT count(*) FROM words WHERE words MATCH ?", (planned.match or "",)
        return int(connection.execute(sql, parameters).fetchone()[0])
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
    return connection.execute(ordered.sql, (*ordered.parameters, limit, offset)).fetchall()


def statement(planned: Plan, sort: Sort, *, walks: bool = False) -> Condition:
    """Give the statement of a page, but for the two numbers of its bounds.

    One that `walks` goes through the articles in order until the page is full.
    """
    if planned.ranked is None and sort == "relevance":
        sort = "newest"
    if sort == "relevance":
        return _best(planned.ranked or "") if planned.is_match else _ranked(planned)
    rows = _unranked(planned, walks=walks)
    return Condition(f"{rows.sql} ORDER BY {_ORDERS[sort]} LIMIT ? OFFSET ?", rows.parameters)


def _is_shorter_to_walk(connection: Connection, total: int, last: int) -> bool:
    """Tell whether the articles up to the last of a page are fewer than have to be put in order."""
    if not total:
        return False
    (newest,) = connection.execute("SELECT max(row) FROM article").fetchone()
    return bool(newest * last < _WALKING * total * total)


def _unranked(planned: Plan, *, walks: bool) -> Condition:
    if planned.match is None:
        sql = f"SELECT a.row, NULL AS score FROM article a WHERE {planned.condition.sql}"
        return Condition(sql, planned.condition.parameters)
    matching = "SELECT rowid AS row FROM words WHERE words MATCH ?"
    articles = f"({matching}) m CROSS JOIN article a ON a.row = m.row WHERE {planned.rest.sql}"
    if walks:  # the plus keeps SQLite from beginning with the rows
        index = "article a INDEXED BY article_published"
        articles = f"{index} WHERE +a.row IN ({matching}) AND {planned.rest.sql}"
    sql = f"SELECT a.row, NULL AS score FROM {articles}"
    return Condition(sql, (planned.match, *planned.rest.parameters))


_WEIGHED = "SELECT rowid, {bm25} FROM words WHERE words MATCH ?1"


def _best(ranked: str) -> Condition:
    """Join only the rows of a page with their articles, whose ids order what is equal."""
    sql = f"""
        WITH ranked(row, score) AS MATERIALIZED ({_WEIGHED.format(bm25=BM25)})
        SELECT a.row, score FROM ranked CROSS JOIN article a ON a.row = ranked.row
        WHERE score <= ifnull((SELECT score FROM ranked ORDER BY 1 LIMIT 1 OFFSET ?2 + ?3 - 1), 0)
        ORDER BY score, a.id LIMIT ?2 OFFSET ?3
    """
    return Condition(sql, (ranked,))


def _ranked(planned: Plan) -> Condition:
    """Rank first and join afterwards: a join must not drive FTS5 row by row."""
    joined = "article a LEFT JOIN ranked ON ranked.row = a.row"
    if planned.match:
        joined = "ranked CROSS JOIN article a ON a.row = ranked.row"
    sql = f"""
        WITH ranked(row, bm25) AS MATERIALIZED ({_WEIGHED.format(bm25=BM25)})
        SELECT a.row, coalesce(bm25, 0.0) AS score FROM {joined} WHERE {planned.rest.sql}
        ORDER BY score, a.id LIMIT ? OFFSET ?
    """
    return Condition(sql, (planned.ranked or "", *planned.rest.parameters))


def bm25(shares: Shares) -> str:
    """Write the ranking function with what each column weighs, in the order of the columns."""
    by_field = (shares.title, shares.kicker, shares.body)
    by_kind = (shares.forms, shares.stems, shares.parts)
    weights = ", ".join(f"{kind * field:g}" for kind in by_kind for field in by_field)
    return f"bm25(words, {weights})"


BM25 = bm25(Shares())
