"""The query language: `nodes` is what a query can say, `parse` reads one from text."""

from newsarc.query import nodes
from newsarc.query.limits import Limits
from newsarc.query.parser import Parsed, parse

__all__ = ["Limits", "Parsed", "nodes", "parse"]
