"""From nodes to SQL over the tables `article a` and `words`.

Each part of a query that is about words alone, as large as it can be, becomes one `MATCH`;
everything else becomes SQL that answers 0 or 1, never NULL. What FTS5 cannot say (one sentence, an
order) is a numbered question. `answers.verdicts.judge` answers it beforehand, for the articles
that a `MATCH` lets pass; the SQL looks the answer up by the function `says`, or in the table
`denied`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.query import nodes
from newsarc.store.sqlite.file.statement import FALSE, TRUE, Condition, joined
from newsarc.store.sqlite.plan.filters import filter_condition
from newsarc.store.sqlite.plan.match import Matcher
from newsarc.store.sqlite.plan.questions import numbered

if TYPE_CHECKING:
    from newsarc.meaning.meaning import Meaning

# The first parameter is the number of a question, see `questions.numbered`.
_SAYS = Condition("says(?, a.row)", costly=True, of_rows=True)
_NOT_DENIED = Condition(
    "a.row NOT IN (SELECT row FROM temp.denied WHERE question = ?)", of_rows=True
)
_MATCHING = "a.row IN (SELECT rowid FROM words WHERE words MATCH ?)"


class Plan(Struct, frozen=True):
    """How a query is answered.

    `condition` picks the hits from all articles. Where there is a `match`, only its rows can be
    hits, and `rest` picks from these. `ranked` is what BM25 weighs, if anything is.
    """

    condition: Condition
    match: str | None
    rest: Condition
    ranked: Condition | None

    @property
    def ranked_text(self) -> str:
        """What FTS5 ranks, as text for people."""
        return "nothing is ranked" if self.ranked is None else str(self.ranked.parameters[0])

    @property
    def is_match(self) -> bool:
        """Whether the index alone says which articles are hits."""
        return self.match is not None and self.rest == TRUE


def plan(query: nodes.Node, meaning: Meaning) -> Plan:
    """Return how a query is answered, given what its words mean.

    Its SQL may call `says`, for which `answers.verdicts.judge` must have seen the query.
    """
    matcher, weighing = Matcher(meaning), Matcher(meaning, ranking=True)
    planner = _Planner(query, matcher)
    condition = planner.condition(query)
    lead = _lead(query, matcher)
    if lead.match is not None:
        ranked = _lead(query, weighing).match or lead.match
        return Plan(condition, lead.match, planner.rest(lead), matching(ranked))
    words = " OR ".join(filter(None, map(weighing.candidate, nodes.sought(query))))
    necessary = matcher.necessary(query)
    return Plan(condition, necessary, condition, matching(words) if words else None)


def matching(text: str) -> Condition:
    """Return what asks FTS5 for rows of `words`."""
    return Condition("words MATCH ?", (text,))


def within(rows: Condition, chosen: Condition) -> Condition:
    """Restrict what FTS5 finds to the rows of a statement, before BM25 weighs them.

    The plus keeps SQLite from looking up each of these rows in FTS5 by itself.
    """
    sql = f"{rows.sql} AND +rowid IN ({chosen.sql})"
    return Condition(sql, (*rows.parameters, *chosen.parameters))


def textual(query: nodes.Node, matcher: Matcher) -> nodes.Node:
    """Return the part of a query that the index alone says; all of it where there is none."""
    parts, _ = _parted(nodes.conjuncts(query), matcher)
    return nodes.conjunction(parts) if parts else query


def _parted(
    several: tuple[nodes.Node, ...], matcher: Matcher
) -> tuple[tuple[nodes.Node, ...], tuple[nodes.Node, ...]]:
    """Part the nodes that can stand in one conjunction of a MATCH from the others."""
    said = {n for n in several if matcher.exact(n.node if isinstance(n, nodes.Not) else n)}
    if all(isinstance(node, nodes.Not) for node in said):  # FTS5 cannot begin with NOT
        said = set()
    return tuple(n for n in several if n in said), tuple(n for n in several if n not in said)


class _Lead(Struct, frozen=True):
    """A query parted: what every hit must match, what must be looked at closer, and the rest."""

    match: str | None
    checked: tuple[nodes.Node, ...]
    other: tuple[nodes.Node, ...]


def _lead(query: nodes.Node, matcher: Matcher) -> _Lead:
    """Part what every hit must match from the rest of a query."""
    said, left = _parted(nodes.conjuncts(query), matcher)
    checked = tuple(part for part in left if matcher.candidate(part))
    matches = [matcher.exact(nodes.conjunction(said))] if said else []
    texts = [text for text in (*matches, *map(matcher.candidate, checked)) if text]
    match = texts[0] if len(texts) == 1 else " AND ".join(f"({text})" for text in texts)
    return _Lead(match or None, checked, tuple(part for part in left if part not in checked))


class _Planner:
    """Writes the conditions of one query."""

    def __init__(self, query: nodes.Node, matcher: Matcher) -> None:
        self._query = query
        self._matcher = matcher

    @cached_property
    def _numbers(self) -> dict[nodes.Node, int]:
        return numbered(self._query, self._matcher)

    def rest(self, lead: _Lead) -> Condition:
        """Return what is left to ask of the articles that the lead's match finds."""
        rest = [self.condition(nodes.conjunction(lead.other)), *map(self._check, lead.checked)]
        return joined(" AND ", [part for part in rest if part != TRUE] or [TRUE])

    def condition(self, node: nodes.Node) -> Condition:
        """Return what is 1 for the hits of a node."""
        text = self._matcher.exact(node)
        if text is not None:
            return Condition(_MATCHING, (text,), of_rows=True)
        match node:
            case nodes.All():
                return TRUE
            case nodes.Not(inner):
                condition = self.condition(inner)
                return _with_sql(condition, f"NOT ({condition.sql})")
            case nodes.And(several):
                said, other = _parted(several, self._matcher)
                whole = (nodes.conjunction(said), *other) if said else other
                return joined(" AND ", list(map(self.condition, whole)))
            case nodes.Or(several):
                return joined(" OR ", list(map(self.condition, several)))
            case nodes.Filter():
                return filter_condition(node)
            case _:
                return self._checked(node)

    def _checked(self, node: nodes.Node) -> Condition:
        """Return what is 0 unless a MATCH passes, and then the answer to a question."""
        text = self._matcher.candidate(node)
        if text is None:
            return FALSE
        check = self._check(node)
        sql = f"CASE WHEN {_MATCHING} THEN {check.sql} ELSE 0 END"
        return _with_sql(check, sql, text)

    def _check(self, node: nodes.Node) -> Condition:
        question = _NOT_DENIED if self._matcher.doubtful(node) else _SAYS
        return _with_sql(question, question.sql, self._numbers[node])


def _with_sql(condition: Condition, sql: str, *before: str | int) -> Condition:
    """Return a condition with other SQL, and with further parameters before its own."""
    parameters = (*before, *condition.parameters)
    return Condition(sql, parameters, costly=condition.costly, of_rows=condition.of_rows)
