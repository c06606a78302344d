"""The names of authors, taken apart as bibliographies want them."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.patterns import pattern
from newsarc.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.records.kept import Article

_PARTICLES = frozenset(
    "af al av bin d. da dal de del della den der des di do dos du el ibn la le los 't te ten ter "
    "und v. van vom von zu zum zur".split()
)
# With a capital they are the beginning of the family name: Dick Van Dyke.
_CAPITAL_PARTICLES = frozenset(
    "De Del Della Der Di Du La Le Ten Ter Van Vom Von Zu Zum Zur".split()
)
_SUFFIX = pattern(r"(?:[JjSs]r|[Jj]un|[Ss]en)\.?|I{2,3}|IV")
# What no person's name has: digits and signs, the joint of several names, words of desks.
_NO_PERSON = pattern(
    r"[\d/&@|:;,()\[\]{}]"
    r"|(?<!\w)(?i:and|(?<!von )und|\w*redaktion\w*|ressort|desk|team|online|agentur\w*|zeitung"
    r"|nachrichten|verlag|news\w*|staff|editors?|correspondents?|reporters?|gmbh|e\. ?v\.)(?!\w)"
)


class Name(Struct, frozen=True):
    """A name of a person in its parts, or the whole `literal` one of a desk or an agency."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""


def authors(article: Article) -> tuple[Name, ...]:
    """Who wrote an article: its authors, else the agency, unless that is the medium itself."""
    written = tuple(filter(None, map(one_line, article.authors)))
    if written:
        return tuple(map(name_of, written))
    agency, source = one_line(article.agency or ""), one_line(article.source or "")
    if not agency or agency.casefold() == source.casefold():
        return ()
    return (Name(literal=agency),)


def name_of(text: str) -> Name:
    """Take a name apart: `Anna von der Heide`, `Heide, Anna von der`, `John Smith, Jr.`."""
    before, comma, behind = (part.strip() for part in text.partition(","))
    if _SUFFIX.fullmatch(behind):
        before, comma, behind = f"{before} {behind}", "", ""
    words = [*behind.split(), *before.split()]
    has_suffix = not comma and len(words) > 2 and _SUFFIX.fullmatch(words[-1])
    suffix = words.pop() if has_suffix else ""
    is_turned = bool(comma) and _is_family(before.split())
    if bool(comma) != is_turned or len(words) < 2 or _NO_PERSON.search(" ".join(words)):
        return Name(literal=text)
    start, end = _particle(words)
    given, particle, family = words[:start], words[start:end], words[end:]
    return Name(" ".join(family), " ".join(given), " ".join(particle), suffix)


def _is_family(words: Sequence[str]) -> bool:
    """Whether what stands before a comma is a family name, not a whole name."""
    return len(words) - _leading(words) == 1


def _leading(words: Sequence[str]) -> int:
    """The number of particles at the beginning; the last word is none."""
    return len([*takewhile(_PARTICLES.__contains__, words[:-1])])


def _particle(words: Sequence[str]) -> tuple[int, int]:
    """Where the particle before the family name begins and ends."""
    last = len(words) - 1
    for place, word in enumerate(words[:-1]):
        if word in _PARTICLES:
            return place, place + _leading(words[place:])
        if place and word in _CAPITAL_PARTICLES:
            return place, place
    return last, last
