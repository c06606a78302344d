"""The SQL functions that answer of an article what SQLite alone cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.query import Apart, walk
from newsarc.store.facts import address_holds, label_holds, may_lie
from newsarc.store.places import Meaning, analysed, holds, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from sqlite3 import Connection

    from newsarc.query import Node

# The columns of `words` before and with the one of the body's forms, as FTS5 keeps their sizes.
_BODY = 2
_SHORTEST_BEGINNING = 400


class Judge:
    """Says of one article after the other whether a part of the query heard last holds of it."""

    def __init__(self) -> None:
        """Begin without a query."""
        self._nodes: dict[str, Node] = {}
        self._meaning = Meaning((), {})
        self._said: dict[tuple[str, int], bool] = {}

    def hear(self, query: Node, meaning: Meaning) -> None:
        """Take a query, and the meaning of its words."""
        self._nodes = {str(node): node for node in walk(query)}
        self._meaning = meaning
        self._said.clear()

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
        body: str,
        language: str | None,
    ) -> bool:
        """Judge an article; the same one is asked for again to be counted and to be shown."""
        known = self._said.get((node, row))
        if known is None:
            asked = self._nodes[node]
            texts = (written(title, kicker, place, part) for part in _beginnings(asked, body))
            said = (holds(asked, analysed(text, language), self._meaning) for text in texts)
            self._said[node, row] = known = any(said)
        return known


def _beginnings(asked: Node, body: str) -> Iterator[str]:
    """Give longer and longer beginnings of a body, and the whole.

    What is so of a beginning is so of the whole, and frequent words are soon found; but not
    where something must not stand near.
    """
    if not any(isinstance(node, Apart) for node in walk(asked)):
        end = _SHORTEST_BEGINNING
        while 2 * end < len(body) and (blank := body.find(" ", end)) != -1:
            yield body[:blank]
            end = 4 * blank
    yield body


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
