"""The words of a query with other diacritics: Łódź for "Lodz", Erdogan for "Erdoğan".

A word typed without diacritics may stand for one with any of them. One that was typed with them
stands for a spelling without, unless that is a word of its own: "fordern" is not "fördern".
"""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.analysis import is_own_word, spellings, stop_words
from newsarc.query import nodes
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.meaning.meaning import Understanding

# Maximum number of other spellings of a word, and of words side by side.
_MOST = 4


def widened(query: nodes.Node, understanding: Understanding) -> nodes.Node:
    """Return a query that also finds its words with other diacritics, as an archive has them.

    Phrases, patterns, and what is negated stay as they are. If there is no other spelling, the
    result is equal to the query.
    """
    match query:
        case nodes.Term() | nodes.In(_, nodes.Term()):
            return _either((query, *_respelt(query, understanding)))
        case nodes.And(several):
            return nodes.And(tuple(widened(part, understanding) for part in several))
        case nodes.Or(several):
            return _either(tuple(widened(part, understanding) for part in several))
        case nodes.Near(left, right):
            one, other = widened(left, understanding), widened(right, understanding)
            return replace(query, left=one, right=other)
        case nodes.Apart(left, _):
            return replace(query, left=widened(left, understanding))
        case nodes.AtLeast(_, inner):
            return replace(query, node=widened(inner, understanding))
        case _:
            return query


def _either(several: tuple[nodes.Node, ...]) -> nodes.Node:
    flat = [n for node in several for n in (node.nodes if isinstance(node, nodes.Or) else (node,))]
    return nodes.disjunction(tuple(flat))


def _respelt(
    node: nodes.Term | nodes.In, understanding: Understanding
) -> Iterator[nodes.Term | nodes.In]:
    """Yield a term with each word in other spellings, in the same field."""
    term = node.word if isinstance(node, nodes.In) else node
    if not isinstance(term, nodes.Term):
        return
    rows = product(*((word, *_others(word, understanding)) for word in term.words))
    for row in islice(rows, 1, _MOST + 1):  # the first is the term itself
        other = nodes.Term(row, span=term.span)
        yield replace(node, word=other) if isinstance(node, nodes.In) else other


def _others(word: str, understanding: Understanding) -> list[str]:
    """Return the forms of the archive that a word may stand for, if it is no stop word."""
    if fold(word) in stop_words(understanding.languages):
        return []
    typed = spellings(word)
    found = (other for form in typed for other in understanding.respellings(form))
    others = [other for other in dict.fromkeys(found) if other not in typed]
    if fold(word) != typed[0]:
        others = [other for other in others if not _is_own(other, understanding)]
    return others[:_MOST]


def _is_own(other: str, understanding: Understanding) -> bool:
    return any(is_own_word(other, code) for code in understanding.languages)
