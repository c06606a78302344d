"""The tokens of the query language: where each begins and ends, and what it may become."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from newsarc.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTES = {'"': '"', "„": '“”"', "“": '”“"', "”": "”", "»": "«", "«": "»"}


class Kind(Enum):
    """What a token is by its looks; the parser decides what it means where it stands."""

    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    NEAR = "near"
    OPEN = "("
    CLOSE = ")"
    PHRASE = "phrase"
    FIELD = "field"
    TIMES = "times"
    RANGE = "range"
    CHUNK = "chunk"


class Token(NamedTuple):
    """A piece of the query.

    `text` is a phrase without its quotes, a field without its colon, of `atleast3(` the
    number; `slop` is what stands behind the tilde of a phrase.
    """

    kind: Kind
    text: str
    start: int
    end: int
    closed: bool = True
    slop: str = ""


_OPERATORS = {
    **dict.fromkeys(("AND", "UND", "&"), Kind.AND),
    **dict.fromkeys(("OR", "ODER", "|"), Kind.OR),
    **dict.fromkeys(("NOT", "NICHT"), Kind.NOT),
    **dict.fromkeys(("NEAR", "ADJ"), Kind.NEAR),
}

# w/5, /5, near/5, w/s, w/p; pre/5 and adj/5 keep the order.
NEAR = pattern(r"(?:w|near)?/(?:[0-9]+|[sp])|(?:pre|adj)/[0-9]+", re.IGNORECASE | re.ASCII)

# A dash is an operator where a word begins; a field is a word that touches its colon and
# something behind it. A range in square brackets is a field's value. A chunk is anything up
# to the next blank, bracket, bar or quote.
_TOKEN = pattern(
    r"""
    (?P<open>\()
    | (?P<close>\))
    | (?P<bar>\|)
    | (?P<dash>(?<![^\s(|])-(?=[^\s-]))
    | (?P<quote>["„“”»«])
    | (?P<field>(?<![^\s(|-])[^\W\d_]+):(?=\S)
    | (?<![^\s(|:-])(?:atleast|mindestens)(?P<times>[0-9]+)(?=\()
    | (?P<range>(?<=:)\[[^\[\]]*\])
    | (?P<chunk>[^\s()|"„“”»«]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = {
    "open": Kind.OPEN,
    "close": Kind.CLOSE,
    "bar": Kind.OR,
    "dash": Kind.NOT,
    "field": Kind.FIELD,
    "times": Kind.TIMES,
    "range": Kind.RANGE,
    "chunk": Kind.CHUNK,
}
_SLOP = pattern(r"~([0-9]+)")


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
        kind = Kind.NEAR if NEAR.fullmatch(found[0]) else _OPERATORS.get(found[0], kind)
    return Token(kind, found[name], found.start(), found.end())


def _phrase(text: str, start: int) -> Token:
    closers = QUOTES[text[start]]
    ends = [end for end in (text.find(closer, start + 1) for closer in closers) if end != -1]
    end = min(ends, default=len(text))
    after = min(end + 1, len(text))
    slop = _SLOP.match(text, after) if ends else None
    last, digits = (slop.end(), slop[1]) if slop else (after, "")
    return Token(Kind.PHRASE, text[start + 1 : end], start, last, bool(ends), digits)
