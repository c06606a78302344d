"""Units of a query, and the operators of nearness that join them.

See `newsarc.query.parser` for the grammar; `newsarc.query.operands` reads words and values.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.query import nearness
from newsarc.query.lexer import Kind
from newsarc.query.names import DATES, TEXT_FIELDS, field_named
from newsarc.query.nodes import FARTHEST, MOST_TIMES, Node, Reach, placed, rank, sought
from newsarc.query.notes import quoted, quoted_query
from newsarc.query.operands import VALUES, Operands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from newsarc.query.limits import Limits

_DEFAULT_REACH = 10


class _Operator(Struct, frozen=True):
    """An operator of nearness, and its text as notes show it."""

    text: str
    reach: Reach
    ordered: bool
    negated: bool


class Units(Operands):
    """The part of the parser that reads units; a docstring is its rule of the grammar."""

    def __init__(self, text: str, today: date, limits: Limits) -> None:
        """Start before the first token, outside of any brackets."""
        super().__init__(text, today, limits)
        self.depth = 0
        self.brackets_left_out = 0

    def either(self) -> Node | None:
        """Read what brackets hold: anything at all. The parser knows the rule."""
        raise NotImplementedError

    def near(self) -> Node | None:
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
        value = self.whole_date(name, self.advance()) if name in DATES else self.advance()
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
        node = self.either()
        self.depth -= 1
        if not self.accept(Kind.CLOSE):
            self.notes.add("a missing closing bracket was added at the end", self.end)
        return node
