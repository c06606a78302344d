"""The language of queries: its nodes, and the parser that reads them."""

from newsarc.query.nodes import (
    All,
    And,
    Language,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Source,
    Term,
    conjunction,
    sought,
)
from newsarc.query.parser import Parsed, parse

__all__ = [
    "All",
    "And",
    "Language",
    "Node",
    "Not",
    "Or",
    "Parsed",
    "Phrase",
    "Published",
    "Source",
    "Term",
    "conjunction",
    "parse",
    "sought",
]
