"""Sources that a query names and the archive does not have, and what may be meant by them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsarc.distance import are_similar
from newsarc.query import nodes
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.store import Store

# Maximum number of sources that are suggested for an unknown one.
_MOST_SUGGESTED = 3
# Shorter words ("die", "das", "de", "com") do not tell sources apart, unless there are no others.
_SHORTEST_WORD = 4


def unknown_sources(store: Store, query: nodes.Node) -> tuple[str, ...]:
    """Return a note, one sentence, for each source in a query that the archive does not have.

    A note suggests up to three sources that share a word with it, or a word with one different
    letter, those with the most articles first. Raises StoreError.
    """
    sought = tuple(dict.fromkeys(_sources(query)))
    if not sought:
        return ()
    counts = {name: number for (name,), number in store.tally(nodes.All(), "source").items()}
    known = sorted((name for name in counts if name), key=lambda name: -counts[name])
    forms = {fold_label(name) for name in known}
    return tuple(_note(node, known) for node in sought if node.name not in forms)


def _sources(query: nodes.Node) -> Iterator[nodes.Source]:
    """Yield the sources that a query asks for, but not those that it excludes."""
    if isinstance(query, nodes.Source):
        yield query
    for child in () if isinstance(query, nodes.Not) else nodes.children(query):
        yield from _sources(child)


def _note(source: nodes.Source, known: Iterable[str]) -> str:
    suggested = list(islice(_similar_names(source.name, known), _MOST_SUGGESTED))
    if not suggested:
        return f"no article has {source}; newsarc stats lists the sources"
    return f"no article has {source}; did you mean {' or '.join(suggested)}?"


def _similar_names(sought: str, known: Iterable[str]) -> Iterator[str]:
    """Yield the names that have a word in common, but for one letter, with a folded name."""
    words = _long_words(sought)
    for name in known:
        others = _long_words(fold_label(name))
        if any(are_similar(word, other, 1) for word in words for other in others):
            yield name


def _long_words(name: str) -> list[str]:
    """Return the long words of a name, or all of them if none is long."""
    words = name.split()
    return [word for word in words if len(word) >= _SHORTEST_WORD] or words
