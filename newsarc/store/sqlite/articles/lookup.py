"""Looks up articles by id, text, origin or file."""

from __future__ import annotations

import os
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import json

from newsarc.errors import Ambiguous
from newsarc.records.kept import Origin
from newsarc.store.kinds import FileStamp, Kept, Known
from newsarc.store.names import (
    is_id_prefix,
    not_found,
    origin_spellings,
    place_values,
    url_spellings,
)
from newsarc.store.sqlite.articles.columns import COLUMNS, UnreadableRow, read_article
from newsarc.store.sqlite.articles.places import origin_of
from newsarc.text import storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Connection

    from newsarc.records.kept import Article
    from newsarc.store.kinds import Key

# Jumps in the index from each language to the next greater one, and ends with a NULL. DISTINCT
# would read the whole index.
LANGUAGES = """
    WITH RECURSIVE step(value) AS (
        SELECT min(language) FROM article
        UNION ALL
        SELECT (SELECT min(language) FROM article WHERE language > step.value) FROM step
        WHERE value IS NOT NULL
    )
"""
_ARTICLE = ", ".join(f"a.{column}" for column in COLUMNS)
# The medium that the document of an article claims, folded; NULL if it claims none.
_CLAIMED_SOURCE = """
    CASE
        WHEN a.claimed_source IS NOT NULL THEN nullif(a.claimed_source, '')
        WHEN json_valid(a.evidence) AND EXISTS (
            SELECT 1 FROM json_each(a.evidence) e
            WHERE json_extract(e.value, '$[0]') = 'source'
            AND json_extract(e.value, '$[2]') = 'claim'
        ) THEN a.source_form
    END
"""


# Joins an origin to its `place_values`, as JSON has them.
_IS_PLACE = " AND ".join(
    f"o.{name} = json_extract(v.value, '$[{at}]')"
    for at, name in enumerate(("path", "member", "line", "offset"))
)


def _json(values: object) -> str:
    """Return JSON of what may hold undecodable bytes of file names."""
    from json import dumps

    return dumps(values)


def languages(connection: Connection) -> tuple[str, ...]:
    """Return the codes of the languages of the articles, sorted."""
    rows = connection.execute(f"{LANGUAGES} SELECT value FROM step WHERE value IS NOT NULL")
    return tuple(code for (code,) in rows)


def known(connection: Connection, keys: Sequence[Key]) -> dict[Key, Known]:
    """Return for each key the articles that it may mean, with three queries for all keys."""
    owners = _owners(connection, [key.origin for key in keys])
    names = {key.id for key in keys}.union(owners.values())
    by_id = {kept.id: kept for kept in _kept(connection, "a.id", names)}
    by_text: dict[str, list[Kept]] = {}
    for kept in _kept(connection, "a.claimed = 0 AND a.digest", {key.digest for key in keys}):
        by_text.setdefault(kept.digest, []).append(kept)
    return {
        key: Known(
            by_id.get(key.id),
            tuple(sorted(by_text.get(key.digest, ()), key=attrgetter("id"))),
            by_id.get(owners.get(key.origin, "")),
        )
        for key in keys
    }


def _kept(connection: Connection, condition: str, values: Iterable[str]) -> Iterable[Kept]:
    """Return the articles whose column equals one of the values."""
    sql = f"""
        SELECT o.path, o.line, o.member, o.offset, o.fingerprint,
            a.id, a.digest, a.fingerprint, a.claimed, {_CLAIMED_SOURCE}
        FROM json_each(?) v CROSS JOIN article a ON {condition} = v.value
        LEFT JOIN origin o ON o.row = a.row
    """
    found: dict[str, Kept] = {}
    rows = connection.execute(sql, (_json(list(values)),))
    for *place, fingerprint, name, digest, own, claimed, source in rows:
        one = found.setdefault(name, Kept(name, digest, own, bool(claimed), {}, source))
        if place[0] is not None:
            one.fingerprints[origin_of(*place)] = fingerprint
    return found.values()


