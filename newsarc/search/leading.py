"""The language of an archive, whose hits lead where words are spelt alike in several languages.

"Land", "Rat" and "Gift" are words of German and of English. Who asks a German archive for them
means the German ones.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from newsarc.analysis import stop_words
from newsarc.query import nodes
from newsarc.text import fold

if TYPE_CHECKING:
    from newsarc.meaning.meaning import Understanding
    from newsarc.store import Store

# An archive has the language of more than this share of its articles; half and half has none.
_MOST = 0.6

# By the understanding of an archive, which lives until somebody writes to it.
_KNOWN: WeakKeyDictionary[Understanding, str | None] = WeakKeyDictionary()


def leading_language(store: Store, query: nodes.Node) -> str | None:
    """Return the code of the language whose hits should lead, or None.

    None if the archive has no language of its own, or if the query says another one: by `lang:`,
    or by a stop word of another language ("the bank").
    """
    if any(isinstance(node, nodes.Language) for node in nodes.walk(query)):
        return None
    own = _archive_language(store)
    return None if own is None or _speaks_another(store, query, own) else own


def _archive_language(store: Store) -> str | None:
    """Return the language of most articles; it is counted once for each state of an archive."""
    state = store.understanding()
    if state not in _KNOWN:
        numbers = store.tally(nodes.All(), "language")
        (code,), number = max(numbers.items(), key=itemgetter(1), default=((None,), 0))
        _KNOWN[state] = code if number > _MOST * sum(numbers.values()) else None
    return _KNOWN[state]


def _speaks_another(store: Store, query: nodes.Node, own: str) -> bool:
    """Return whether a query has a stop word of another language of the archive."""
    others = [code for code in store.understanding().languages if code != own]
    foreign = stop_words(others) - stop_words([own])
    terms = (leaf for leaf in nodes.leaves(query) if isinstance(leaf, nodes.Term))
    return any(fold(word) in foreign for term in terms for word in term.words)
