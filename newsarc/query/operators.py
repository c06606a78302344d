"""The nodes that combine others, and `Node`, the closed union of all that a query can say."""

from __future__ import annotations

from typing import Literal, assert_never

from msgspec import Struct

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

# A number of words, the same sentence ("s") or the same paragraph ("p").
Reach = int | Literal["s", "p"]

FARTHEST = 255
MOST_TIMES = 999


class All(Struct, frozen=True):
    """Every article."""

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return "*"


class Near(Struct, frozen=True):
    """Two things near each other in one field, neither of them inside the other.

    A reach of 5 allows at most four other words between them. If it is `ordered`, the left
    one comes first.
    """

    left: Node
    right: Node
    reach: Reach
    ordered: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a side that has no place in a text."""
        _demand_placed(self.left, self.right)

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return _written_near(self, f"{'pre' if self.ordered else 'w'}/{self.reach}")


class Apart(Struct, frozen=True):
    """A place of the left side without the right side within reach."""

    left: Node
    right: Node
    reach: Reach

    def __post_init__(self) -> None:
        """Raise ValueError for a side that has no place in a text."""
        _demand_placed(self.left, self.right)

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return _written_near(self, f"NOT w/{self.reach}")


class AtLeast(Struct, frozen=True):
    """Something that occurs at least `times` times in an article; `times` is 2 or more."""

    times: int
    node: Node

    def __post_init__(self) -> None:
        """Raise ValueError for a node that has no place in a text."""
        _demand_placed(self.node)

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"atleast{self.times}({self.node})"


class Not(Struct, frozen=True):
    """Every article that the node does not match."""

    node: Node

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return f"-{_unit(self.node)}"


class And(Struct, frozen=True):
    """Articles that all of two or more nodes match."""

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        """Raise ValueError for fewer than two nodes."""
        _demand_two(self.nodes)

    def __str__(self) -> str:
        """Return query text that parses to this node."""
        return _joined(" ", self.nodes, bare=Not)


class Or(Struct, frozen=True):
    """Articles that at least one of two or more nodes matches."""

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        """Raise ValueError for fewer than two nodes."""
        _demand_two(self.nodes)

    def __str__(self) -> str:
        """Return query text that parses to this node."""
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


def placed(node: Node) -> bool:
    """Return whether a node matches places in a text, so that it can be near something."""
    match node:
        case Term() | Phrase() | Loose() | Wild() | Similar() | In() | Near() | Apart():
            return True
        case Or(nodes):
            return all(map(placed, nodes))
        case All() | AtLeast() | Not() | And() | Filter():
            return False
        case _:
            assert_never(node)


def rank(reach: Reach) -> int:
    """Return a sort key for reaches. Of several in a row the smallest binds first."""
    return {"s": FARTHEST + 1, "p": FARTHEST + 2}.get(reach, 0) if isinstance(reach, str) else reach


def _demand_two(nodes: tuple[Node, ...]) -> None:
    if len(nodes) < 2:
        raise ValueError("this node joins two or more nodes")


def _demand_placed(*nodes: Node) -> None:
    if not all(map(placed, nodes)):
        raise ValueError("this node takes only nodes that have a place in a text")


def _written_near(node: Near | Apart, operator: str) -> str:
    """Write two sides, with brackets around a side that would otherwise be read differently."""
    left, right = node.left, node.right
    first = isinstance(left, (Near, Apart)) and rank(left.reach) <= rank(node.reach)
    second = isinstance(right, (Near, Apart)) and rank(right.reach) < rank(node.reach)
    return f"{_side(left, bare=first)} {operator} {_side(right, bare=second)}"


def _side(node: Node, *, bare: bool) -> str:
    return str(node) if bare or not isinstance(node, (Near, Apart, Or)) else f"({node})"


def _joined(separator: str, nodes: tuple[Node, ...], bare: type[Node]) -> str:
    """Write nodes with a separator; those that bind tighter need no brackets."""
    tighter = (Not, Near, Apart, bare)
    return separator.join(str(n) if isinstance(n, tighter) else _unit(n) for n in nodes)


def _unit(node: Node) -> str:
    return f"({node})" if isinstance(node, (Not, Near, Apart, And, Or)) else str(node)
