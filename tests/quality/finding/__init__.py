"""Invented articles of one archive, and questions to it, grouped by what they are about."""

from tests.quality.finding import (
    compounds,
    dates,
    east,
    fields,
    gender,
    inflection,
    joined,
    near,
    nearness,
    operators,
    ranking,
    slips,
    spellings,
    written,
)
from tests.quality.finding.case import Near, News, Question

__all__ = ["ARTICLES", "GROUPS", "Near", "News", "Question"]

ARTICLES = (
    *east.ARTICLES,
    *inflection.ARTICLES,
    *compounds.ARTICLES,
    *spellings.ARTICLES,
    *written.ARTICLES,
    *joined.ARTICLES,
    *gender.ARTICLES,
    *slips.ARTICLES,
    *operators.ARTICLES,
    *nearness.ARTICLES,
    *fields.ARTICLES,
    *dates.ARTICLES,
    *ranking.ARTICLES,
)
GROUPS = {
    "inflection": inflection.QUESTIONS,
    "compounds": compounds.QUESTIONS,
    "one matter in many wordings": east.QUESTIONS,
    "spellings": spellings.QUESTIONS,
    "the written form first": written.QUESTIONS,
    "joined and apart": joined.QUESTIONS,
    "gender": gender.QUESTIONS,
    "slips": slips.QUESTIONS,
    "booleans": operators.BOOLEANS,
    "phrases": operators.PHRASES,
    "wildcards": operators.WILDCARDS,
    "nearness": nearness.QUESTIONS,
    "fields": fields.QUESTIONS,
    "dates": dates.QUESTIONS,
    "ranking": ranking.QUESTIONS,
    "near misses": near.QUESTIONS,
}