def _owners(connection: Connection, origins: Sequence[Origin]) -> dict[Origin, str]:
    """Return the id of the article that stands at each of some origins, for those that have one."""
    sql = f"""
        SELECT v.key, a.id FROM json_each(?) v
        CROSS JOIN origin o ON {_IS_PLACE} JOIN article a ON a.row = o.row
    """
    places = _json(list(map(place_values, origins)))
    return {origins[at]: name for at, name in connection.execute(sql, (places,))}


def known_files(
    connection: Connection, files: Sequence[FileStamp]
) -> list[tuple[FileStamp, FileStamp, tuple[Origin, str] | None]]:
    """Return those files whose stamp is known, each with what was noted of it.

    A file that holds one document has its origin and the article's id beside it, others None.
    """
    sql = """
        SELECT f.path, f.stamp, f.refused, f.done, a.id
        FROM json_each(?) v CROSS JOIN file f ON f.path = v.value
        LEFT JOIN origin o ON o.path = f.path AND o.member = '' AND o.line = 0 AND o.offset = -1
        LEFT JOIN article a ON a.row = o.row
    """
    asked = {(file.path, file.stamp): file for file in files}
    rows = connection.execute(sql, (_json([file.path for file in files]),))
    return [
        (asked[path, stamp], FileStamp(path, stamp, *noted), name and (Origin(path), name))
        for path, stamp, *noted, name in rows
        if (path, stamp) in asked
    ]


def named(connection: Connection, name: str) -> list[tuple[int, str]]:
    """Return row and id of each article that a name may mean, sorted by id.

    A name is an id or its beginning, an external id, a URL, a path, or a path with a line
    (`path:line`). URLs and paths are asked only if there is no such id.
    """
    name = storable(name)
    whole = connection.execute("SELECT row, id FROM article WHERE id = ?", (name.lower(),))
    return whole.fetchall() or _by_identity(connection, name) or _by_place(connection, name)


def row_of(connection: Connection, name: str) -> int:
    """Return the row of the article that a name means. Raises NotFound and Ambiguous."""
    rows = named(connection, name)
    if not rows:
        raise not_found(name)
    if len(rows) > 1:
        raise Ambiguous(name, [found for _, found in rows])
    return rows[0][0]


def _by_identity(connection: Connection, name: str) -> list[tuple[int, str]]:
    """Return the articles whose id begins with a name, or that have it as external id."""
    first = name.lower() if is_id_prefix(name) else "g"  # no id is beyond
    sql = """
        SELECT row, id FROM article WHERE id >= ? AND id < ?
        UNION SELECT row, id FROM article WHERE external_id = nullif(?, '')
        ORDER BY id
    """
    return connection.execute(sql, (first, first + "g", name)).fetchall()


def _by_place(connection: Connection, name: str) -> list[tuple[int, str]]:
    """Return the articles with a URL, or with an origin of this path or place."""
    sql = f"""
        SELECT a.row, a.id FROM origin o JOIN article a ON a.row = o.row WHERE o.path = ?
        UNION SELECT a.row, a.id FROM json_each(?) v CROSS JOIN origin o ON {_IS_PLACE}
        JOIN article a ON a.row = o.row
        UNION SELECT row, id FROM article WHERE url IN (SELECT value FROM json_each(?))
        ORDER BY id
    """
    places = _json(list(map(place_values, origin_spellings(name))))
    values = (os.path.abspath(name), places, _json(url_spellings(name)))
    return connection.execute(sql, values).fetchall()


def articles(connection: Connection, rows: Sequence[int]) -> list[Article]:
    """Return the articles of some rows, in the order of the rows.

    Raises UnreadableRow if one is missing or cannot be read.
    """
    chosen = json.encode(rows).decode()
    origins = _origins(connection, chosen)
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


def _origins(connection: Connection, rows: str) -> dict[int, list[Origin]]:
    """Return the origins of some articles by row, sorted; the rows are a JSON array."""
    sql = """
        SELECT o.row, o.path, o.line, o.member, o.offset
        FROM json_each(?) v CROSS JOIN origin o ON o.row = v.value
        ORDER BY o.path, o.member, o.line, o.offset
    """
    origins: dict[int, list[Origin]] = {}
    for row, *place in connection.execute(sql, (rows,)):
        origins.setdefault(row, []).append(origin_of(*place))
    return origins
