"""What an export states of itself, and whether it is so: numbers of words and articles, dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.dates.written import read_date, written
from newsarc.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A body may differ from the number of words that is stated by so much: exports count headlines,
# captions and numbers in different ways.
_TOLERANCE = 0.15
_FEW_WORDS = 10
_NUMBER = re.compile(r"[0-9]{1,3}(?:[.,'’ \u00a0\u202f][0-9]{3})+|[0-9]{1,9}")
_DAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag monday tuesday wednesday"
    " thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche maandag"
    " dinsdag woensdag donderdag vrijdag zaterdag zondag lunes martes miércoles jueves viernes"
    " sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica mandag tirsdag onsdag"
    " torsdag fredag lørdag søndag måndag tisdag lördag söndag"
)
_DAY = re.compile(rf",?\s*\b(?:{'|'.join(_DAYS.split())})\b,?", re.IGNORECASE)
# Months whose names no other language shares.
_MONTHS = {
    "januari": "Januar", "februari": "Februar", "maart": "März", "mei": "Mai", "augustus": "August",
    "marts": "März", "maj": "Mai", "mars": "März",
}  # fmt: skip
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b", re.IGNORECASE)
_SEASON = re.compile(r"[^\W\d_]{3,12},? ((?:1[89]|20)[0-9]{2})")  # `Summer, 2008`
_LONGEST_DATE = 200


def number(words: str) -> int | None:
    """Return the first number in a text: `2,968 words`."""
    found = _NUMBER.search(words[:_LONGEST_DATE])
    return int(re.sub(r"\D", "", found[0])) if found else None


def date(words: str) -> str | None:
    """Return a date that can be read from what is written, with its time if it has one."""
    line = one_line(words[:_LONGEST_DATE])
    bare = " ".join(_DAY.sub(" ", line).split())
    plain = _MONTH.sub(lambda found: _MONTHS[found[0].lower()], bare)
    readable = [each for each in (line, bare, plain) if read_date(each)]
    if readable:
        return max(readable, key=lambda each: len(str(read_date(each))))
    if found := next(written(plain), None):
        return plain[found.start : found.end]
    season = _SEASON.fullmatch(line)
    return season[1] if season else None


def word_note(stated: int | None, texts: Iterable[str]) -> str | None:
    """Return a sentence if a body has not as many words as is stated; None if it has."""
    if stated is None:
        return None
    read = sum(len(text.split()) for text in texts)
    if abs(read - stated) <= max(_FEW_WORDS, _TOLERANCE * stated):
        return None
    return f"says that it has {stated:,} words, and has {read:,}"


def count_reason(stated: int | None, read: int) -> str | None:
    """Return a sentence if a file states another number of documents than were read."""
    if stated is None or stated == read:
        return None
    return f"says that it has {stated:,} documents, and {read:,} were found"


def paragraphs(texts: Sequence[str]) -> str:
    """Return paragraphs as a cleaned text."""
    return clean("\n\n".join(texts))
