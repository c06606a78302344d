"""From ids, texts and places to articles and what is kept of them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from newsarc.records.kept import Origin
from newsarc.store.kinds import SHORTEST_PREFIX, Kept
from newsarc.store.sqlite.articles.rows import COLUMNS, UnreadableRow, read_article
from newsarc.text import storable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from newsarc.records.kept import Article

# The smallest language greater than the last, again and again: a step for each language of the
# archive, and a last one for none, where DISTINCT reads the whole index.
LANGUAGES = """
    WITH RECURSIVE step(value) AS (
        SELECT min(language) FROM article
        UNION ALL
        SELECT (SELECT min(language) FROM article WHERE language > step.value) FROM step
        WHERE value IS NOT NULL
    )
"""
_ARTICLE = ", ".join(f"a.{column}" for column in COLUMNS)


def kept(connection: Connection, condition: str, values: list[str]) -> dict[str, Kept]:
    """Give what is kept of the articles whose column is one of the values, by that value."""
    sql = f"""
        SELECT v.value, o.path, o.line, o.fingerprint, a.id, a.digest, a.fingerprint, a.claimed
        FROM json_each(?) v CROSS JOIN article a ON {condition} = v.value
        LEFT JOIN origin o ON o.row = a.row
    """
    found: dict[str, Kept] = {}
    for value, path, line, fingerprint, *article in connection.execute(sql, (json.dumps(values),)):
        name, digest, own, claimed = article
        one = found.setdefault(value, Kept(name, digest, own, bool(claimed), {}))
        if path is not None:
            one.readings[Origin(path, line or None)] = fingerprint
    return found


def single_origins(connection: Connection, paths: list[str]) -> dict[str, str]:
    """Give the id of the article of each of some files that hold one document."""
    sql = """
        SELECT o.path, a.id FROM json_each(?) v
        CROSS JOIN origin o ON o.path = v.value AND o.line = 0 JOIN article a ON a.row = o.row
    """
    return dict(connection.execute(sql, (json.dumps(paths),)))


def named(connection: Connection, name: str) -> list[tuple[int, str]]:
    """Find rows and ids by an id's beginning, else by the path of an origin."""
    name = storable(name)
    prefix = name.lower()
    if len(prefix) >= SHORTEST_PREFIX:
        sql = "SELECT row, id FROM article WHERE id >= ? AND id < ? ORDER BY id"
        rows = connection.execute(sql, (prefix, prefix + "g")).fetchall()
        if rows:
            return rows
    path, _, line = name.rpartition(":")
    sql = """
        SELECT DISTINCT a.row, a.id FROM origin o JOIN article a ON a.row = o.row
        WHERE o.path = ? OR (o.path = ? AND o.line = ? AND o.line > 0) ORDER BY a.id
    """
    places = (os.path.abspath(name), os.path.abspath(path), line)
    return connection.execute(sql, places).fetchall()


def articles(connection: Connection, rows: Sequence[int]) -> list[Article]:
    """Read articles by their rows, in the order of the rows."""
    chosen = json.dumps(list(rows))
    origins: dict[int, list[Origin]] = {}
    sql = """
        SELECT o.row, o.path, o.line FROM json_each(?) v CROSS JOIN origin o ON o.row = v.value
        ORDER BY o.path, o.line
    """
    for row, path, line in connection.execute(sql, (chosen,)):
        origins.setdefault(row, []).append(Origin(path, line or None))
    sql = f"""
        SELECT a.row, t.body, {_ARTICLE} FROM json_each(?) v
        CROSS JOIN article a ON a.row = v.value JOIN text t ON t.row = a.row
        ORDER BY v.key
    """
    found = connection.execute(sql, (chosen,))
    read = [read_article(values, body, tuple(origins.get(row, ()))) for row, body, *values in found]
    if len(read) < len(rows):
        raise UnreadableRow("of some row")
    return read
