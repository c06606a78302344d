"""Who wrote a text, as its byline says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsarc.catalog.names import PERSON, is_known_person, persons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.catalog.layout import Line


class Byline(NamedTuple):
    """A byline: its place, its words, the convention that it follows, and the persons in it."""

    start: int
    end: int
    words: str
    rule: str
    authors: tuple[str, ...]


# What a byline may call its text: "Ein Kommentar von", "Geschrieben von".
_KIND = (
    r"(?:(?:(?:ein|eine|der|die)\s+)?(?:kommentar|analyse|kolumne|interview|gastbeitrag|artikel|bericht"
    r"|reportage|essay|glosse|beitrag|rezension|porträt|meinung|leitartikel|protokoll|feature|geschrieben"
    r"|verfasst|veröffentlicht|aufgezeichnet|opinion|analysis|comment)\s+)?"
)
_BY = r"(?:von|by|autor(?:\*?in|/in|:in|innen|en)?|author|text|published by|posted by)"
_LABELLED = re.compile(rf"^[\s|–-]*{_KIND}{_BY}\s*:?\s+(?P<names>.{{3,160}})$", re.IGNORECASE)
_ALONE = re.compile(rf"^{_KIND}{_BY}\s*:?$", re.IGNORECASE)
# Where the names end: before a date, a bracket, a bar, a preposition.
_END = re.compile(
    r"\s+(?:am|on|in|für|aus|/)\s|\s*[|•·(–]\s*|\s+-\s+|\s\d|,?\s+(?:mo|di|mi|do|fr|sa|so)\w*[.,]\s",
    re.IGNORECASE,
)
_MORE = re.compile(r"^(?:,|und\b|and\b|&)\s*")
_NEAR_STAMP = 2
_LONGEST_ALONE = 80
_TRAILING = re.compile(
    rf"(?<=\S) (?:Von|By):? (?P<names>{PERSON}(?:(?:, | und | and ){PERSON})*)(?:, [^,.]{{2,40}})?$"
)
_INLINE = re.compile(
    rf"(?:Uhr|\d{{4}}|\d\d:\d\d)\s*(?:[|/•·–-]+|,)?\s*(?:[Vv]on:?\s+|Autor:\s+)?(?P<names>{PERSON})\s*$"
)


def bylines(found: Sequence[Line], head: range, stamped: Sequence[int]) -> list[Byline]:
    """List the bylines among the lines of a head, in order; `stamped` lines bear stamps."""
    listed = []
    for number in head:
        byline = (
            _labelled(found, number)
            or _beneath_label(found, number)
            or _on_stamp(found[number], number in stamped)
            or _beside_stamp(found, number, stamped)
        )
        if byline is not None:
            listed.append(byline)
    return listed


def trailing(text: str) -> Byline | None:
    """Read the byline behind a headline on the same line, as in `Titel Von Eva Muster, Berlin`."""
    match = _TRAILING.search(text)
    names = persons(match["names"]) if match else ()
    if match is None or not names:
        return None
    return Byline(match.start(), match.end(), match[0].strip(), "byline behind the headline", names)


def _labelled(found: Sequence[Line], number: int) -> Byline | None:
    line = found[number]
    match = _LABELLED.match(line.text)
    if match is None or line.is_paragraph:
        return None
    names = persons(_END.split(match["names"])[0])
    return _with_more(found, number, line.start, "byline", names) if names else None


def _beneath_label(found: Sequence[Line], number: int) -> Byline | None:
    if number == 0 or not _ALONE.match(found[number - 1].text.strip()):
        return None
    line = found[number]
    names = persons(_END.split(line.text)[0])
    start = found[number - 1].start
    return _with_more(found, number, start, "byline beneath its label", names) if names else None


def _with_more(
    found: Sequence[Line], number: int, start: int, rule: str, names: tuple[str, ...]
) -> Byline:
    """Add the names on the next lines, where a comma or an `und` joins them."""
    last = number
    while last + 1 < len(found):
        following = found[last + 1].text
        joined = _MORE.match(following) or found[last].text.rstrip().endswith((",", " und"))
        more = persons(_MORE.sub("", following)) if joined else ()
        if not more:
            break
        names, last = (*names, *more), last + 1
    words = " ".join(line.text for line in found[number : last + 1])
    return Byline(start, found[last].end, words, rule, tuple(dict.fromkeys(names)))


def _on_stamp(line: Line, stamped: bool) -> Byline | None:
    match = _INLINE.search(line.text) if stamped and not line.is_paragraph else None
    names = persons(match["names"]) if match else ()
    return (
        Byline(line.start, line.end, line.text, "name behind the stamp", names) if names else None
    )


def _beside_stamp(found: Sequence[Line], number: int, stamped: Sequence[int]) -> Byline | None:
    """Take a line that is nothing but a person's name, next to a stamp."""
    line = found[number]
    near = any(abs(number - stamp) <= _NEAR_STAMP for stamp in stamped)
    names = persons(line.text.rstrip(" ,|·•-")) if near and len(line.text) <= _LONGEST_ALONE else ()
    if not names or not all(map(is_known_person, names)):
        return None
    return Byline(line.start, line.end, line.text, "name beside the stamp", names)
