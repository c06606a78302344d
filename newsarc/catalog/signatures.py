"""What may be a byline: each rule knows one place where a page puts names.

A rule returns the signature on a line, or None. `byline` chooses among them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.caption import credit_of
from newsarc.catalog.names import (
    known_persons,
    leading_persons,
    persons,
    pseudonym,
    single_name,
)
from newsarc.dates.conventions import WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from newsarc.catalog.layout import Line
    from newsarc.catalog.stamp_rules import Stamp


class Head(Struct, frozen=True):
    """The lines of a text, and what is known of them when bylines are looked for.

    Lines are given by their numbers: those `searched`, beside the last one; those `near` the
    headline and the stamps, where a name needs no label; those that a stamp fills (`taken`);
    that of the stamp of publication (`stamped`); the paragraphs; the headline.
    """

    lines: Sequence[Line]
    searched: Sequence[int]
    near: Collection[int]
    stamps: Sequence[Stamp]
    taken: Collection[int]
    stamped: Sequence[int]
    paragraphs: Sequence[int]
    headline: int | None


class Signature(Struct, frozen=True):
    """What may be a byline: the line that it ends on, where it begins, its words and persons."""

    rule: str
    number: int
    start: int
    words: str
    authors: tuple[str, ...]


# What a byline may call its text: `Ein Kommentar von`, `Geschrieben von`.
KIND = (
    r"(?:(?:(?:ein|eine|der|die)\s+)?(?:kommentar|analyse|kolumne|interview|gastbeitrag|artikel|bericht"
    r"|reportage|essay|glosse|(?:blog[ -]?)?beitrag|rezension|porträt|meinung|leitartikel|protokoll"
    r"|feature|geschrieben|verfasst|erstellt|veröffentlicht|eingestellt|gepostet|aufgezeichnet|text"
    r"|opinion|analysis|comment|published|posted|written|words|story)\s+)"
)
_BY = (
    r"(?:von|by|par|por|di|av|autor(?:\*?in|/in|:in|innen|en)?|author(?: of the article)?|text"
    r"|auteur|(?:redaktion|interview|protokoll|reporter(?:in)?|bericht)(?=:))"
)
_LABELLED = re.compile(rf"^[\s|·–-]*{KIND}?{_BY}\s*:?\s+(?P<names>.{{3,160}})$", re.IGNORECASE)
_ALONE = re.compile(rf"^[\s|·–-]*{KIND}?{_BY}\s*:?$", re.IGNORECASE)
# No label of one word or of small letters without a colon: `Autor verhaftet`, `Par Avion`.
_WEAK = re.compile(
    r"\W*(?:(?:autor|author|text|auteur)[^\s:]*|(?-i:Par|Por|Di|Av))\s(?!:)", re.IGNORECASE
)
_WITHIN = re.compile(
    r"(?:^|[\s|·,–-])(?:von|by|autor(?:in)?:?|author:?)\s+(?P<names>.{3,60})$", re.IGNORECASE
)
# Names end before a date, a bracket, a bar, a preposition, another credit.
_END = re.compile(
    r"\s+(?:am|on|in|für|aus|under|unter)(?:\s|$)|\s*[|•·(–]\s*|\s+-\s+|\s\d"
    rf"|,?\s+{WEEKDAY}[.,]\s"
    r"|\s+(?:fotos?|bilder|illustration(?:en)?|veröffentlicht|publiziert|aktualisiert"
    r"|ein kommentar)\b",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"\s*[|·•–]\s*|\s-\s")
MARKS = " ,|·•~/–-"
_QUOTED = ("“", "”", '"', "«")
_NEAR_STAMP = 2  # lines
LONGEST, _LONGEST_ALONE = 160, 80  # characters of a line with a byline; with nothing but names

BYLINE, BENEATH, BESIDE, ALONE, BEFORE, AT_END = (
    "byline",
    "byline beneath its label",
    "name beside the stamp",
    "name on a line of its own",
    "name before a separator",
    "name at the end",
)
LABELS = frozenset({BYLINE, BENEATH})


def signatures(head: Head) -> list[Signature]:
    """Return the signatures of a text, at most one of each line, in order.

    Labels of different names below the last paragraph belong to teasers.
    """
    found = list(_all_signatures(head))
    end = head.paragraphs[-1] if head.paragraphs else len(head.lines)
    below = {one.authors for one in found if one.rule in LABELS and one.number > end}
    teasers = below if len(below) > 1 else set()
    return [one for one in found if one.number <= end or one.authors not in teasers]


def _all_signatures(head: Head) -> Iterator[Signature]:
    last = len(head.lines) - 1
    for number in dict.fromkeys([*head.searched, last]):
        line = head.lines[number]
        if line.is_paragraph or len(line.text) > LONGEST:
            continue
        found = _labelled(head, number) or _beneath_label(head, number)
        if found is None and (number in head.near or number == last):
            found = _beside_stamp(head, number) or _unlabelled(head, number)
        if found is not None:
            yield found


def behind_label(line: str) -> tuple[str, ...]:
    """Return the persons that a line names behind a label, or ()."""
    match = _LABELLED.match(line)
    return persons(_END.split(match["names"])[0]) if match else ()


def _labelled(head: Head, number: int) -> Signature | None:
    """Accept `Von Eva Muster und Ole Beispiel, Nordhafen`."""
    line = head.lines[number]
    match = _LABELLED.match(line.text)
    if match is None:
        return None
    names = _named(head, number, match["names"], weak=_WEAK.match(line.text) is not None)
    return Signature(BYLINE, number, line.start, line.text, names) if names else None


def _beneath_label(head: Head, number: int) -> Signature | None:
    """Accept a name on the line below `Von` or `Autor:`."""
    if number == 0 or not _ALONE.match(head.lines[number - 1].text):
        return None
    line = head.lines[number]
    names = _named(head, number, line.text)
    start = head.lines[number - 1].start
    return Signature(BENEATH, number, start, line.text, names) if names else None


def _named(head: Head, number: int, words: str, *, weak: bool = False) -> tuple[str, ...]:
    """Return the persons in some words; next to a stamp also a first name or a pseudonym."""
    words = _END.split(words)[0]
    found = persons(words)
    if found or weak or not _is_near_stamp(head, number):
        return found
    return pseudonym(words.strip(MARKS))


def _beside(head: Head, number: int, words: str) -> tuple[str, ...]:
    """Return the persons behind a label beside a stamp; one word there is a pseudonym."""
    match = _LABELLED.match(words) or _WITHIN.search(words)
    if match is None:
        return ()
    word = _END.split(match["names"])[0].strip(MARKS)
    weak = _WEAK.match(words) is not None
    found = _named(head, number, match["names"], weak=weak)
    return found or (single_name(word) if word and not weak else ())


def _is_near_stamp(head: Head, number: int) -> bool:
    return any(abs(number - stamp) <= _NEAR_STAMP for stamp in head.taken)


def _beside_stamp(head: Head, number: int) -> Signature | None:
    """Accept names beside a stamp: `3.5.2024 | Von Eva Muster`, `Eva Muster | 3.5.2024`."""
    line = head.lines[number]
    stamp = next((s for s in head.stamps if line.start <= s.start and s.end <= line.end), None)
    if stamp is None:
        return None
    behind = line.text[stamp.end - line.start :].strip(MARKS)
    before = line.text[: stamp.start - line.start].strip(MARKS)
    names = _beside(head, number, behind) or leading_persons(behind, 0)[0]
    names = names or _beside(head, number, before) or known_persons(_END.split(before)[0])
    return Signature(BESIDE, number, line.start, line.text, names) if names else None


def _unlabelled(head: Head, number: int) -> Signature | None:
    """Accept a line of nothing but known names, or with them before a separator."""
    line = head.lines[number]
    if len(line.text) > _LONGEST_ALONE or _is_of_quote(head, number) or credit_of(line.text):
        return None
    names = known_persons(line.text.strip(MARKS))
    if names:
        rule = AT_END if number == len(head.lines) - 1 else ALONE
        return Signature(rule, number, line.start, line.text, names)
    names = known_persons(_SEGMENT.split(line.text.strip(MARKS))[0])
    return Signature(BEFORE, number, line.start, line.text, names) if names else None


def _is_of_quote(head: Head, number: int) -> bool:
    """Whether the line above ends a quote: then this one names the person quoted."""
    return number > 0 and head.lines[number - 1].text.endswith(_QUOTED)
