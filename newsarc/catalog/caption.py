"""Captions: lines that end with a picture credit, or are nothing else.

Two steps find them. A mark (`Foto:`, `©`, a bracket, a bar) shows where a credit may begin;
it is one if only names follow, to the end of the line. What the label may be called (`Foto`,
`Bild`, `Photo`) is in `words.furniture_words`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.words.agency_names import AGENCIES
from newsarc.catalog.words.furniture_words import FURNITURE_WORDS
from newsarc.catalog.words.wording import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A longer line is running text: only the credit at its end is removed, not the line.
LONGEST = 300
_LONGEST_CREDIT = 140

# Picture houses: agencies and libraries that hand out pictures.
_HOUSES = frozenset(AGENCIES) | frozenset(
    (
        "imago alliance getty images gettyimages shutterstock istock istockphoto adobe unsplash"
        " pixabay pexels depositphotos picturedesk keystone zuma anadolu xinhua ullstein akg"
        " panthermedia fotolia archiv archivbild archivfoto symbolbild symbolfoto wikimedia dapd"
        " bildfunk dpa-bildfunk stock.adobe.com pixabay.com picturedesk.com istock.com"
        " shutterstock.com"
    ).split()
)
# Lower-case words within a credit: parts of names, and how a picture was made or obtained.
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


class Mark(Struct, frozen=True):
    """A way to mark a picture credit, as in its example.

    `left` matches the `reach` characters up to and including the `sign`; the credit follows.
    Credits `of_house` must name a picture house beside a person, since their mark also occurs
    in running text. On the last line of a text, a credit that `may_be_sign_off` names the
    origin of the text and is no picture credit.
    """

    name: str
    sign: str
    left: re.Pattern[str]
    example: str
    of_house: bool = False
    may_be_sign_off: bool = False
    reach: int = 24


_LABEL = rf"(?i:{alternatives(FURNITURE_WORDS, 'picture')})"
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
_LONGEST_SYMBOL = max(map(len, _SYMBOL))
_SIGNS = tuple(dict.fromkeys(mark.sign for mark in MARKS))


class CaptionCredit(Struct, frozen=True):
    """A picture credit at the end of a line, from `start` on."""

    start: int
    mark: Mark


def captions(lines: Iterable[str]) -> set[str]:
    """Return the captions among some lines, without their credits.

    Pages print captions twice, once without the credit.
    """
    credited = ((line, credit_of(line)) for line in lines)
    return {text[: credit.start].strip() for text, credit in credited if credit} - {""}


def has_credit(text: str) -> bool:
    """Whether any line of a text ends with a picture credit."""
    signs = [sign for sign in _SIGNS if sign in text]
    return any(_has_credit(line, signs) for line in text.split("\n")) if signs else False


def _has_credit(line: str, signs: Iterable[str]) -> bool:
    """Whether a line ends with a picture credit that has one of the signs."""
    end = line[-_LONGEST_CREDIT:]
    return any(map(end.__contains__, signs)) and credit_of(line) is not None


# The lines of a page are asked several times.
@lru_cache(maxsize=4096)
def credit_of(line: str) -> CaptionCredit | None:
    """Return the picture credit at the end of a line, or None."""
    begin = max(0, len(line) - _LONGEST_CREDIT)
    for mark, start, names in _candidates(line, begin):
        if _is_credit(mark, line[start], start, names):
            return CaptionCredit(start, mark)
    bracket = max(line.rfind("(", begin), 0)
    last = line[bracket + 1 :].rstrip(" .)")
    is_symbol = len(last) <= _LONGEST_SYMBOL and last.casefold() in _SYMBOL
    return CaptionCredit(bracket, _OF_SYMBOL) if is_symbol else None


def _candidates(line: str, begin: int) -> Iterator[tuple[Mark, int, str]]:
    """Yield what may be a credit: its mark, its start, its names."""
    several = line.find("/", begin) >= 0 or line.find("|", begin) >= 0
    for mark in MARKS:
        at = line.find(mark.sign, begin) if several or not mark.of_house else -1
        while at >= 0:
            found = mark.left.search(line, max(0, at - mark.reach), at + 1)
            if found is not None:
                named = found["names"] if mark.left.groups else ""
                yield mark, found.start(), named + line[at + 1 :]
            at = line.find(mark.sign, at + 1)


def _is_credit(mark: Mark, beginning: str, start: int, names: str) -> bool:
    """Whether the words behind a mark are a credit."""
    parts = [part for part in _BETWEEN.split(_INITIALS.sub("", names)) if part]
    if mark.of_house:
        closed = mark.sign != "(" or names.rstrip(" .").endswith(")")
        return closed and ("/" in names or "|" in names) and _names_a_house(parts)
    if start == 0 and (not parts or beginning in "(©"):
        return True
    strange = sum(not _is_name(part) for part in parts)
    # Beside a picture house, one name may be in lower case.
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
    """Whether it names a house and a person: `Eva Muster/dpa`.

    `dpa/AFP` credits a text, and more than one other lower-case word makes a sentence.
    """
    if sum(not _is_name(part) for part in parts) > 1:
        return False
    persons = [part for part in parts if part.casefold() not in _HOUSES]
    named = any(len(part) > _SHORTEST_NAME and part != "Quelle" for part in persons)
    return named and any(part.casefold() in _HOUSES for part in parts)
