"""From ids, texts and origins to articles, and to what is kept of them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from newsarc.records.kept import Origin
from newsarc.store.kinds import SHORTEST_PREFIX, FileStamp, Kept, Known
from newsarc.store.sqlite.articles.columns import COLUMNS, UnreadableRow, read_article
from newsarc.text import storable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection

    from newsarc.records.kept import Article
    from newsarc.store.kinds import Key

# The smallest language greater than the last one, again and again: a step for each language, and
# a last one for none. DISTINCT would read the whole index.
LANGUAGES = """
    WITH RECURSIVE step(value) AS (
        SELECT min(language) FROM article
        UNION ALL
        SELECT (SELECT min(language) FROM article WHERE language > step.value) FROM step
        WHERE value IS NOT NULL
    )
"""
_ARTICLE = ", ".join(f"a.{column}" for column in COLUMNS)


def languages(connection: Connection) -> tuple[str, ...]:
    """Return the codes of the languages of the articles, in order."""
    rows = connection.execute(f"{LANGUAGES} SELECT value FROM step WHERE value IS NOT NULL")
    return tuple(code for (code,) in rows)


def known(connection: Connection, keys: Sequence[Key]) -> dict[Key, Known]:
    """Return for each key what is kept under it already."""
    by_id = _kept(connection, "a.id", [key.id for key in keys])
    by_text = _kept(connection, "NOT a.claimed AND a.digest", [key.digest for key in keys])
    owners = _single_origins(connection, [key.origin.path for key in keys])
    by_owner = _kept(connection, "NOT a.claimed AND a.id", list(owners.values()))
    return {
        key: Known(
            by_id.get(key.id),
            by_text.get(key.digest),
            None if key.origin.line else by_owner.get(owners.get(key.origin.path, "")),
        )
        for key in keys
    }


def _kept(connection: Connection, condition: str, values: list[str]) -> dict[str, Kept]:
    """Return what is kept of the articles whose column is one of the values, by the value."""
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
            one.fingerprints[Origin(path, line or None)] = fingerprint
    return found


def _single_origins(connection: Connection, paths: list[str]) -> dict[str, str]:
    """Return the id of the article of each of some files that hold one document."""
    sql = """
        SELECT o.path, a.id FROM json_each(?) v
        CROSS JOIN origin o ON o.path = v.value AND o.line = 0 JOIN article a ON a.row = o.row
    """
    return dict(connection.execute(sql, (json.dumps(paths),)))


def known_files(
    connection: Connection, files: Sequence[FileStamp]
) -> dict[FileStamp, tuple[Origin, str] | None]:
    """Return those files whose stamp is known, in their order.

    With a file that holds one document comes its origin and the article's id.
    """
    sql = """
        SELECT f.path, f.stamp, a.id FROM json_each(?) v CROSS JOIN file f ON f.path = v.value
        LEFT JOIN origin o ON o.path = f.path AND o.line = 0
        LEFT JOIN article a ON a.row = o.row
    """
    paths = json.dumps([file.path for file in files])
    known = {
        FileStamp(path, stamp): None if name is None else (Origin(path), name)
        for path, stamp, name in connection.execute(sql, (paths,))
    }
    return {file: known[file] for file in files if file in known}


def lines(connection: Connection, path: str, behind: int, most: int) -> list[tuple[Origin, str]]:
    """Return the next lines of a file behind one, each with its article's id."""
    sql = """
        SELECT o.line, a.id FROM origin o JOIN article a ON a.row = o.row
        WHERE o.path = ? AND o.line > ? ORDER BY o.line LIMIT ?
    """
    rows = connection.execute(sql, (path, behind, most))
    return [(Origin(path, line), name) for line, name in rows]


def named(connection: Connection, name: str) -> list[tuple[int, str]]:
    """Return rows and ids of the articles that a name may mean.

    A name is the beginning of an id, or the path of an origin.
    """
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
    """Return articles by their rows, in the order of the rows. Raises UnreadableRow."""
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
