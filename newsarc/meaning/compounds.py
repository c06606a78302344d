"""What the words of a query are found by, besides their forms and stems.

`Garantien` is found in „Sicherheitsgarantien“, `Nato-Osterweiterung` in
„Natoosterweiterungspläne“, and `Sicherheitsgarantien` in „Garantien für die Sicherheit“: where
all its parts stand near each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from newsarc.analysis import COMPOUNDING, otherwise
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
    german = COMPOUNDING in languages
    parts = {words: _apart(words, splitter) if german else () for words in rows}
    return {words: Compound(otherwise(words, languages, splitter), parts[words]) for words in rows}


def _apart(words: tuple[str, ...], splitter: Splitter) -> tuple[str, ...]:
    """Give the parts of a lone word, if no two of them are the same."""
    parts = splitter.parts(words[0]) if len(words) == 1 else ()
    return parts if len(set(parts)) == len(parts) else ()
