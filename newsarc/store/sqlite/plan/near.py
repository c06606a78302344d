"""Nearness in the language of FTS5: `NEAR`, which knows words of one kind of column only."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.analysis import FIELDS, phrases
from newsarc.query import nodes
from newsarc.store.sqlite.plan.tokens import columns, forms, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.meaning.meaning import Meaning
    from newsarc.store.sqlite.plan.tokens import Fields

# Where both sides have alternatives, each pair is a NEAR of its own: maximum number of pairs.
_MOST_PAIRS = 64


class _Side(Struct, frozen=True):
    """One side of a NEAR: alternatives in one kind of column, quoted.

    `words` are all tokens that they hold, or None where these are not known.
    """

    kind: str
    fields: Fields
    alternatives: tuple[str, ...]
    words: frozenset[str] | None


def near_match(node: nodes.Near, meaning: Meaning) -> str | None:
    """Return a `NEAR` that every hit of a node answers, or None.

    None for sentences and paragraphs (`w/s`, `w/p`), which are questions, see `questions`.
    """
    left, right = _side(node.left, meaning), _side(node.right, meaning)
    if left is None or right is None or not isinstance(node.reach, int):
        return None
    fields = tuple(field for field in left.fields if field in right.fields)
    number = len(left.alternatives) * len(right.alternatives)
    if left.kind != right.kind or not fields or not 0 < number <= _MOST_PAIRS:
        return None
    pairs = product(left.alternatives, right.alternatives)
    near = " OR ".join(f"NEAR({one} {other}, {node.reach - 1})" for one, other in pairs)
    return f"{columns(fields, left.kind)}({near})"


def is_near_exact(node: nodes.Near, meaning: Meaning) -> bool:
    """Return whether `near_match` finds hits only.

    For FTS5 one position may be both sides at once, and NEAR has no order.
    """
    left, right = _side(node.left, meaning), _side(node.right, meaning)
    if left is None or right is None or node.ordered:
        return False
    if left.words is None or right.words is None or left.words & right.words:
        return False
    return not (is_in_start(node.left) or is_in_start(node.right))


def place_match(node: nodes.Node, meaning: Meaning) -> str | None:
    """Return what finds the articles in which a node has a place, or None for what FTS5 cannot say.

    What is found within compounds only has no place.
    """
    side = _side(node, meaning)
    if side is None or not side.alternatives or any(map(is_in_start, nodes.walk(node))):
        return None
    return f"{columns(side.fields, side.kind)}({' OR '.join(side.alternatives)})"


def is_in_start(node: nodes.Node) -> bool:
    """Return whether a node is bound to the start of articles, which the index does not know."""
    return isinstance(node, nodes.In) and node.field == "start"


def _side(node: nodes.Node, meaning: Meaning) -> _Side | None:
    match node:
        case nodes.Term(words):
            return _known("stems", meaning.terms[words].rows)
        case nodes.Phrase(words) if words:
            return _known("forms", phrases(words))
        case nodes.Wild() | nodes.Similar():
            return _Side("forms", FIELDS, tuple(forms(node, meaning)), None)
        case nodes.In(field, word):
            side = _side(word, meaning)
            return side if side is None or field == "start" else replace(side, fields=(field,))
        case nodes.Or(several):
            return _merged([_side(part, meaning) for part in several])
        case _:
            return None


def _known(kind: str, alternatives: Sequence[tuple[str, ...]]) -> _Side:
    words = frozenset(word for row in alternatives for word in row)
    return _Side(kind, FIELDS, tuple(map(quoted, alternatives)), words)


def _merged(sides: Sequence[_Side | None]) -> _Side | None:
    """Return one side for several of the same kind and fields, else None."""
    known = [side for side in sides if side is not None]
    alike = {(side.kind, side.fields) for side in known}
    if len(alike) != 1 or len(known) < len(sides):
        return None
    words = None
    if all(side.words is not None for side in known):
        words = frozenset(word for side in known for word in side.words or ())
    kind, fields = alike.pop()
    return _Side(kind, fields, tuple(one for side in known for one in side.alternatives), words)
