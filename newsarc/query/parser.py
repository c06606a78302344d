"""From what a user typed to nodes. Total: every string has a reading.

    query = or
    or    = and { ("OR" | "ODER" | "|") and }
    and   = not { ["AND" | "UND" | "&"] not }         side by side means AND
    not   = ["NOT" | "NICHT" | "-"] near
    near  = unit { ["NOT"] reach unit }               the smallest reach joins first
    reach = "w/5" | "/5" | "NEAR/5" | "NEAR" | "pre/5" | "ADJ/5" | "w/s" | "w/p"
    unit  = field ":" unit | "atleast3" "(" or ")" | "(" or ")" | phrase ["~5"] | chunk

Operators are written in capitals; in lower case they are words. What had to be mended to
read a text is told in notes. A chunk of several words (`Nato-Osterweiterung`) is a term in
which they stand side by side; see `newsarc.query.chunks`, and `newsarc.query.fields` for
the values of fields.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from newsarc.patterns import pattern
from newsarc.query import nearness
from newsarc.query.chunks import Chunk, read_chunk, read_phrase
from newsarc.query.cursor import Cursor
from newsarc.query.fields import (
    DATES,
    GLOBBED,
    TEXT_FIELDS,
    field_like,
    field_named,
    values,
)
from newsarc.query.lexer import Kind, Token
from newsarc.query.nodes import (
    FARTHEST,
    MOST_TIMES,
    All,
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
from newsarc.query.notes import Notes, quoted, reading
from newsarc.query.words import In, Phrase, Word
from newsarc.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

# FTS5 gives up on brackets some thirty deep.
_DEEPEST = 16
_DEEPEST_NEAR = 8
_LONGEST_CHAIN = 16

_USUAL_REACH = 10
_VALUES = {Kind.CHUNK, Kind.PHRASE, Kind.RANGE, Kind.NEAR}
_NO_WILDCARDS = {ord("*"): " ", ord("?"): " "}
_SLASHED = pattern(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}")


class Parsed(NamedTuple):
    """A query as it was understood, and what was mended, a sentence each."""

    node: Node
    notes: tuple[str, ...]


def parse(text: str, today: date) -> Parsed:
    """Read a query; `today` is what `heute` and `7d` are counted from.

    A text without a word to search for reads as the empty phrase, which is found nowhere.
    """
    reading = _Reading(text, today)
    node = reading.query()
    return Parsed(node, reading.notes.sentences())


@value
class _Operator:
    """An operator of nearness as it was read."""

    text: str
    reach: Reach
    ordered: bool
    negated: bool


class _Reading(Cursor):
    """One text being read."""

    def __init__(self, text: str, today: date) -> None:
        super().__init__(text)
        self.today = today
        self.depth = 0
        self.field: str | None = None
        self.brackets_left_out = 0
        self.unsearchable: list[str] = []

    def query(self) -> Node:
        """query = or"""
        nodes = []
        while self.place < len(self.tokens):
            node = self._or()
            if node is not None:
                nodes.append(node)
            if self.next() is Kind.CLOSE:
                sentence = "a closing bracket without an opening one was left out"
                self.notes.tell(sentence, self.read().start)
        if self.unsearchable:
            signs = ", ".join(self.unsearchable[:3]) + (" …" if self.unsearchable[3:] else "")
            has, was = ("have", "were") if self.unsearchable[1:] else ("has", "was")
            self.notes.tell(f"{signs} {has} no letter or digit and {was} left out")
        return conjunction(tuple(nodes)) if nodes else self._as_words()

    def _or(self) -> Node | None:
        """or = and { ("OR" | "ODER" | "|") and }"""
        sides = [self._and()]
        while self.next() is Kind.OR:
            operator = self.read()
            sides.append(self._and())
            if not sides[-1] or not sides[-2]:
                self.dangling("OR", operator)
        node = _joined(Or, [_joined(And, side) for side in sides])
        if isinstance(node, Or) and any(len(side) > 1 for side in sides):
            reads = " OR ".join(_bracketed(side) for side in sides if side)
            self.notes.tell(f"AND binds tighter than OR, so this reads as: {reading(reads)}")
        return node

    def _and(self) -> list[Node]:
        """and = not { ["AND" | "UND" | "&"] not }"""
        nodes: list[Node] = []
        while not self._closes():
            if self.next() is Kind.AND:
                operator = self.read()
                if not nodes or self.next() in {None, Kind.OR, Kind.CLOSE, Kind.AND}:
                    self.dangling("AND", operator)
                continue
            self._hint_at_capitals(nodes)
            node = self._not()
            if isinstance(node, And) and self.tokens[self.place - 1].kind is not Kind.CLOSE:
                nodes += node.nodes  # of operators of nearness, not of brackets
            elif node is not None:
                nodes.append(node)
        return nodes

    def _closes(self) -> bool:
        """Tell a closing bracket from one whose opening one was left out."""
        while self.brackets_left_out and self.take(Kind.CLOSE):
            self.brackets_left_out -= 1
        return self.next() in {None, Kind.OR, Kind.CLOSE}

    def _hint_at_capitals(self, before: Sequence[Node]) -> None:
        token = self.tokens[self.place]
        last = self.place + 1 == len(self.tokens)
        if before and not last and token.kind is Kind.CHUNK and token.text in {"oder", "or"}:
            sentence = f"{token.text} is a word like others; for either of two write"
            self.notes.tell(f"{sentence} {token.text.upper()}", token.start)

    def _not(self) -> Node | None:
        """not = ["NOT" | "NICHT" | "-"] near"""
        negations = []
        while self.next() is Kind.NOT:
            negations.append(self.read())
        node = self._near()
        if negations and node is None:
            self.dangling("NOT", negations[0])
        return Not(node) if node is not None and len(negations) % 2 else node

    def _near(self) -> Node | None:
        """near = unit { ["NOT"] reach unit }"""
        while operator := self._operator():
            self.dangling(operator.text, self.tokens[self.place - 1])
        operands = [self._unit()]
        operators: list[_Operator] = []
        while operator := self._operator():
            token = self.tokens[self.place - 1]
            if len(operators) == _LONGEST_CHAIN or self.depth > _DEEPEST_NEAR:
                self.notes.tell(f"{operator.text} among so many is read as AND", token.start)
                break
            node = self._unit()
            if node is None or operands == [None]:
                self.dangling(operator.text, token)
                operands = [node] if operands == [None] else operands
            else:
                operands.append(node)
                operators.append(operator)
        return self._climbed(operands, operators)

    def _operator(self) -> _Operator | None:
        """reach = "w/5" | "/5" | "NEAR/5" | "NEAR" | "pre/5" | "ADJ/5" | "w/s" | "w/p"."""
        behind = self.tokens[self.place + 1 : self.place + 2]
        negated = self.next() is Kind.NOT and bool(behind) and behind[0].kind is Kind.NEAR
        if self.next() is not Kind.NEAR and not negated:
            return None
        self.place += negated
        token = self.read()
        name, slash, number = token.text.lower().partition("/")
        ordered = name in {"pre", "adj"} and not negated
        text = f"NOT {token.text}" if negated else token.text
        if number in {"s", "p"}:
            return _Operator(text, "s" if number == "s" else "p", ordered, negated)
        wanted = int(number[:9]) if slash else _USUAL_REACH
        reach = min(max(wanted, 1), FARTHEST)
        if reach != wanted:
            self.notes.tell(f"{quoted(token.text)} was read as {name}/{reach}")
        return _Operator(quoted(text), reach, ordered, negated)

    def _climbed(self, operands: list[Node | None], operators: list[_Operator]) -> Node | None:
        """Join operands, the smallest reach first."""
        nodes = [node for node in operands if node is not None]
        while operators:
            at = min(range(len(operators)), key=lambda place: rank(operators[place].reach))
            nodes[at : at + 2] = [self._joined(nodes[at], nodes[at + 1], operators.pop(at))]
        return nodes[0] if nodes else None

    def _joined(self, left: Node, right: Node, operator: _Operator) -> Node:
        if operator.negated:
            node = nearness.apart(left, right, operator.reach)
        else:
            node = nearness.near(left, right, operator.reach, ordered=operator.ordered)
        if not (placed(left) and placed(right)):
            doubled = len(sought(node)) - len(sought(left)) - len(sought(right))
            if self.words_left < doubled:
                node = nearness.both(left, right)
            else:
                self.words_left -= max(doubled, 0)
            sentence = (
                f"{operator.text} joins single things, so this reads as: {reading(str(node))}"
            )
            self.notes.tell(sentence)
        return node

    def _unit(self) -> Node | None:
        """unit = field ":" unit | "atleast3" "(" or ")" | "(" or ")" | phrase ["~5"] | chunk"""
        match self.next():
            case Kind.FIELD:
                return self._in_field()
            case Kind.TIMES:
                return self._times()
            case Kind.OPEN:
                return self._brackets()
            case Kind.PHRASE | Kind.CHUNK | Kind.RANGE:
                return self._value(self.read())
            case _:
                return None

    def _value(self, token: Token) -> Node | None:
        """Read a phrase or a chunk: words, or the value of the field that it stands in."""
        if self.field is not None and self.field not in TEXT_FIELDS:
            return self._values(self.field, token, (token.start, token.end))
        if token.kind is Kind.PHRASE:
            return self._phrase(token)
        return self._chunk(token)

    def _in_field(self) -> Node | None:
        """field ":" unit"""
        token = self.read()
        name = field_named(token.text)
        if name is None:
            return self._unknown_field(token)
        following = self.next()
        if following in {Kind.OPEN, Kind.TIMES} or (name in TEXT_FIELDS and following in _VALUES):
            with self._within(name):
                return self._near_value() if following is Kind.NEAR else self._unit()
        if following not in _VALUES:
            self.notes.tell(f"{quoted(token.text)}: takes a word or a phrase; searched as a word")
            return self._term(token)
        value = self.read()
        return self._values(name, value, (token.start, value.end), token.text)

    def _near_value(self) -> Node | None:
        return self._chunk(self.read())

    @contextmanager
    def _within(self, field: str) -> Iterator[None]:
        outer, self.field = self.field, field
        yield
        self.field = outer

    def _values(
        self, field: str, value: Token, span: tuple[int, int], written: str | None = None
    ) -> Node | None:
        """Give the node of a field's value, or of a list of them."""
        name = field if written is None else written
        listed = value.kind is not Kind.PHRASE
        found = values(field, value.text, span, self.today, listed=listed)
        if found is None:
            return self._misread(field, name, value, span)
        if field not in GLOBBED and {"*", "?"} & {*value.text}:
            self.notes.tell(f"{quoted(name)}: knows no wildcards; they were left out")
        return _joined(Or, found[: self.spend(len(found))])

    def _misread(self, field: str, name: str, value: Token, span: tuple[int, int]) -> Node | None:
        written = quoted(f"{name}:{value.text}")
        why = "was not understood"
        if field in DATES and _SLASHED.fullmatch(value.text.strip()):
            why = "has no certain order; write 1.2.2022 or 2022-02-01"
        self.notes.tell(f"{written} {why}; searched as words")
        return self._term(Token(Kind.CHUNK, f"{name} {value.text}", *span))

    def _unknown_field(self, token: Token) -> Node | None:
        """Read a word with a colon that is no field: an address, a time, a quotation."""
        value = self.read() if self.next() in _VALUES else None
        text = value.text.translate(_NO_WILDCARDS) if value else ""
        if text.casefold() in {"in", "innen"} and value and value.kind is Kind.CHUNK:
            return self._term(token)  # "Lehrer:innen"
        name = quoted(token.text)
        like = field_like(token.text)
        mean = f"did you mean {like}:? It" if like else f"{quoted(f'{token.text}:{text}')}"
        if not text.startswith("//"):
            self.notes.tell(f"{name}: is no field; {mean} was searched as words")
        end = value.end if value else token.end
        return self._term(Token(Kind.CHUNK, f"{token.text} {text}", token.start, end))

    def _times(self) -> Node | None:
        """unit = "atleast3" "(" or ")"."""
        token = self.read()
        wanted = int(token.text[:9])
        times = min(max(wanted, 1), MOST_TIMES)
        if times != wanted:
            self.notes.tell(f"atleast{quoted(token.text)} was read as atleast{times}")
        node = self._brackets()
        if node is None or times == 1:
            return node
        counted = nearness.at_least(times, node)
        if not placed(node):
            sentence = f"atleast counts single things, so this reads as: {reading(str(counted))}"
            self.notes.tell(sentence)
        return counted

    def _brackets(self) -> Node | None:
        opening = self.read()
        if self.depth == _DEEPEST:
            self.notes.tell(f"brackets more than {_DEEPEST} deep were left out", opening.start)
            self.brackets_left_out += 1
            return None
        self.depth += 1
        node = self._or()
        self.depth -= 1
        if not self.take(Kind.CLOSE):
            self.notes.tell("a missing closing bracket was added at the end", self.end)
        return node

    def _phrase(self, token: Token) -> Node | None:
        if not token.closed:
            self.notes.tell("a missing closing quote was added at the end", self.end)
        if not token.text.strip():
            self.notes.tell("a phrase without words is found nowhere")
            return Phrase((), span=(token.start, token.end))
        slop = int(token.slop[:6] or "0")
        found = read_phrase(token.text, slop, (token.start, token.end))
        if slop:
            return self._row(found, token, reach=slop + 1, ordered=False)
        return self._row(found, token)

    def _chunk(self, token: Token) -> Node | None:
        if token.text == "*" and self.field is None:
            return All() if self.spend(1) else None
        if token.text in {"=", "+"} and self.next() is Kind.PHRASE:
            return self._value(self.read())
        return self._row(read_chunk(token.text, (token.start, token.end)), token)

    def _term(self, token: Token) -> Node | None:
        return self._row(read_chunk(token.text, (token.start, token.end)), token)

    def _row(
        self, chunk: Chunk, token: Token, reach: int = 1, *, ordered: bool = True
    ) -> Node | None:
        """Join the words of a chunk, each within the field that it stands in."""
        for note in chunk.notes:
            self.notes.tell(note)
        if not chunk.words:
            self.unsearchable.append(repr(quoted(token.text)))
        affordable = [word for word in map(self.afforded, chunk.words) if word is not None]
        nodes = [self._placed(word) for word in affordable]
        return nearness.in_a_row(nodes, reach, ordered=ordered) if nodes else None

    def _placed(self, word: Word) -> Node:
        field = TEXT_FIELDS.get(self.field or "")
        return word if field is None else In(field, word, span=word.span)

    def _as_words(self) -> Node:
        """Read a text in which nothing was sought: its operators, taken as words."""
        kinds = {Kind.AND, Kind.OR, Kind.NOT, Kind.NEAR}
        operators = [token for token in self.tokens if token.kind in kinds]
        operators = [token for token in operators if any(map(str.isalnum, token.text))]
        self.unsearchable.clear()
        nodes = [node for node in map(self._term, operators) if node is not None]
        if nodes:
            text = quoted(" ".join(token.text.lower() for token in operators))
            self.notes = Notes("")
            self.notes.tell(f"nothing but operators; searched as words: {text}")
            return conjunction(tuple(nodes))
        self.notes.tell("the query has no word to search for")
        return Phrase(())


def _bracketed(side: list[Node]) -> str:
    return f"({And(tuple(side))})" if len(side) > 1 else str(side[0])


def _joined(join: type[And | Or], nodes: Sequence[Node | None]) -> Node | None:
    present = tuple(node for node in nodes if node is not None)
    if len(present) > 1:
        return join(present)
    return present[0] if present else None
