"""From nodes to SQL over the tables `article a` and `words`.

Each part of a query that is about words alone, as large as it can be, becomes one `MATCH`;
all else becomes SQL that answers 0 or 1, never NULL. What FTS5 cannot say of words is asked
of the articles by the SQL function `says`, but only of those that a `MATCH` lets pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.query import (
    Added,
    Address,
    All,
    And,
    Apart,
    AtLeast,
    Has,
    Id,
    In,
    Label,
    Language,
    Length,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Similar,
    Source,
    Term,
    Truncated,
    Updated,
    Wild,
    conjunction,
    conjuncts,
    sought,
)
from newsarc.store.sqlite.file.statement import FALSE, TRUE, Condition
from newsarc.store.sqlite.plan.match import candidate, doubtful, exact, necessary
from newsarc.values import replace, value

if TYPE_CHECKING:
    from newsarc.dates import DateSpan
    from newsarc.meaning.meaning import Meaning


@value
class Plan:
    """How a query is answered.

    `condition` picks the articles; or, where there is a `match`, only its rows can be hits, of
    which `rest` picks. `ranked` is what is ranked, where anything is.
    """

    condition: Condition
    match: str | None
    rest: Condition
    ranked: Condition | None

    @property
    def ranked_text(self) -> str:
        """What FTS5 ranks."""
        return "nothing is ranked" if self.ranked is None else str(self.ranked.parameters[0])

    @property
    def is_match(self) -> bool:
        """Whether the index alone says which articles are hits."""
        return self.match is not None and self.rest == TRUE


# The first argument names the node.
_SAYS = "says(?, a.row)"
_NOT_DENIED = "a.row NOT IN (SELECT row FROM temp.denied WHERE node = ?)"
_MATCHING = "a.row IN (SELECT rowid FROM words WHERE words MATCH ?)"
# The sizes of a row's columns are kept by FTS5 itself.
_LENGTH = "body_length((SELECT sz FROM words_docsize WHERE id = a.row))"
_KNOWN = {
    "date": "a.published IS NOT NULL",
    "source": "a.source IS NOT NULL",
    "agency": "a.agency IS NOT NULL",
    "author": "a.authors <> '[]'",
    "place": "a.place IS NOT NULL",
    "kicker": "a.kicker IS NOT NULL",
    "genre": "a.genre IS NOT NULL",
    "url": "a.url IS NOT NULL",
}
_LABELS = {
    "agency": "label_holds(?, a.agency)",
    "author": "EXISTS (SELECT 1 FROM json_each(a.authors) WHERE label_holds(?, value))",
    "place": "label_holds(?, a.place)",
    "genre": "label_holds(?, a.genre)",
}
_ADDRESSES = {
    "url": "address_holds(?, a.url)",
    "path": "EXISTS (SELECT 1 FROM origin o WHERE o.row = a.row AND address_holds(?, o.path))",
}


def plan(node: Node, meaning: Meaning) -> Plan:
    """Plan a query whose words have a meaning in an archive."""
    condition = _condition(node, meaning)
    weighing = replace(meaning, ranking=True)
    lead, rest = _lead(node, meaning)
    if lead is not None:
        return Plan(condition, lead, rest, matching(_lead(node, weighing)[0] or lead))
    words = filter(None, (candidate(word, weighing) for word in sought(node)))
    ranked = " OR ".join(words)
    lead = necessary(node, meaning)
    return Plan(condition, lead, condition, matching(ranked) if ranked else None)


def matching(text: str) -> Condition:
    """Ask FTS5 for rows of `words`."""
    return Condition("words MATCH ?", (text,))


def within(rows: Condition, chosen: Condition) -> Condition:
    """Ask FTS5 for rows of `words` that a statement gives as well, before they are weighed.

    The plus keeps SQLite from asking for them row by row.
    """
    sql = f"{rows.sql} AND +rowid IN ({chosen.sql})"
    return Condition(sql, (*rows.parameters, *chosen.parameters))


def _lead(node: Node, meaning: Meaning) -> tuple[str | None, Condition]:
    """Take the part about words, which every hit must match, from the rest of a query."""
    textual, other = _parted(conjuncts(node), meaning)
    checked = tuple(part for part in other if candidate(part, meaning))
    other = tuple(part for part in other if part not in checked)
    matches = [exact(conjunction(textual), meaning)] if textual else []
    matches += [candidate(part, meaning) for part in checked]
    texts = [text for text in matches if text]
    lead = texts[0] if len(texts) == 1 else " AND ".join(f"({text})" for text in texts)
    checks = (_check(part, meaning) for part in checked)
    rest = [_condition(conjunction(other), meaning), *checks]
    return lead or None, _joined(" AND ", [part for part in rest if part != TRUE] or [TRUE])


def textual(node: Node, meaning: Meaning) -> Node:
    """Give the part of a query that the index alone says; all of it where no such part leads."""
    parts, _ = _parted(conjuncts(node), meaning)
    return conjunction(parts) if parts else node


def _check(node: Node, meaning: Meaning) -> Condition:
    return Condition(_NOT_DENIED if doubtful(node, meaning) else _SAYS, (str(node),))


def _parted(nodes: tuple[Node, ...], meaning: Meaning) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Part the nodes that can stand together in one conjunction of a MATCH from the others."""
    said = {n for n in nodes if exact(n.node if isinstance(n, Not) else n, meaning)}
    if all(isinstance(node, Not) for node in said):  # FTS5 cannot begin with NOT
        said = set()
    return tuple(n for n in nodes if n in said), tuple(n for n in nodes if n not in said)


