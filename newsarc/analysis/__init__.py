"""What a word means for finding: one analysis, used by index, query, oracle and passages."""

from newsarc.analysis.analyser import Analysis, analyse, index, variants, version
from newsarc.analysis.fields import FIELDS, Indexed
from newsarc.analysis.splitter import COMPOUNDING, Splitter, dictionary_splitter
from newsarc.analysis.stopwords import stop_words

__all__ = [
    "COMPOUNDING",
    "FIELDS",
    "Analysis",
    "Indexed",
    "Splitter",
    "analyse",
    "dictionary_splitter",
    "index",
    "stop_words",
    "variants",
    "version",
]
