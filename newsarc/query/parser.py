"""From what a user typed to nodes. Every text can be read; the parser never fails.

    query = or
    or    = and { ("OR" | "ODER" | "|") and }
    and   = not { ["AND" | "UND" | "&"] not }         side by side means AND
    not   = ["NOT" | "NICHT" | "-" | "!"] near
    near  = unit { ["NOT"] reach unit }               the smallest reach joins first
    reach = "w/5" | "/5" | "NEAR/5" | "NEAR" | "pre/5" | "ADJ/5" | "w/s" | "w/p"
    unit  = field ":" unit | "atleast3" "(" or ")" | "(" or ")" | phrase ["~5"] | chunk

Operators are written in capitals; in lower case they are words. What other programs call them is
in `newsarc.query.habits`. Notes say where the reading differs from the text. A chunk of several
words (`Nato-Osterweiterung`) is a term, its words side by side. This module reads AND, OR and NOT;
`newsarc.query.units` reads what they join.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.query.lexer import Kind
from newsarc.query.limits import Limits
from newsarc.query.nodes import And, Node, Not, Or, conjunction
from newsarc.query.notes import quoted_query
from newsarc.query.operands import joined
from newsarc.query.units import Units

if TYPE_CHECKING:
    from datetime import date

_DEFAULT_LIMITS = Limits()


class Parsed(Struct, frozen=True):
    """A query as it was read. `notes` are sentences on where it differs from what was written."""

    node: Node
    notes: tuple[str, ...]


def parse(text: str, today: date, limits: Limits = _DEFAULT_LIMITS) -> Parsed:
    """Read a query.

    `today` is the day from which `heute` and `7d` are counted. What exceeds the `limits` is
    left out, with a note. A text without a word to search for is read as the empty phrase,
    which matches nothing.
    """
    parser = _Parser(text, today, limits)
    node = parser.query()
    return Parsed(node, parser.notes.sentences())


class _Parser(Units):
    """A recursive-descent parser; the docstring of a method is its rule of the grammar."""

    def query(self) -> Node:
        """query = or"""
        nodes = []
        while self.position < len(self.tokens):
            node = self.either()
            if node is not None:
                nodes.append(node)
            if self.peek() is Kind.CLOSE:
                sentence = "a closing bracket without an opening one was left out"
                self.notes.add(sentence, self.advance().start)
        self.note_unsearchable()
        return conjunction(tuple(nodes)) if nodes else self.operators_as_words()

    def either(self) -> Node | None:
        """or = and { ("OR" | "ODER" | "|") and }"""
        sides = [self._and()]
        while self.peek() is Kind.OR:
            operator = self.advance()
            sides.append(self._and())
            if not sides[-1] or not sides[-2]:
                self.dangling("OR", operator)
        node = joined(Or, [joined(And, side) for side in sides])
        if isinstance(node, Or) and any(len(side) > 1 for side in sides):
            reads = " OR ".join(_bracketed(side) for side in sides if side)
            self.notes.add(f"AND binds tighter than OR, so this reads as: {quoted_query(reads)}")
        return node

    def _and(self) -> list[Node]:
        """and = not { ["AND" | "UND" | "&"] not }"""
        nodes: list[Node] = []
        while not self._and_ends():
            if self.peek() is Kind.AND:
                operator = self.advance()
                if not nodes or self.peek() in {None, Kind.OR, Kind.CLOSE, Kind.AND}:
                    self.dangling("AND", operator)
                continue
            node = self._not()
            if isinstance(node, And) and self.last().kind is not Kind.CLOSE:
                nodes += node.nodes  # an AND of pairs that are near each other, without brackets
            elif node is not None:
                nodes.append(node)
        return nodes

    def _and_ends(self) -> bool:
        """Skip closing brackets whose opening one was left out; return whether AND ends here."""
        while self.brackets_left_out and self.accept(Kind.CLOSE):
            self.brackets_left_out -= 1
        return self.peek() in {None, Kind.OR, Kind.CLOSE}

    def _not(self) -> Node | None:
        """not = ["NOT" | "NICHT" | "-" | "!"] near"""
        negations = []
        while self.peek() is Kind.NOT:
            negations.append(self.advance())
        node = self.near()
        if negations and node is None:
            self.dangling("NOT", negations[0])
        return Not(node) if node is not None and len(negations) % 2 else node


def _bracketed(side: list[Node]) -> str:
    return f"({And(tuple(side))})" if len(side) > 1 else str(side[0])
