"""The closed set of things a query can say. Meaning nothing yet: stores give them meaning.

Nodes are frozen and compare by what they say. `str(node)` writes a query that reads back
as the same node. The leaves of a query know their `span` in the text they were read from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from newsarc.dates import BEGINNING, END, DateSpan

Span = tuple[int, int]


def _span() -> Span:
    return field(default=(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class All:
    """Every article."""

    def __str__(self) -> str:
        """Write it as a query."""
        return "*"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side in any of their inflected forms; mostly it is one word.

    The words are in lower case.
    """

    words: tuple[str, ...]
    span: Span = _span()

    def __post_init__(self) -> None:
        """Refuse a term without words."""
        if not self.words:
            raise ValueError("a term has words")

    def __str__(self) -> str:
        """Write it as a query."""
        return "-".join(self.words)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side in exactly this form, case and diacritics aside.

    The words are in lower case. A phrase of no words is found nowhere.
    """

    words: tuple[str, ...]
    span: Span = _span()

    def __str__(self) -> str:
        """Write it as a query."""
        return f'"{" ".join(self.words)}"'


@dataclass(frozen=True, slots=True)
class Source:
    """The medium, by its folded name."""

    name: str
    span: Span = _span()

    def __str__(self) -> str:
        """Write it as a query."""
        return f'source:"{self.name}"'


@dataclass(frozen=True, slots=True)
class Language:
    """The language, by its ISO 639-1 code."""

    code: str
    span: Span = _span()

    def __str__(self) -> str:
        """Write it as a query."""
        return f"lang:{self.code}"


@dataclass(frozen=True, slots=True)
class Published:
    """A date of publication that may lie in a span of time; undated articles never do."""

    when: DateSpan
    span: Span = _span()

    def __str__(self) -> str:
        """Write it as a query."""
        first, last = (moment.isoformat(timespec="minutes") for moment in self.when)
        first = "" if self.when.first == BEGINNING else first.removesuffix("T00:00")
        last = "" if self.when.last == END else last.removesuffix("T23:59")
        return f"date:{first}..{last}"


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that the node does not say."""

    node: Node

    def __str__(self) -> str:
        """Write it as a query."""
        return f"-{_unit(self.node)}"


@dataclass(frozen=True, slots=True)
class And:
    """What all of two or more nodes say."""

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        """Refuse a lone node."""
        _demand_two(self.nodes)

    def __str__(self) -> str:
        """Write it as a query."""
        return _joined(" ", self.nodes, bare=Not)


@dataclass(frozen=True, slots=True)
class Or:
    """What at least one of two or more nodes says."""

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        """Refuse a lone node."""
        _demand_two(self.nodes)

    def __str__(self) -> str:
        """Write it as a query."""
        return _joined(" OR ", self.nodes, bare=And)


Node = All | Term | Phrase | Source | Language | Published | Not | And | Or


def _demand_two(nodes: tuple[Node, ...]) -> None:
    if len(nodes) < len(("one", "another")):
        raise ValueError("this node joins two or more")


def _joined(separator: str, nodes: tuple[Node, ...], bare: type[Node]) -> str:
    """Join nodes; those that bind tighter than the separator stand bare."""
    return separator.join(str(n) if isinstance(n, (Not, bare)) else _unit(n) for n in nodes)


def _unit(node: Node) -> str:
    return f"({node})" if isinstance(node, (Not, And, Or)) else str(node)


def conjunction(nodes: tuple[Node, ...]) -> Node:
    """Join any number of nodes by AND; none of them say everything."""
    match nodes:
        case ():
            return All()
        case (node,):
            return node
        case _:
            return And(nodes)


def sought(node: Node) -> tuple[Term | Phrase, ...]:
    """List the words and phrases that a hit should show, in the order of the query."""
    match node:
        case Term() | Phrase():
            return (node,) if node.words else ()
        case And() | Or():
            return tuple(word for child in node.nodes for word in sought(child))
        case All() | Source() | Language() | Published() | Not():
            return ()
        case _:
            assert_never(node)
