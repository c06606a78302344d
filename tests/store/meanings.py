"""What the words of a query mean in an archive that has no word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.meaning.meaning import Understanding
from newsarc.store.memory.words import MemoryVocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.meaning.meaning import Meaning
    from newsarc.query import nodes


def meaning_of(query: nodes.Node, languages: Sequence[str]) -> Meaning:
    return Understanding(MemoryVocabulary(()), lambda: languages).of(query)
