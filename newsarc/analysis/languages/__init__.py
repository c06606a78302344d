"""Languages: everything that the analysis of a word knows of the language it is written in."""

from newsarc.analysis.languages.base import Compounding, Language
from newsarc.analysis.languages.registry import language, stop_words, versions

__all__ = ["Compounding", "Language", "language", "stop_words", "versions"]
