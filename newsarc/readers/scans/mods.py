"""What MODS says of a newspaper or an article: its title, authors, language and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.language import language_code
from newsarc.text import clean

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
        title = title or clean(" ".join(filter(None, parts))) or None
    names = [
        " ".join(filter(None, map(_text, name.iter("{*}namePart"))))
        for name in section.iter("{*}name")
    ]
    languages = [_text(term) for term in section.iter("{*}languageTerm")]
    days = [_text(day) for day in section.iter("{*}dateIssued", "{*}dateCreated")]
    return Described(
        title,
        tuple(clean(name) for name in names if name),
        next((term for term in languages if language_code(term)), None),
        max(days, key=len, default=None),
    )


def _words(element: Element, name: str) -> str:
    return next(filter(None, map(_text, element.iterchildren("{*}" + name))), "")


def _text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
