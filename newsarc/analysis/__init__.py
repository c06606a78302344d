"""What a word means for finding: one analysis, used by index, query, oracle and passages."""

from newsarc.analysis.analyser import Analysis, analyse, readings, variants, version
from newsarc.analysis.chains import chains
from newsarc.analysis.fields import FIELDS, KINDS, Indexed
from newsarc.analysis.indexing import index
from newsarc.analysis.splitter import COMPOUNDING, Splitter, Way, dictionary_splitter
from newsarc.analysis.stems import SUFFIXING
from newsarc.analysis.stopwords import stop_words
from newsarc.analysis.ways import chain_ways, otherwise, word_ways

__all__ = [
    "COMPOUNDING",
    "FIELDS",
    "KINDS",
    "SUFFIXING",
    "Analysis",
    "Indexed",
    "Splitter",
    "Way",
    "analyse",
    "chain_ways",
    "chains",
    "dictionary_splitter",
    "index",
    "otherwise",
    "readings",
    "stop_words",
    "variants",
    "version",
    "word_ways",
]
