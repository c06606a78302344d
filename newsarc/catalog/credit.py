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
    found = _DATELINE.match(body)
    if found is None or found["place"].split()[0] in _NO_PLACES:
        return None
    words = found[0].rstrip(" -–—")
    return Dateline(found.end(), words, found["place"], _agency(found["agency"]))


def _agency(credit: str | None) -> str | None:
    """Read an agency with its services, as in `dpa/lno`; None where none of them is known."""
    names = [name.strip() for name in (credit or "").split("/")]
    return "/".join(names) if any(name.casefold() in AGENCIES for name in names) else None
