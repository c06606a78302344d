"""How often the words of a query stand in its articles, from the index where it can tell."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from newsarc.analysis import FIELDS, spellings
from newsarc.meaning.marks import Marker, counted_nodes
from newsarc.query import nodes
from newsarc.store.sqlite.answers import hits as matched
from newsarc.store.sqlite.articles.texts import fields_of
from newsarc.store.sqlite.plan.plan import plan
from newsarc.store.sqlite.positions.bounds import Bounds
from newsarc.store.sqlite.positions.postings import read_in_shares, tokens, with_compounds
from newsarc.store.sqlite.positions.stretches import Positions
from newsarc.store.sqlite.words.forms import attach_vocabulary, prefix_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from sqlite3 import Connection

    from newsarc.analysis import Splitter
    from newsarc.meaning.meaning import Meaning

    # Columns of the index, and the first and last of some tokens in them.
    Range = tuple[tuple[str, ...], str, str]
    # Columns by the first and last of the tokens.
    Ranges = Mapping[tuple[str, str], Sequence[str]]


def count(
    connection: Connection, query: nodes.Node, meaning: Meaning, splitter: Splitter
) -> tuple[int, int]:
    """Return the number of articles of a query, and of its occurrences in them.

    The index knows the position of each word. Articles are analysed only where they are few
    beside the positions to be read, where sentences are asked for that the archive lacks, and
    where one of several words stands within another.
    """
    planned = plan(query, meaning)
    several = counted_nodes(query, meaning.languages)
    ranges = _by_bounds(_ranges(several[0], meaning)) if len(several) == 1 else {}
    if not several or (ranges and several[0] == query):
        return matched.count(connection, planned), _tokens(connection, ranges)
    total = matched.keep_all(connection, planned).total
    if ranges:
        return total, _tokens_in_hits(connection, ranges)
    wanted = with_compounds(tokens(several, meaning), meaning.terms.values())
    bounds = Bounds(connection, "hit")
    shares = read_in_shares(connection, wanted, "hit", total)
    marker = Marker(several, meaning, splitter)
    return total, sum(
        _occurrences(connection, Positions(share, meaning, bounds), several, marker)
        for share in shares
    )


def _occurrences(
    connection: Connection, positions: Positions, several: Sequence[nodes.Node], marker: Marker
) -> int:
    """Return the occurrences of some nodes.

    Where one stands within a word that is a place of another, only the text tells.
    """
    pairs = ((a, b) for a, b in permutations(several, 2) if marker.may_overlap(a, b))
    doubtful = set().union(*(positions.rows_of_both(a, b) for a, b in pairs))
    certain = positions.occurrences(several, doubtful)
    texts = (fields_of(connection, row) for row in sorted(doubtful))
    marks = (mark for fields, language in texts for mark in marker.marks(fields, language))
    return certain + sum(map(len, marks))


def _ranges(node: nodes.Node, meaning: Meaning, fields: Sequence[str] = FIELDS) -> Iterator[Range]:
    """Yield the tokens of which each is an occurrence of a node; none if it is not so simple."""
    match node:
        case nodes.In(field, word) if field != "start":
            yield from _ranges(word, meaning, (field,))
        case nodes.Term((word,)):
            found = meaning.terms[(word,)]
            if not found.bounded:  # or it could stand in several words
                for (stem,) in found.rows:
                    yield _columns(fields, "stems"), stem, stem
                for token in found.tokens:
                    yield _columns(fields, "parts"), token, token
        case nodes.Phrase((word,)):
            for form in spellings(word):
                yield _columns(fields, "forms"), form, form
        case nodes.Wild() if node in meaning.beginnings:
            for beginning in meaning.beginnings[node]:
                yield _columns(fields, "forms"), *prefix_bounds(beginning)
        case _:
            return


def _columns(fields: Sequence[str], kind: str) -> tuple[str, ...]:
    return tuple(f"{field}_{kind}" for field in fields)


def _by_bounds(ranges: Iterable[Range]) -> dict[tuple[str, str], list[str]]:
    """Return the columns of each range of tokens."""
    found: dict[tuple[str, str], list[str]] = {}
    for columns, *bounds in ranges:
        found.setdefault((bounds[0], bounds[1]), []).extend(columns)
    return found


def _tokens(connection: Connection, ranges: Ranges) -> int:
    """Return how often tokens stand in the index, which has counted them."""
    return _sum(connection, ranges, "sum(cnt) FROM temp.vocabulary", "1")


def _tokens_in_hits(connection: Connection, ranges: Ranges) -> int:
    """Return how often tokens stand in the articles that match."""
    hits = f"doc IN ({matched.KEPT.sql})"
    return _sum(connection, ranges, "count(*) FROM temp.posting", hits)


def _sum(connection: Connection, ranges: Ranges, numbers: str, condition: str) -> int:
    attach_vocabulary(connection)
    number = 0
    for bounds, columns in ranges.items():
        sql = f"""
            SELECT {numbers} WHERE term >= ? AND term <= ?
            AND col IN ({", ".join(f"'{column}'" for column in columns)}) AND {condition}
        """
        number += connection.execute(sql, bounds).fetchone()[0] or 0
    return number
