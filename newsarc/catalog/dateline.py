"""Datelines: where a text was written, and for which agency: `Hamburg (dpa/lno) – Der …`.

A known agency in brackets makes any name a place. Without one, there must be another reason
to believe in the place: it is a city of many datelines, it ends like a place, or the text
says `in` before it. The names and endings are in `words.place_names`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.agencies import agency
from newsarc.catalog.words.media_names import is_medium
from newsarc.catalog.words.place_names import (
    ARTICLES,
    CITIES,
    COMMON_WORDS,
    ENDINGS,
    FIRST_WORDS,
    NO_ENDINGS,
    NO_PLACES,
    NOUNS,
    OPENERS,
    PARTICLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# Characters: of what stands before a bracket, of a text's beginning, of its first paragraph,
# and of the text that may name the place again.
_LONGEST_PLACE, _BEGINNING, _PARAGRAPH, _NEARBY = 60, 300, 1000, 4000
_LONGEST_CREDIT = 42
_MOST_WORDS, _FEW = 8, 4
_LINES = 10  # in which a dateline may stand below a lead
_CREDIT = re.compile(r"\((?P<credit>[^()\n]{2,40})\)")
# What may stand between an agency and the text: `(dpa) - `, `(epd). `, `(AFP) `
_BEHIND = re.compile(r"[.:]?(?: ?(?:[-–—|:]|--))?\s{1,3}")
# A date between place and agency: `Frankfurt, 14. Aug (Reuters)`, `Wien, 5.3.2022 (APA)`
_DATE = re.compile(
    r",? (?:den )?(?:\d\d?\. ?(?:\d\d?\.(?: ?\d{2,4})?|[^\W\d_]{3,9}\.?(?: \d{4})?)"
    r"|[^\W\d_]{3,9}\.? \d\d?(?:, \d{4})?)$"
)
# `NORDHAFEN taz | Der …`, `BERLIN dpa/epd | Der …`
_BARRED = re.compile(r"(?P<place>[^\n|()]{2,50}) (?P<credit>[\w/-]{2,20}) \| ")
_DASHED = re.compile(
    r"(?P<place>[^\W\d_][^\n()|:;!?–—\"„“”»«]{1,48}?)"
    r"(?: (?P<dash>[-–—]|--)\s| \((?P<note>[^()\n]{2,30})\)(?:\.| (?:[-–—]|--))\s)"
)
_DOTTED = re.compile(
    r"(?P<place>(?:St\. |Bad |Sankt )?[^\W\d_][\w'’/-]{2,30})\.\s{1,2}"
    r"(?:\((?P<note>[^()\n]{2,20})\) ?)?"
)
_STOPPED = re.compile(r"[^.,]{4,60}\.")
# The credit of a staff writer behind a place: `Seefurt (kas) - Der …`
_STAFF = re.compile(r"[a-zäöü]{2,4}(?:/[a-zäöü]{2,4})?")
_BETWEEN = re.compile(r"/|, | und ")  # two places
_WORDS = re.compile(r"[ /,]+")
# A result behind names: `Nordhafen 2:1`, `FC Nordhafen 3:0 (1:0)`
_RESULT = re.compile(r"(?:[^\Wa-zäöüß][^\s:]{0,30}\s){1,5}\d{1,3} ?: ?\d{1,3}\b(?! Uhr)")
_ENDED = re.compile(r"[.!?…][\"“”»«')]?(?:\s|$)")
_OF_PICTURE = re.compile(r"Foto|Bild|©|Quelle|Photo|Grafik")
_QUOTES = "\"„“”»«›‹‚'’‘"


class Dateline(Struct, frozen=True):
    """The place where a text was written, its agency and its medium, as far as it says them.

    The text begins at `end`.
    """

    end: int
    words: str
    place: str | None
    agency: str | None
    source: str | None = None


def dateline(body: str) -> Dateline | None:
    """Return the dateline at the beginning of a body, or None."""
    return _with_agency(body) or _with_bar(body) or _alone(body)


def dateline_below(body: str) -> Dateline | None:
    """Return the first dateline with an agency at the beginning of a later line, or None."""
    lines = body.split("\n", _LINES)[1:_LINES]
    told = (_with_agency(line) for line in lines if "(" in line[:_LONGEST_PLACE])
    return next(filter(None, told), None)


def dateline_behind_headline(text: str) -> Dateline | None:
    """Return the first dateline with an agency in a text on one line, or None."""
    for credit, known, end in _credits(text, _BEGINNING):
        before = text[max(0, credit.start() - _LONGEST_PLACE) : credit.start()].rstrip(" -–—")
        last = _DATE.sub("", before).split(" ")[-1]
        dashed = text[credit.end() : end].strip(" .:") != ""
        if last[:1].isupper() and agency(known) and (dashed or not _OF_PICTURE.search(before)):
            place = last if all(map(_is_known, last.split("/"))) else None
            return Dateline(end, f"{last} {credit[0]}", place, known)
    return None


def _with_agency(body: str) -> Dateline | None:
    for credit, known, end in _credits(body, _LONGEST_PLACE + _LONGEST_CREDIT):
        before = body[: credit.start()]
        place = _without_stop(_undated(before.rstrip(" -–—")))
        if len(before) > _LONGEST_PLACE or "\n" in before or (place and not _is_name(place)):
            return None
        if agency(known) is None and not (place.isupper() or _is_known(place)):
            return None
        words = body[: credit.end()]
        if place and (_is_no_place(place) or place.split(" ")[0] in ARTICLES):
            return Dateline(0, words, None, known)
        return Dateline(end, words, place or None, known)
    return None


def _without_stop(place: str) -> str:
    """Strip a full stop that ends no abbreviation: `Seefurt. (dpa)`."""
    return place[:-1] if _STOPPED.fullmatch(place) else place


def _undated(place: str) -> str:
    return _DATE.sub("", place).rstrip(",")


def _credits(text: str, limit: int) -> Iterator[tuple[re.Match[str], str, int]]:
    """Yield the agencies in brackets before a sentence: the match, the agencies, and the end."""
    for credit in _CREDIT.finditer(text, 0, limit):
        known = agency(credit["credit"], of_dateline=True)
        behind = _BEHIND.match(text, credit.end()) if known else None
        if known and behind and _is_beginning(text, behind.end()):
            yield credit, known, behind.end()


def _with_bar(body: str) -> Dateline | None:
    found = _BARRED.match(body)
    if found is None or not _is_name(found["place"]):
        return None
    known = agency(found["credit"], of_dateline=True)
    medium = next(filter(is_medium, found["credit"].split("/")), None)
    if known is None and medium is None:
        return None
    return Dateline(found.end(), found[0].rstrip(" |"), found["place"], known, medium)


def _alone(body: str) -> Dateline | None:
    """Accept a place before a dash or a full stop, if there is a reason to believe in it."""
    found = _DASHED.match(body) or _DOTTED.match(body)
    if found is None or not _is_sentence(body, found.end()):
        return None
    place = _undated(found["place"])
    if not _is_name(place) or _is_no_place(place) or not _is_believed(found, place, body):
        return None
    words = found[0].rstrip(" -–—\n" if found["note"] else " -–—.\n")
    shown = place.title() if found.re is _DOTTED and place.isupper() else place
    return Dateline(found.end(), words, shown, agency(found["note"]))


def _is_believed(found: re.Match[str], place: str, body: str) -> bool:
    """Whether there is a reason to believe in a place that has no agency."""
    names = _BETWEEN.split(place)
    dotted, opened = found.re is _DOTTED, _first_word(body, found.end()) in OPENERS
    if dotted and place.casefold() in CITIES:
        return opened or place.casefold() not in COMMON_WORDS
    if (opened or not dotted) and all(map(_is_known, names)):
        return True
    if place.casefold().endswith(NOUNS) or any(name.casefold() in COMMON_WORDS for name in names):
        return False
    if place != found["place"]:  # a date stands beside it
        return True
    return opened and (_is_printed(found, names[0]) or all(_is_named(name, body) for name in names))


def _is_printed(found: re.Match[str], name: str) -> bool:
    """Whether a place is printed like `BÜCKEBURG. Der`, `SEAFORT, Maine — The`, `Ahlen (kas) -`."""
    if found["note"] and _STAFF.fullmatch(found["note"]):
        return name.isalpha()
    signed = found.re is _DOTTED or found["note"] or found["dash"] == "—"
    return bool(signed) and name.isupper() and name.isalpha() and len(name) >= _FEW


def _is_known(name: str) -> bool:
    """Whether a name is that of a known city, or has the shape of a place."""
    small = name.casefold().replace("’", "'")
    if small in CITIES:
        return small not in COMMON_WORDS
    first, *more = name.split(" ")
    if more:
        return first in FIRST_WORDS or (more[0] in PARTICLES and _is_known(first))
    ends = small.endswith(ENDINGS) and not small.endswith((*NO_ENDINGS, *NOUNS))
    return ends and "-" not in name and small not in COMMON_WORDS | set(ENDINGS)


def _is_named(name: str, body: str) -> bool:
    """Whether the text names a place again, as in `in Nordhafen`."""
    single = " " not in name and "-" not in name
    return single and re.search(rf"\bin {re.escape(name)}\b", body[:_NEARBY]) is not None


def _is_name(place: str) -> bool:
    """Whether a text may be the names of places: capitals, but for the words between them."""
    words = _WORDS.split(place.removeprefix("'s-").strip(" ."))
    if len(words) > _MOST_WORDS or not words[0][:1].isupper():
        return False
    return all(word[:1].isupper() or word[:1] == "(" or word in PARTICLES for word in words)


def _is_no_place(place: str) -> bool:
    return not place or place.capitalize() in NO_PLACES


def _is_beginning(text: str, start: int) -> bool:
    """Whether a sentence may begin there: with a capital, a number or a quotation mark."""
    first = text[start : start + 2].lstrip(_QUOTES)[:1]
    return first.isupper() or first.isdigit() or not first


def _is_sentence(body: str, start: int) -> bool:
    """Whether a whole sentence begins there, and no headline, fixture or result."""
    if not _is_beginning(body, start):
        return False
    line = body[start : start + _PARAGRAPH].split("\n", 1)[0]
    words = line.split(" ", 5)[:5]
    runs = any(word[:1].islower() for word in words[1:]) and not words[0].endswith((",", ":"))
    return runs and _ENDED.search(line) is not None and not _RESULT.match(line)


def _first_word(body: str, start: int) -> str:
    words = body[start : start + 30].split(None, 1)
    return words[0].strip(_QUOTES) if words else ""
