"""A piece of a query between two blanks, taken apart into words, wildcards and what is near.

    chunk = ["=" | "+"] word { joint word } ["~" [number]] ["^" number]
    word  = letters | letters with "*", or with "?" between them

Nothing here is ever refused; `Chunk.notes` tells what was read otherwise than written.
"""

from __future__ import annotations

from newsarc.analysis.gender import MARKED, unmarked
from newsarc.patterns import pattern
from newsarc.query.nodes import FARTHEST
from newsarc.query.notes import quoted
from newsarc.query.words import Loose, Phrase, Similar, Span, Term, Wild, Word
from newsarc.text import fold, words
from newsarc.values import value

# Fewer letters fit half of all words.
_FEWEST_LETTERS = 3
MOST_EDITS = 2

_WEIGHT = pattern(r"\^[0-9.]+$")
_SIMILAR = pattern(r"~([0-9]*)$")
# Two stars are the bold type of a mark-up language.
_BOLD = pattern(r"\*\*+")
_PIECE = pattern(r"(?:[^\W_][\u0300-\u036f]*|[*?])+")
_LITERAL = pattern(r"[^*?]+")


@value
class Chunk:
    """The words of a chunk in their order, and notes on how they were read."""

    words: tuple[Word, ...]
    notes: tuple[str, ...] = ()


def read_chunk(text: str, span: Span) -> Chunk:
    """chunk = ["=" | "+"] word { joint word } ["~" [number]] ["^" number]"""
    notes: list[str] = []
    exact = text[:1] in {"=", "+"}
    if weight := _WEIGHT.search(text):
        notes.append(f"{quoted(text)}: weights are not known; {quoted(weight[0])} was left out")
        text = text[: weight.start()]
    text = _BOLD.sub(" ", unmarked(text))
    if similar := _SIMILAR.search(text):
        return _similar(text[: similar.start()], similar[1], span, notes)
    found = tuple(_row(text, span, notes, exact=exact))
    return Chunk(found, tuple(notes))


def read_phrase(text: str, slop: int, span: Span) -> Chunk:
    """Read what stands in quotes: words in exactly their form; wildcards among them count."""
    notes: list[str] = []
    text = _BOLD.sub(" ", MARKED.sub(lambda found: f" {found[0][1:]}", text))
    row = list(_row(text, span, notes, exact=True))
    if any(isinstance(word, Wild) for word in row):
        return Chunk(tuple(row), tuple(notes))
    phrase = row[0] if row else None
    if not (slop and isinstance(phrase, Phrase)):
        return Chunk(tuple(row), tuple(notes))
    if len(phrase.words) == 1:
        notes.append(f"~{slop} behind a single word in quotes was left out")
        return Chunk((phrase,), tuple(notes))
    return Chunk((Loose(phrase.words, min(slop, FARTHEST), span=span),), tuple(notes))


def _row(text: str, span: Span, notes: list[str], *, exact: bool) -> list[Word]:
    """Give the words of a text: those between two wildcards together, side by side."""
    row: list[Word] = []
    plain: list[str] = []

    def finish() -> None:
        if plain:
            row.append((Phrase if exact else Term)(tuple(plain), span=span))
            plain.clear()

    for piece in _PIECE.findall(text):
        word = _wild(piece.strip("?"), span, notes)
        if word is None:
            plain += [written.lower() for _, _, written in words(piece)]
        else:
            finish()
            row.append(word)
    finish()
    return row


def _wild(piece: str, span: Span, notes: list[str]) -> Wild | None:
    """word = letters with "*", or with "?" between them"""
    if not {"*", "?"} & {*piece}:
        return None
    pattern = _LITERAL.sub(lambda found: fold(found[0]), piece)
    letters = len(pattern) - pattern.count("*") - pattern.count("?")
    if letters >= _FEWEST_LETTERS:
        return Wild(pattern, span=span)
    if letters:
        few = f"a wildcard needs {_FEWEST_LETTERS} letters beside it"
        notes.append(f"{quoted(piece)}: {few}; it was left out")
    return None


def _similar(text: str, digits: str, span: Span, notes: list[str]) -> Chunk:
    row = _row(text, span, notes, exact=False)
    form = fold(row[0].words[0]) if len(row) == 1 and isinstance(row[0], Term) else ""
    edits = min(max(int(digits[:6] or "1"), 1), MOST_EDITS)
    if not form or not isinstance(row[0], Term) or len(row[0].words) > 1:
        if row:
            notes.append(f"{quoted(text)}~: only a single word has similar ones; ~ was left out")
        return Chunk(tuple(row), tuple(notes))
    if len(form) <= edits + 1:
        notes.append(f"{quoted(text)}~: so short a word has no similar ones; ~ was left out")
        return Chunk(tuple(row), tuple(notes))
    if digits and int(digits[:6]) != edits:
        notes.append(f"{quoted(text)}~{digits[:6]} was read as ~{edits}")
    return Chunk((Similar(form, edits, span=span),), tuple(notes))
