"""Who wrote a text, as its byline says.

Each rule of `RULES` knows one place of names in a page of lines, and reads them or nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsarc.catalog.names import are_known_persons, leading_persons, persons, pseudonym

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from newsarc.catalog.belief import Stamp
    from newsarc.catalog.layout import Line


class Byline(NamedTuple):
    """A byline: its place, its words, the convention that it follows, and the persons in it."""

    start: int
    end: int
    words: str
    rule: str
    authors: tuple[str, ...]


class Head(NamedTuple):
    """The lines of a page, those of its head by number, and what was read in it before.

    `last` is the last line of the whole text.
    """

    lines: Sequence[Line]
    numbers: range
    stamps: Sequence[Stamp]
    stamped: Collection[int]
    headline: int | None = None
    last: Line | None = None


# What a byline may call its text: "Ein Kommentar von", "Geschrieben von".
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
# Where the names end: before a date, a bracket, a bar, a preposition, another credit.
_END = re.compile(
    r"\s+(?:am|on|in|für|aus|/)(?:\s|$)|\s*[|•·(–]\s*|\s+-\s+|\s\d|,?\s+(?:mo|di|mi|do|fr|sa|so)\w*[.,]\s"
    r"|\s+(?:fotos?|bilder|illustration(?:en)?|veröffentlicht|publiziert|aktualisiert)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"^(?:,|;|und\b|and\b|&)\s*")
_ALONE_JOINS = {",", ";", "&", "und", "and"}
_JOINS = (",", ";", "&", " und", " and")
_NEAR_STAMP, _NEAR_HEADLINE = 2, 3
_LONGEST_ALONE = 80
_INLINE = re.compile(
    rf"(?:^|(?<=\s))(?:(?-i:Von|By|VON|BY|Autor(?:in)?:)|{_KIND.removesuffix('?')}(?:von|by)):?\s",
    re.IGNORECASE,
)
_LONGEST_HEADLINE, _LONGEST_LEAD = 200, 300
# The seat of an author, where a sentence begins behind it.
_SEAT = re.compile(r", (?:[A-ZÄÖÜ]{2,}-\w+ )?[A-ZÄÖÜ][\w-]+(?= [A-ZÄÖÜ„\"])")
_VERB = re.compile(r",? [a-zäöü]")  # the sentence goes on: no byline
_QUOTED = ("“", "”", '"', "«")
_MARKS = " ,|·•~/–-"


def bylines(head: Head) -> list[Byline]:
    """List the bylines among the lines of a head, in order; without one, look elsewhere."""
    read = (_first(rule(head, number) for rule in RULES) for number in head.numbers)
    listed = [byline for byline in read if byline is not None]
    if listed:
        return listed
    signed = [number for number, line in enumerate(head.lines) if is_byline(line.text)]
    other = _labelled(head, signed[0]) if len(signed) == 1 else None  # teasers have several
    other = other or _at_the_end(head, labelled=len(signed) <= 1)
    return [other] if other else []


def is_byline(line: str) -> bool:
    """Tell a line that begins as a byline and names a person."""
    return bool(_behind_label(line))


def _behind_label(line: str) -> tuple[str, ...]:
    match = _LABELLED.match(line)
    return persons(_END.split(match["names"])[0]) if match else ()


def inline(text: str, stamp: Stamp | None) -> Byline | None:
    """Read the byline of a text in one line, near its stamp or near its beginning.

    As in `Titel Von Eva Muster und Ole Beispiel Der Text beginnt`: a name ends where a
    sentence may begin, which frequent first names tell.
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


def _first(read: Iterable[Byline | None]) -> Byline | None:
    return next((byline for byline in read if byline is not None), None)


def _labelled(head: Head, number: int) -> Byline | None:
    """Read `Von Eva Muster und Ole Beispiel, Nordhafen`."""
    line = head.lines[number]
    match = _LABELLED.match(line.text)
    if match is None or line.is_paragraph:
        return None
    names = _named(head, number, match["names"])
    return _with_more(head, number, line.start, "byline", names) if names else None


def _beneath_label(head: Head, number: int) -> Byline | None:
    """Read a name on the line below `Von` or `Autor:`."""
    if number == 0 or not _ALONE.match(head.lines[number - 1].text.strip()):
        return None
    names = _named(head, number, head.lines[number].text)
    start = head.lines[number - 1].start
    return _with_more(head, number, start, "byline beneath its label", names) if names else None


def _named(head: Head, number: int, words: str) -> tuple[str, ...]:
    """Read persons; next to a stamp also one who signs with a first name or a pseudonym."""
    words = _END.split(words)[0]
    return persons(words) or (pseudonym(words.strip(_MARKS)) if _is_near(head, number) else ())


def _is_near(head: Head, number: int) -> bool:
    return any(abs(number - stamp) <= _NEAR_STAMP for stamp in head.stamped)


def _with_more(head: Head, number: int, start: int, rule: str, names: tuple[str, ...]) -> Byline:
    """Add the names on the next lines, where a comma or an `und` joins them."""
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


def _on_stamp(head: Head, number: int) -> Byline | None:
    """Read the names beside a stamp: `3.5.2024 | Von Eva Muster`, `Eva Muster | 3.5.2024`."""
    line = head.lines[number]
    stamp = next((s for s in head.stamps if line.start <= s.start and s.end <= line.end), None)
    if stamp is None or line.is_paragraph:
        return None
    behind = line.text[stamp.end - line.start :].strip(_MARKS)
    before = line.text[: stamp.start - line.start].strip(_MARKS)
    labelled = _LABELLED.match(behind)
    names = _named(head, number, labelled["names"]) if labelled else leading_persons(behind, 0)[0]
    names = names or are_known_persons(_END.split(before)[0])
    if not names:
        return None
    return Byline(line.start, line.end, line.text, "name beside the stamp", names)


def _alone(head: Head, number: int) -> Byline | None:
    """Take a line that is nothing but persons' names, next to a stamp or below the headline."""
    line = head.lines[number]
    below = head.headline is not None and 0 < number - head.headline <= _NEAR_HEADLINE
    if len(line.text) > _LONGEST_ALONE or not (below or _is_near(head, number)):
        return None
    if number and head.lines[number - 1].text.endswith(_QUOTED):  # who is quoted
        return None
    names = are_known_persons(line.text.strip(_MARKS))
    rule = "name beside the stamp" if _is_near(head, number) else "name below the headline"
    return _with_more(head, number, line.start, rule, names) if names else None


def _at_the_end(head: Head, *, labelled: bool) -> Byline | None:
    """Take the last line of a text where it is nothing but a name, or may be a byline."""
    line = head.last
    if line is None or line is head.lines[0] or len(line.text) > _LONGEST_ALONE:
        return None
    if labelled and _LABELLED.match(line.text):
        names = _behind_label(line.text)
    else:
        names = are_known_persons(line.text.strip(_MARKS))
    return Byline(line.start, line.end, line.text, "name at the end", names) if names else None


RULES = (_labelled, _beneath_label, _on_stamp, _alone)
