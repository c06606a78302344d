"""The tokens of the query language: where each begins and ends, and what it may become."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTES = {'"': '"', "„": '“”"', "“": '”“"', "”": "”", "»": "«", "«": "»"}


class Kind(Enum):
    """What a token is by its looks; the parser decides what it means where it stands."""

    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    OPEN = "("
    CLOSE = ")"
    PHRASE = "phrase"
    FIELD = "field"
    CHUNK = "chunk"


class Token(NamedTuple):
    """A piece of the query. `text` is a phrase without its quotes, a field without its colon."""

    kind: Kind
    text: str
    start: int
    end: int
    closed: bool = True


_OPERATORS = {
    **dict.fromkeys(("AND", "UND", "&"), Kind.AND),
    **dict.fromkeys(("OR", "ODER", "|"), Kind.OR),
    **dict.fromkeys(("NOT", "NICHT"), Kind.NOT),
}

# A dash is an operator where a word begins, a field is a word that touches its colon and
# something behind it. A chunk is anything up to the next blank, bracket, bar or quote.
_TOKEN = re.compile(
    r"""
    (?P<open>\()
    | (?P<close>\))
    | (?P<bar>\|)
    | (?P<dash>(?<![^\s(|])-(?=[^\s-]))
    | (?P<quote>["„“”»«])
    | (?P<field>(?<![^\s(|-])[^\W\d_]+):(?=\S)
    | (?P<chunk>[^\s()|"„“”»«]+)
    """,
    re.VERBOSE,
)
_KINDS = {
    "open": Kind.OPEN,
    "close": Kind.CLOSE,
    "bar": Kind.OR,
    "dash": Kind.NOT,
    "field": Kind.FIELD,
    "chunk": Kind.CHUNK,
}


def tokens(text: str) -> Iterator[Token]:
    """Give the tokens of a text in order; whatever the text is, nothing of it is left over."""
    place = 0
    while found := _TOKEN.search(text, place):
        token = _token(text, found)
        place = token.end
        yield token


def _token(text: str, found: re.Match[str]) -> Token:
    name = found.lastgroup or ""
    if name == "quote":
        return _phrase(text, found.start())
    kind = _KINDS[name]
    if kind is Kind.CHUNK:
        kind = _OPERATORS.get(found[0], kind)
    return Token(kind, found[name], found.start(), found.end())


def _phrase(text: str, start: int) -> Token:
    closers = QUOTES[text[start]]
    ends = [end for end in (text.find(closer, start + 1) for closer in closers) if end != -1]
    end = min(ends, default=len(text))
    return Token(Kind.PHRASE, text[start + 1 : end], start, min(end + 1, len(text)), bool(ends))
