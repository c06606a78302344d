"""What is weighed where there is too much for all to be weighed.

BM25 costs some four microseconds for each article that matches, and some tenth of one for each
that holds one of its words at all; of words that half of the archive holds it says little. So
frequent words are left to the second step of ranking where rarer ones stand beside them. And
where very many articles match, those come first that say it in their headlines, the newest
before the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.query import (
    And,
    Apart,
    AtLeast,
    In,
    Loose,
    Near,
    Not,
    Or,
    Phrase,
    Similar,
    Term,
    Wild,
    conjunction,
    sought,
)
from newsarc.store.sqlite.answers import hits as matched
from newsarc.store.sqlite.answers import pages
from newsarc.store.sqlite.plan.match import exact
from newsarc.store.sqlite.plan.plan import matching, plan, textual
from newsarc.values import replace, value

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from newsarc.meaning.meaning import Meaning
    from newsarc.query import Node
    from newsarc.store.sqlite.answers.hits import Hits
    from newsarc.store.sqlite.plan.plan import Plan

    Holding = Callable[[Connection, str | None, int], int]

# To weigh so many articles takes a sixth of a second. A word that more of them hold is frequent.
MOST_WEIGHED = 40_000
# As many as are counted of each word when its rarity is asked for: counted once, they are known.
COUNTED = 20_000


def lightened(  # noqa: PLR0913, PLR0917 (which plan of what, where)
    connection: Connection,
    planned: Plan,
    query: Node,
    meaning: Meaning,
    frequent: int = MOST_WEIGHED,
    numbers: Holding = matched.holding,
) -> Plan:
    """Have only the rarer words of a query weighed; of frequent ones the rarest.

    `numbers` counts the articles that hold each.
    """
    matches = {word: exact(word, meaning) for word in sought(query)}
    if planned.match is None or len(matches) == 1 or matched.articles(connection) < frequent:
        return planned
    most = min(frequent, COUNTED)
    holding = {word: numbers(connection, match, most) for word, match in matches.items() if match}
    most = max(frequent - 1, min(holding.values(), default=0))
    rarer = [word for word, number in holding.items() if number <= most]
    if len(rarer) == len(matches) or _required(query).isdisjoint(rarer):
        return planned
    weighing = replace(meaning, ranking=True)
    ranked = " OR ".join(f"({exact(word, weighing)})" for word in rarer)
    return replace(planned, ranked=matching(ranked))


def _required(query: Node) -> frozenset[Node]:
    """Give words that each article of a query holds."""
    match query:
        case And(nodes):
            return frozenset().union(*map(_required, nodes))
        case Near(left, right):
            return _required(left) | _required(right)
        case Apart(inner, _) | AtLeast(_, inner):
            return _required(inner)
        case Or() | Not():
            return frozenset()
        case _:
            return frozenset(sought(query))


@value
class Tiers:
    """The articles of a query, parted by how much of it their headlines say.

    `hits` are all of them; up to `most` they are not parted.
    """

    connection: Connection
    query: Node
    meaning: Meaning
    hits: Hits
    most: int

    def page(self, limit: int, offset: int) -> list[tuple[int, float | None]]:
        """Give rows of one page, all with the same score."""
        rest = plan(self.query, self.meaning).rest
        rows: list[tuple[int, float | None]] = []
        for tier in self.queries:
            planned = plan(tier, self.meaning)
            hits = self.hits.rows if tier is self.query else self.hits.matching(planned)
            planned = replace(planned, rest=rest)
            found = pages.page(self.connection, planned, hits, "newest", limit - len(rows), offset)
            rows += found
            if len(rows) == limit:
                break
            passed = offset and not found
            offset = max(0, offset - matched.number(self.connection, hits)) if passed else 0
        return [(row, 0.0) for row, _ in rows]

    @property
    def queries(self) -> tuple[Node, ...]:
        """Give what the articles of each tier say, one alone where all can be weighed."""
        text = textual(self.query, self.meaning)
        wholly = _headed(text)
        # Where they are equal, no word of it can stand in a headline; only the index tells tiers.
        if self.hits.total <= self.most or wholly == text or not exact(text, self.meaning):
            return (self.query,)
        headed = map(_headed, dict.fromkeys(sought(text)))
        words = tuple(word for word in headed if exact(word, self.meaning))
        partly = Or(words) if len(words) > 1 else words[0]
        if partly == wholly:
            return wholly, conjunction((text, Not(wholly)))
        # What is picked of kept hits need not say all of the query again.
        some = (partly,) if self.hits.rows == matched.KEPT else (text, partly)
        rest = conjunction((text, Not(partly), Not(wholly)))
        return wholly, conjunction((*some, Not(wholly))), rest


def _headed(query: Node) -> Node:
    """Ask for the words of a query in headlines; whatever matches that, matches the query."""
    match query:
        case And(nodes):
            return And(tuple(map(_headed, nodes)))
        case Or(nodes):
            return Or(tuple(map(_headed, nodes)))
        case Term() | Phrase() | Loose() | Wild() | Similar():
            return In("title", query)
        case _:
            return query
