"""The genre of an article, where the article states it: above, in or below its headline.

Commentaries, columns and guest contributions are one genre, `Kommentar`. What each genre is
called is in `words.genre_names`. The same words in running text say nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from newsarc.catalog.evidence import Finding, first_known
from newsarc.catalog.words.genre_names import GENRE_NAMES
from newsarc.catalog.words.wording import alternatives

# Each genre, and the field of `GenreNames` that holds its names.
GENRES = {
    "Kommentar": "commentary",
    "Analyse": "analysis",
    "Interview": "interview",
    "Liveticker": "ticker",
    "Korrektur": "correction",
}
_LONGEST_KICKER, _LONGEST_HEADLINE = 70, 200  # characters, as those below
_LONGEST_BYLINE = 100
_FAR = 400  # characters above and below the headline that are searched
_ABOVE, _BELOW = 3, 4  # lines above and below the headline that are searched
_ENTRIES = 2  # entries that make a ticker; the newest comes first


def _any(field: str) -> str:
    return alternatives(GENRE_NAMES, field)


_WORD = "|".join(f"(?P<{genre}>{_any(field)})" for genre, field in GENRES.items())
_WORD = f"(?i:{_WORD})"
# A name of two words, for texts in one line, where nothing but the next word ends a name.
_PERSON = r"[A-ZÄÖÜ][\w.'-]+ [A-ZÄÖÜ][\w'-]+"
_NAMES = r"[A-ZÄÖÜ][\w.'-]+(?: (?:von |van |de )?[A-ZÄÖÜ][\w'-]+)+"
# A noun phrase: all its words are capitalised, but for those that join them.
_PHRASE = rf"(?:(?:[A-ZÄÖÜ0-9„“\"»«][^\s:|–]*|{_any('joining')})(?:,? |(?=[:|–]|$)))+"


class Convention(Struct, frozen=True):
    """A way to state a genre: its name, the part of a text to search, a pattern, an example.

    The group of the pattern that matches is named for the genre. Every match holds one of the
    words in `needs`, if any are given: a quick test.
    """

    name: str
    part: str
    pattern: re.Pattern[str]
    example: str
    needs: tuple[str, ...] = ("",)


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
        re.compile(rf"\b(?P<Liveticker>(?i:{_any('ticker')}))\b"),
        "Sturmflut im Liveticker: Pegel steigt weiter",
    ),
    Convention(
        "ticker above the headline",
        "far above",
        re.compile(rf" {_any('joining')} (?P<Liveticker>(?i:{_any('ticker')}))$"),
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
        needs=(" von ", " by "),
    ),
)
# A ticker's entry begins with its time and goes on behind it. A time alone may be any time.
_HOUR = re.compile(r" Uhr ?([|:]) ?\S")
_TIME = re.compile(r"(?P<line>(?:^|\n)(?:[+-]{1,3} ?)?| )(?P<hour>\d?\d)[.:](?P<minute>\d\d)$")
_LONGEST_TIME = 12
_BETWEEN_PLUS_SIGNS = re.compile(r"\n\+{2,3} [^\n]{5,150} \+{2,3}(?=\n)")


def genre(text: str, title: str | None, kicker: str | None) -> Finding[str] | None:
    """Return the genre that a text states, or that its ticker entries show, or None."""
    parts = _parts(text, title, kicker)
    stated = (
        _read(convention, line) for convention in CONVENTIONS for line in parts[convention.part]
    )
    return first_known(stated) or _entries(text)


def _parts(text: str, title: str | None, kicker: str | None) -> dict[str, list[str]]:
    """Return the lines above, in and below the headline, and the beginning of the text."""
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


def _read(convention: Convention, line: str) -> Finding[str] | None:
    may_match = any(map(line.__contains__, convention.needs))
    found = convention.pattern.search(line) if may_match else None
    if found is None or found.lastgroup is None:
        return None
    return Finding(found.lastgroup, found[0].strip(" :|–-("), convention.name)


def _entries(text: str) -> Finding[str] | None:
    """Infer a ticker from entries that begin with a time, or stand between plus signs."""
    hours = _HOUR.finditer(text) if " Uhr" in text else ()
    times = [time for found in hours if (time := _time(text, found))]
    newest_first = all(time >= older for time, older in pairwise(times))
    entries = [f"{hour}:{minute} Uhr" for hour, minute in times] if newest_first else []
    if "+" in text and "+++" in text:  # a single character is found faster, and rare
        marked = _BETWEEN_PLUS_SIGNS.finditer(f"\n{text}\n")
        entries = max(entries, [found[0].strip() for found in marked], key=len)
    if len(entries) < _ENTRIES:
        return None
    words = " … ".join(entries[:_ENTRIES])
    return Finding("Liveticker", words, "entries of a ticker", "inferred")


def _time(text: str, hour: re.Match[str]) -> tuple[str, str] | None:
    """Return hour and minute of an entry's time, or None.

    The time begins a line; where entries are run together, a bar must follow it.
    """
    left = text[max(0, hour.start() - _LONGEST_TIME) : hour.start()]
    found = _TIME.search(left)
    if found is None or (found["line"] == " " and hour[1] != "|"):
        return None
    return found["hour"].zfill(2), found["minute"]
