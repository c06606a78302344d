"""An outline of a query in words: a line for each node, what it joins indented below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from newsarc.query.nodes import (
    All,
    And,
    Apart,
    AtLeast,
    Filter,
    In,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Similar,
    Term,
    Wild,
    children,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.query.nodes import Reach, Word


def outline(node: Node, indent: str = "") -> Iterator[str]:
    """Yield the outline, one line for each node; `indent` stands before every line."""
    yield indent + _described(node)
    for child in children(node):
        yield from outline(child, f"{indent}  ")


def _described(node: Node) -> str:
    match node:
        case All():
            return "everything"
        case Term() | Phrase() | Loose() | Wild() | Similar():
            return _word(node)
        case In(field, word):
            return f"in the {field}: {_word(word)}"
        case Near(_, _, reach):
            return f"near: {_within(reach)}{', in this order' if node.ordered else ''}"
        case Apart(_, _, reach):
            return f"the first, without the second near it: {_within(reach)}"
        case AtLeast(times, _):
            return f"at least {times} times"
        case Not():
            return "not"
        case And():
            return "all of"
        case Or():
            return "one of"
        case Filter():
            return f"filter {node}"
        case _:
            assert_never(node)


def _word(word: Word) -> str:
    match word:
        case Term((single,)):
            return f"word {single}"
        case Term(row):
            return f"words side by side: {' '.join(row)}"
        case Phrase(()):
            return "nothing"
        case Phrase():
            return f"exactly {word}"
        case Loose(row, slop):
            return f"exactly {' '.join(row)}, in any order, with at most {slop} other words"
        case Wild(pattern):
            return f"pattern {pattern}"
        case Similar(form, edits):
            return f"similar to {form}, at most {edits} letter{'s' if edits > 1 else ''} different"
        case _:
            assert_never(word)


def _within(reach: Reach) -> str:
    if isinstance(reach, int):
        return f"within {reach} word{'s' if reach > 1 else ''}"
    return "in one sentence" if reach == "s" else "in one paragraph"
