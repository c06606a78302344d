"""Decides which articles match the parts of a query that FTS5 cannot express."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.query import nodes
from newsarc.store.sqlite.file.statement import Condition
from newsarc.store.sqlite.file.temporary import keep
from newsarc.store.sqlite.plan.match import Matcher
from newsarc.store.sqlite.plan.questions import numbered, questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from sqlite3 import Connection

    from newsarc.meaning.meaning import Meaning
    from newsarc.store.sqlite.positions.stretches import Positions


def judge(connection: Connection, query: nodes.Node, meaning: Meaning) -> None:
    """Answer the questions of a query beforehand, for the SQL that `plan` writes for it.

    The answers are installed in the connection: the SQL function `says` and the table
    `temp.denied`. They replace those of the query before. A query without questions installs
    nothing, since its SQL asks nothing.
    """
    matcher = Matcher(meaning)
    asked = questions(query, matcher)
    if not asked:
        return
    # what most queries do without
    from newsarc.store.sqlite.positions.bounds import Bounds
    from newsarc.store.sqlite.positions.postings import read_postings, tokens
    from newsarc.store.sqlite.positions.stretches import Positions

    candidates = keep(connection, "candidate", _candidates(query, asked, matcher))
    bounds = Bounds(connection, "candidate")
    postings = read_postings(connection, tokens(asked, meaning), "candidate", candidates)
    verdicts = _Verdicts(connection, matcher, Positions(postings, meaning, bounds))
    numbers = numbered(query, matcher)
    rows = {number: verdicts.rows(node) for node, number in numbers.items()}
    connection.create_function("says", 2, lambda number, row: row in rows[number])
    _deny(connection, verdicts.denied(numbers))


class _Verdicts:
    """Finds the rows in which nodes hold, each node once; only candidates are looked at."""

    def __init__(self, connection: Connection, matcher: Matcher, positions: Positions) -> None:
        self._connection = connection
        self._matcher = matcher
        self._positions = positions
        self._rows: dict[nodes.Node, set[int]] = {}

    def rows(self, node: nodes.Node) -> set[int]:
        """Return the rows in which a node holds."""
        if node not in self._rows:
            self._rows[node] = self._find(node)
        return self._rows[node]

    def _find(self, node: nodes.Node) -> set[int]:
        said = self._matcher.exact(node)
        if said is not None:
            sql = "SELECT rowid FROM words WHERE words MATCH ?"
            return {row for (row,) in self._connection.execute(sql, (said,))}
        if isinstance(node, nodes.Or):
            return set().union(*map(self.rows, node.nodes))
        return self._positions.rows(node)

    def denied(self, numbers: dict[nodes.Node, int]) -> Iterable[tuple[int, int]]:
        """Yield number and row for each row in which a doubtful question fails."""
        for node, number in numbers.items():
            if isinstance(node, nodes.Apart) and self._matcher.doubtful(node):
                rows = self._positions.rows(node.left) - self.rows(node)
                yield from ((number, row) for row in rows)


def _deny(connection: Connection, denied: Iterable[tuple[int, int]]) -> None:
    """Keep the few rows in which a question fails, of those that hold its words."""
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS denied "
        "(question INTEGER, row INTEGER, PRIMARY KEY (question, row))"
    )
    connection.execute("DELETE FROM temp.denied")
    connection.executemany("INSERT INTO temp.denied VALUES (?, ?)", denied)


def _candidates(query: nodes.Node, asked: Sequence[nodes.Node], matcher: Matcher) -> Condition:
    """Return the rows of the articles in question, as far as the index knows them."""
    doubts = [matcher.doubtful(node) for node in asked]
    lead = matcher.necessary(query)
    each_is_required = set(asked) <= set(nodes.conjuncts(query))
    if lead is None or any(doubts) or not each_is_required:
        pairs = zip(doubts, asked, strict=True)
        matches = (doubt or matcher.candidate(node) for doubt, node in pairs)
        some = " OR ".join(f"({match})" for match in matches if match)
        lead = some if lead is None else f"({lead}) AND ({some})"
    return Condition("SELECT rowid FROM words WHERE words MATCH ?", (lead,))
