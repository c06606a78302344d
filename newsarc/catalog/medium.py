"""The name of a well-known medium at the head of a page: above, beside or behind the headline.

A name in running text is none: it stands on a line of its own, or at the end of the first one.
"""

from __future__ import annotations

import re

from msgspec import Struct

from newsarc.catalog.words.media_names import CAPITALS, is_medium

_LINES = 12  # in which a name may stand beside a stamp
_LONGEST = 250  # characters of a first line that ends with a name
_DATE = re.compile(
    r"\b\d{1,2}\. ?(?:\d{1,2}\. ?(?:\d{4}|\d{2})\b|[^\W\d_]{3,9}\.? \d{4}\b)|\b\d{4}-\d\d-\d\d\b"
    r"|\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\b"
)
# What stands between a headline or a date and the name of a site.
_BETWEEN = re.compile(r" ?[|•·»] ?| [-–—] |, ")
_BARS = re.compile(r" ?[|•·»] ?| [-–—] ")


class SiteName(Struct, frozen=True):
    """The name of a medium, and the part of the text that holds nothing else."""

    name: str
    rule: str
    start: int
    end: int


def site_name(text: str) -> SiteName | None:
    """Return the name of a well-known medium at the head of a text, or None.

    A text on one line has none.
    """
    if "\n" not in text:
        return None
    first = text[: text.index("\n")]
    if _is_alone(first):
        return SiteName(first.strip(), "site name above the headline", 0, len(first) + 1)
    return _beside(first) or _beside_stamp(text)


def without_site_name(text: str, site: SiteName | None) -> str:
    """Return a text without the name of its medium."""
    return text if site is None else (text[: site.start] + text[site.end :]).strip("\n")


def _beside(first: str) -> SiteName | None:
    """Accept `Headline | SZ.de`, `SZ.de | Headline` and `Süddeutsche Zeitung, 5. März 2022`."""
    bars = list(_BETWEEN.finditer(first)) if len(first) <= _LONGEST else []
    if not bars:
        return None
    before, behind = first[: bars[0].start()].strip(), first[bars[-1].end() :].strip()
    if is_medium(before) and _DATE.match(first, bars[0].end()):
        return SiteName(before, "site name beside the date", 0, bars[0].end())
    if is_medium(before) and "|" in bars[0][0] and len(behind) > len(before):
        return SiteName(before, "site name before the headline", 0, bars[0].end())
    if is_medium(behind) and _BARS.fullmatch(bars[-1][0]):
        start = bars[-1].start()
        return SiteName(behind, "site name behind the headline", start, len(first))
    return None


def _beside_stamp(text: str) -> SiteName | None:
    """Accept a line of nothing but a name, right above or below a line with a date."""
    lines = text[: _LINES * _LONGEST].split("\n", _LINES)[:_LINES]
    start = 0
    for number, line in enumerate(lines):
        end = start + len(line) + 1
        if _is_alone(line):
            beside = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
            if any(map(_is_stamp, beside)):
                return SiteName(line.strip(), "site name beside the stamp", start, end)
        start = end
    return None


def _is_alone(line: str) -> bool:
    line = line.strip()
    return line[-1:].isalnum() and line not in CAPITALS and is_medium(line)


def _is_stamp(line: str) -> bool:
    return len(line) <= _LONGEST // 2 and _DATE.search(line) is not None
