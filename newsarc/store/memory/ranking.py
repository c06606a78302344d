"""Scores on the scale of `newsarc.store.scoring`, counted token by token."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis import FIELDS, KINDS, phrases, spellings
from newsarc.meaning.places import loose, sequence_starts
from newsarc.query import nodes
from newsarc.store.scoring import K1, WEIGHTS, B, idf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from newsarc.meaning.meaning import Meaning
    from newsarc.meaning.text import Column, Text


class _Token(Struct, frozen=True):
    """A token that a word stands for, in one kind of column.

    `count` counts it in a column. Of a token that must be near others, `held` counts it anywhere:
    its rarity is that of the token alone.
    """

    kind: str
    count: Callable[[Column], int]
    held: Callable[[Column], int]


def scores(query: nodes.Node, texts: Mapping[str, Text], meaning: Meaning) -> dict[str, float]:
    """Return the BM25 score of each of all texts for the words of a query; 0 where none stands."""
    lengths = {name: _length(text) for name, text in texts.items()}
    mean = sum(lengths.values()) / max(len(texts), 1)
    found = dict.fromkeys(texts, 0.0)
    for word in dict.fromkeys(nodes.sought(query)):
        inner, fields = (word.word, _fields(word)) if isinstance(word, nodes.In) else (word, FIELDS)
        for token in _tokens(inner, meaning):
            holding = sum(any(_counts(token.held, token, text, fields)) for text in texts.values())
            rarity = idf(holding, len(texts))
            for name, text in texts.items():
                tf = sum(_counts(token.count, token, text, fields))
                damping = K1 * (1 - B + B * lengths[name] / mean)
                found[name] += rarity * tf * (K1 + 1) / (tf + damping)
    return found


def _length(text: Text) -> int:
    """Return the number of tokens of all columns of a text."""
    columns = (column for kind in KINDS for column in getattr(text, kind))
    return sum(len(positions) for column in columns for positions in column.values())


def _fields(word: nodes.In) -> Sequence[str]:
    return [word.field] if word.field in FIELDS else FIELDS


def _counts(
    count: Callable[[Column], int], token: _Token, text: Text, fields: Iterable[str]
) -> Iterator[float]:
    """Yield for each field of a text how often a token is counted in it, times its weight."""
    columns: Sequence[Column] = getattr(text, token.kind)
    for field in fields if columns else ():
        yield WEIGHTS.column(field, token.kind) * count(columns[FIELDS.index(field)])


def _tokens(word: nodes.Word, meaning: Meaning) -> Iterator[_Token]:
    """Yield the tokens that a word stands for."""
    match word:
        case nodes.Term(words):
            found = meaning.terms[words]
            yield from (_sequence("forms", row) for row in phrases(words))
            yield from (_sequence("stems", row) for row in found.rows)
            yield from (_sequence("parts", (token,)) for token in found.tokens)
            yield from _near("stems", found.parts, found.slop)
        case nodes.Phrase(words):
            yield from (_sequence("forms", row) for row in phrases(words))
        case nodes.Loose(words, slop):
            for row in product(*map(spellings, words)):
                yield from _near("forms", row, slop)
        case nodes.Wild() if word in meaning.beginnings:
            yield from map(_beginning, meaning.beginnings[word])
        case nodes.Wild() | nodes.Similar():
            yield from (_sequence("forms", (f,)) for f in sorted(meaning.forms.get(word, ())))


def _sequence(kind: str, words: tuple[str, ...]) -> _Token:
    """Return words side by side as one token."""

    def count(column: Column) -> int:
        return sum(1 for _ in sequence_starts(column, words))

    return _Token(kind, count, count)


def _beginning(prefix: str) -> _Token:
    """Return all forms with a prefix as one token."""

    def count(column: Column) -> int:
        return sum(len(at) for form, at in column.items() if form.startswith(prefix))

    return _Token("forms", count, count)


def _near(kind: str, words: tuple[str, ...], slop: int) -> Iterator[_Token]:
    """Yield each of some words as a token that counts where it is near all the others."""
    for word in words:

        def count(column: Column, word: str = word) -> int:
            stretches = [(one.start, one.end) for one in loose(0, column, words, slop)]
            return sum(any(a <= at < b for a, b in stretches) for at in column.get(word, ()))

        def held(column: Column, word: str = word) -> int:
            return len(column.get(word, ()))

        yield _Token(kind, count, held)
