"""Hints at capitals: in small letters `and`, `or` and `not` are words, but may be more."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from newsarc.query.lexer import Kind, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.query.notes import Notes

_EITHER = "to search for either side write"
_BOTH = "to search for both sides write"
_EXCLUDE = "to exclude what follows write"
_ADVICE = {
    "or": _EITHER,
    "oder": _EITHER,
    "and": _BOTH,
    "und": _BOTH,
    **dict.fromkeys(("not", "and not", "but not"), _EXCLUDE),
    **dict.fromkeys(("nicht", "und nicht", "aber nicht"), _EXCLUDE),
}
_SMALL = {word for words in _ADVICE for word in words.split()}
_OPERATORS = {Kind.AND, Kind.OR, Kind.NOT, Kind.NEAR, Kind.OPEN}
_BEFORE = {Kind.CHUNK, Kind.PHRASE, Kind.RANGE, Kind.CLOSE}
_AFTER = {Kind.CHUNK, Kind.PHRASE, Kind.OPEN, Kind.FIELD, Kind.TIMES}


def hint(tokens: Sequence[Token], notes: Notes) -> None:
    """Note small operators between words.

    "Haus und Garten" and "darf nicht enden" are German: `und` is noted only beside operators,
    `nicht` there and between two words with capitals, as in "Nato nicht Kreml".
    """
    uses_operators = any(token.kind in _OPERATORS for token in tokens)
    for start, end in _runs(tokens):
        before, after = tokens[start - 1], tokens[end]
        small = " ".join(token.text for token in tokens[start:end])
        nouns = before.text[:1].isupper() and after.text[:1].isupper()
        is_german = small == "und" or (small.endswith("nicht") and not nouns)
        if small in _ADVICE and (uses_operators or not is_german):
            searched = "were searched as words" if " " in small else "was searched as a word"
            sentence = f"{small} {searched}; {_ADVICE[small]} {small.upper()}"
            notes.add(sentence, tokens[start].start)


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of small operators between two operands."""
    end = 0
    for are_small, run in groupby(tokens, _is_small):
        start, end = end, end + len(list(run))
        between = are_small and start and end < len(tokens)
        if between and tokens[start - 1].kind in _BEFORE and tokens[end].kind in _AFTER:
            yield start, end


def _is_small(token: Token) -> bool:
    return token.kind is Kind.CHUNK and token.text in _SMALL
