"""Invented articles, each in the style of one convention or one trap of German news text."""

from tests.quality.articles import (
    agencies,
    bare,
    bylines,
    crawlers,
    english,
    furniture,
    genres,
    labelled,
    pages,
    romance,
    traps,
    updates,
)
from tests.quality.articles.case import Case, Value

__all__ = ["CASES", "Case", "Value"]

CASES = (
    *labelled.CASES,
    *updates.CASES,
    *bare.CASES,
    *crawlers.CASES,
    *traps.CASES,
    *bylines.CASES,
    *agencies.CASES,
    *pages.CASES,
    *genres.CASES,
    *english.CASES,
    *romance.CASES,
    *furniture.CASES,
)
