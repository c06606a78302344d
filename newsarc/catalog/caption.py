"""Which lines stand under a picture: captions with the credit of who took it, and bare credits.

Finding and believing are apart: a mark (`Foto:`, `©`, a bracket, a bar) says where a credit
might begin, and what follows it must be names to the end of the line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsarc.catalog.credit import AGENCIES
from newsarc.catalog.tables import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A caption is not longer; behind a longer line only the credit itself is none of its text.
LONGEST = 300
_LONGEST_CREDIT = 140

# Who hands out pictures: picture houses, and the agencies.
_HOUSES = frozenset(AGENCIES) | frozenset(
    (
        "imago alliance getty images gettyimages shutterstock istock istockphoto adobe unsplash"
        " pixabay pexels depositphotos picturedesk keystone zuma anadolu xinhua ullstein akg"
        " panthermedia fotolia archiv archivbild archivfoto symbolbild symbolfoto wikimedia dapd"
        " bildfunk dpa-bildfunk stock.adobe.com pixabay.com picturedesk.com istock.com"
        " shutterstock.com"
    ).split()
)
# Words of a credit that are written small: parts of names, and how a picture was made or got.
_SMALL = frozenset(
    (
        "von van de der den della del di du da dos la le el al bin ibn via on by and und für for"
        " the mit durch ki ai erstellt generiert bearbeitet picture photo foto privat private pa"
        " handout nh zvg"
    ).split()
)
_BETWEEN = re.compile(r"[\s/|,;:()©–-]+")
_INITIALS = re.compile(r"\([a-zäöü]{2,4}\)")
_SHORTEST_NAME = 3


class Mark(NamedTuple):
    """A way to write a picture credit, as in its example.

    `left` knows what ends with the sign, as many characters as it may `reach`; the credit
    is what follows. Where the mark also stands in running text, the credit must name a house
    beside a person. A line that ends a text `may_be_sign_off`: it names the text's origin.
    """

    name: str
    sign: str
    left: re.Pattern[str]
    example: str
    of_house: bool = False
    may_be_sign_off: bool = False
    reach: int = 24


_LABEL = rf"(?i:{alternatives('picture')})"
_ENDED = r".!?)…–|\"“»"
MARKS = (
    Mark(
        "label",
        ":",
        re.compile(rf"(?:^|(?<=[{_ENDED}])|(?<=[{_ENDED}] )|(?=\())\(?{_LABEL} ?:$"),
        "Das Haus brannte völlig aus. Foto: Eva Muster",
    ),
    Mark(
        "label behind words",
        ":",
        re.compile(rf"(?:(?<=\w )|(?<=[a-zäöüß.!?])|(?=\())\(?(?=[A-Z])(?:{_LABEL}|Quelle) ?:$"),
        "Das Haus am Morgen nach dem Brand Foto: Eva Muster/dpa",
        of_house=True,
    ),
    Mark(
        "copyright sign",
        "©",
        re.compile(rf"(?:– ?)?(?:{_LABEL} ?)?©$"),
        "Der Kran im Hafen © Eva Muster",
        may_be_sign_off=True,
    ),
    Mark(
        "bracket",
        "(",
        re.compile(r"\($"),
        "Ein Hubschrauber über dem Dorf. (AFP / EVA MUSTER)",
        of_house=True,
        may_be_sign_off=True,
    ),
    Mark(
        "bar",
        "|",
        re.compile(r" \|$"),
        "Die Preisträgerin in Seefurt. | Eva Muster/dpa",
        of_house=True,
        may_be_sign_off=True,
    ),
    Mark(
        "names alone",
        "/",
        re.compile(r"^(?P<names>[^\s/|(]+ [^/|(]+/)$"),
        "Eva Muster / dpa",
        of_house=True,
        may_be_sign_off=True,
        reach=60,
    ),
)
_OF_SYMBOL = Mark("symbol", "(", re.compile(r"\($"), "Ein Imker bei der Arbeit (Symbolbild)")
_SYMBOL = frozenset("symbolbild archivbild symbolfoto archivfoto".split())
_SIGNS = "".join(re.escape(mark.sign) for mark in MARKS)
_MIGHT = re.compile(rf"[{_SIGNS}][^\n]{{0,{_LONGEST_CREDIT}}}+(?:\n|$)")


class Credit(NamedTuple):
    """A picture credit at the end of a line: where it begins, and its mark."""

    start: int
    mark: Mark


def captions(lines: Iterable[str]) -> set[str]:
    """Give the captions among some lines, without their credits; pages print them twice."""
    credited = ((line, credit_of(line)) for line in lines)
    return {text[: credit.start].strip() for text, credit in credited if credit} - {""}


def has_credit(text: str) -> bool:
    """Tell whether a line of a text ends with a picture credit."""
    for found in _MIGHT.finditer(text):
        end = found.end() - found[0].endswith("\n")
        if credit_of(text[text.rfind("\n", 0, found.start()) + 1 : end]) is not None:
            return True
    return False


def credit_of(line: str) -> Credit | None:
    """Find the picture credit at the end of a line, or nothing."""
    begin = max(0, len(line) - _LONGEST_CREDIT)
    for mark, start, names in _candidates(line, begin):
        if _believed(mark, line[start], start, names):
            return Credit(start, mark)
    bracket = max(line.rfind("(", begin), 0)
    is_symbol = line[bracket + 1 :].rstrip(" .)").casefold() in _SYMBOL
    return Credit(bracket, _OF_SYMBOL) if is_symbol else None


def _candidates(line: str, begin: int) -> Iterator[tuple[Mark, int, str]]:
    """Give what might be a credit: its mark, its start, its names."""
    several = line.find("/", begin) >= 0 or line.find("|", begin) >= 0
    for mark in MARKS:
        at = line.find(mark.sign, begin) if several or not mark.of_house else -1
        while at >= 0:
            found = mark.left.search(line, max(0, at - mark.reach), at + 1)
            if found is not None:
                named = found["names"] if mark.left.groups else ""
                yield mark, found.start(), named + line[at + 1 :]
            at = line.find(mark.sign, at + 1)


def _believed(mark: Mark, beginning: str, start: int, names: str) -> bool:
    """Tell a credit from other words behind the same mark."""
    parts = [part for part in _BETWEEN.split(_INITIALS.sub("", names)) if part]
    if mark.of_house:
        closed = mark.sign != "(" or names.rstrip(" .").endswith(")")
        return closed and ("/" in names or "|" in names) and _names_a_house(parts)
    if start == 0 and (not parts or beginning in "(©"):
        return True
    strange = sum(not _is_name(part) for part in parts)
    # A house vouches for one name that somebody writes small.
    return not strange if strange != 1 else _names_a_house(parts)


def _is_name(part: str) -> bool:
    small = part.casefold()
    return (
        part[0].isupper()
        or not part[0].isalpha()
        or small in _SMALL
        or small in _HOUSES
        or "." in part[:-1]
        or "_" in part
    )


def _names_a_house(parts: list[str]) -> bool:
    """Tell `Eva Muster/dpa` from `dpa/AFP`, which credits a text, and from a sentence."""
    if sum(not _is_name(part) for part in parts) > 1:
        return False
    persons = [part for part in parts if part.casefold() not in _HOUSES]
    named = any(len(part) > _SHORTEST_NAME and part != "Quelle" for part in persons)
    return named and any(part.casefold() in _HOUSES for part in parts)
