"""What operators join: words, phrases, and fields with their values.

    value = phrase ["~5"] | chunk

See `newsarc.query.chunks` for what a chunk holds, `newsarc.query.fields` for values of fields.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from newsarc.analysis.gender import MARKED
from newsarc.patterns import pattern
from newsarc.query import nearness
from newsarc.query.addresses import bare_address, is_address
from newsarc.query.chunks import Chunk, parse_chunk, parse_phrase
from newsarc.query.cursor import Cursor
from newsarc.query.fields import GLOBBED, values
from newsarc.query.lexer import Kind, Token
from newsarc.query.names import DATES, TEXT_FIELDS, field_like
from newsarc.query.nodes import FARTHEST, All, And, In, Node, Or, Phrase, Span, Word, conjunction
from newsarc.query.notes import Notes, quoted, quoted_query

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from newsarc.query.limits import Limits

# The tokens that can be the value of a field.
VALUES = {Kind.CHUNK, Kind.PHRASE, Kind.RANGE, Kind.NEAR}

# More words behind the first one: "2. Februar 2022".
_LONGEST_DATE = 2
_NO_WILDCARDS = {ord("*"): " ", ord("?"): " "}
_SLASHED = pattern(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}")


class Operands(Cursor):
    """The part of the parser that reads words, phrases and the values of fields."""

    def __init__(self, text: str, today: date, limits: Limits) -> None:
        """Start before the first token, outside of any field."""
        super().__init__(text, limits)
        self.today = today
        self.field: str | None = None
        self.unsearchable: list[str] = []

    def value(self, token: Token) -> Node | None:
        """value = phrase ["~5"] | chunk"""
        if self.field is not None and self.field not in TEXT_FIELDS:
            return self.field_values(self.field, token, (token.start, token.end))
        if token.kind is Kind.PHRASE:
            return self._phrase(token)
        return self.chunk(token)

    def field_values(
        self, field: str, value: Token, span: Span, written: str | None = None
    ) -> Node | None:
        """Read one value of a field, or a list of them, which is joined by OR."""
        name = field if written is None else written
        listed = value.kind is not Kind.PHRASE
        found = values(field, value.text, span, self.today, listed=listed)
        if found is None:
            return self._misread(field, name, value, span)
        if field not in GLOBBED and {"*", "?"} & {*value.text}:
            self.notes.add(f"{quoted(name)}: does not support wildcards; they were left out")
        return joined(Or, found[: self.spend(len(found))])

    def whole_date(self, field: str, first: Token) -> Token:
        """Take the words behind a date that belong to it: date:2. Februar 2022."""
        behind = self.tokens[self.position : self.position + _LONGEST_DATE]
        chunks = list(takewhile(lambda token: token.kind is Kind.CHUNK, behind))
        for taken in range(len(chunks) + 1):
            text = " ".join([first.text, *(token.text for token in chunks[:taken])])
            if values(field, text, (0, 0), self.today, listed=True) is not None:
                self.position += taken
                end = self.last().end
                return Token(first.kind, text, first.start, end)
        return first

    def _misread(self, field: str, name: str, value: Token, span: Span) -> Node | None:
        """Read a value that its field does not understand as words."""
        written = quoted(f"{name}:{value.text}")
        why = "was not understood"
        if field in DATES:
            why = "is no date; write 2022, 2022-02, 1.2.2022 or 2022-01..2022-03"
            if _SLASHED.fullmatch(value.text.strip()):
                why = "has no certain order; write 1.2.2022 or 2022-02-01"
        self.notes.add(f"{written} {why}; searched as words")
        return self.words(Token(Kind.CHUNK, f"{name} {value.text}", *span))

    def unknown_field(self, token: Token) -> Node | None:
        """Read a word and a colon that are no field: an address, a time, a quotation."""
        value = self.advance() if self.peek() in VALUES else None
        if value and value.kind is Kind.CHUNK and (both := _gendered(token, value)):
            return self.words(both)
        text = value.text.translate(_NO_WILDCARDS) if value else ""
        name = quoted(token.text)
        like = field_like(token.text)
        mean = f"did you mean {like}:? It" if like else f"{quoted(f'{token.text}:{text}')}"
        if not text.startswith("//"):
            self.notes.add(f"{name}: is no field; {mean} was searched as words")
        end = value.end if value else token.end
        return self.words(Token(Kind.CHUNK, f"{token.text} {text}", token.start, end))

    def _phrase(self, token: Token) -> Node | None:
        if not token.closed and token.text.strip():
            self.notes.add("a missing closing quote was added at the end", self.end)
        if not token.text.strip():
            self.notes.add("quotes with nothing in them were left out", token.start)
            return None
        slop = int(token.slop[:6] or "0")
        found = parse_phrase(token.text, slop, (token.start, token.end))
        if slop:
            return self._in_a_row(found, token, reach=min(slop + 1, FARTHEST), ordered=False)
        return self._in_a_row(found, token)

    def chunk(self, token: Token) -> Node | None:
        """Read a chunk: `*` alone is every article, `=` before a phrase changes nothing."""
        if token.text == "*" and self.field is None:
            return All() if self.spend(1) else None
        if token.text in {"=", "+"} and self.peek() is Kind.PHRASE:
            phrase = self.advance()
            if phrase.text.strip():
                return self.value(phrase)
            self.notes.add("an empty phrase matches nothing")
            return Phrase((), span=(token.start, phrase.end))
        if self.field is None and is_address(token.text):
            return self._address(token)
        return self.words(token)

    def _address(self, token: Token) -> Node | None:
        """Read a pasted address as a filter for the article that is found there."""
        value = Token(Kind.PHRASE, bare_address(token.text), token.start, token.end)
        node = self.field_values("url", value, (token.start, token.end))
        self.notes.add(f"{quoted(token.text)} was read as {quoted_query(str(node))}")
        return node

    def words(self, token: Token) -> Node | None:
        """Read the text of a token as words side by side."""
        return self._in_a_row(parse_chunk(token.text, (token.start, token.end)), token)

    def _in_a_row(
        self, chunk: Chunk, token: Token, reach: int = 1, *, ordered: bool = True
    ) -> Node | None:
        """Join the words of a chunk by nearness, each in the current field."""
        for note in chunk.notes:
            self.notes.add(note)
        if not chunk.groups:
            self.unsearchable.append(repr(quoted(token.text)))
        row = [joined(Or, [self._in_field(word) for word in group]) for group in chunk.groups]
        nodes = [node for node in row if node is not None]
        most = self.limits.nearness_chain + 1
        if len(nodes) > most:
            self.notes.add(f"{quoted(token.text)}: only the first {most} pieces were searched for")
        return nearness.in_a_row(nodes[:most], reach, ordered=ordered) if nodes else None

    def _in_field(self, found: Word) -> Node | None:
        """Return as much of a word as the limits allow, in the current field."""
        word = self.within_limits(found)
        if word is None:
            return None
        field = TEXT_FIELDS.get(self.field or "")
        return word if field is None else In(field, word, span=word.span)

    def note_unsearchable(self) -> None:
        """Note which pieces have nothing to search for; the first three are quoted."""
        if not self.unsearchable:
            return
        signs = ", ".join(self.unsearchable[:3]) + (" …" if self.unsearchable[3:] else "")
        has, was = ("have", "were") if self.unsearchable[1:] else ("has", "was")
        self.notes.add(f"{signs} {has} no letter or digit and {was} left out")

    def operators_as_words(self) -> Node:
        """Read a text that has nothing but operators: search for them as words."""
        kinds = {Kind.AND, Kind.OR, Kind.NOT, Kind.NEAR}
        places = [(token.start, token.end) for token in self.tokens if token.kind in kinds]
        written = [Token(Kind.CHUNK, self.text[slice(*place)], *place) for place in places]
        operators = [token for token in written if any(map(str.isalnum, token.text))]
        self.unsearchable.clear()
        nodes = [node for node in map(self.words, operators) if node is not None]
        if nodes:
            text = quoted(" ".join(token.text.lower() for token in operators))
            self.notes = Notes("")
            self.notes.add(f"nothing but operators; searched as words: {text}")
            return conjunction(tuple(nodes))
        self.notes.add("the query has no word to search for")
        return Phrase(())


def _gendered(token: Token, value: Token) -> Token | None:
    """Return a word for men and women that is no field: "Lehrer:innen", "Rät:in"."""
    both = Token(Kind.CHUNK, f"{token.text}:{value.text}", token.start, value.end)
    if value.text.casefold() in {"in", "innen"}:
        return both if MARKED.search(both.text) else token
    return both if MARKED.match(both.text, len(token.text)) else None


def joined(join: type[And | Or], nodes: Sequence[Node | None]) -> Node | None:
    """Join the nodes that are not None; return a single one bare, and None if there is none."""
    present = tuple(node for node in nodes if node is not None)
    if len(present) > 1:
        return join(present)
    return present[0] if present else None
