"""Scores on the scale of `newsarc.store.scoring`, counted token by token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.analysis import FIELDS, KINDS, sequences, variants
from newsarc.meaning.compounds import NO_COMPOUND
from newsarc.meaning.places import loose, sequence_starts
from newsarc.query import nodes
from newsarc.store.scoring import K1, WEIGHTS, B, idf
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from newsarc.meaning.meaning import Meaning
    from newsarc.meaning.text import Column, Text


_ALL = range(len(FIELDS))


def scores(query: nodes.Node, texts: Mapping[str, Text], meaning: Meaning) -> dict[str, float]:
    """Return the BM25 score of each of all texts for the words of a query; 0 where none stands."""
    lengths = {name: _length(text) for name, text in texts.items()}
    mean = sum(lengths.values()) / max(len(texts), 1)
    found = dict.fromkeys(texts, 0.0)
    for token in _tokens(query, meaning):
        counts = {name: count for name, text in texts.items() if (count := token(text))}
        rarity = idf(len(counts), len(texts))
        for name, count in counts.items():
            damping = K1 * (1 - B + B * lengths[name] / mean)
            found[name] += rarity * count * (K1 + 1) / (count + damping)
    return found


def _length(text: Text) -> int:
    columns = (column for kind in KINDS for column in getattr(text, kind))
    return sum(len(positions) for column in columns for positions in column.values())


def _tokens(query: nodes.Node, meaning: Meaning) -> Iterator[Callable[[Text], float]]:
    """Yield for each token that a query's words stand for what weighs its places in a text."""
    for leaf in dict.fromkeys(nodes.sought(query)):
        fields: Iterable[int] = _ALL
        word: nodes.Node = leaf
        if isinstance(leaf, nodes.In):
            fields = [FIELDS.index(leaf.field)] if leaf.field in FIELDS else _ALL
            word = leaf.word
        for kind, count in _counts(word, meaning):
            yield _weighing(kind, count, fields)


def _weighing(
    kind: str, count: Callable[[Column], int], fields: Iterable[int]
) -> Callable[[Text], float]:
    weights = [(field, WEIGHTS.column(FIELDS[field], kind)) for field in fields]

    def weigh(text: Text) -> float:
        columns: Sequence[Column] = getattr(text, kind)
        return sum(weight * count(columns[field]) for field, weight in weights if columns)

    return weigh


def _counts(word: nodes.Node, meaning: Meaning) -> Iterator[tuple[str, Callable[[Column], int]]]:
    """Yield the kind of each token of a word, with what counts it in a column."""
    match word:
        case nodes.Term(words):
            compound = meaning.compounds.get(words, NO_COMPOUND)
            yield "forms", _side_by_side(variants(words, ())[0])
            for row in sequences(words, meaning.languages):
                yield "stems", _side_by_side(row)
            for token in compound.within:
                yield "parts", _side_by_side((token,))
            yield from (("stems", near) for near in _together(compound.parts, compound.slop))
        case nodes.Phrase(words):
            yield "forms", _side_by_side(variants(words, ())[0])
        case nodes.Loose(words, slop):
            yield from (("forms", near) for near in _together(tuple(map(fold, words)), slop))
        case nodes.Wild() if word.prefix is not None:
            yield "forms", _beginning(word.prefix)
        case nodes.Wild() | nodes.Similar():
            yield from (("forms", _side_by_side((f,))) for f in sorted(meaning.forms.get(word, ())))
        case _:
            return


def _side_by_side(words: tuple[str, ...]) -> Callable[[Column], int]:
    return lambda column: sum(1 for _ in sequence_starts(column, words))


def _beginning(prefix: str) -> Callable[[Column], int]:
    return lambda column: sum(len(at) for form, at in column.items() if form.startswith(prefix))


def _together(words: tuple[str, ...], slop: int) -> Iterator[Callable[[Column], int]]:
    """Yield for each of some words what counts its places near all the others."""

    def near(column: Column, word: str) -> int:
        stretches = [(p.start, p.end) for p in loose(0, column, words, slop)]
        places = column.get(word, ())
        return sum(any(start <= at < end for start, end in stretches) for at in places)

    for word in words:
        yield lambda column, word=word: near(column, word)  # type: ignore[misc]
