"""The SQL functions that answer of an article what SQLite alone cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.query import children, walk
from newsarc.store import postings
from newsarc.store.documents import inflated
from newsarc.store.facts import address_holds, label_holds, may_lie
from newsarc.store.match import candidate, exact
from newsarc.store.places import Meaning, holds
from newsarc.store.texts import analysed, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from sqlite3 import Connection

    from newsarc.query import Node
    from newsarc.store.postings import Postings

# The columns of `words` before and with the one of the body's forms, as FTS5 keeps their sizes.
_BODY = 2


class Judge:
    """Says of one article after the other whether a part of the query heard last holds of it."""

    def __init__(self) -> None:
        """Begin without a query."""
        self._nodes: dict[str, Node] = {}
        self._meaning = Meaning((), {})
        self._said: dict[tuple[str, int], bool] = {}
        self._postings: Postings | None = None

    def hear(self, connection: Connection, query: Node, meaning: Meaning) -> None:
        """Take a query, and the meaning of its words; read their places where that is quick."""
        asked = tuple(_asked(query, meaning))
        self._nodes = {str(node): node for node in walk(query)}
        self._meaning = meaning
        self._said.clear()
        if asked:
            sql = "SELECT count(*) FROM words WHERE words MATCH ?"
            matches = [candidate(node, meaning) for node in asked]
            articles = sum(connection.execute(sql, (text,)).fetchone()[0] for text in matches)
            self._postings = postings.read(connection, postings.tokens(asked, meaning), articles)

    def sit(self, connection: Connection) -> None:
        """Have a connection ask; the functions have the names that `plan` knows."""
        functions: dict[str, tuple[int, Callable[..., int]]] = {
            "says": (7, self._says),
            "label_holds": (2, label_holds),
            "address_holds": (2, address_holds),
            "may_lie": (3, may_lie),
            "body_length": (1, _body_length),
        }
        for name, (number, function) in functions.items():
            connection.create_function(name, number, function, deterministic=name != "says")

    def _says(  # noqa: PLR0913, PLR0917 (as SQL hands them over)
        self,
        node: str,
        row: int,
        title: str | None,
        kicker: str | None,
        place: str | None,
        body: bytes,
        language: str | None,
    ) -> bool:
        """Judge an article; the same one is asked for again to be counted and to be shown."""
        known = self._said.get((node, row))
        if known is None:
            fields = written(title, kicker, place, inflated(body))
            if self._postings is None:
                text = analysed(fields, language)
            else:
                text = self._postings.text(row, fields)
            self._said[node, row] = known = holds(self._nodes[node], text, self._meaning)
        return known


def _asked(node: Node, meaning: Meaning) -> Iterator[Node]:
    """Give the parts of a query that the index alone cannot answer."""
    if exact(node, meaning) is None:
        if candidate(node, meaning) is not None:
            yield node
        else:
            for child in children(node):
                yield from _asked(child, meaning)


def _body_length(sizes: bytes | None) -> int:
    """Give the number of words of the body, read from SQLite's numbers of variable length."""
    number = column = 0
    for byte in sizes or b"":
        number = number << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 (the last byte of a number)
            if column == _BODY:
                return number
            number, column = 0, column + 1
    return 0
