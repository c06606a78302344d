"""From nodes to the language of FTS5, over the columns of the table `words`.

What FTS5 cannot say gets a match all the same, which every hit must answer (`candidate`); the
rest is then asked of the positions of words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.analysis import FIELDS
from newsarc.query import nodes
from newsarc.store.sqlite.plan.near import is_near_exact, near_match, place_match
from newsarc.store.sqlite.plan.tokens import forms, word_match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.meaning.meaning import Meaning


class Matcher:
    """Writes nodes in the language of FTS5, given what words mean.

    For `ranking` it writes words so that each kind of token is weighed by itself.
    """

    def __init__(self, meaning: Meaning, *, ranking: bool = False) -> None:
        self._meaning = meaning
        self._ranking = ranking

    def exact(self, node: nodes.Node) -> str | None:
        """Return what finds the hits of a node, or None where FTS5 cannot say it."""
        match node:
            case nodes.Term() | nodes.Phrase() | nodes.Loose() | nodes.Wild() | nodes.Similar():
                return self._word(node, FIELDS)
            case nodes.In("start", _):
                return None
            case nodes.In(field, word):
                return self._word(word, (field,))
            case nodes.Near():
                exact = is_near_exact(node, self._meaning)
                return near_match(node, self._meaning) if exact else None
            case nodes.And(several):
                return self._exact_and(several)
            case nodes.Or(several):
                return _either([self.exact(part) for part in self._possible(several)])
            case nodes.All() | nodes.Apart() | nodes.AtLeast() | nodes.Not() | nodes.Filter():
                return None
            case _:
                assert_never(node)

    def _word(self, word: nodes.Word, fields: tuple[str, ...]) -> str | None:
        return word_match(word, fields, self._meaning, ranking=self._ranking)

    def _exact_and(self, several: tuple[nodes.Node, ...]) -> str | None:
        wanted = [self.exact(part) for part in several if not isinstance(part, nodes.Not)]
        unwanted = [self.exact(part.node) for part in several if isinstance(part, nodes.Not)]
        if not wanted or not all(wanted + unwanted):
            return None
        positive = " AND ".join(f"({part})" for part in wanted)
        return " NOT ".join([f"({positive})", *(f"({part})" for part in unwanted)])

    def _possible(self, several: tuple[nodes.Node, ...]) -> list[nodes.Node]:
        return [part for part in several if not self.is_empty(part)]

    def is_empty(self, node: nodes.Node) -> bool:
        """Return whether a node about words finds nothing here: no form fits its pattern."""
        match node:
            case nodes.Phrase(words):
                return not words
            case nodes.Wild() | nodes.Similar():
                return not forms(node, self._meaning)
            case nodes.In(_, word):
                return self.is_empty(word)
            case nodes.Near(left, right):
                return self.is_empty(left) or self.is_empty(right)
            case nodes.Apart(inner, _) | nodes.AtLeast(_, inner):
                return self.is_empty(inner)
            case nodes.Or(several):
                return all(map(self.is_empty, several))
            case _:
                return False

    def candidate(self, node: nodes.Node) -> str | None:
        """Return what every hit of a node about words must match.

        None where nothing is a hit, and for a node that is not about words.
        """
        said = self.exact(node)
        if said is not None or not (nodes.placed(node) or isinstance(node, nodes.AtLeast)):
            return said
        match node:
            case nodes.Loose(words):
                return _both([self._word(nodes.Phrase((word,)), FIELDS) for word in words])
            case nodes.In(_, word):
                return self.candidate(word)
            case nodes.Near(left, right):
                both = _both([self._place(left), self._place(right)])
                return near_match(node, self._meaning) or both
            case nodes.Apart(inner, _) | nodes.AtLeast(_, inner):
                return self._place(inner)
            case nodes.Or(several):
                return _either(list(filter(None, map(self.candidate, several))))
            case _:
                return None

    def _place(self, node: nodes.Node) -> str | None:
        """Return what every article must match in which a node has a place."""
        # What has no place is weighed all the same.
        place = None if self._ranking else place_match(node, self._meaning)
        return place or self.candidate(node)

    def necessary(self, query: nodes.Node) -> str | None:
        """Return what every hit of a query must match, as closely as the index can say it.

        None where articles may be hits that hold none of its words.
        """
        said = self.exact(query)
        if said is not None:
            return said
        match query:
            case nodes.And(several):
                return _both(list(filter(None, map(self.necessary, several))))
            case nodes.Or(several):
                return _either([self.necessary(part) for part in self._possible(several)])
            case _:
                return self.candidate(query)

    def doubtful(self, node: nodes.Node) -> str | None:
        """Return what finds the few articles where a word may stand near another, but must not.

        In all other articles that have the word, it stands alone. None for any other question.
        """
        if isinstance(node, nodes.Apart) and place_match(node.left, self._meaning):
            return self.candidate(nodes.Near(node.left, node.right, node.reach))
        return None


def _both(parts: Sequence[str | None]) -> str | None:
    return " AND ".join(f"({part})" for part in parts) if parts and all(parts) else None


def _either(parts: Sequence[str | None]) -> str | None:
    return " OR ".join(f"({part})" for part in parts) if parts and all(parts) else None
