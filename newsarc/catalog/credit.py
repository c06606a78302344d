"""Credits: who took a picture, which agency wrote a text, and from where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Spelt as their own houses spell them; compared without case.
AGENCIES = {
    name.casefold(): name
    for name in (
        "dpa", "dpa-AFX", "AFP", "AP", "Reuters", "epd", "KNA", "SID", "dts", "APA", "sda", "ats",
        "awp", "ots", "ddp",
    )
}  # fmt: skip

_LABEL = r"(?:Fotos?|Bild(?:er|rechte|quelle|nachweis)?|Fotocredits?|Symbolbild|Archivbild)"
# Names with blanks between their words, and slashes between them.
_NAMES = r"[\w.'-]+(?: [A-ZÄÖÜ][\w.'-]*){0,4}(?: ?[/|] ?[\w.'-]+(?: [A-ZÄÖÜ][\w.'-]*){0,4})*"
# As in "(Bild: dpa)", or as in "Foto: Eva Muster/dpa" up to a bracket or the end of the line.
_PICTURE = re.compile(
    rf"\(\s?(?P<bracketed>{_LABEL}: ?[^()\n]{{1,200}})\)"
    rf"|(?:^|(?<=[.!?)] ))(?P<bare>{_LABEL}: ?{_NAMES})(?=\s*(?:[(.]|$))"
    rf"|\b(?P<shared>{_LABEL}: ?{_NAMES}/{_NAMES})",
    re.MULTILINE,
)

# Words that begin a sentence or a label, not a place.
_NO_PLACES = frozenset(
    (
        "Am An Auf Aus Bei Das Dem Den Der Des Die Dies Diese Ein Eine Einen Er Es Für Heute Hier"
        " Ich Im In Ihr Man Mit Nach Neue Neuer Neues Noch Nur Sie So Um Und Unter Vom Von Vor"
        " Warum Was Wenn Wer Wie Wir Wo Zu Zum Zur Über"
        " Analyse Interview Kommentar Update Eilmeldung"
    ).split()
)
_PLACE = r"[A-ZÄÖÜ][\wäöüß.-]*(?:[ /][A-ZÄÖÜ(a-zäöüß][\wäöüß.)-]*){0,3}"
# As in "Moskau - Der Kreml …", "Frankfurt/Main (dpa) - …", "Hamburg (dpa/lno) – …"
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
# The regional and special services of dpa.
_SERVICES = frozenset("lno lnw lsw lby lhe lrs lth lsa lsn lsc lbn lmv lni".split())
# With a known agency in brackets any separator will do: "Rom (epd). Der Rat …", "Kiel (AFP) Der …",
# and a date may stand before it: "Frankfurt, 14. Aug (Reuters) - Der …"
_AGENCY_DATELINE = re.compile(
    r"(?P<place>[A-ZÄÖÜ][\wäöüß./-]*(?: [\wäöüß./-]+){0,4})"
    r"(?:, (?:\d\d?\. [A-Z]\w+|[A-Z]\w+\.? \d\d?))?"
    r" \((?P<agency>[^()\n]{2,30})\)"
    r"\.?(?: ?[-–—])? (?=[A-ZÄÖÜ0-9\"„“»«])"
)
# Without an agency a place in capitals: "BÜCKEBURG. Der …"
_PLACE_ALONE = re.compile(r"(?P<place>[A-ZÄÖÜ][A-ZÄÖÜ/-]{3,30})\. (?=[A-ZÄÖÜ0-9\"„“»«])")
_LONGEST_BEGINNING = 300
_LONGEST_END = 400
# What stands behind a medium in its credit: "Quelle: Küstenradio/ls", "Quelle: post.de, ino/dpa"
_INITIALS = re.compile(r"\s*[/,] ?[a-zäöü]{2,4}\b.*$")
_OF_MEDIA = {"source line", "copyright line", "broadcast note"}
# dpa gives each of its items an id that begins with the day: "dpa:230428-99-483045/5"
ITEM_ID = re.compile(
    r"\b(?P<names>dpa):(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)-\d\d-\d+(?:/\d+)?"
)
# Each with what it cannot do without, which is sooner looked for than a pattern.
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


class Credit(NamedTuple):
    """What the end of a text credits: an agency, or else a medium."""

    words: str
    rule: str
    agency: str | None
    source: str | None


class Picture(NamedTuple):
    """A picture credit: its place in the text, and its words."""

    start: int
    end: int
    words: str

    @property
    def agency(self) -> str | None:
        """The agency named last in it, as in `Foto: Bai Xueqi/XinHua/dpa`."""
        names = re.split(r"[:/|,]", self.words)
        return AGENCIES.get(names[-1].strip().casefold())


class Dateline(NamedTuple):
    """Where a text was written, and the agency that says so; `end` is where the text begins."""

    end: int
    words: str
    place: str
    agency: str | None


def picture_credits(text: str) -> Iterator[Picture]:
    """Give each picture credit of a text, in its order."""
    for found in _PICTURE.finditer(text):
        words = found["bracketed"] or found["bare"] or found["shared"]
        yield Picture(found.start(), found.end(), words.strip())


def dateline(body: str) -> Dateline | None:
    """Read the dateline that a body begins with, or nothing."""
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


def signed_agency(text: str) -> Credit | None:
    """Read the agency that a byline names: `Von dpa`, `Von Eva Muster und Ole Beispiel, dpa`."""
    found = _SIGNED.search(text, 0, _LONGEST_BEGINNING)
    if found is None:
        return None
    return Credit(found[0].strip(), "byline", agency(found["names"]), None)


def agency_within(text: str) -> Credit | None:
    """Read the agency of a dateline that a text in one line has behind its headline."""
    for found in _AGENCY_DATELINE.finditer(text, 0, _LONGEST_BEGINNING):
        known = agency(found["agency"])
        if known is not None:
            return Credit(found[0].rstrip(" -–—."), "dateline", known, None)
    return None


def agency(credit: str | None) -> str | None:
    """Read agencies with their services, as in `dpa/lno` or `sid/dpa`; initials are left out.

    None where none of them is known.
    """
    names = [AGENCIES.get(name.casefold(), name) for name in _BETWEEN.split(credit or "") if name]
    kept = [name for name in names if name.casefold() in AGENCIES or name in _SERVICES]
    return "/".join(kept) if any(name.casefold() in AGENCIES for name in kept) else None


def sign_off(text: str) -> Credit | None:
    """Read what a text says of its origin at its end: its item id, its `Quelle:`, its bracket."""
    end = text[-_LONGEST_END:]
    for sign, pattern, rule in _SIGN_OFFS:
        found = pattern.search(end) if sign in end else None
        if found is not None:
            known = agency(found["names"])
            names = _INITIALS.sub("", found["names"]).strip()
            source = names if rule in _OF_MEDIA and agency(names) is None else None
            if known or source:
                return Credit(found[0].strip(" ()"), rule, known, source)
    return None


def item_id(text: str) -> str | None:
    """Give the id and revision that dpa gives each of its items."""
    end = text[-_LONGEST_END:]
    found = ITEM_ID.search(end) if "dpa:" in end else None
    return None if found is None else found[0]
