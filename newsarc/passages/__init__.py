"""What to show of an article for a query: its best passage, and the marks in it."""

from newsarc.passages.best_passage import LONGEST, best_passage, marked, passage
from newsarc.passages.finder import Finder
from newsarc.passages.lookout import Match

__all__ = ["LONGEST", "Finder", "Match", "best_passage", "marked", "passage"]
