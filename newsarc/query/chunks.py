"""Chunks: pieces of a query between two blanks, split into words, wildcards and similar words.

    chunk = ["=" | "+"] word { joint word } ["~" [number]] ["^" number]
    word  = letters | letters with "*", or with "?" between them

Every chunk can be read; `Chunk.notes` says where the reading differs from what was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis.gender import MARKED, unmarked
from newsarc.patterns import pattern
from newsarc.query.nodes import FARTHEST, Loose, Phrase, Similar, Span, Term, Wild, Word
from newsarc.query.notes import quoted
from newsarc.text import form as written_form
from newsarc.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A wildcard with fewer letters fits half of all words.
_FEWEST_LETTERS = 3
_MOST_EDITS = 2

_WEIGHT = pattern(r"\^[0-9.]+$")
_SIMILAR = pattern(r"~([0-9]*)$")
# Two stars are bold type in Markdown.
_BOLD = pattern(r"\*\*+")
_PIECE = pattern(r"(?:[^\W_][\u0300-\u036f]*|[*?])+")
_GROUPED = pattern(r"[()]|[^\s()|]+")
_EITHER = {"OR", "ODER"}
_LITERAL = pattern(r"[^*?]+")


class Chunk(Struct, frozen=True):
    """The words of a chunk in order, and notes on how they were read.

    Most groups are a single word; of several words any may stand at that place.
    """

    groups: tuple[tuple[Word, ...], ...]
    notes: tuple[str, ...] = ()


def parse_chunk(text: str, span: Span) -> Chunk:
    """chunk = ["=" | "+"] word { joint word } ["~" [number]] ["^" number]"""
    notes: list[str] = []
    exact = text[:1] in {"=", "+"}
    if "^" in text and (weight := _WEIGHT.search(text)):
        unsupported = f"weights are not supported; {quoted(weight[0])} was left out"
        notes.append(f"{quoted(text)}: {unsupported}")
        text = text[: weight.start()]
    text = _without_bold(unmarked(text))
    if "~" in text and (similar := _SIMILAR.search(text)):
        return _similar(text[: similar.start()], similar[1], span, notes)
    return _in_order(_split(text, span, notes, exact=exact), notes)


def _without_bold(text: str) -> str:
    return _BOLD.sub(" ", text) if "**" in text else text


def parse_phrase(text: str, slop: int, span: Span) -> Chunk:
    """Read the text between quotes as words in exactly their form. Wildcards work there too.

    With a slop, brackets hold alternatives: "(Nato* Kreml) Gipfel"~5.
    """
    notes: list[str] = []
    text = _without_bold(MARKED.sub(lambda found: f" {found[0][1:]}", text))
    if slop and "(" in text:
        groups = tuple(_alternatives(text, span, notes))
        if any(len(group) > 1 for group in groups):
            return Chunk(groups, tuple(notes))
    found = _split(text, span, notes, exact=True)
    phrase = found[0] if found else None
    if not (slop and isinstance(phrase, Phrase)) or len(found) > 1:
        return _in_order(found, notes)
    if len(phrase.words) == 1:
        notes.append(f"~{slop} after a single word in quotes was left out")
        return _in_order([phrase], notes)
    return _in_order([Loose(phrase.words, min(slop, FARTHEST), span=span)], notes)


def _in_order(found: Iterable[Word], notes: Iterable[str]) -> Chunk:
    return Chunk(tuple((word,) for word in found), tuple(notes))


def _alternatives(text: str, span: Span, notes: list[str]) -> Iterator[tuple[Word, ...]]:
    """group = "(" { word ["OR" | "ODER"] } ")" | word"""
    depth, group = 0, list[Word]()
    for piece in _GROUPED.findall(text):
        if piece in {"(", ")"}:
            depth = depth + 1 if piece == "(" else max(depth - 1, 0)
        elif piece not in _EITHER:
            group += _split(piece, span, notes, exact=True)
        if not depth and group:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _split(text: str, span: Span, notes: list[str], *, exact: bool) -> list[Word]:
    """Split a text at its wildcards; plain words between two of them make one term or phrase."""
    found: list[Word] = []
    plain: list[str] = []

    def finish() -> None:
        if plain:
            found.append((Phrase if exact else Term)(tuple(plain), span=span))
            plain.clear()

    for piece in _PIECE.findall(text):
        word = _wild(piece.strip("?"), span, notes)
        if word is None:
            plain += [written.lower() for _, _, written in words(piece)]
        else:
            finish()
            found.append(word)
    finish()
    return found


def _wild(piece: str, span: Span, notes: list[str]) -> Wild | None:
    """word = letters with "*", or with "?" between them"""
    if not {"*", "?"} & {*piece}:
        return None
    pattern = _LITERAL.sub(lambda found: written_form(found[0]), piece)
    letters = len(pattern) - pattern.count("*") - pattern.count("?")
    if letters >= _FEWEST_LETTERS:
        return Wild(pattern, span=span)
    if letters:
        few = f"a wildcard needs at least {_FEWEST_LETTERS} letters"
        notes.append(f"{quoted(piece)}: {few}; it was left out")
    return None


def _similar(text: str, digits: str, span: Span, notes: list[str]) -> Chunk:
    """Read what stands before a tilde as a similar word, or as plain words if it cannot be one."""
    found = _split(text, span, notes, exact=False)
    form = written_form(found[0].words[0]) if len(found) == 1 and isinstance(found[0], Term) else ""
    edits = min(max(int(digits[:6] or "1"), 1), _MOST_EDITS)
    if not form or not isinstance(found[0], Term) or len(found[0].words) > 1:
        if found:
            notes.append(f"{quoted(text)}~: ~ works only after a single word; it was left out")
        return _in_order(found, notes)
    if len(form) <= edits + 1:
        notes.append(f"{quoted(text)}~: the word is too short for ~; it was left out")
        return _in_order(found, notes)
    if digits and int(digits[:6]) != edits:
        notes.append(f"{quoted(text)}~{digits[:6]} was read as ~{edits}")
    return _in_order([Similar(form, edits, span=span)], notes)
