"""The SQL functions that answer of an article what SQLite alone cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.meaning.labels import address_holds, label_holds, may_lie
from newsarc.query import Apart, Or, children, conjuncts
from newsarc.store.sqlite.file.statement import Condition
from newsarc.store.sqlite.file.temporary import keep
from newsarc.store.sqlite.plan.match import candidate, doubtful, exact, necessary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from sqlite3 import Connection

    from newsarc.meaning.meaning import Meaning
    from newsarc.query import Node
    from newsarc.store.sqlite.positions.stretches import Where

# The columns of `words` before and with the one of the body's forms, as FTS5 keeps their sizes.
_BODY = 2


class Judge:
    """Says of one article after the other whether a part of the query heard last holds of it.

    It says so of articles that may be hits of the whole query; of others it may say anything.
    """

    def __init__(self) -> None:
        """Begin without a query."""
        self._rows: dict[str, set[int]] = {}

    def hear(self, connection: Connection, query: Node, meaning: Meaning) -> None:
        """Take a query, and the meaning of its words; find out where the parts in question hold."""
        self._rows = {}
        asked = tuple(_asked(query, meaning))
        if asked:
            # what most queries do without
            from newsarc.store.sqlite.positions.bounds import Bounds
            from newsarc.store.sqlite.positions.postings import read, tokens
            from newsarc.store.sqlite.positions.stretches import Where

            number = keep(connection, "candidate", _among(query, asked, meaning))
            bounds = Bounds(connection, "candidate")
            postings = read(connection, tokens(asked, meaning), "candidate", number)
            where = Where(postings, meaning, bounds)
            for node in asked:
                self._judge(connection, node, meaning, where)

    def _judge(
        self, connection: Connection, node: Node, meaning: Meaning, where: Where
    ) -> set[int]:
        """Find the rows in which a node holds, and keep them by its name."""
        said = exact(node, meaning)
        if said is not None:
            return _matching(connection, said)
        if str(node) not in self._rows:
            if isinstance(node, Or):
                parts = (self._judge(connection, part, meaning, where) for part in node.nodes)
                rows = set().union(*parts)
            else:
                rows = where.rows(node)
            if isinstance(node, Apart) and doubtful(node, meaning):
                _deny(connection, node, where.rows(node.left) - rows)
            self._rows[str(node)] = rows
        return self._rows[str(node)]

    def sit(self, connection: Connection) -> None:
        """Have a connection ask; the functions have the names that `plan` knows."""
        functions: dict[str, tuple[int, Callable[..., int]]] = {
            "says": (2, self._says),
            "label_holds": (2, label_holds),
            "address_holds": (2, address_holds),
            "may_lie": (3, may_lie),
            "body_length": (1, _body_length),
        }
        for name, (arguments, function) in functions.items():
            connection.create_function(name, arguments, function, deterministic=name != "says")

    def _says(self, node: str, row: int) -> bool:
        return row in self._rows[node]


def _asked(node: Node, meaning: Meaning) -> Iterator[Node]:
    """Give the parts of a query that the index alone cannot answer."""
    if exact(node, meaning) is None:
        if candidate(node, meaning) is not None:
            yield node
        else:
            for child in children(node):
                yield from _asked(child, meaning)


def _deny(connection: Connection, node: Node, rows: Iterable[int]) -> None:
    """Keep the few rows in which a node does not hold, of those that its words are in.

    They are kept until the reading ends, as all that is in temporary tables.
    """
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS denied (node TEXT, row INTEGER, PRIMARY KEY (node, row))"
    )
    pairs = ((str(node), row) for row in rows)
    connection.executemany("INSERT OR IGNORE INTO temp.denied VALUES (?, ?)", pairs)


def _among(query: Node, asked: Sequence[Node], meaning: Meaning) -> Condition:
    """Give the rows of the articles in question, as far as the index tells them."""
    doubts = [doubtful(node, meaning) for node in asked]
    lead = necessary(query, meaning)
    if lead is None or any(doubts) or not set(asked) <= set(conjuncts(query)):
        pairs = zip(doubts, asked, strict=True)
        matches = (doubt or candidate(node, meaning) for doubt, node in pairs)
        some = " OR ".join(f"({match})" for match in matches if match)
        lead = some if lead is None else f"({lead}) AND ({some})"
    return Condition("SELECT rowid FROM words WHERE words MATCH ?", (lead,))


def _matching(connection: Connection, match: str) -> set[int]:
    sql = "SELECT rowid FROM words WHERE words MATCH ?"
    return {row for (row,) in connection.execute(sql, (match,))}


def _body_length(sizes: bytes | None) -> int:
    """Give the number of words of the body, read from SQLite's numbers of variable length."""
    number = column = 0
    for byte in sizes or b"":
        number = number << 7 | byte & 0x7F
        if byte < 0x80:  # the last byte of a number
            if column == _BODY:
                return number
            number, column = 0, column + 1
    return 0
