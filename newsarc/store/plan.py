"""From nodes to SQL over the tables `article a` and `words`.

Each part of a query that is about words alone, as large as it can be, becomes one `MATCH`;
all else becomes SQL that answers 0 or 1, never NULL. FTS5 gets quoted tokens only, so no
query can be a syntax error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from newsarc.analysis import FIELDS, variants
from newsarc.query import (
    All,
    And,
    Language,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Source,
    Term,
    conjunction,
    sought,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    Languages = Sequence[str]

_FORMS = " ".join(f"{field}_forms" for field in FIELDS)
_STEMS = " ".join(f"{field}_stems" for field in FIELDS)


class Condition(NamedTuple):
    """An SQL expression with its parameters."""

    sql: str
    parameters: tuple[str, ...] = ()


class Plan(NamedTuple):
    """How a query is answered.

    `condition` picks the articles. `match` is what is ranked, where anything is. `drives`
    says that only rows of `match` can be hits, of which `rest` picks.
    """

    condition: Condition
    match: str | None
    drives: bool
    rest: Condition


_TRUE = Condition("1")
_FALSE = Condition("0")


def plan(node: Node, languages: Languages) -> Plan:
    """Plan a query for an archive that holds articles in some languages."""
    condition = _condition(node, languages)
    lead, rest = _lead(node, languages)
    if lead is not None:
        return Plan(condition, lead, True, _condition(rest, languages))  # noqa: FBT003
    ranked = [_match(word, languages) for word in sought(node)]
    match = " OR ".join(text for text in ranked if text)
    return Plan(condition, match or None, False, condition)  # noqa: FBT003


def _lead(node: Node, languages: Languages) -> tuple[str | None, Node]:
    """Take the part about words, which every hit must match, from the rest of a query."""
    parts = node.nodes if isinstance(node, And) else (node,)
    textual, other = _parted(parts, languages)
    match = _match(conjunction(textual), languages) if textual else None
    return (match, conjunction(other)) if match else (None, node)


def _parted(
    nodes: tuple[Node, ...], languages: Languages
) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Part the nodes that can stand together in one conjunction of a MATCH from the others."""
    textual = {n for n in nodes if _match(n.node if isinstance(n, Not) else n, languages)}
    if all(isinstance(node, Not) for node in textual):  # FTS5 cannot begin with NOT
        textual = set()
    inside = tuple(node for node in nodes if node in textual)
    return inside, tuple(node for node in nodes if node not in textual)


def _condition(node: Node, languages: Languages) -> Condition:
    match = _match(node, languages)
    if match is not None:
        return Condition("a.row IN (SELECT rowid FROM words WHERE words MATCH ?)", (match,))
    match node:
        case All():
            return _TRUE
        case Term() | Phrase():  # a phrase of no words
            return _FALSE
        case Source(name):
            return Condition("a.source_form IS ?", (name,))
        case Language(code):
            return Condition("a.language IS ?", (code,))
        case Published(when):
            first, last = (moment.isoformat(timespec="minutes") for moment in when)
            sql = "(a.published_first <= ? AND a.published_last >= ?) IS TRUE"
            return Condition(sql, (last, first))
        case Not(inner):
            condition = _condition(inner, languages)
            return Condition(f"NOT ({condition.sql})", condition.parameters)
        case And(nodes):
            textual, other = _parted(nodes, languages)
            whole = (conjunction(textual), *other) if textual else other
            return _joined(" AND ", [_condition(part, languages) for part in whole])
        case Or(nodes):
            return _joined(" OR ", [_condition(part, languages) for part in nodes])
        case _:
            assert_never(node)


def _joined(operator: str, conditions: list[Condition]) -> Condition:
    """Join by halves: SQLite gives up on expressions more than a thousand deep."""
    if len(conditions) == 1:
        return conditions[0]
    half = len(conditions) // 2
    left, right = _joined(operator, conditions[:half]), _joined(operator, conditions[half:])
    return Condition(f"({left.sql}){operator}({right.sql})", left.parameters + right.parameters)


def _match(node: Node, languages: Languages) -> str | None:
    """Write a node in the language of FTS5, or None where it cannot say it."""
    match node:
        case Term(words):
            stems = " OR ".join(_quoted(row) for row in variants(words, languages))
            return f"{{{_STEMS}}} : ({stems})"
        case Phrase(words):
            return f"{{{_FORMS}}} : {_quoted(variants(words, ())[0])}" if words else None
        case And(nodes):
            return _match_and(nodes, languages)
        case Or(nodes):
            parts = [_match(part, languages) for part in nodes]
            return " OR ".join(f"({part})" for part in parts) if all(parts) else None
        case All() | Source() | Language() | Published() | Not():
            return None
        case _:
            assert_never(node)


def _quoted(words: tuple[str, ...]) -> str:
    text = " ".join(words).replace('"', '""').replace("\0", "")
    return f'"{text}"'


def _match_and(nodes: tuple[Node, ...], languages: Languages) -> str | None:
    wanted = [_match(part, languages) for part in nodes if not isinstance(part, Not)]
    unwanted = [_match(part.node, languages) for part in nodes if isinstance(part, Not)]
    if not wanted or not all(wanted + unwanted):
        return None
    positive = " AND ".join(f"({part})" for part in wanted)
    return " NOT ".join([f"({positive})", *(f"({part})" for part in unwanted)])
