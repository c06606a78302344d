"""What a word means for finding: one analysis, used by index, query, oracle and passages."""

from newsarc.analysis.analyser import Analysis, analyse, sequences, variants, version
from newsarc.analysis.chains import chains
from newsarc.analysis.checksum import MODULUS, token_checksum
from newsarc.analysis.fields import COLUMNS, FIELDS, KINDS, Indexed
from newsarc.analysis.indexing import index
from newsarc.analysis.languages import Language, language, stop_words
from newsarc.analysis.splitter import Splitter, Way
from newsarc.analysis.ways import chain_ways, otherwise, word_ways

__all__ = [
    "COLUMNS",
    "FIELDS",
    "KINDS",
    "MODULUS",
    "Analysis",
    "Indexed",
    "Language",
    "Splitter",
    "Way",
    "analyse",
    "chain_ways",
    "chains",
    "index",
    "language",
    "otherwise",
    "sequences",
    "stop_words",
    "token_checksum",
    "variants",
    "version",
    "word_ways",
]
