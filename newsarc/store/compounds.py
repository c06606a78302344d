"""Compounds in a query: a word may stand within a longer one, and a compound may be taken apart.

`Garantien` is found in „Sicherheitsgarantien“, and `Sicherheitsgarantien` in „Garantien für
die Sicherheit“: where all its parts stand near each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsarc.analysis import COMPOUNDING, analyse
from newsarc.query import Term, leaves

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsarc.analysis import Splitter
    from newsarc.query import Node

# So many words may stand between the first and the last part.
REACH = 5


class Compound(NamedTuple):
    """A word as a part of others, by its stem, and its own parts, by theirs."""

    stem: str
    parts: tuple[str, ...]


NONE: Mapping[str, Compound] = {}


def compounds(query: Node, languages: Sequence[str], splitter: Splitter) -> dict[str, Compound]:
    """Give what each lone word of a query is as a compound, where an archive has any."""
    if COMPOUNDING not in languages:
        return {}
    words = {
        leaf.words[0] for leaf in leaves(query) if isinstance(leaf, Term) and len(leaf.words) == 1
    }
    return {
        word: Compound(analyse(word, COMPOUNDING).stem, _apart(word, splitter)) for word in words
    }


def _apart(word: str, splitter: Splitter) -> tuple[str, ...]:
    """Give the parts of a word, if no two of them are the same."""
    parts = splitter.parts(word)
    return parts if len(set(parts)) == len(parts) else ()
