"""What people bring along from Nexis, Factiva, Lucene or Google, and what it means here.

The tables say it all; `newsarc help query` has the same ones for the user. What is read otherwise
than one may expect, or only looks like an operator, gets a note.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from newsarc.patterns import pattern
from newsarc.query.lexer import Kind, Token
from newsarc.query.names import DATES, TEXT_FIELDS, field_named
from newsarc.query.notes import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.query.notes import Notes

# Operators of other programs, in our words.
_OPERATORS = {"&&": (Kind.AND, "AND"), "ANDNOT": (Kind.NOT, "NOT")}
# Those that end with a number, which is \1.
_NUMBERED = (
    (pattern(r"(?i:near|within)/?([0-9]+)"), Kind.NEAR, r"w/\1"),
    (pattern(r"(?i:n)/([0-9]+)"), Kind.NEAR, r"w/\1"),
    (pattern(r"(?i:adj|pre|onear)/?([0-9]+)"), Kind.NEAR, r"pre/\1"),
    (pattern(r"(?i:p)/([0-9]+)"), Kind.NEAR, r"pre/\1"),
)
# Before NOT these say AND.
_BUT = {"BUT", "ABER"}
# Fields that are written like functions, title(Nato), in small letters, too. Any name of a field
# may be written so in capitals. `Quelle(n)` and `Autor(in)` are German words.
_FUNCTIONS = {
    *("title", "headline", "hlead", "lead", "byline", "author", "publication", "source"),
    *("dateline", "kicker", "intitle", "date", "length", "language"),
}  # fmt: skip
# The fields of Factiva, which are written with an equals sign.
_SHORT = {
    "hd": "title", "hlp": "start", "by": "author", "sn": "source", "la": "lang", "wc": "words",
}  # fmt: skip

_COMPARING = frozenset("<=>")
_COMPARED = pattern(r"(?s:([^\W\d]++)(<=|>=|<|>|=)(.*))")
_SIGN = pattern(r"(?s:(<=|>=|<|>|=)(.*))")
# A shorter word before a sign is no field: "x<y".
_SHORTEST_NAME = 4
_FEWEST_LETTERS = 3
_DIGITS = "0123456789"
_MOST_DIGITS = 2
_VALUES = {Kind.CHUNK, Kind.PHRASE, Kind.RANGE, Kind.OPEN}
_SENTENCE = 3


def meant(tokens: Sequence[Token], notes: Notes) -> list[Token]:
    """Return the tokens of a query as they are written here, with notes on those that mislead."""
    habits = _Habits(tokens, notes)
    return list(chain.from_iterable(iter(habits.next, None)))


class _Habits:
    """The tokens of a query, read from left to right."""

    def __init__(self, tokens: Sequence[Token], notes: Notes) -> None:
        self._tokens = tokens
        self._notes = notes
        self._at = 0
        self._field: str | None = None
        plain = all(token.kind is Kind.CHUNK for token in tokens)
        self._is_sentence = plain and len(tokens) >= _SENTENCE

    def next(self) -> list[Token] | None:
        """Return the next token as it is meant, or the tokens that it stands for; None at last."""
        if self._at >= len(self._tokens):
            return None
        token = self._tokens[self._at]
        self._at += 1
        field, self._field = self._field, None
        match token.kind:
            case Kind.FIELD:
                self._field = token.text
            case Kind.STRAY:
                self._notes.add("a stray quote was left out", token.start)
                return []
            case Kind.NOT if token.text in {"–", "—"}:
                self._notes.add(f"{token.text} before a word excludes it, as - does", token.start)
            case Kind.CHUNK:
                return self._chunk(token) if field is None else [self._value(token, field)]
            case _:
                pass
        return [token]

    def _chunk(self, token: Token) -> list[Token]:
        for read in (self._compared, self._function, self._parted, self._operator):
            if found := read(token):
                return found
        self._warn(token)
        return [self._truncated(token)]

    def _value(self, token: Token, field: str) -> Token:
        """Read the value of a field; only words may be cut short."""
        return self._truncated(token) if field_named(field) in TEXT_FIELDS else token

    def _following(self, behind: int = 0) -> Token | None:
        at = self._at + behind
        return self._tokens[at] if at < len(self._tokens) else None

    def _touching(self, token: Token, *kinds: Kind) -> bool:
        """Return whether one of these follows without a blank."""
        after = self._following()
        return after is not None and after.kind in kinds and after.start == token.end

    def _operator(self, token: Token) -> list[Token] | None:
        """near5, adj3, BUT NOT, && ; WITHIN 5."""
        after = self._following()
        if token.text in _BUT and after is not None and after.kind is Kind.NOT:
            return [_like(token, Kind.AND, "AND")]
        if token.text == "WITHIN" and after is not None and after.text.isdecimal():
            self._at += 1
            return [Token(Kind.NEAR, f"w/{after.text}", token.start, after.end)]
        if token.text in _OPERATORS:
            return [_like(token, *_OPERATORS[token.text])]
        for operator, kind, template in _NUMBERED if token.text[-1:] in _DIGITS else ():
            if found := operator.fullmatch(token.text):
                return [_like(token, kind, found.expand(template))]
        return None

    def _compared(self, token: Token) -> list[Token] | None:
        """date>2022, words > 500, title=Nato, hd=(Nato or Kreml)."""
        found = None if _COMPARING.isdisjoint(token.text) else _COMPARED.fullmatch(token.text)
        if found is None:
            return self._compared_apart(token)
        name, sign, value = found.groups()
        name = _SHORT.get(name.casefold(), name)
        if field_named(name) is None and (sign == "=" or len(name) < _SHORTEST_NAME):
            return None
        sign = "" if sign == "=" else sign
        place = token.start + found.start(2)
        field = Token(Kind.FIELD, name, token.start, place)
        if value:
            return [field, Token(Kind.CHUNK, sign + value, place, token.end)]
        if sign and self._touching(token, Kind.PHRASE):
            self._at += 1
            phrase = self._tokens[self._at - 1]
            return [field, Token(Kind.PHRASE, sign + phrase.text, place, phrase.end)]
        return [field] if not sign and self._touching(token, Kind.PHRASE, Kind.OPEN) else None

    def _compared_apart(self, token: Token) -> list[Token] | None:
        """date > 2022, words >500: only where a comparison makes sense."""
        if field_named(token.text) not in DATES | {"words"}:
            return None
        sign, number = self._following(), self._following(1)
        found = _SIGN.fullmatch(sign.text) if sign and sign.kind is Kind.CHUNK else None
        if sign is None or found is None:
            return None
        value, end, taken = found[2], sign.end, 1
        if not value and number is not None and number.kind in {Kind.CHUNK, Kind.PHRASE}:
            value, end, taken = number.text, number.end, 2
        if not value:
            return None
        self._at += taken
        mark = "" if found[1] == "=" else found[1]
        field = Token(Kind.FIELD, token.text, token.start, token.end)
        return [field, Token(Kind.PHRASE, mark + value, sign.start, end)]

    def _function(self, token: Token) -> list[Token] | None:
        """TITLE(Nato), hlead(Nato)."""
        name = token.text
        is_function = name.casefold() in _FUNCTIONS or (name.isupper() and field_named(name))
        if is_function and self._touching(token, Kind.OPEN):
            return [_like(token, Kind.FIELD, name)]
        return None

    def _parted(self, token: Token) -> list[Token] | None:
        """title: Nato; but "Titel: Nato" may be a headline."""
        name, colon, rest = token.text.partition(":")
        after = self._following()
        if rest or not colon or after is None or after.kind not in _VALUES or not field_named(name):
            return None
        value = "(…)" if after.kind is Kind.OPEN else after.text
        joined = quoted(f"{name}:{value}")
        if not (name.islower() or name.isupper()):
            sentence = f"{name}: was searched as a word; for the field write {joined}"
            self._notes.add(sentence, token.start)
            return None
        self._notes.add(f"{quoted(f'{name}: {value}')} was read as {joined}")
        self._field = name
        return [_like(token, Kind.FIELD, name)]

    def _warn(self, token: Token) -> None:
        """Note that a word between two others is an operator elsewhere."""
        after = self._following()
        if after is None or self._at == 1:
            return
        if advice := _advice(token.text):
            self._notes.add(f"{token.text} was searched as a word; {advice}", token.start)
        if token.text == "within" and after.text.isdecimal() and self._following(1) is not None:
            number = quoted(after.text)
            sentence = f"within {number} was searched as words; for nearness write w/{number}"
            self._notes.add(sentence, token.start)

    def _truncated(self, token: Token) -> Token:
        """Brück$ and Brück! mean Brück*; but an exclamation mark may end a sentence."""
        text = token.text
        bare = text.rstrip(_DIGITS)
        if bare.endswith("$"):
            stem, sign = bare[:-1], "$"
        else:
            stem, sign = text.removesuffix("!"), "!"
        if stem == text or len(stem) < _FEWEST_LETTERS or not stem[-_FEWEST_LETTERS:].isalpha():
            return token
        if sign == "!" and self._is_sentence:
            self._notes.add(f"{quoted(text)}: ! was left out; for other endings write *")
            return token
        if not text.endswith("$"):
            self._notes.add(f"{quoted(text)} was read as {quoted(f'{stem}*')}")
        return _like(token, Kind.CHUNK, f"{stem}*")


def _advice(word: str) -> str | None:
    """Return what to write for a word that is an operator elsewhere."""
    number = word[1:] if word[:1] == "w" else ""
    if 0 < len(number) <= _MOST_DIGITS and not number.strip(_DIGITS):
        return f"for nearness write w/{number}"
    return "for one paragraph write w/p" if word == "SAME" else None


def _like(token: Token, kind: Kind, text: str) -> Token:
    """Return a token at the place of another."""
    return Token(kind, text, token.start, token.end)
