"""Credits: who took a picture, and which agency or medium a text comes from.

A credit at the end of a text is a sign-off: `(dpa/lno)`, `Quelle: Küstenradio`. One at its
beginning is a byline (`Von AFP und dpa`), or part of the dateline: see `dateline`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.agencies import agency, is_row
from newsarc.catalog.words.agency_names import AGENCIES, PICTURE_HOUSES
from newsarc.catalog.words.media_names import is_medium

if TYPE_CHECKING:
    from collections.abc import Iterator

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

# As agencies spell themselves, all small or all in capitals: `Sid` is a first name.
_SPELLED = {form for name in AGENCIES.values() for form in (name, name.lower(), name.upper())}
_NAMED = f"(?:{'|'.join(sorted(map(re.escape, _SPELLED), key=lambda form: (-len(form), form)))})"
_AND_MORE = rf"(?P<more>/[\w-]{{2,12}}|(?:, ?| / ?|(?i: und | and )| & ){_NAMED}(?![\w-])){{0,6}}+"
_ROW_OF = rf"(?P<names>{_NAMED}{_AND_MORE})(?![\w-])"
# `Von AFP, dpa und Reuters`, `Von Eva Muster und Ole Beispiel, dpa`. No verb follows.
_SIGNED = re.compile(
    rf"(?:(?:^|(?<=\s))(?:Von|VON|By|Agentur(?:en)?:|Autor:|Text:)|^von):? "
    rf"(?:[^\n.:!?]{{3,80}}?(?:,| und| and| \(|/) ?)??{_ROW_OF}(?! (?!am |um |vom |und )[a-zäöü])",
    re.MULTILINE,
)
# A line of the head that names agencies and nobody else: `Von dpa`, `AFP/dpa`. One name alone
# may be the credit of a picture, or a link; a date stands below it.
_SIGNED_LINE = re.compile(
    rf"\n(?P<label>(?:Von|von|VON|By|by|Text|Agentur(?:en)?):? )?\(?{_ROW_OF}\)?(?=\n)"
    r"(?(label)|(?(more)|(?=\n[^\n]{0,20}\d)))"
)
# The same on a text of one line; its next word begins a sentence or a stamp.
_SIGNED_INLINE = re.compile(rf" (?:Von|VON|By):? {_ROW_OF}(?=(?: \|)? [A-ZÄÖÜ0-9„\"])")
_MAY_BE_SIGNED = ("Von", "VON", "By", "\nvon", "Agentur", "Autor:", "Text:")
# Characters at the beginning and at the end of a text that may hold a credit.
_LONGEST_BEGINNING = 300
_LONGEST_END = 400
# What may follow a medium in its credit: `Quelle: Küstenradio/ls`, `Quelle: post.de, ino/dpa`
_INITIALS = re.compile(r"\s*[/,] ?[a-zäöü]{2,4}\b.*$")
# A person who made a picture or a figure: `Quelle: Küstenradio/Eva Muster`
_PERSON = re.compile(r"/ ?[^\W\d_]+ [^\W\d_]+$")
_LAST_LINES, _LONGEST_ROW = 3, 44
# A row of agencies on a line of its own, or behind the last sentence: `… sagte er. dpa/AFP`
_ROW = re.compile(r"(?:^|[.!?\"“”»] )(?P<names>[^\W\d_](?:[\w/,; -]|\.(?! )){1,40})$")
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
        "Quelle",
        re.compile(
            r"(?:^|\s)Quellen?: ?(?P<names>[^()\n|]{2,60}?)(?=\n| Artikelrechte| - Rechte|$)"
        ),
        "source line",
    ),
    (
        "gesendet",
        re.compile(r"\bim Programm (?P<names>[A-ZÄÖÜ][\w -]{2,40}?) gesendet\b"),
        "broadcast note",
    ),
    ("(Quelle", re.compile(r"\(Quellen?: ?(?P<names>[^()\n]{2,60})\)\W*$"), "sign-off"),
    (
        "©",
        re.compile(
            r"©\s?(?:(?:19|20)\d\d,? )?(?P<names>[^\W\d_][\w. -]{1,40}?(?:/[\w/]{1,40})?)"
            r"(?:,? (?:vom \d[\d.]{3,9}(?:/\w{1,9})?|(?:GmbH|AG|SE)\b[^\n]{0,40}|(?:19|20)\d\d"
            r"|Alle Rechte[^\n]{0,60}|- Rechte[^\n]{0,80})){0,2}\s*$"
        ),
        "copyright line",
    ),
    ("(", re.compile(r"\((?P<names>[^()\n]{2,60})\)\W*$"), "sign-off"),
)
# Words of a page's last line: of links, not of a medium.
_LINKS = re.compile(r"\b(?:impressum|datenschutz|kontakt|agb|rechte|riservata|reserved|rights)\b")
# A bracket of one word or of words between slashes; its agency may stand beside any others.
_SLASHES = re.compile(r"[\w/-]{2,25}")


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


def picture_credits(text: str) -> Iterator[PictureCredit]:
    """Yield the picture credits of a text, in the order of the text."""
    for found in _PICTURE.finditer(text):
        words = found["bracketed"] or found["bare"] or found["shared"]
        yield PictureCredit(found.start(), found.end(), words.strip())


def signed_agency(text: str) -> TextCredit | None:
    """Return the agency in a byline: `Von dpa`, `Von Eva Muster und Ole Beispiel, dpa`."""
    beginning = text[:_LONGEST_BEGINNING]
    may_be_signed = any(map(f"\n{beginning}".__contains__, _MAY_BE_SIGNED))
    found = _SIGNED.search(beginning) if may_be_signed else None
    found = found or _SIGNED_LINE.search(text, 0, _LONGEST_BEGINNING)
    if found is None:
        return None
    return TextCredit(found[0].strip(" ()\n"), "byline", agency(found["names"]), None)


def without_signed_agency(text: str) -> str:
    """Return a text without the byline of its head that names agencies and nobody else."""
    pattern = _SIGNED_LINE if "\n" in text else _SIGNED_INLINE
    found = pattern.search(text, 0, _LONGEST_BEGINNING)
    return text if found is None else text[: found.start()] + text[found.end() :]


def sign_offs(text: str) -> list[TextCredit]:
    """Return the credits at the end of a text: item ids, `Quelle:`, `©`, brackets, rows."""
    end = text[-_LONGEST_END:]
    found = [
        (credit, rule)
        for sign, pattern, rule in _SIGN_OFFS
        if sign in end and (credit := pattern.search(end))
    ]
    lines = end.split("\n")[-_LAST_LINES:]
    rows = (_ROW.search(line, max(0, len(line) - _LONGEST_ROW)) for line in lines)
    found += [(row, "row of agencies") for row in rows if row and is_row(row["names"])]
    return [named for match, rule in found if (named := _credit(match, rule))]


def _credit(found: re.Match[str], rule: str) -> TextCredit | None:
    """Return what a sign-off names, or None."""
    names = found["names"]
    bracket = rule == "sign-off" and not found[0].startswith("(Quelle")
    if bracket and not (_SLASHES.fullmatch(names) or is_row(names, persons=True)):
        return None
    known, source = agency(names), _medium(names) if rule in _OF_MEDIA else None
    if found[0].lstrip().startswith("Quellen") and not is_medium(source or ""):
        source = None
    return TextCredit(found[0].strip(" ()\n"), rule, known, source) if known or source else None


def _medium(names: str) -> str | None:
    """Return the medium in a source line or a copyright line, without initials and agencies."""
    name = _INITIALS.sub("", names).strip()
    name = first if is_medium(first := name.split("/")[0]) else name
    small = name.casefold()
    other = agency(name) or _LINKS.search(small) or _PERSON.search(name)
    if other or any(house in small for house in PICTURE_HOUSES):
        return None
    return name if name[:1].isupper() or "." in name or is_medium(name) else None


def item_id(text: str) -> str | None:
    """Return the id of a dpa item, with its revision, or None."""
    end = text[-_LONGEST_END:]
    found = ITEM_ID.search(end) if "dpa:" in end else None
    return None if found is None else found[0]
