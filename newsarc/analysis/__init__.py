"""What a word means for finding: one analysis, used by index, query, oracle and passages."""

from typing import TYPE_CHECKING

from newsarc.analysis.analyser import (
    Analysis,
    analyse,
    phrases,
    spellings,
    umlauts,
    variants,
    version,
)
from newsarc.analysis.chains import chains
from newsarc.analysis.fields import COLUMNS, FIELDS, KINDS, Indexed
from newsarc.analysis.languages import Language, language, stop_words
from newsarc.analysis.lookup import Lookup, lookup
from newsarc.analysis.splitter import Splitter, Way
from newsarc.analysis.stems import beginnings, is_own_word
from newsarc.analysis.suspended import suspended_ways
from newsarc.analysis.ways import chained, linked_ways, word_ways
from newsarc.later import later

if TYPE_CHECKING:
    from newsarc.analysis.checksum import token_checksum
    from newsarc.analysis.indexing import index
    from newsarc.scanner import MODULUS

__all__ = [
    "COLUMNS",
    "FIELDS",
    "KINDS",
    "MODULUS",
    "Analysis",
    "Indexed",
    "Language",
    "Lookup",
    "Splitter",
    "Way",
    "analyse",
    "beginnings",
    "chained",
    "chains",
    "index",
    "is_own_word",
    "language",
    "linked_ways",
    "lookup",
    "phrases",
    "spellings",
    "stop_words",
    "suspended_ways",
    "token_checksum",
    "umlauts",
    "variants",
    "version",
    "word_ways",
]

__getattr__ = later(
    __name__,
    MODULUS="scanner",
    token_checksum="analysis.checksum",  # noqa: S106 (a function, no password)
    index="analysis.indexing",
)
