"""Credits and datelines: who took a picture, which agency wrote a text, and from where.

A credit at the end of a text is a sign-off (`(dpa/lno)`, `Quelle: Küstenradio`), one at its
beginning is part of the dateline (`Hamburg (dpa/lno) – …`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

# Agencies, by their case-folded names, as they spell themselves.
AGENCIES = {
    name.casefold(): name
    for name in (
        "dpa", "dpa-AFX", "AFP", "AP", "Reuters", "epd", "KNA", "SID", "dts", "APA", "sda", "ats",
        "awp", "ots", "ddp",
    )
}  # fmt: skip

_LABEL = r"(?:Fotos?|Bild(?:er|rechte|quelle|nachweis)?|Fotocredits?|Symbolbild|Archivbild)"
# Several names: spaces between their words, slashes between the names.
_NAMES = r"[\w.'-]+(?: [A-ZÄÖÜ][\w.'-]*){0,4}(?: ?[/|] ?[\w.'-]+(?: [A-ZÄÖÜ][\w.'-]*){0,4})*"
# `(Bild: dpa)`, or `Foto: Eva Muster/dpa` up to a bracket or the end of the line.
_PICTURE = re.compile(
    rf"\(\s?(?P<bracketed>{_LABEL}: ?[^()\n]{{1,200}})\)"
    rf"|(?:^|(?<=[.!?)] ))(?P<bare>{_LABEL}: ?{_NAMES})(?=\s*(?:[(.]|$))"
    rf"|\b(?P<shared>{_LABEL}: ?{_NAMES}/{_NAMES})",
    re.MULTILINE,
)

# Words that begin a sentence or a label. None of them is a place.
_NO_PLACES = frozenset(
    (
        "Am An Auf Aus Bei Das Dem Den Der Des Die Dies Diese Ein Eine Einen Er Es Für Heute Hier"
        " Ich Im In Ihr Man Mit Nach Neue Neuer Neues Noch Nur Sie So Um Und Unter Vom Von Vor"
        " Warum Was Wenn Wer Wie Wir Wo Zu Zum Zur Über"
        " Analyse Interview Kommentar Update Eilmeldung"
    ).split()
)
_PLACE = r"[A-ZÄÖÜ][\wäöüß.-]*(?:[ /][A-ZÄÖÜ(a-zäöüß][\wäöüß.)-]*){0,3}"
# `Moskau - Der Kreml …`, `Frankfurt/Main (dpa) - …`, `Hamburg (dpa/lno) – …`
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}?)(?: \((?P<agency>[A-Za-zÄÖÜäöü/. -]{{2,30}})\))?"
    r" [-–—] (?=[A-ZÄÖÜ0-9\"„“»«])"
)
_BETWEEN = re.compile(r"[/ ,]+")
_NAMED = "|".join(sorted(map(re.escape, AGENCIES.values()), key=len, reverse=True))
_SIGNED = re.compile(
    rf"(?:^|\s)(?:[Vv]on|VON|By):? (?:[^\n.:!?]{{3,80}}(?:,| und| and) )?"
    rf"(?P<names>(?:{_NAMED})(?:/[\w-]{{2,6}})*)(?![\w-])"
)
# dpa's regional and special services.
_SERVICES = frozenset("lno lnw lsw lby lhe lrs lth lsa lsn lsc lbn lmv lni".split())
# A known agency in brackets may be followed by any separator: `Rom (epd). Der Rat …`,
# `Kiel (AFP) Der …`. A date may precede it: `Frankfurt, 14. Aug (Reuters) - Der …`.
_AGENCY_DATELINE = re.compile(
    r"(?P<place>[A-ZÄÖÜ][\wäöüß./-]*(?: [\wäöüß./-]+){0,4})"
    r"(?:, (?:\d\d?\. [A-Z]\w+|[A-Z]\w+\.? \d\d?))?"
    r" \((?P<agency>[^()\n]{2,30})\)"
    r"\.?(?: ?[-–—])? (?=[A-ZÄÖÜ0-9\"„“»«])"
)
# A place in capitals, without an agency: `BÜCKEBURG. Der …`
_PLACE_ALONE = re.compile(r"(?P<place>[A-ZÄÖÜ][A-ZÄÖÜ/-]{3,30})\. (?=[A-ZÄÖÜ0-9\"„“»«])")
# Characters at the beginning and at the end of a text that may hold a credit.
_LONGEST_BEGINNING = 300
_LONGEST_END = 400
# What may follow a medium in its credit: `Quelle: Küstenradio/ls`, `Quelle: post.de, ino/dpa`
_INITIALS = re.compile(r"\s*[/,] ?[a-zäöü]{2,4}\b.*$")
# Rules whose names may be those of a medium, not only of an agency.
_OF_MEDIA = {"source line", "copyright line", "broadcast note"}
# dpa numbers its items by day: `dpa:230428-99-483045/5`
ITEM_ID = re.compile(
    r"\b(?P<names>dpa):(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)-\d\d-\d+(?:/\d+)?"
)
# Characters that must occur (a quick test), the pattern, and the name of the rule.
_SIGN_OFFS = (
    ("dpa:", ITEM_ID, "item id"),
    (
        "Quelle:",
        re.compile(r"(?:^|\s)Quelle: ?(?P<names>[^()\n|]{2,60}?)(?=\n| Artikelrechte| - Rechte|$)"),
        "source line",
    ),
    (
        "gesendet",
        re.compile(r"\bim Programm (?P<names>[A-ZÄÖÜ][\w -]{2,40}?) gesendet\b"),
        "broadcast note",
    ),
    ("(Quelle:", re.compile(r"\(Quelle: ?(?P<names>[^()\n]{2,60})\)\W*$"), "sign-off"),
    (
        "©",
        re.compile(
            r"©\s?(?P<names>[A-ZÄÖÜ][\wäöüß. -]{1,40}?(?:/[\w/]+)?)(?: - Rechte[^\n]*)?\s*$"
        ),
        "copyright line",
    ),
    ("(", re.compile(r"\((?P<names>[\w/-]{2,25})\)\W*$"), "sign-off"),
)


class TextCredit(Struct, frozen=True):
    """The origin that a text names: an agency, or else a medium (`source`)."""

    words: str
    rule: str
    agency: str | None
    source: str | None


class PictureCredit(Struct, frozen=True):
    """A picture credit within a text, at `start` to `end`."""

    start: int
    end: int
    words: str

    @property
    def agency(self) -> str | None:
        """The agency that it names last, as in `Foto: Bai Xueqi/XinHua/dpa`, or None."""
        names = re.split(r"[:/|,]", self.words)
        return AGENCIES.get(names[-1].strip().casefold())


class Dateline(Struct, frozen=True):
    """The place where a text was written, and its agency. The text begins at `end`."""

    end: int
    words: str
    place: str
    agency: str | None


def picture_credits(text: str) -> Iterator[PictureCredit]:
    """Yield the picture credits of a text, in the order of the text."""
    for found in _PICTURE.finditer(text):
        words = found["bracketed"] or found["bare"] or found["shared"]
        yield PictureCredit(found.start(), found.end(), words.strip())


def dateline(body: str) -> Dateline | None:
    """Return the dateline at the beginning of a body, or None."""
    found = _AGENCY_DATELINE.match(body)
    if found is None or agency(found["agency"]) is None:
        found = _DATELINE.match(body)
    if found is None:
        return _place_alone(body)
    if found["place"].split()[0] in _NO_PLACES:
        return None
    words = found[0].rstrip(" -–—.")
    return Dateline(found.end(), words, found["place"], agency(found["agency"]))


def _place_alone(body: str) -> Dateline | None:
    found = _PLACE_ALONE.match(body)
    if found is None:
        return None
    place = found["place"].title()
    return None if place in _NO_PLACES else Dateline(found.end(), place, place, None)


def signed_agency(text: str) -> TextCredit | None:
    """Return the agency in a byline: `Von dpa`, `Von Eva Muster und Ole Beispiel, dpa`."""
    found = _SIGNED.search(text, 0, _LONGEST_BEGINNING)
    if found is None:
        return None
    return TextCredit(found[0].strip(), "byline", agency(found["names"]), None)


def agency_within(text: str) -> TextCredit | None:
    """Return the agency of a dateline behind the headline, in a text without line breaks."""
    for found in _AGENCY_DATELINE.finditer(text, 0, _LONGEST_BEGINNING):
        known = agency(found["agency"])
        if known is not None:
            return TextCredit(found[0].rstrip(" -–—."), "dateline", known, None)
    return None


def agency(credit: str | None) -> str | None:
    """Return the agencies in a credit, with their services: `dpa/lno`, `sid/dpa`.

    Initials are left out. None where no agency is known.
    """
    names = [AGENCIES.get(name.casefold(), name) for name in _BETWEEN.split(credit or "") if name]
    kept = [name for name in names if name.casefold() in AGENCIES or name in _SERVICES]
    return "/".join(kept) if any(name.casefold() in AGENCIES for name in kept) else None


def sign_off(text: str) -> TextCredit | None:
    """Return the credit at the end of a text: an item id, a `Quelle:` or a bracket, or None."""
    end = text[-_LONGEST_END:]
    for sign, pattern, rule in _SIGN_OFFS:
        found = pattern.search(end) if sign in end else None
        if found is not None:
            known = agency(found["names"])
            names = _INITIALS.sub("", found["names"]).strip()
            source = names if rule in _OF_MEDIA and agency(names) is None else None
            if known or source:
                return TextCredit(found[0].strip(" ()"), rule, known, source)
    return None


def item_id(text: str) -> str | None:
    """Return the id of a dpa item, with its revision, or None."""
    end = text[-_LONGEST_END:]
    found = ITEM_ID.search(end) if "dpa:" in end else None
    return None if found is None else found[0]
