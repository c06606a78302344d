"""What `w/5` and `atleast3` mean for operands that are more than one word or phrase."""

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

# Maximum number of pairs; `(a b c) w/5 (d e f)` has nine. With more of them, it means AND.
MOST_PAIRS = 64


def near(left: Node, right: Node, reach: Reach, *, ordered: bool) -> Node:
    """Return a node for two sides near each other; each pair, if a side has several words."""
    return _pairs(left, right, lambda one, other: Near(one, other, reach, ordered))


def apart(left: Node, right: Node, reach: Reach) -> Node:
    """Return a node for a left side without the right side near it."""
    return _pairs(left, right, lambda one, other: Apart(one, other, reach))


def both(left: Node, right: Node) -> Node:
    """Return a node for two sides that both occur, wherever they are."""
    return _flat(And, (left, right))


def in_a_row(nodes: Iterable[Node], reach: int = 1, *, ordered: bool = True) -> Node:
    """Join words by nearness from left to right. The default is side by side, in order."""
    first, *others = nodes
    for node in others:
        first = Near(first, node, reach, ordered)
    return first


def _pairs(left: Node, right: Node, join: Callable[[Node, Node], Node]) -> Node:
    """Join each word on the left with each on the right; a filter must only match."""
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
    """Return a node that counts each word or phrase. Filters and negations are not counted."""
    if placed(node):
        return AtLeast(times, node)
    match node:
        case And(nodes):
            return conjunction(tuple(at_least(times, part) for part in nodes))
        case Or(nodes):
            return Or(tuple(at_least(times, part) for part in nodes))
        case _:
            return node
