"""How operators of nearness read what they join, where that is more than single things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.query.nodes import (
    And,
    Apart,
    AtLeast,
    Near,
    Node,
    Not,
    Or,
    Reach,
    conjunction,
    placed,
    sought,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Of `(a b c) w/5 (d e f)` each pair is meant; so many are the most.
MOST_PAIRS = 64


def near(left: Node, right: Node, reach: Reach, *, ordered: bool) -> Node:
    """Read two sides that stand near each other."""
    return _pairs(left, right, lambda one, other: Near(one, other, reach, ordered))


def apart(left: Node, right: Node, reach: Reach) -> Node:
    """Read a left side that the right one does not stand near."""
    return _pairs(left, right, lambda one, other: Apart(one, other, reach))


def both(left: Node, right: Node) -> Node:
    """Demand two sides, wherever they stand."""
    return _flat(And, (left, right))


def in_a_row(nodes: Iterable[Node], reach: int = 1, *, ordered: bool = True) -> Node:
    """Join words that stand side by side, or so near each other, one after the other."""
    first, *others = nodes
    for node in others:
        first = Near(first, node, reach, ordered)
    return first


def _pairs(left: Node, right: Node, join: Callable[[Node, Node], Node]) -> Node:
    """Join each thing on the left with each on the right; what has no place is only demanded."""
    if placed(left) and placed(right):
        return join(left, right)
    if len(sought(left)) * len(sought(right)) > MOST_PAIRS:
        return both(left, right)
    if placed(left):
        return _over(right, lambda part: _pairs(left, part, join), left)
    return _over(left, lambda part: _pairs(part, right, join), right)


def _over(node: Node, joined: Callable[[Node], Node], other: Node) -> Node:
    match node:
        case And(nodes):
            return _flat(And, tuple(map(joined, nodes)))
        case Or(nodes):
            return _flat(Or, tuple(map(joined, nodes)))
        case Not(inner):
            return Not(joined(inner))
        case _:
            return both(node, other)


def _flat(join: type[And | Or], nodes: Iterable[Node]) -> Node:
    flat: list[Node] = []
    for node in nodes:
        flat += node.nodes if isinstance(node, join) else (node,)
    return join(tuple(flat))


def at_least(times: int, node: Node) -> Node:
    """Count each thing; what has no place, or is not wanted, is not counted."""
    if placed(node):
        return AtLeast(times, node)
    match node:
        case And(nodes):
            return conjunction(tuple(at_least(times, part) for part in nodes))
        case Or(nodes):
            return Or(tuple(at_least(times, part) for part in nodes))
        case _:
            return node
