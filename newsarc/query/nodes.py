"""The closed set of things a query can say. Meaning nothing yet: stores give them meaning.

Nodes are frozen and compare by what they say. `str(node)` writes a query that reads back
as the same node. The leaves of a query know their `span` in the text they were read from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never

from newsarc.query.filters import (
    Added,
    Address,
    Filter,
    Has,
    Id,
    Label,
    Language,
    Length,
    Published,
    Source,
    Truncated,
    Updated,
)
from newsarc.query.words import In, Loose, Phrase, Similar, Term, Wild
from newsarc.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator

# So many words apart at most, or in one sentence, or in one paragraph.
Reach = int | Literal["s", "p"]

FARTHEST = 255
MOST_TIMES = 999


@value
class All:
    """Every article."""

    def __str__(self) -> str:
        """Write it as a query."""
        return "*"


@value
class Near:
    """Two things that stand near each other in one field, neither within the other.

    Within a reach of 5 are at most four other words between them; where it is `ordered`,
    the left one comes first.
    """

    left: Node
    right: Node
    reach: Reach
    ordered: bool = False

    def __post_init__(self) -> None:
        """Refuse sides that have no place in a text."""
        _demand_placed(self.left, self.right)

    def __str__(self) -> str:
        """Write it as a query."""
        return _written_near(self, f"{'pre' if self.ordered else 'w'}/{self.reach}")


@value
class Apart:
    """A place of the left one that has no place of the right one within reach."""

    left: Node
    right: Node
    reach: Reach

    def __post_init__(self) -> None:
        """Refuse sides that have no place in a text."""
        _demand_placed(self.left, self.right)

    def __str__(self) -> str:
        """Write it as a query."""
        return _written_near(self, f"NOT w/{self.reach}")


@value
class AtLeast:
    """Something that stands in so many places at least; two, or more."""

    times: int
    node: Node

    def __post_init__(self) -> None:
        """Refuse what has no place in a text."""
        _demand_placed(self.node)

    def __str__(self) -> str:
        """Write it as a query."""
        return f"atleast{self.times}({self.node})"


@value
class Not:
    """Everything that the node does not say."""

    node: Node

    def __str__(self) -> str:
        """Write it as a query."""
        return f"-{_unit(self.node)}"


@value
class And:
    """What all of two or more nodes say."""

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        """Refuse a lone node."""
        _demand_two(self.nodes)

    def __str__(self) -> str:
        """Write it as a query."""
        return _joined(" ", self.nodes, bare=Not)


@value
class Or:
    """What at least one of two or more nodes says."""

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        """Refuse a lone node."""
        _demand_two(self.nodes)

    def __str__(self) -> str:
        """Write it as a query."""
        return _joined(" OR ", self.nodes, bare=And)


Node = (
    All
    | Term
    | Phrase
    | Loose
    | Wild
    | Similar
    | In
    | Near
    | Apart
    | AtLeast
    | Source
    | Language
    | Label
    | Address
    | Id
    | Length
    | Has
    | Truncated
    | Published
    | Updated
    | Added
    | Not
    | And
    | Or
)
Sought = Term | Phrase | Loose | Wild | Similar | In


def placed(node: Node) -> bool:
    """Tell whether what a node says stands at places of a text, so that it can be near others."""
    match node:
        case Term() | Phrase() | Loose() | Wild() | Similar() | In() | Near() | Apart():
            return True
        case Or(nodes):
            return all(map(placed, nodes))
        case All() | AtLeast() | Not() | And() | Filter():
            return False
        case _:
            assert_never(node)


def children(node: Node) -> tuple[Node, ...]:
    """Give the nodes that a node is directly made of."""
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
    """Give a node and all that it is made of, in the order of the query."""
    yield node
    for child in children(node):
        yield from walk(child)


def leaves(node: Node) -> Iterator[Node]:
    """Give a node and all that it is made of; words in a field without their field."""
    return (part.word if isinstance(part, In) else part for part in walk(node))


def sought(node: Node) -> tuple[Sought, ...]:
    """List the words that a hit should show, in the order of the query."""
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
    """Join any number of nodes by AND; none of them say everything."""
    match nodes:
        case ():
            return All()
        case (node,):
            return node
        case _:
            return And(nodes)


def conjuncts(node: Node) -> tuple[Node, ...]:
    """Give the nodes that AND joins to a node: itself where it joins none."""
    return node.nodes if isinstance(node, And) else (node,)


def rank(reach: Reach) -> int:
    """Order reaches: of several operators in a row the one that reaches least binds first."""
    return {"s": FARTHEST + 1, "p": FARTHEST + 2}.get(reach, 0) if isinstance(reach, str) else reach


def _demand_two(nodes: tuple[Node, ...]) -> None:
    if len(nodes) < len(("one", "another")):
        raise ValueError("this node joins two or more")


def _demand_placed(*nodes: Node) -> None:
    if not all(map(placed, nodes)):
        raise ValueError("this node is about what has a place in a text")


def _written_near(node: Near | Apart, operator: str) -> str:
    """Join two sides; what binds tighter, or as tight and comes first, stands bare."""
    left, right = node.left, node.right
    first = isinstance(left, (Near, Apart)) and rank(left.reach) <= rank(node.reach)
    second = isinstance(right, (Near, Apart)) and rank(right.reach) < rank(node.reach)
    return f"{_side(left, bare=first)} {operator} {_side(right, bare=second)}"


def _side(node: Node, *, bare: bool) -> str:
    return str(node) if bare or not isinstance(node, (Near, Apart, Or)) else f"({node})"


def _joined(separator: str, nodes: tuple[Node, ...], bare: type[Node]) -> str:
    """Join nodes; those that bind tighter than the separator stand bare."""
    tighter = (Not, Near, Apart, bare)
    return separator.join(str(n) if isinstance(n, tighter) else _unit(n) for n in nodes)


def _unit(node: Node) -> str:
    return f"({node})" if isinstance(node, (Not, Near, Apart, And, Or)) else str(node)
