"""What a word means for finding: one analysis, used by index, query, oracle and passages."""

from newsarc.analysis.analyser import Analysis, analyse, index, variants, version
from newsarc.analysis.fields import FIELDS, Indexed
from newsarc.analysis.splitter import COMPOUNDING, Splitter, dictionary_splitter

__all__ = [
    "COMPOUNDING",
    "FIELDS",
    "Analysis",
    "Indexed",
    "Splitter",
    "analyse",
    "dictionary_splitter",
    "index",
    "variants",
    "version",
]
