"""The questions of a query that FTS5 cannot answer, such as `w/s`.

`answers.verdicts.judge` answers them from the positions of words (`positions.stretches`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.query import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.store.sqlite.plan.match import Matcher


def questions(query: nodes.Node, matcher: Matcher) -> tuple[nodes.Node, ...]:
    """Return the parts of a query that FTS5 cannot answer, as large as they are candidates."""
    return tuple(dict.fromkeys(_asked(query, matcher)))


def numbered(query: nodes.Node, matcher: Matcher) -> dict[nodes.Node, int]:
    """Return a number for each question of a query, and for each alternative within one."""
    whole = questions(query, matcher)
    parts = (part for question in whole for part in _alternatives(question, matcher))
    return {node: number for number, node in enumerate(dict.fromkeys(parts))}


def _asked(node: nodes.Node, matcher: Matcher) -> Iterator[nodes.Node]:
    if matcher.exact(node) is None:
        if matcher.candidate(node) is not None:
            yield node
        else:
            for child in nodes.children(node):
                yield from _asked(child, matcher)


def _alternatives(node: nodes.Node, matcher: Matcher) -> Iterator[nodes.Node]:
    yield node
    for part in node.nodes if isinstance(node, nodes.Or) else ():
        if matcher.exact(part) is None:
            yield from _alternatives(part, matcher)
