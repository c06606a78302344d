"""How often what a query seeks stands in its articles, told from the index."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from newsarc.analysis import FIELDS, variants
from newsarc.query import In, Phrase, Term, Wild
from newsarc.store.compounds import Compound
from newsarc.store.places import counted
from newsarc.store.plan import plan
from newsarc.store.postings import shared, tokens, with_compounds
from newsarc.store.spots import Where
from newsarc.store.texts import KEPT, text_of
from newsarc.store.vocabulary import attach
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from sqlite3 import Connection

    from newsarc.query import Node
    from newsarc.store.places import Meaning
    from newsarc.store.plan import Condition

    # Columns of the index, and the first and the last of some tokens in them.
    Range = tuple[tuple[str, ...], str, str]


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
    text = lru_cache(KEPT)(partial(text_of, connection))
    shares = shared(connection, wanted, frozenset(rows))
    return len(rows), sum(Where(share, meaning, text).occurrences(nodes) for share in shares)


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
