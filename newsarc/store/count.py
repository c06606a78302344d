"""How often what a query seeks stands in its articles, told from the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.analysis import FIELDS, variants
from newsarc.query import Apart, In, Near, Phrase, Term, Wild, walk
from newsarc.store.compounds import Compound
from newsarc.store.documents import inflated
from newsarc.store.places import counted, occurrences
from newsarc.store.plan import plan
from newsarc.store.postings import shared, tokens, with_compounds
from newsarc.store.texts import written
from newsarc.store.vocabulary import attach
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

    from newsarc.query import Node
    from newsarc.store.places import Meaning
    from newsarc.store.plan import Condition
    from newsarc.store.postings import Postings

    # Columns of the index, and the first and the last of some tokens in them.
    Range = tuple[tuple[str, ...], str, str]

_UNREAD = ("", "", "")


def count(connection: Connection, query: Node, meaning: Meaning) -> tuple[int, int]:
    """Count the articles of a query and its occurrences in them.

    No article is analysed: the index knows the place of each word. The text is read only
    where sentences, paragraphs or the start of an article are asked for.
    """
    condition = plan(query, meaning).condition
    sql = f"SELECT a.row FROM article a WHERE {condition.sql}"
    rows = [row for (row,) in connection.execute(sql, condition.parameters)]
    nodes = counted(query)
    if not (rows and nodes):
        return len(rows), 0
    if len(nodes) == 1 and (ranges := list(_ranges(nodes[0], meaning))):
        return len(rows), _tokens_in(connection, ranges, condition)
    wanted = with_compounds(tokens(nodes, meaning), meaning.compounds.values())
    number = 0
    for share, (shares, postings) in enumerate(shared(connection, wanted)):
        own = (row for row in rows if row % shares == share)
        number += _occurrences(connection, nodes, meaning, postings, own)
    return len(rows), number


def _ranges(node: Node, meaning: Meaning, fields: Sequence[str] = FIELDS) -> Iterator[Range]:
    """Give the tokens of which each is an occurrence of a node; none where it is not so simple."""
    match node:
        case In(field, word) if field != "start":
            yield from _ranges(word, meaning, (field,))
        case Term((word,)):
            compound = meaning.compounds.get((word,), Compound())
            if not compound.parts:  # or it could stand taken apart
                for (stem,) in variants((word,), meaning.languages):
                    yield _columns(fields, "stems"), stem, stem
                for token in compound.within:
                    yield _columns(fields, "parts"), token, token
        case Phrase((word,)):
            yield _columns(fields, "forms"), fold(word), fold(word)
        case Wild() if (prefix := node.prefix) is not None:
            yield _columns(fields, "forms"), prefix, f"{prefix}\U0010ffff"
        case _:
            return


def _columns(fields: Sequence[str], kind: str) -> tuple[str, ...]:
    return tuple(f"{field}_{kind}" for field in fields)


def _tokens_in(connection: Connection, ranges: Iterable[Range], condition: Condition) -> int:
    """Count tokens of the index in the articles of a condition."""
    attach(connection)
    number = 0
    for columns, *bounds in ranges:
        sql = f"""
            SELECT count(*) FROM temp.posting WHERE term >= ? AND term <= ?
            AND col IN ({", ".join(f"'{column}'" for column in columns)})
            AND doc IN (SELECT a.row FROM article a WHERE {condition.sql})
        """
        number += connection.execute(sql, (*bounds, *condition.parameters)).fetchone()[0]
    return number


def _occurrences(
    connection: Connection,
    nodes: tuple[Node, ...],
    meaning: Meaning,
    postings: Postings,
    rows: Iterable[int],
) -> int:
    is_read = any(_asks_text(part) for node in nodes for part in walk(node))
    texts = (postings.text(row, _written(connection, row) if is_read else _UNREAD) for row in rows)
    return sum(occurrences(nodes, text, meaning) for text in texts)


def _asks_text(node: Node) -> bool:
    """Tell whether the places of words alone do not say where a node stands."""
    if isinstance(node, (Near, Apart)):
        return not isinstance(node.reach, int)
    return isinstance(node, In) and node.field == "start"


def _written(connection: Connection, row: int) -> tuple[str, str, str]:
    sql = """
        SELECT a.title, a.kicker, a.place, t.body FROM article a JOIN text t ON t.row = a.row
        WHERE a.row = ?
    """
    title, kicker, place, body = connection.execute(sql, (row,)).fetchone()
    return written(title, kicker, place, inflated(body))
