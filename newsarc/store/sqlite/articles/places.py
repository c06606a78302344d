"""The places in a file where articles stand, a page at a time: a file may have millions.

Each function returns up to `most` places of a file behind a given one, in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.records.kept import Origin
from newsarc.store.names import place_values

if TYPE_CHECKING:
    from sqlite3 import Connection

Owned = tuple[Origin, str]


def places(connection: Connection, behind: Owned, most: int) -> list[Owned]:
    """Return the origins in a file, each with its article's id."""
    sql = """
        SELECT o.path, o.line, o.member, o.offset, a.id
        FROM origin o JOIN article a ON a.row = o.row
        WHERE o.path = ? AND (o.member, o.line, o.offset) > (?, ?, ?)
        ORDER BY o.member, o.line, o.offset LIMIT ?
    """
    rows = connection.execute(sql, (*place_values(behind[0]), most))
    return [(origin_of(*place), name) for *place, name in rows]


def numbers(connection: Connection, behind: Origin, most: int) -> list[Origin]:
    """Return the lines or offsets of a file, or of a member of it."""
    sql = """
        SELECT path, line, member, offset FROM origin
        WHERE path = ? AND member = ? AND (line, offset) > (?, ?) ORDER BY line, offset LIMIT ?
    """
    return [origin_of(*place) for place in connection.execute(sql, (*place_values(behind), most))]


def members(connection: Connection, behind: Origin, most: int) -> list[Origin]:
    """Return the members of a file."""
    sql = """
        SELECT DISTINCT path, member FROM origin
        WHERE path = ? AND member > ? ORDER BY member LIMIT ?
    """
    rows = connection.execute(sql, (behind.path, behind.member or "", most))
    return [Origin(path, member=member) for path, member in rows]


def origin_of(path: str, line: int, member: str, offset: int) -> Origin:
    """Return the origin that is stored as these values, see `place_values`."""
    return Origin(path, line or None, member or None, None if offset < 0 else offset)
