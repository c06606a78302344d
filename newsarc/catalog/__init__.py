"""What a document says of itself: its date, headline, credits and place, with the evidence."""

from newsarc.catalog.article import read

__all__ = ["read"]
