"""Sources that an archive does not have, and those that may be meant by them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsarc.query import nodes
from newsarc.text import are_similar, fold_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.store import Store

_MOST_MEANT = 3
# "die", "das", "de", "com" and the like say nothing of a source beside longer words.
_SHORTEST_NAME = 4


def unknown_sources(store: Store, query: nodes.Node) -> tuple[str, ...]:
    """Tell, a sentence each, which sources of a query the archive does not have.

    Those with a word in common, or nearly so, may be meant; of these the three with most articles
    are named. Raises StoreError.
    """
    sought = tuple(dict.fromkeys(_sources(query)))
    if not sought:
        return ()
    counts = store.tally(nodes.All(), "source")
    known = sorted((name for name in counts if name), key=lambda name: -counts[name])
    forms = {fold_label(name) for name in known}
    return tuple(_doubt(node, known) for node in sought if node.name not in forms)


def _sources(query: nodes.Node) -> Iterator[nodes.Source]:
    """Give the sources that a query asks for, without those that it leaves out."""
    if isinstance(query, nodes.Source):
        yield query
    for child in () if isinstance(query, nodes.Not) else nodes.children(query):
        yield from _sources(child)


def _doubt(source: nodes.Source, known: Iterable[str]) -> str:
    meant = list(islice(_alike(source.name, known), _MOST_MEANT))
    if not meant:
        return f"no article has {source}; newsarc stats lists the sources"
    return f"no article has {source}; did you mean {' or '.join(meant)}?"


def _alike(sought: str, known: Iterable[str]) -> Iterator[str]:
    words = _telling(sought)
    for name in known:
        if any(are_similar(one, other, 1) for one in words for other in _telling(fold_label(name))):
            yield name


def _telling(name: str) -> list[str]:
    words = name.split()
    return [word for word in words if len(word) >= _SHORTEST_NAME] or words
