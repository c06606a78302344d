"""What a word means for finding: one analysis, used by index, query, oracle and passages."""

from newsarc.analysis.analyser import Analysis, analyse, index, variants, version
from newsarc.analysis.fields import FIELDS, Indexed

__all__ = ["FIELDS", "Analysis", "Indexed", "analyse", "index", "variants", "version"]
