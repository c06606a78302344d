"""The statements that count the articles of a plan, and put a page of them in order."""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING, NamedTuple

from newsarc.store.kept import keep, kept
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
# To look up an article of a word costs as much as to put one of a filter among those to look for.
_FEW = 40_000

# Which days come before the last one of a page, or are the same.
_DAYS: dict[Sort, tuple[str, str]] = {"newest": ("DESC", ">="), "oldest": ("ASC NULLS LAST", "<=")}

KEPT = kept("hit")


class Hits(NamedTuple):
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
    """Begin with the words, or with the filter where fewer articles pass it."""
    words = matching(planned.match or "")
    first = f"SELECT rowid FROM words WHERE {words.sql}"
    found = Condition(first, words.parameters)
    by_row = planned.rest.is_judged or planned.rest.is_of_rows
    if by_row or _up_to(connection, found, _FEW) < _FEW:
        return chosen(planned)
    rest = Condition(
        f"SELECT a.row FROM article a WHERE {planned.rest.sql}", planned.rest.parameters
    )
    most = number(connection, found)
    if _up_to(connection, rest, most) == most:
        return chosen(planned)
    rows = within(words, rest)
    return Condition(f"SELECT rowid FROM words WHERE {rows.sql}", rows.parameters)


def chosen(planned: Plan) -> Condition:
    """Give the statement that gives the rows of a plan."""
    match, rest = planned.match, planned.rest
    if match is None:
        sql = f"SELECT a.row FROM article a WHERE {planned.condition.sql}"
        return Condition(sql, planned.condition.parameters)
    if planned.is_match:
        return Condition("SELECT rowid AS row FROM words WHERE words MATCH ?", (match,))
    joined = "CROSS JOIN article a ON a.row = matching.row"
    sql = f"""
        SELECT a.row FROM (SELECT rowid AS row FROM words WHERE words MATCH ?)
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
        if byte < 128:  # noqa: PLR2004
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


def page(  # noqa: PLR0913, PLR0917 (which page of what)
    connection: Connection, planned: Plan, hits: Condition, sort: Sort, limit: int, offset: int
) -> list[tuple[int, float | None]]:
    """Give rows and scores (as bm25 counts them: the lower the better) of one page of hits.

    `hits` gives the rows of all of them.
    """
    # SQLite counts in 64 bits, the sum of both as well; no archive holds more.
    limit, offset = min(limit, 2**61), min(offset, 2**61)
    few = None
    if sort in _WALKED and planned.match is not None:
        few = _few(connection, hits, limit + offset)
    ordered = statement(planned, few or hits, sort, walks=sort in _WALKED and few is None)
    return connection.execute(ordered.sql, (limit, offset, *ordered.parameters)).fetchall()


def statement(planned: Plan, hits: Condition, sort: Sort, *, walks: bool = False) -> Condition:
    """Give the statement of a page, whose first two parameters are its bounds.

    One that `walks` goes through the articles in order until the page is full.
    """
    if planned.ranked is not None and sort == "relevance":
        if planned.match is None:
            rows = _ranked(planned.ranked, planned.condition)
        else:
            rows = _best(planned.ranked, hits)
    else:
        rows = _unranked(planned, hits, "newest" if sort == "relevance" else sort, walks=walks)
    sql = f"WITH bounds(number, skipped) AS (VALUES (?1, ?2)), {rows.sql} LIMIT ?1 OFFSET ?2"
    return Condition(sql, rows.parameters)


def _few(connection: Connection, hits: Condition, last: int) -> Condition | None:
    """Keep hits, and give their rows, where they are no more than can be put in order sooner than
    the articles up to the last of a page are walked through.
    """
    (newest,) = connection.execute("SELECT max(row) FROM article").fetchone()
    most = min(isqrt((newest or 0) * last // _WALKING), 2**62)
    rows = Condition(f"{hits.sql} LIMIT {most + 1}", hits.parameters)
    return kept("few") if keep(connection, "few", rows) <= most else None


def _unranked(planned: Plan, hits: Condition, sort: Sort, *, walks: bool) -> Condition:
    if planned.match is None:
        return _listed(planned.condition, sort)
    table, rest = "matching CROSS JOIN article a ON a.row = matching.row", TRUE
    if walks:  # the plus keeps SQLite from beginning with the rows
        table = "article a INDEXED BY article_published"
        rest = TRUE if planned.rest.is_judged else planned.rest
        rest = Condition(f"+a.row IN (SELECT row FROM matching) AND ({rest.sql})", rest.parameters)
    sql = f"""
        matching(row) AS ({hits.sql})
        SELECT a.row, NULL AS score FROM {table} WHERE {rest.sql} ORDER BY {_ORDERS[sort]}
    """
    return Condition(sql, (*hits.parameters, *rest.parameters))


def _listed(condition: Condition, sort: Sort) -> Condition:
    """Put articles in order that no word picks.

    Of those in the order of dates none is looked up that is behind the last day of the page:
    the days of a source or of a language stand in their indexes.
    """
    last, picked = Condition("last(day) AS (VALUES (NULL))"), condition
    if sort in _WALKED and condition != TRUE and not condition.is_judged:
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
