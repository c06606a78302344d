"""What the words of a query are found by, besides their forms and stems.

`Garantien` is found in „Sicherheitsgarantien“, `Nato-Osterweiterung` in
„Natoosterweiterungspläne“, and `Sicherheitsgarantien` in „Garantien für die Sicherheit“: where
all its parts stand near each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from newsarc.analysis import otherwise
from newsarc.query import Term, leaves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.analysis import Splitter
    from newsarc.query import Node

# So many words may stand between the first and the last part.
REACH = 5


class Compound(NamedTuple):
    """Words that stand side by side, as a compound: the tokens that they are in the columns of
    parts, and the stems of the parts of a lone one, which may stand near each other.
    """

    within: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


Compounds = Mapping[tuple[str, ...], Compound]
NONE: Compounds = {}


def compounds(
    query: Node, languages: Sequence[str], splitter: Splitter
) -> dict[tuple[str, ...], Compound]:
    """Give what the words of each term of a query are as a compound."""
    rows = {leaf.words for leaf in leaves(query) if isinstance(leaf, Term)}
    parts = {words: _apart(words, languages, splitter) for words in rows}
    return {words: Compound(otherwise(words, languages, splitter), parts[words]) for words in rows}


def _apart(words: tuple[str, ...], languages: Sequence[str], splitter: Splitter) -> tuple[str, ...]:
    """Return the parts of a lone word in the first language in which it is a compound.

    () if two of them are the same.
    """
    if len(words) != 1:
        return ()
    found = (splitter.parts(words[0], language) for language in languages)
    parts = next(filter(None, found), ())
    return parts if len(set(parts)) == len(parts) else ()
