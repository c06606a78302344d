"""The searched text of a single article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.meaning.text import Text, written
from newsarc.store.sqlite.articles.columns import UnreadableRow
from newsarc.store.sqlite.articles.deflate import inflated

if TYPE_CHECKING:
    from sqlite3 import Connection


def fields_of(connection: Connection, row: int) -> tuple[tuple[str, str, str], str | None]:
    """Return the fields of an article as they are searched, and its language.

    Raises UnreadableRow if there is no such row or its text cannot be read.
    """
    sql = """
        SELECT a.id, a.title, a.kicker, a.place, a.language, t.body
        FROM article a JOIN text t ON t.row = a.row WHERE a.row = ?
    """
    found = connection.execute(sql, (row,)).fetchone()
    if found is None:
        raise UnreadableRow("of some row")
    name, title, kicker, place, language, body = found
    try:
        return written(title, kicker, place, inflated(body)), language
    except ValueError as error:
        raise UnreadableRow(name) from error


def text_of(connection: Connection, row: int) -> Text:
    """Return the text of an article, without the positions of its words.

    Raises UnreadableRow if there is no such row or its text cannot be read.
    """
    return Text(fields_of(connection, row)[0], (), ())
