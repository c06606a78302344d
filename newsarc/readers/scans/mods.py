"""What MODS says of a newspaper or an article: its title, authors, language and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.language import language_code
from newsarc.readers.trees import line_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Described(Struct, frozen=True):
    """A record of MODS, as far as it is kept."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    day: str | None = None


def described(section: Element) -> Described:
    """Return what the MODS in a section says."""
    title = None
    for info in section.iter("{*}titleInfo"):
        parts = [_words(info, "nonSort"), _words(info, "title"), _words(info, "subTitle")]
        title = title or " ".join(filter(None, parts)) or None
    names = [
        " ".join(filter(None, map(line_of, name.iter("{*}namePart"))))
        for name in section.iter("{*}name")
    ]
    languages = [line_of(term) for term in section.iter("{*}languageTerm")]
    days = [line_of(day) for day in section.iter("{*}dateIssued", "{*}dateCreated")]
    return Described(
        title,
        tuple(filter(None, names)),
        next((term for term in languages if language_code(term)), None),
        max(days, key=len, default=None),
    )


def _words(element: Element, name: str) -> str:
    return next(filter(None, map(line_of, element.iterchildren("{*}" + name))), "")
