"""What the words of a query mean in an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.meaning.compounds import NONE
from newsarc.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsarc.meaning.compounds import Compounds
    from newsarc.query import Similar, Wild


@value
class Meaning:
    """What the words of a query mean in an archive.

    A word is read in each of its languages; `forms` are those that a pattern or a similar
    word stands for, but for patterns that say only how a word begins; `compounds` are what
    the words of its terms are as compounds. `ranking` asks for words as they are weighed: apart
    for each kind of column; else they are only found, which needs no more than their stems.
    """

    languages: Sequence[str]
    forms: Mapping[Wild | Similar, frozenset[str]]
    compounds: Compounds = NONE
    ranking: bool = False
