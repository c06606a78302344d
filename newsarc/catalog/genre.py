"""What kind of text an article is, where it says so: above, in or below its headline.

Commentaries, columns and guest contributions are one genre, `Kommentar`. The names of
the genres are those of `tables`; the same words in running text say nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from newsarc.catalog.evidence import Reading, first
from newsarc.catalog.tables import alternatives

# Each genre, and the field of the tables with its names.
GENRES = {
    "Kommentar": "commentary",
    "Analyse": "analysis",
    "Interview": "interview",
    "Liveticker": "ticker",
    "Korrektur": "correction",
}
_LONGEST_KICKER, _LONGEST_HEADLINE = 70, 200
_LONGEST_BYLINE = 100
# How many lines and characters below a headline may hold a byline.
_BELOW, _FAR = 4, 400
_ABOVE = 3
# As many entries make a ticker; the newest stands first.
_ENTRIES = 2

_WORD = "|".join(f"(?P<{genre}>{alternatives(field)})" for genre, field in GENRES.items())
_WORD = f"(?i:{_WORD})"
# Two words; run together with a text, its first word tells where the name ends, if it is short.
_PERSON = r"[A-ZÄÖÜ][\w.'-]+ [A-ZÄÖÜ][\w'-]+"
_NAMES = r"[A-ZÄÖÜ][\w.'-]+(?: (?:von |van |de )?[A-ZÄÖÜ][\w'-]+)+"
# A noun phrase: nothing is written small but the words that join its nouns.
_PHRASE = rf"(?:(?:[A-ZÄÖÜ0-9„“\"»«][^\s:|–]*|{alternatives('joining')})(?:,? |(?=[:|–]|$)))+"


class Convention(NamedTuple):
    """A way to state a genre: its name, where it is looked for, how it is known, an example."""

    name: str
    part: str
    pattern: re.Pattern[str]
    example: str


CONVENTIONS = (
    Convention(
        "kicker",
        "above",
        re.compile(rf"^(?:[^|:]{{2,30}} [|•·/–-] )?{_WORD}(?: [|•·/–-] [^|]{{2,40}}|:)?$"),
        "Politik | Kommentar",
    ),
    Convention(
        "kicker",
        "above",
        re.compile(rf"^{_WORD} {_PHRASE}$"),
        "Interview mit dem Wattführer Knut Paulsen",
    ),
    Convention(
        "beginning of the headline",
        "headline",
        re.compile(rf"^{_WORD}(?::| [|–-]) ?\S"),
        "Kommentar: Der Hafen gehört allen",
    ),
    Convention(
        "beginning of the headline",
        "headline",
        re.compile(rf"(?:^|: |[–|] ){_WORD} (?:mit|zu[mr]?|über|with|on) {_PHRASE}(?:$|[:|–])"),
        "Nebel über dem Watt: Interview mit Knut Paulsen",
    ),
    Convention(
        "end of the headline",
        "headline",
        re.compile(rf"(?: [|–-] (?:[Ee]ine? )?|\((?:[Ee]ine? )?){_WORD}\)?$"),
        "Der Hafen gehört allen – ein Kommentar",
    ),
    Convention(
        "ticker in the headline",
        "headline",
        re.compile(rf"\b(?P<Liveticker>(?i:{alternatives('ticker')}))\b"),
        "Sturmflut im Liveticker: Pegel steigt weiter",
    ),
    Convention(
        "ticker above the headline",
        "far above",
        re.compile(rf" {alternatives('joining')} (?P<Liveticker>(?i:{alternatives('ticker')}))$"),
        "Der Tag im Liveticker",
    ),
    Convention(
        "byline",
        "below",
        re.compile(
            rf"^(?:(?i:eine?|der|die|an?) )?{_WORD} ?(?:(?:von|by)(?: {_NAMES}.*)?|: ?{_NAMES})$"
        ),
        "Ein Kommentar von Gesa Lührmann",
    ),
    Convention(
        "byline within a line",
        "beginning",
        re.compile(
            rf"\b(?:Eine?|An?) {_WORD} (?:von|by)"
            rf" (?:(?:{_NAMES})(?=\.?(?:$|\n))|{_PERSON}(?= (?:[A-ZÄÖÜ][a-zäöü]{{0,2}}\b|[„\"])))"
        ),
        "Der Hafen gehört allen Ein Kommentar von Gesa Lührmann Die Stadt will",
    ),
)
# A time with words behind it begins an entry; alone it is the time of anything.
_HOUR = re.compile(r" Uhr ?([|:]) ?\S")
_TIME = re.compile(r"(?P<line>(?:^|\n)(?:[+-]{1,3} ?)?| )(?P<hour>\d?\d)[.:](?P<minute>\d\d)$")
_LONGEST_TIME = 12
_BETWEEN_PLUS_SIGNS = re.compile(r"\n\+{2,3} [^\n]{5,150} \+{2,3}(?=\n)")


def genre(text: str, title: str | None, kicker: str | None) -> Reading[str] | None:
    """Read the genre that a text states of itself, or that its entries show."""
    parts = _parts(text, title, kicker)
    stated = (
        _read(convention, line) for convention in CONVENTIONS for line in parts[convention.part]
    )
    return first(stated) or _entries(text)


def _parts(text: str, title: str | None, kicker: str | None) -> dict[str, list[str]]:
    """Give the lines above, in and below the headline, and the beginning of the text."""
    line = text.partition("\n")[0]
    headline = title or (line if len(line) <= _LONGEST_HEADLINE else "")
    at = max(0, text.find(headline)) if title else 0
    above = text[max(0, at - _FAR) : at].rstrip().split("\n")[-_ABOVE:]
    below = text[at + len(headline) : at + len(headline) + _FAR].split("\n")[: _BELOW + 1]
    return {
        "above": [line for line in (kicker, above[-1]) if line and len(line) <= _LONGEST_KICKER],
        "far above": above,
        "headline": [headline[:_LONGEST_HEADLINE]],
        "below": [line.strip() for line in below if len(line) <= _LONGEST_BYLINE],
        "beginning": [text[: at + len(headline) + _FAR]],
    }


def _read(convention: Convention, line: str) -> Reading[str] | None:
    found = convention.pattern.search(line)
    if found is None or found.lastgroup is None:
        return None
    return Reading(found.lastgroup, found[0].strip(" :|–-("), convention.name)


def _entries(text: str) -> Reading[str] | None:
    """Infer a ticker from entries that begin with their time, or stand between plus signs."""
    times = [time for found in _HOUR.finditer(text) if (time := _time(text, found))]
    newest_first = all(time >= older for time, older in pairwise(times))
    entries = [f"{hour}:{minute} Uhr" for hour, minute in times] if newest_first else []
    if "+++" in text:
        marked = _BETWEEN_PLUS_SIGNS.finditer(f"\n{text}\n")
        entries = max(entries, [found[0].strip() for found in marked], key=len)
    if len(entries) < _ENTRIES:
        return None
    words = " … ".join(entries[:_ENTRIES])
    return Reading("Liveticker", words, "entries of a ticker", "inferred")


def _time(text: str, hour: re.Match[str]) -> tuple[str, str] | None:
    """Read the time that begins a line, or before a bar an entry run together with others."""
    left = text[max(0, hour.start() - _LONGEST_TIME) : hour.start()]
    found = _TIME.search(left)
    if found is None or (found["line"] == " " and hour[1] != "|"):
        return None
    return found["hour"].zfill(2), found["minute"]
