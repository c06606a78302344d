"""Bylines: who wrote a text.

`signatures` finds what may be a byline and `byline_features` what speaks for it. A linear model
over these features chooses one of them, or none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.catalog.byline_features import features, signed
from newsarc.catalog.byline_weights import NONE, WEIGHTS
from newsarc.catalog.model import likeliest, score, strongest
from newsarc.catalog.names import leading_persons, only_persons, trailing_person
from newsarc.catalog.signatures import BESIDE, KIND, LONGEST, MARKS, behind_label, signatures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.catalog.byline_features import Signed
    from newsarc.catalog.layout import Line
    from newsarc.catalog.signatures import Head, Signature
    from newsarc.catalog.stamp_rules import Stamp


class Byline(Struct, frozen=True):
    """A byline at `start` to `end` of a text, the rule that found it, and the persons in it.

    `reasons` are the features that spoke most for it.
    """

    start: int
    end: int
    words: str
    rule: str
    authors: tuple[str, ...]
    reasons: tuple[str, ...] = ()


# The least chance of the authors that are believed.
_CERTAIN = 0.5
# `Und` begins a sentence.
_MORE = re.compile(r"^(?:,|;|/|(?:und|and|sowie|UND|AND|SOWIE)\b|&)\s*")
_ALONE_JOINS = {",", ";", "/", "&", "und", "and", "sowie"}
_JOINS = (",", ";", "/", "&", " und", " and", " sowie")
_INLINE = re.compile(
    rf"(?:^|(?<=\s))(?:(?-i:Von|By|VON|BY|(?:Autor(?:innen|in|en)?|Author|Text):)|{KIND}(?:von|by)):?\s",
    re.IGNORECASE,
)
_LONGEST_NAMES = 120  # characters
_LONGEST_HEADLINE, _LONGEST_LEAD = 200, 300  # characters
# The place of an author's office, before the first sentence: `Eva Muster, Nordhafen`.
_SEAT = re.compile(r", (?:[A-ZÄÖÜ]{2,}-\w+ )?[A-ZÄÖÜ][\w-]+(?= [A-ZÄÖÜ„\"])")
# What stands between the names and the stamp: a place, words of the date.
_BEFORE_STAMP = re.compile(
    r"(?:, [^\W\d_][\w-]*|,?\s(?i:am|on|vom|vor|um|le|el|em|date|datum|published|posted|updated))$"
)
_VERB = re.compile(r",? [a-zäöü]")  # the sentence goes on, so it is no byline


def byline(head: Head) -> Byline | None:
    """Return the byline of a text, or None."""
    found = signatures(head)
    if not found:
        return None
    text = signed(head, found)
    index = believed(text)
    if index is None:
        return None
    return _whole(head.lines, found[index], strongest(WEIGHTS, features(text, index)))


def believed(text: Signed) -> int | None:
    """Return the number of the signature that most likely is the byline, or None.

    The chances of equal names are added.
    """
    scores = [score(WEIGHTS, features(text, index)) for index in range(len(text.signatures))]
    names = [frozenset(name.casefold() for name in one.authors) for one in text.signatures]
    best = likeliest(names, scores, WEIGHTS[NONE], _CERTAIN)
    return None if best is None else names.index(best)


def is_byline(line: str) -> bool:
    """Whether a line begins like a byline and names a person."""
    return len(line) <= LONGEST and _is_byline(line)


# The lines of a site's furniture come up again and again.
@lru_cache(maxsize=4096)
def _is_byline(line: str) -> bool:
    return bool(behind_label(line))


def _whole(lines: Sequence[Line], found: Signature, reasons: tuple[str, ...]) -> Byline:
    """Return a signature as a byline, with the names on the next lines that a comma joins."""
    names, last = found.authors, found.number
    while last + 1 < len(lines):
        following = lines[last + 1]
        if following.is_paragraph or len(following.text) > LONGEST:
            break
        joined = _MORE.match(following.text) or f" {lines[last].text.rstrip()}".endswith(_JOINS)
        more = only_persons(_MORE.sub("", following.text)) if joined else ()
        if not more and not (joined and following.text.strip() in _ALONE_JOINS):
            break
        names, last = (*names, *more), last + 1
    words = " ".join([found.words, *(line.text for line in lines[found.number + 1 : last + 1])])
    authors = tuple(dict.fromkeys(names))
    return Byline(found.start, lines[last].end, words, found.rule, authors, reasons)


def inline(text: str, stamp: Stamp | None) -> Byline | None:
    """Return the byline of a text in one line, near its stamp or near its beginning, or None.

    As in `Titel Von Eva Muster und Ole Beispiel Der Text beginnt`. Only persons with frequent
    first names count; the word after a last name begins the text. Between its label and the stamp
    any persons count if nothing else stands there.
    """
    places = [(0, _LONGEST_HEADLINE)]
    if stamp is not None:
        places.insert(0, (stamp.start - _LONGEST_HEADLINE, stamp.end + _LONGEST_LEAD))
    for start, end in places:
        for label in _INLINE.finditer(text, max(start, 0), end):
            found = _up_to(text, label, stamp)
            if found is not None:
                return found
            names, behind = leading_persons(text, label.end())
            if names and not _VERB.match(text, behind):
                seat = _SEAT.match(text, behind)
                behind = seat.end() if seat else behind
                words = text[label.start() : behind]
                return Byline(label.start(), behind, words, "byline within the line", names)
    return None if stamp is None else _beside(text, stamp)


def _beside(text: str, stamp: Stamp) -> Byline | None:
    """Return the name right before or right behind a stamp, or None."""
    before = text[: stamp.start].rstrip(MARKS)
    name = trailing_person(before)
    if name is not None:
        start = len(before) - len(name)
        return Byline(start, stamp.start, text[start : stamp.end], BESIDE, (name,))
    behind = text[stamp.end : stamp.end + _LONGEST_HEADLINE]
    start = stamp.end + len(behind) - len(behind.lstrip(MARKS))
    names, end = leading_persons(text, start)
    if not names or _VERB.match(text, end):
        return None
    return Byline(start, end, text[stamp.start : end], BESIDE, names)


def _up_to(text: str, label: re.Match[str], stamp: Stamp | None) -> Byline | None:
    """Return the byline between a label and the stamp, if nothing but persons stand there."""
    if stamp is None or not label.end() < stamp.start <= label.end() + _LONGEST_NAMES:
        return None
    words = text[label.start() : stamp.start].strip(MARKS)
    names = only_persons(_BEFORE_STAMP.sub("", words[label.end() - label.start() :]))
    end = label.start() + len(words)
    return Byline(label.start(), end, words, "byline before the stamp", names) if names else None
