"""What a word means for finding: one analysis, used by index, query, oracle and passages."""

from newsarc.analysis.analyser import VERSION, Analysis, analyse, index, variants
from newsarc.analysis.fields import FIELDS, Indexed

__all__ = ["FIELDS", "VERSION", "Analysis", "Indexed", "analyse", "index", "variants"]
