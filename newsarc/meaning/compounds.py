"""What the words of a query are as compounds.

`Garantien` is found in „Sicherheitsgarantien“, `Nato-Osterweiterung` in
„Natoosterweiterungspläne“, and `Sicherheitsgarantien` in „Garantien für die Sicherheit“, where
all its parts stand near each other. The tokens come from `newsarc.analysis.ways`, which gives an
index the same ones; how a single word is cut, from `newsarc.analysis.compounds`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.analysis import otherwise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.analysis import Splitter

# Maximum number of words between the first and the last part of a compound taken apart.
REACH = 5


class Compound(Struct, frozen=True):
    """Words that stand side by side, as a compound.

    `within` are the tokens of the parts columns by which they are found within longer compounds.
    `parts` are the stems of the parts of a single word, which may also stand near each other.
    """

    within: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def slop(self) -> int:
        """Maximum number of other words among the parts of a compound taken apart."""
        return REACH + 2 - len(self.parts)


NO_COMPOUND = Compound()


def compound(words: tuple[str, ...], languages: Sequence[str], splitter: Splitter) -> Compound:
    """Return what the words of a term are as a compound in some languages."""
    parts = _parts(words[0], languages, splitter) if len(words) == 1 else ()
    return Compound(otherwise(words, languages, splitter), parts)


def _parts(word: str, languages: Sequence[str], splitter: Splitter) -> tuple[str, ...]:
    """Return the parts of a word in the first language in which it is a compound.

    () if two of them are the same.
    """
    found = (splitter.parts(word, language) for language in languages)
    parts = next(filter(None, found), ())
    return parts if len(set(parts)) == len(parts) else ()
