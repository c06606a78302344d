"""What is weighed where there is too much for everything to be weighed.

BM25 costs four microseconds for each article that matches, and a tenth of one for each that holds
one of the words at all; a word that half of the archive holds says little. So frequent words are
left to the second step of ranking if rarer ones stand beside them. And where very many articles
match, they come in tiers: those that say it in their headlines first, in each the newest first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.query import nodes
from newsarc.store.sqlite.answers import hits as matched
from newsarc.store.sqlite.answers import pages
from newsarc.store.sqlite.plan.match import Matcher
from newsarc.store.sqlite.plan.plan import matching, plan, textual

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from newsarc.meaning.meaning import Meaning
    from newsarc.store.kinds import Limits
    from newsarc.store.sqlite.answers.hits import Hits
    from newsarc.store.sqlite.plan.plan import Plan

    DocumentFrequency = Callable[[Connection, str | None, int], int]


class Question(Struct, frozen=True):
    """A query, and what its words mean."""

    query: nodes.Node
    meaning: Meaning


def lightened(
    connection: Connection,
    planned: Plan,
    question: Question,
    limits: Limits,
    frequency: DocumentFrequency = matched.document_frequency,
) -> Plan:
    """Return a plan that weighs only the rarer words of a query; of frequent ones the rarest.

    A word is frequent that more than `limits.weighed` articles hold.
    """
    exact = Matcher(question.meaning).exact
    matches = {word: exact(word) for word in nodes.sought(question.query)}
    few = matched.articles(connection) < limits.weighed
    if planned.match is None or len(matches) == 1 or few:
        return planned
    most = max(1, min(limits.weighed, limits.counted))
    holding = {word: frequency(connection, text, most) for word, text in matches.items() if text}
    most = max(limits.weighed - 1, min(holding.values(), default=0))
    rarer = [word for word, number in holding.items() if number <= most]
    if len(rarer) == len(matches) or _required(question.query).isdisjoint(rarer):
        return planned
    weighing = Matcher(question.meaning, ranking=True)
    ranked = " OR ".join(f"({weighing.exact(word)})" for word in rarer)
    return replace(planned, ranked=matching(ranked))


def _required(query: nodes.Node) -> frozenset[nodes.Node]:
    """Return words that each article of a query holds."""
    match query:
        case nodes.And(parts):
            return frozenset().union(*map(_required, parts))
        case nodes.Near(left, right):
            return _required(left) | _required(right)
        case nodes.Apart(inner, _) | nodes.AtLeast(_, inner):
            return _required(inner)
        case nodes.Or() | nodes.Not():
            return frozenset()
        case _:
            return frozenset(nodes.sought(query))


def tiers(question: Question, hits: Hits, limits: Limits) -> tuple[nodes.Node, ...]:
    """Return what the articles of each tier say; the query alone where all can be weighed."""
    matcher = Matcher(question.meaning)
    text = textual(question.query, matcher)
    wholly = _headed(text)
    # If they are equal, no word of it can stand in a headline. Only the index knows tiers.
    if hits.total <= limits.weighed or wholly == text or not matcher.exact(text):
        return (question.query,)
    headed = map(_headed, dict.fromkeys(nodes.sought(text)))
    words = tuple(word for word in headed if matcher.exact(word))
    partly = nodes.Or(words) if len(words) > 1 else words[0]
    if partly == wholly:
        return wholly, nodes.conjunction((text, nodes.Not(wholly)))
    # What is picked of kept hits need not say all of the query again.
    some = (partly,) if hits.rows == matched.KEPT else (text, partly)
    rest = nodes.conjunction((text, nodes.Not(partly), nodes.Not(wholly)))
    return wholly, nodes.conjunction((*some, nodes.Not(wholly))), rest


def tiered_page(
    connection: Connection, question: Question, hits: Hits, limits: Limits, page: pages.Slice
) -> list[tuple[int, float | None]]:
    """Return the rows of one page in tiers, all with the same score."""
    rest = plan(question.query, question.meaning).rest
    rows: list[tuple[int, float | None]] = []
    offset = page.offset
    for tier in tiers(question, hits, limits):
        planned = plan(tier, question.meaning)
        chosen = hits.rows if tier is question.query else hits.matching(planned)
        missing = pages.Slice(page.limit - len(rows), offset)
        found = pages.page(connection, replace(planned, rest=rest), chosen, "newest", missing)
        rows += found
        if len(rows) == page.limit:
            break
        passed = offset and not found
        offset = max(0, offset - matched.number(connection, chosen)) if passed else 0
    return [(row, 0.0) for row, _ in rows]


def _headed(query: nodes.Node) -> nodes.Node:
    """Ask for the words of a query in headlines; whatever matches this, matches the query."""
    match query:
        case nodes.And(parts):
            return nodes.And(tuple(map(_headed, parts)))
        case nodes.Or(parts):
            return nodes.Or(tuple(map(_headed, parts)))
        case nodes.Term() | nodes.Phrase() | nodes.Loose() | nodes.Wild() | nodes.Similar():
            return nodes.In("title", query)
        case _:
            return query
