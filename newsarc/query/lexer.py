"""Splits the text of a query into tokens."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.patterns import pattern
from newsarc.text import composed

if TYPE_CHECKING:
    from collections.abc import Iterator

# The quotes that may open a phrase, and those that may close it.
QUOTES = {'"': '"', "„": '“”"', "“": '”“"', "”": "”", "»": "«", "«": "»"}


class Kind(Enum):
    """The kinds of tokens. The parser decides what a token means at its place."""

    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    NEAR = "near"
    OPEN = "("
    CLOSE = ")"
    PHRASE = "phrase"
    STRAY = "stray quote"
    FIELD = "field"
    TIMES = "times"
    RANGE = "range"
    CHUNK = "chunk"


class Token(Struct, frozen=True):
    """A piece of the query text, from `start` to `end` in characters.

    `text` is a phrase without its quotes, a field without its colon, or the number in
    `atleast3(`. A phrase is `closed` if it has its closing quote; `slop` is the number after
    its tilde.
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

# w/5, /5, near/5, w/s, w/p; with pre/5 and adj/5 the order counts.
NEAR = pattern(r"(?:w|near)?/(?:[0-9]+|[sp])|(?:pre|adj)/[0-9]+", re.IGNORECASE | re.ASCII)

# The signs that exclude a word: a hyphen, what an editor or a web page makes of it, and the
# exclamation mark of Lucene.
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
# A dash is an operator only at the start of a word. A field is a word, a colon and something
# right after it; a plus before it, as in Lucene, changes nothing. A range in square brackets is
# the value of a field. A quote at the end of a word closes a phrase that nothing opened. An address
# may hold brackets, but only in pairs. A chunk is anything up to the next blank, bracket, bar or
# quote.
_TOKEN = pattern(
    rf"""
    (?P<open>\()
    | (?P<close>\))
    | (?P<bar>\|\|?)
    | (?P<dash>(?<![^\s(|])(?:-(?=[^\s-])|[{_DASHES}](?=[^\s{_DASHES}-])|!(?=[\w("„“”»«*=+])))
    | (?P<stray>(?<=[\w.,;!?…)%*])["„“”»«](?=[\s)]|\Z))
    | (?P<quote>["„“”»«])
    | (?P<address>(?<![^\s(|:!{_DASHES}-])(?:https?://|www\.)(?=[^\W_])
        [^\s()|"„“”»«]++(?:\([^\s()|"„“”»«]*+\)[^\s()|"„“”»«]*+)*+)
    | (?<![^\s(|!{_DASHES}-])\+?(?P<field>[^\W\d]++):(?=\S)
    | (?<![^\s(|:!{_DASHES}-])(?:atleast|mindestens)(?P<times>[0-9]+)(?=\()
    | (?P<range>(?:(?<=:)|(?<=:\s))\[[^\[\]]*\])
    | (?P<chunk>[^\s()|"„“”»«]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Where none of these stands, only blanks separate tokens. Most queries are such, and the pattern
# takes a tenth of the time of a search to compile.
_SIGNS = frozenset(f'()|!:/-{_DASHES}"„“”»«')
_KINDS = {
    "open": Kind.OPEN,
    "close": Kind.CLOSE,
    "bar": Kind.OR,
    "dash": Kind.NOT,
    "stray": Kind.STRAY,
    "field": Kind.FIELD,
    "times": Kind.TIMES,
    "range": Kind.RANGE,
    "address": Kind.CHUNK,
    "chunk": Kind.CHUNK,
}
_SLOP = pattern(r"~([0-9]+)")


# A thousand with a thin or a fixed blank; here a blank would end the number.
_THOUSAND = pattern(r"(?<=[0-9])[\u2009\u202f\u00a0](?=[0-9]{3}(?![0-9]))")


def normal(text: str) -> str:
    """Return a query in the form that texts are kept in, its numbers in one piece."""
    return composed(text if text.isascii() else _THOUSAND.sub("'", text))


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text in order. Any text can be split; only blanks are dropped."""
    if _SIGNS.isdisjoint(text):
        yield from _plain_tokens(text)
        return
    place = 0
    while found := _TOKEN.search(text, place):
        token = _token(text, found)
        place = token.end
        yield token


def _plain_tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a text without signs: each word is a chunk, or an operator."""
    end = 0
    for word in text.split():
        start = text.index(word, end)
        end = start + len(word)
        yield Token(_OPERATORS.get(word, Kind.CHUNK), word, start, end)


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
