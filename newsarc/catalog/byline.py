"""Bylines: who wrote a text.

Each rule of `RULES` knows one place where a page puts the names, and returns a byline or None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.names import known_persons, leading_persons, persons, pseudonym

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from newsarc.catalog.layout import Line
    from newsarc.catalog.stamp_rules import Stamp


class Byline(Struct, frozen=True):
    """A byline at `start` to `end` of a text, the rule that found it, and the persons in it."""

    start: int
    end: int
    words: str
    rule: str
    authors: tuple[str, ...]


class HeadLines(Struct, frozen=True):
    """The lines of a page, and what is known of them when bylines are looked for.

    `numbers` are those of the head's lines, `stamped` those of the lines that a stamp fills,
    `headline` that of the headline. `last` is the last line of the whole text.
    """

    lines: Sequence[Line]
    numbers: range
    stamps: Sequence[Stamp]
    stamped: Collection[int]
    headline: int | None = None
    last: Line | None = None


# What a byline may call its text: `Ein Kommentar von`, `Geschrieben von`.
_KIND = (
    r"(?:(?:(?:ein|eine|der|die)\s+)?(?:kommentar|analyse|kolumne|interview|gastbeitrag|artikel|bericht"
    r"|reportage|essay|glosse|(?:blog[ -]?)?beitrag|rezension|porträt|meinung|leitartikel|protokoll"
    r"|feature|geschrieben|verfasst|erstellt|veröffentlicht|aufgezeichnet|text|opinion|analysis"
    r"|comment)\s+)?"
)
_BY = (
    r"(?:von|by|par|por|di|autor(?:\*?in|/in|:in|innen|en)?|author|text|published by|posted by"
    r"|(?:redaktion|interview|protokoll|reporter(?:in)?|bericht)(?=:))"
)
_LABELLED = re.compile(rf"^[\s|–-]*{_KIND}{_BY}\s*:?\s+(?P<names>.{{3,160}})$", re.IGNORECASE)
_ALONE = re.compile(rf"^{_KIND}{_BY}\s*:?$", re.IGNORECASE)
# Names end before a date, a bracket, a bar, a preposition, another credit.
_END = re.compile(
    r"\s+(?:am|on|in|für|aus|/)(?:\s|$)|\s*[|•·(–]\s*|\s+-\s+|\s\d|,?\s+(?:mo|di|mi|do|fr|sa|so)\w*[.,]\s"
    r"|\s+(?:fotos?|bilder|illustration(?:en)?|veröffentlicht|publiziert|aktualisiert)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"^(?:,|;|und\b|and\b|&)\s*")
_ALONE_JOINS = {",", ";", "&", "und", "and"}
_JOINS = (",", ";", "&", " und", " and")
_NEAR_STAMP, _NEAR_HEADLINE = 2, 3  # lines
_LONGEST_ALONE = 80  # characters of a line with nothing but names
_INLINE = re.compile(
    rf"(?:^|(?<=\s))(?:(?-i:Von|By|VON|BY|Autor(?:in)?:)|{_KIND.removesuffix('?')}(?:von|by)):?\s",
    re.IGNORECASE,
)
_LONGEST_HEADLINE, _LONGEST_LEAD = 200, 300  # characters
# The place of an author's office, before the first sentence: `Eva Muster, Nordhafen`.
_SEAT = re.compile(r", (?:[A-ZÄÖÜ]{2,}-\w+ )?[A-ZÄÖÜ][\w-]+(?= [A-ZÄÖÜ„\"])")
_VERB = re.compile(r",? [a-zäöü]")  # the sentence goes on, so it is no byline
_QUOTED = ("“", "”", '"', "«")
_MARKS = " ,|·•~/–-"


def bylines(head: HeadLines) -> list[Byline]:
    """Return the bylines in a head, in order; without one, one from elsewhere on the page."""
    by_line = (_first(rule(head, number) for rule in RULES) for number in head.numbers)
    listed = [byline for byline in by_line if byline is not None]
    if listed:
        return listed
    signed = [number for number, line in enumerate(head.lines) if is_byline(line.text)]
    other = _labelled(head, signed[0]) if len(signed) == 1 else None  # several belong to teasers
    other = other or _at_the_end(head, labelled=len(signed) <= 1)
    return [other] if other else []


def is_byline(line: str) -> bool:
    """Whether a line begins like a byline and names a person."""
    return bool(_behind_label(line))


def _behind_label(line: str) -> tuple[str, ...]:
    match = _LABELLED.match(line)
    return persons(_END.split(match["names"])[0]) if match else ()


def inline(text: str, stamp: Stamp | None) -> Byline | None:
    """Return the byline of a text in one line, near its stamp or near its beginning, or None.

    As in `Titel Von Eva Muster und Ole Beispiel Der Text beginnt`. Only persons with frequent
    first names count; the word after a last name begins the text.
    """
    places = [(0, _LONGEST_HEADLINE)]
    if stamp is not None:
        places.insert(0, (stamp.start - _LONGEST_HEADLINE, stamp.end + _LONGEST_LEAD))
    for start, end in places:
        for label in _INLINE.finditer(text, max(start, 0), end):
            names, behind = leading_persons(text, label.end())
            if names and not _VERB.match(text, behind):
                seat = _SEAT.match(text, behind)
                behind = seat.end() if seat else behind
                words = text[label.start() : behind]
                return Byline(label.start(), behind, words, "byline within the line", names)
    return None


def _first(found: Iterable[Byline | None]) -> Byline | None:
    return next((byline for byline in found if byline is not None), None)


def _labelled(head: HeadLines, number: int) -> Byline | None:
    """Accept `Von Eva Muster und Ole Beispiel, Nordhafen`."""
    line = head.lines[number]
    match = _LABELLED.match(line.text)
    if match is None or line.is_paragraph:
        return None
    names = _named(head, number, match["names"])
    return _with_more(head, number, line.start, "byline", names) if names else None


def _beneath_label(head: HeadLines, number: int) -> Byline | None:
    """Accept a name on the line below `Von` or `Autor:`."""
    if number == 0 or not _ALONE.match(head.lines[number - 1].text.strip()):
        return None
    names = _named(head, number, head.lines[number].text)
    start = head.lines[number - 1].start
    return _with_more(head, number, start, "byline beneath its label", names) if names else None


def _named(head: HeadLines, number: int, words: str) -> tuple[str, ...]:
    """Return the persons in some words; next to a stamp also a first name or a pseudonym."""
    words = _END.split(words)[0]
    return persons(words) or (pseudonym(words.strip(_MARKS)) if _is_near(head, number) else ())


def _is_near(head: HeadLines, number: int) -> bool:
    return any(abs(number - stamp) <= _NEAR_STAMP for stamp in head.stamped)


def _with_more(
    head: HeadLines, number: int, start: int, rule: str, names: tuple[str, ...]
) -> Byline:
    """Add the names on the next lines if a comma or `und` joins them."""
    found = head.lines
    last = number
    while last + 1 < len(found):
        following = found[last + 1].text
        before = f" {found[last].text.rstrip()}"
        joined = _MORE.match(following) or before.endswith(_JOINS)
        more = persons(_MORE.sub("", following)) if joined else ()
        if not more and not (joined and following.strip() in _ALONE_JOINS):
            break
        names, last = (*names, *more), last + 1
    words = " ".join(line.text for line in found[number : last + 1])
    return Byline(start, found[last].end, words, rule, tuple(dict.fromkeys(names)))


def _on_stamp(head: HeadLines, number: int) -> Byline | None:
    """Accept names beside a stamp: `3.5.2024 | Von Eva Muster`, `Eva Muster | 3.5.2024`."""
    line = head.lines[number]
    stamp = next((s for s in head.stamps if line.start <= s.start and s.end <= line.end), None)
    if stamp is None or line.is_paragraph:
        return None
    behind = line.text[stamp.end - line.start :].strip(_MARKS)
    before = line.text[: stamp.start - line.start].strip(_MARKS)
    labelled = _LABELLED.match(behind)
    names = _named(head, number, labelled["names"]) if labelled else leading_persons(behind, 0)[0]
    names = names or known_persons(_END.split(before)[0])
    if not names:
        return None
    return Byline(line.start, line.end, line.text, "name beside the stamp", names)


def _alone(head: HeadLines, number: int) -> Byline | None:
    """Accept a line of nothing but names, next to a stamp or below the headline."""
    line = head.lines[number]
    below = head.headline is not None and 0 < number - head.headline <= _NEAR_HEADLINE
    if len(line.text) > _LONGEST_ALONE or not (below or _is_near(head, number)):
        return None
    if number and head.lines[number - 1].text.endswith(_QUOTED):  # the person quoted
        return None
    names = known_persons(line.text.strip(_MARKS))
    rule = "name beside the stamp" if _is_near(head, number) else "name below the headline"
    return _with_more(head, number, line.start, rule, names) if names else None


def _at_the_end(head: HeadLines, *, labelled: bool) -> Byline | None:
    """Accept the last line of a text if it is nothing but names or, if allowed, a byline."""
    line = head.last
    if line is None or line is head.lines[0] or len(line.text) > _LONGEST_ALONE:
        return None
    if labelled and _LABELLED.match(line.text):
        names = _behind_label(line.text)
    else:
        names = known_persons(line.text.strip(_MARKS))
    return Byline(line.start, line.end, line.text, "name at the end", names) if names else None


RULES = (_labelled, _beneath_label, _on_stamp, _alone)
