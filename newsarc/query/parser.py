"""From what a user typed to nodes. Total: every string has a reading.

    query = or
    or    = and { ("OR" | "ODER" | "|") and }
    and   = not { ["AND" | "UND" | "&"] not }         side by side means AND
    not   = ["NOT" | "NICHT" | "-"] unit
    unit  = field ":" value | "(" or ")" | phrase | chunk

Operators are written in capitals; in lower case they are words. What had to be mended to
read a text is told in notes. A chunk of several words (`Nato-Osterweiterung`) is a term
in which they stand side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsarc.dates import BEGINNING, END, DateSpan, parse_day
from newsarc.errors import DateError
from newsarc.query.lexer import Kind, Token, tokens
from newsarc.query.nodes import (
    All,
    And,
    Language,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Source,
    Term,
    conjunction,
)
from newsarc.text import fold_label, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

# Bounds on what is asked of an engine, not on what is read: FTS5 gives up on brackets some
# thirty deep, and a pasted article is not meant word by word.
MOST_WORDS = 256
_DEEPEST = 16
_SHOWN = 40


class Parsed(NamedTuple):
    """A query as it was understood, and what was mended, a sentence each."""

    node: Node
    notes: tuple[str, ...]


def parse(text: str, today: date) -> Parsed:
    """Read a query; `today` is what `heute` and `7d` are counted from.

    A text without a word to search for reads as the empty phrase, which is found nowhere.
    """
    reading = _Reading(list(tokens(text)), today)
    node = reading.query()
    return Parsed(node, tuple(dict.fromkeys(reading.notes)))


def _field_value(name: str, value: str, span: tuple[int, int], today: date) -> Node | None:
    """Give the node of a field, or None where the field or its value is not known."""
    read = _FIELDS.get(name.casefold())
    return None if read is None else read(value, span, today)


def _source(value: str, span: tuple[int, int], _today: date) -> Node | None:
    name = fold_label(value)
    return Source(name, span) if name else None


def _language(value: str, span: tuple[int, int], _today: date) -> Node | None:
    code = value.strip().lower()
    known = code.isascii() and code.isalpha() and len(code) in {2, 3}
    return Language(code, span) if known else None


def _published(value: str, span: tuple[int, int], today: date) -> Node | None:
    """date = day | [day] ".." [day]"""
    first, dots, last = value.partition("..")
    try:
        spans = [parse_day(day, today).span if day else None for day in (first, last or first)]
    except DateError:
        return None
    begins, ends = spans if last or not dots else (spans[0], None)
    if begins and ends and begins.first > ends.last:
        begins, ends = ends, begins
    return Published(
        DateSpan(begins.first if begins else BEGINNING, ends.last if ends else END), span
    )


def _since(value: str, span: tuple[int, int], today: date) -> Node | None:
    return _published(f"{value}..", span, today)


def _until(value: str, span: tuple[int, int], today: date) -> Node | None:
    return _published(f"..{value}", span, today)


_FIELDS: dict[str, Callable[[str, tuple[int, int], date], Node | None]] = {
    **dict.fromkeys(("source", "quelle", "medium"), _source),
    **dict.fromkeys(("lang", "language", "sprache"), _language),
    **dict.fromkeys(("date", "datum"), _published),
    **dict.fromkeys(("since", "seit", "ab"), _since),
    **dict.fromkeys(("until", "bis"), _until),
}


class _Reading:
    """One text being read: the tokens, how far it is, and what was mended so far."""

    def __init__(self, tokens: list[Token], today: date) -> None:
        self.tokens = tokens
        self.today = today
        self.place = 0
        self.depth = 0
        self.brackets_left_out = 0
        self.words_left = MOST_WORDS
        self.unsearchable: list[str] = []
        self.notes: list[str] = []

    def query(self) -> Node:
        """query = or"""
        nodes = []
        while self.place < len(self.tokens):
            node = self._or()
            if node is not None:
                nodes.append(node)
            if self._take(Kind.CLOSE):
                self.notes.append("a closing bracket without an opening one was left out")
        if self.unsearchable:
            signs = ", ".join(self.unsearchable[:3]) + (" …" if self.unsearchable[3:] else "")
            have = "have" if self.unsearchable[1:] else "has"
            self.notes.append(f"{signs} {have} no letter or digit and was left out")
        return conjunction(tuple(nodes)) if nodes else self._as_words()

    def _or(self) -> Node | None:
        """or = and { ("OR" | "ODER" | "|") and }"""
        sides = [self._and()]
        while self._take(Kind.OR):
            sides.append(self._and())
        if not all(sides) and len(sides) > 1:
            self._dangling("OR")
        node = _joined(Or, [_joined(And, side) for side in sides])
        if isinstance(node, Or) and any(len(side) > 1 for side in sides):
            reading = " OR ".join(_bracketed(side) for side in sides if side)
            self.notes.append(f"AND binds tighter than OR, so this reads as: {_shown(reading)}")
        return node

    def _and(self) -> list[Node]:
        """and = not { ["AND" | "UND" | "&"] not }"""
        nodes: list[Node | None] = []
        while not self._closes():
            if self._take(Kind.AND):
                if not nodes or self._next() in {None, Kind.OR, Kind.CLOSE, Kind.AND}:
                    self._dangling("AND")
                continue
            nodes.append(self._not())
        return [node for node in nodes if node is not None]

    def _closes(self) -> bool:
        """Tell a closing bracket from one whose opening one was left out."""
        while self.brackets_left_out and self._take(Kind.CLOSE):
            self.brackets_left_out -= 1
        return self._next() in {None, Kind.OR, Kind.CLOSE}

    def _not(self) -> Node | None:
        """not = ["NOT" | "NICHT" | "-"] unit"""
        negations = 0
        while self._take(Kind.NOT):
            negations += 1
        node = self._unit()
        if negations and node is None:
            self._dangling("NOT")
        return Not(node) if node is not None and negations % 2 else node

    def _unit(self) -> Node | None:
        """unit = field ":" value | "(" or ")" | phrase | chunk"""
        match self._next():
            case Kind.FIELD:
                return self._field()
            case Kind.OPEN:
                return self._brackets()
            case Kind.PHRASE:
                return self._phrase(self._read())
            case Kind.CHUNK:
                return self._chunk(self._read())
            case _:
                return None

    def _field(self) -> Node | None:
        field = self._read()
        if self._next() not in {Kind.CHUNK, Kind.PHRASE}:
            self.notes.append(f"{_shown(field.text)}: takes a word or a phrase; searched as a word")
            return self._term(field)
        value = self._read()
        span = (field.start, value.end)
        node = _field_value(field.text, value.text, span, self.today)
        if node is not None:
            return node if self._spend(1) else None
        written = _shown(f"{field.text}:{value.text}")
        if field.text.casefold() in _FIELDS:
            self.notes.append(f"{written} was not understood; searched as words")
        elif not value.text.startswith("//"):  # an address
            self.notes.append(f"{_shown(field.text)}: is no field; {written} was searched as words")
        return self._term(Token(Kind.CHUNK, f"{field.text} {value.text}", *span))

    def _brackets(self) -> Node | None:
        self._read()
        if self.depth == _DEEPEST:
            self.notes.append(f"brackets more than {_DEEPEST} deep were left out")
            self.brackets_left_out += 1
            return None
        self.depth += 1
        node = self._or()
        self.depth -= 1
        if not self._take(Kind.CLOSE):
            self.notes.append("a missing closing bracket was added at the end")
        return node

    def _phrase(self, token: Token) -> Node | None:
        if not token.closed:
            self.notes.append("a missing closing quote was added at the end")
        if not token.text.strip():
            self.notes.append("a phrase without words is found nowhere")
            return Phrase((), (token.start, token.end))
        found = self._words(token)
        return Phrase(found, (token.start, token.end)) if found else None

    def _chunk(self, token: Token) -> Node | None:
        if token.text == "*":
            return All() if self._spend(1) else None
        if "*" in token.text:
            self.notes.append(f"{_shown(token.text)}: wildcards are not known; searched as words")
        return self._term(token)

    def _term(self, token: Token) -> Node | None:
        found = self._words(token)
        return Term(found, (token.start, token.end)) if found else None

    def _words(self, token: Token) -> tuple[str, ...]:
        found = tuple(word.lower() for _, _, word in words(token.text))
        if not found:
            self.unsearchable.append(repr(_shown(token.text)))
        return found[: self._spend(len(found))]

    def _spend(self, wanted: int) -> int:
        """Give as many of the wanted words as may still be asked for."""
        if wanted > self.words_left:
            self.notes.append(f"only the first {MOST_WORDS} words were searched for")
        given = min(wanted, self.words_left)
        self.words_left -= given
        return given

    def _as_words(self) -> Node:
        """Read a text in which nothing was sought: its operators, taken as words."""
        operators = [token for token in self.tokens if token.text.isalpha()]
        nodes = [node for node in map(self._term, operators) if node is not None]
        if nodes:
            text = _shown(" ".join(token.text.lower() for token in operators))
            self.notes = [f"nothing but operators; searched as words: {text}"]
            return conjunction(tuple(nodes))
        self.notes.append("the query has no word to search for")
        return Phrase(())

    def _dangling(self, operator: str) -> None:
        self.notes.append(f"{operator} with nothing to join was left out")

    def _next(self) -> Kind | None:
        return self.tokens[self.place].kind if self.place < len(self.tokens) else None

    def _read(self) -> Token:
        self.place += 1
        return self.tokens[self.place - 1]

    def _take(self, kind: Kind) -> bool:
        taken = self._next() is kind
        self.place += taken
        return taken


def _shown(text: str) -> str:
    """Quote a text in a note: its beginning, and nothing that could steer a terminal."""
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return "".join(character if character.isprintable() else " " for character in text)


def _bracketed(side: list[Node]) -> str:
    return f"({And(tuple(side))})" if len(side) > 1 else str(side[0])


def _joined(join: type[And | Or], nodes: Sequence[Node | None]) -> Node | None:
    present = tuple(node for node in nodes if node is not None)
    if len(present) > 1:
        return join(present)
    return present[0] if present else None
