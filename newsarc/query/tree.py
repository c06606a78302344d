"""Walking a query and joining queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.query.filters import Filter
from newsarc.query.operators import All, And, Apart, AtLeast, Near, Node, Not, Or
from newsarc.query.words import In, Loose, Phrase, Similar, Term, Wild

if TYPE_CHECKING:
    from collections.abc import Iterator

# The nodes that a hit shows marks for.
Sought = Term | Phrase | Loose | Wild | Similar | In


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly below a node, in the order of the query."""
    match node:
        case Near(left, right) | Apart(left, right):
            return left, right
        case AtLeast(_, inner) | Not(inner):
            return (inner,)
        case And(nodes) | Or(nodes):
            return nodes
        case All() | Term() | Phrase() | Loose() | Wild() | Similar() | In() | Filter():
            return ()
        case _:
            assert_never(node)


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all nodes below it, in the order of the query."""
    yield node
    for child in children(node):
        yield from walk(child)


def leaves(node: Node) -> Iterator[Node]:
    """Yield what `walk` yields, with the bare word in place of each `In`."""
    return (part.word if isinstance(part, In) else part for part in walk(node))


def sought(node: Node) -> tuple[Sought, ...]:
    """Return the words that a hit should show, in the order of the query.

    Negated words are not among them.
    """
    match node:
        case Term() | Phrase() | Loose() | Wild() | Similar() | In():
            return () if node == Phrase(()) else (node,)
        case Apart(left, _):
            return sought(left)
        case Not():
            return ()
        case _:
            return tuple(leaf for child in children(node) for leaf in sought(child))


def conjunction(nodes: tuple[Node, ...]) -> Node:
    """Join any number of nodes by AND. Without nodes, the result matches every article."""
    match nodes:
        case ():
            return All()
        case (node,):
            return node
        case _:
            return And(nodes)


def disjunction(nodes: tuple[Node, ...]) -> Node:
    """Join one or more nodes by OR."""
    return Or(nodes) if len(nodes) > 1 else nodes[0]


def conjuncts(node: Node) -> tuple[Node, ...]:
    """Return the nodes that AND joins; a node that is no AND is returned alone."""
    return node.nodes if isinstance(node, And) else (node,)
