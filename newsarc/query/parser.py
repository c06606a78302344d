"""From what a user typed to nodes. Every text can be read; the parser never fails.

    query = or
    or    = and { ("OR" | "ODER" | "|") and }
    and   = not { ["AND" | "UND" | "&"] not }         side by side means AND
    not   = ["NOT" | "NICHT" | "-"] near
    near  = unit { ["NOT"] reach unit }               the smallest reach joins first
    reach = "w/5" | "/5" | "NEAR/5" | "NEAR" | "pre/5" | "ADJ/5" | "w/s" | "w/p"
    unit  = field ":" unit | "atleast3" "(" or ")" | "(" or ")" | phrase ["~5"] | chunk

Operators are written in capitals; in lower case they are words. Notes say where the reading
differs from the text. A chunk of several words (`Nato-Osterweiterung`) is a term, its words
side by side. This module reads operators and brackets; `newsarc.query.operands` reads what
they join.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.query import nearness
from newsarc.query.fields import TEXT_FIELDS, field_named
from newsarc.query.lexer import Kind
from newsarc.query.limits import Limits
from newsarc.query.nodes import (
    FARTHEST,
    MOST_TIMES,
    And,
    Node,
    Not,
    Or,
    Reach,
    conjunction,
    placed,
    rank,
    sought,
)
from newsarc.query.notes import quoted, quoted_query
from newsarc.query.operands import VALUES, Operands, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_DEFAULT_LIMITS = Limits()
_DEFAULT_REACH = 10


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


class _Operator(Struct, frozen=True):
    """An operator of nearness, and its text as notes show it."""

    text: str
    reach: Reach
    ordered: bool
    negated: bool


class _Parser(Operands):
    """A recursive-descent parser; the docstring of a method is its rule of the grammar."""

    def __init__(self, text: str, today: date, limits: Limits) -> None:
        super().__init__(text, today, limits)
        self.depth = 0
        self.brackets_left_out = 0

    def query(self) -> Node:
        """query = or"""
        nodes = []
        while self.position < len(self.tokens):
            node = self._or()
            if node is not None:
                nodes.append(node)
            if self.peek() is Kind.CLOSE:
                sentence = "a closing bracket without an opening one was left out"
                self.notes.add(sentence, self.advance().start)
        self.note_unsearchable()
        return conjunction(tuple(nodes)) if nodes else self.operators_as_words()

    def _or(self) -> Node | None:
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
            self._suggest_capitals(nodes)
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

    def _suggest_capitals(self, before: Sequence[Node]) -> None:
        """Note that `or` between two words is a word too."""
        token = self.tokens[self.position]
        is_last = self.position + 1 == len(self.tokens)
        if before and not is_last and token.kind is Kind.CHUNK and token.text in {"oder", "or"}:
            word = token.text
            sentence = f"{word} was searched as a word; to search for either side write"
            self.notes.add(f"{sentence} {word.upper()}", token.start)

    def _not(self) -> Node | None:
        """not = ["NOT" | "NICHT" | "-"] near"""
        negations = []
        while self.peek() is Kind.NOT:
            negations.append(self.advance())
        node = self._near()
        if negations and node is None:
            self.dangling("NOT", negations[0])
        return Not(node) if node is not None and len(negations) % 2 else node

    def _near(self) -> Node | None:
        """near = unit { ["NOT"] reach unit }"""
        while operator := self._operator():
            self.dangling(operator.text, self.last())
        operands = [self._unit()]
        operators: list[_Operator] = []
        while operator := self._operator():
            token = self.last()
            if self._exceeds_limits(operators):
                why = "there are too many operators like it"
                self.notes.add(f"{operator.text} was read as AND, as {why}", token.start)
                break
            node = self._unit()
            if node is None or operands == [None]:
                self.dangling(operator.text, token)
                operands = [node] if operands == [None] else operands
            else:
                operands.append(node)
                operators.append(operator)
        return self._smallest_reach_first(operands, operators)

    def _exceeds_limits(self, operators: Sequence[_Operator]) -> bool:
        """Return whether one more operator of nearness would exceed the limits."""
        too_long = len(operators) == self.limits.nearness_chain
        return too_long or self.depth > self.limits.nearness_depth

    def _operator(self) -> _Operator | None:
        """reach = "w/5" | "/5" | "NEAR/5" | "NEAR" | "pre/5" | "ADJ/5" | "w/s" | "w/p"."""
        following = self.tokens[self.position + 1 : self.position + 2]
        negated = self.peek() is Kind.NOT and bool(following) and following[0].kind is Kind.NEAR
        if self.peek() is not Kind.NEAR and not negated:
            return None
        self.position += negated
        token = self.advance()
        name, slash, number = token.text.lower().partition("/")
        ordered = name in {"pre", "adj"} and not negated
        text = f"NOT {token.text}" if negated else token.text
        if number in {"s", "p"}:
            return _Operator(text, "s" if number == "s" else "p", ordered, negated)
        wanted = int(number[:9]) if slash else _DEFAULT_REACH
        reach = min(max(wanted, 1), FARTHEST)
        if reach != wanted:
            self.notes.add(f"{quoted(token.text)} was read as {name}/{reach}")
        return _Operator(quoted(text), reach, ordered, negated)

    def _smallest_reach_first(
        self, operands: list[Node | None], operators: list[_Operator]
    ) -> Node | None:
        """Join operands, those with the smallest reach first, from left to right."""
        nodes = [node for node in operands if node is not None]
        while operators:
            at = min(range(len(operators)), key=lambda place: rank(operators[place].reach))
            nodes[at : at + 2] = [self._joined(nodes[at], nodes[at + 1], operators.pop(at))]
        return nodes[0] if nodes else None

    def _joined(self, left: Node, right: Node, operator: _Operator) -> Node:
        """Join two sides by nearness: each pair if a side is more than a word or a phrase."""
        if operator.negated:
            node = nearness.apart(left, right, operator.reach)
        else:
            node = nearness.near(left, right, operator.reach, ordered=operator.ordered)
        if placed(left) and placed(right):
            return node
        repeated = len(sought(node)) - len(sought(left)) - len(sought(right))
        if self.words_left < repeated:
            node = nearness.both(left, right)
        else:
            self.words_left -= max(repeated, 0)
        sentence = f"{operator.text} joins single words or phrases, so this reads as:"
        self.notes.add(f"{sentence} {quoted_query(str(node))}")
        return node

    def _unit(self) -> Node | None:
        """unit = field ":" unit | "atleast3" "(" or ")" | "(" or ")" | phrase ["~5"] | chunk"""
        match self.peek():
            case Kind.FIELD:
                return self._field()
            case Kind.TIMES:
                return self._times()
            case Kind.OPEN:
                return self._brackets()
            case Kind.PHRASE | Kind.CHUNK | Kind.RANGE:
                return self.value(self.advance())
            case _:
                return None

    def _field(self) -> Node | None:
        """field ":" unit"""
        token = self.advance()
        name = field_named(token.text)
        if name is None:
            return self.unknown_field(token)
        following = self.peek()
        if following in {Kind.OPEN, Kind.TIMES} or (name in TEXT_FIELDS and following in VALUES):
            with self._within(name):
                return self.chunk(self.advance()) if following is Kind.NEAR else self._unit()
        if following not in VALUES:
            self.notes.add(f"{quoted(token.text)}: takes a word or a phrase; searched as a word")
            return self.words(token)
        value = self.advance()
        return self.field_values(name, value, (token.start, value.end), token.text)

    @contextmanager
    def _within(self, field: str) -> Iterator[None]:
        outer, self.field = self.field, field
        yield
        self.field = outer

    def _times(self) -> Node | None:
        """unit = "atleast3" "(" or ")"."""
        token = self.advance()
        wanted = int(token.text[:9])
        times = min(max(wanted, 1), MOST_TIMES)
        if times != wanted:
            self.notes.add(f"atleast{quoted(token.text)} was read as atleast{times}")
        node = self._brackets()
        if node is None or times == 1:
            return node
        counted = nearness.at_least(times, node)
        if not placed(node):
            sentence = "atleast counts single words or phrases, so this reads as:"
            self.notes.add(f"{sentence} {quoted_query(str(counted))}")
        return counted

    def _brackets(self) -> Node | None:
        """unit = "(" or ")"."""
        opening = self.advance()
        deepest = self.limits.bracket_depth
        if self.depth == deepest:
            self.notes.add(f"brackets more than {deepest} deep were left out", opening.start)
            self.brackets_left_out += 1
            return None
        self.depth += 1
        node = self._or()
        self.depth -= 1
        if not self.accept(Kind.CLOSE):
            self.notes.add("a missing closing bracket was added at the end", self.end)
        return node


def _bracketed(side: list[Node]) -> str:
    return f"({And(tuple(side))})" if len(side) > 1 else str(side[0])