def _condition(node: Node, meaning: Meaning) -> Condition:
    text = exact(node, meaning)
    if text is not None:
        return Condition(_MATCHING, (text,))
    match node:
        case All():
            return TRUE
        case Term() | Phrase() | Loose() | Wild() | Similar() | In() | Near() | Apart() | AtLeast():
            text = candidate(node, meaning)
            if text is None:
                return FALSE
            check = _check(node, meaning)
            sql = f"CASE WHEN {_MATCHING} THEN {check.sql} ELSE 0 END"
            return Condition(sql, (text, *check.parameters))
        case Not(inner):
            condition = _condition(inner, meaning)
            return Condition(f"NOT ({condition.sql})", condition.parameters)
        case And(nodes):
            textual, other = _parted(nodes, meaning)
            whole = (conjunction(textual), *other) if textual else other
            return _joined(" AND ", [_condition(part, meaning) for part in whole])
        case Or(nodes):
            return _joined(" OR ", [_condition(part, meaning) for part in nodes])
        case Published(when):
            return _published(*_minutes(when))
        case Updated(when):
            return Condition("may_lie(a.updated, ?, ?)", _minutes(when))
        case Added(when):
            first, last = _minutes(when)
            return Condition("(a.added >= ? AND a.added < ?)", (first, f"{last}~"))
        case _:
            return _filter(node)


def _published(first: str, last: str) -> Condition:
    """Ask for dates that may lie between two minutes: none is known less closely than by its year,
    so the index of dates is read from a year before.
    """
    year_before = f"{int(first[:4]) - 1:04}{first[4:]}"
    sql = """
        (a.published_first IS NOT NULL AND a.published_first BETWEEN ? AND ?
        AND a.published_last >= ?)
    """
    return Condition(sql, (year_before, last, first))


def _filter(
    node: Source | Language | Label | Address | Id | Length | Has | Truncated,
) -> Condition:
    """Write a filter that is not about time."""
    match node:
        case Source(name):
            return Condition("a.source_form IS ?", (name,))
        case Language(code):
            return Condition("a.language IS ?", (code,))
        case Label(field, name):
            return Condition(_LABELS[field], (name,))
        case Address(field, pattern):
            return Condition(_ADDRESSES[field], (pattern,))
        case Id(prefix):
            return Condition("(a.id >= ? AND a.id < ?)", (prefix, f"{prefix}g"))
        case Length(least, most):
            if most is None:
                return Condition(f"{_LENGTH} >= ?", (least,))
            return Condition(f"{_LENGTH} BETWEEN ? AND ?", (least, most))
        case Has(fact):
            return Condition(_KNOWN[fact])
        case Truncated():
            return Condition("a.truncated")
        case _:
            assert_never(node)


def _minutes(when: DateSpan) -> tuple[str, str]:
    first, last = when.first, when.last
    return first.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")


def _joined(operator: str, conditions: list[Condition]) -> Condition:
    """Join by halves: SQLite gives up on expressions more than a thousand deep."""
    if len(conditions) == 1:
        return conditions[0]
    half = len(conditions) // 2
    left, right = _joined(operator, conditions[:half]), _joined(operator, conditions[half:])
    return Condition(f"({left.sql}){operator}({right.sql})", left.parameters + right.parameters)
