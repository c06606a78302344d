"""IPTC 7901, as dpa sends it: a header, key words, headline, text, time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.wires.items import Item, Said, said
from newsarc.readers.wires.lines import documents, paragraphs, parted, time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Document, Refusal

_NAME = "IPTC 7901"
# `bdt0651 4 wi 496  dpa 4072`: service and number, priority, category, words, key words, agency.
_HEADER = re.compile(
    r"\s{0,9}(?P<id>[a-z]{2,6}[0-9]{2,6}) [0-9] [^\n]{0,200}?"
    r"(?P<agency>[a-z]\S{1,20}) [0-9]{1,6}\s*$"
)
_TIME = re.compile(
    r"(?P<day>[0-3][0-9])(?P<time>[0-2][0-9][0-5][0-9]) {0,3}(?P<zone>[A-Z]{3,4})?"
    r" {0,3}(?P<month>[A-Za-zä]{3,9})\.? (?P<year>[0-9]{2})\b"
)
_BY = re.compile(r"(?:Von|By|Por|Par) [^\W\d_a-z]")
# `EIL`, `1ST LEAD`: what the line says of the item, and not of the news.
_SIGNAL = re.compile(
    r"(?:EIL|BLITZ|[0-9](?:ST|ND|RD|TH) LEAD|LEAD|URGENT|ROUNDUP|EXTRA)\b[A-Z0-9 ]*"
)
_GENRE = re.compile(r"(?!Eil\b|Achtung\b|Foto|Grafik|Archiv|Mit )[^\W\d_][^:()]{2,40}")
_CORRECTED = re.compile(r"Berichtigung|Korrektur|Correct", re.IGNORECASE)
# What follows is for newsrooms and not for publication; in dpa's other formats it is apart.
_NOTEBOOK = re.compile(r"# (?:dpa[ -])?(?:Notizblock|Notebook)\b", re.IGNORECASE)
_FROM = re.compile(r"\(([\w-]{2,20})/([\w-]{2,20})\)")


class Head(Struct, frozen=True):
    """The lines above the text, up to the equals sign."""

    title: Said | None = None
    by: Said | None = None
    genre: Said | None = None
    correction: Said | None = None


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the items of a file."""
    yield from documents(piece, "IPTC 7901", _item)


def _item(text: str) -> Item:
    above, content, below = parted(text)
    head, behind = _split(content)
    header = _HEADER.match(above.partition("\n")[0].rstrip("\r"))
    written = _TIME.search(below)
    stamp = time(written) if written else None
    body = paragraphs(_without_notebook(behind))
    provider = _agency(header["agency"] if header else "", body)
    return Item(
        convention=_NAME,
        text=body,
        title=head.title,
        by=head.by,
        genre=head.genre,
        correction=head.correction,
        changed=stamp,
        provider=provider,
        id=_id(header["id"] if header else None, stamp),
    )


def _id(number: str | None, stamp: Said | None) -> str | None:
    """Return the number of an item with its day: an agency counts anew each day."""
    is_number = number is not None and number.strip("abcdefghijklmnopqrstuvwxyz0") != ""
    return f"{number}/{stamp.means}" if is_number and stamp else None


def _agency(name: str, body: str) -> Said | None:
    """Return the agency; a header may name a service of it: `lni` of `dpa/lni`, `dpa-bwd`."""
    from newsarc.catalog.agencies import agency

    main = next((found[1] for found in _FROM.finditer(body[:3000]) if found[2] == name), name)
    known = agency(main) or agency(main.partition("-")[0]) or main
    return said(known.partition("/")[0], "header")


def _split(lines: list[str]) -> tuple[Head, list[str]]:
    """Return what the lines above the text say, and the lines of the text."""
    for place, line in enumerate(lines[:40]):
        if line.rstrip().endswith("="):
            above = [*lines[:place], line.rstrip().rstrip("= ")]
            return _head([each.strip() for each in above if each.strip()]), lines[place + 1 :]
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    return Head(said((lines or [""])[first], "headline")), lines[first + 1 :]


def _head(lines: list[str]) -> Head:
    notes: list[str] = []
    titles: list[str] = []
    by = ""
    rest = iter(lines)
    for line in rest:
        if line.startswith("("):
            notes.append(_note(line, rest))
        elif titles and _BY.match(line):
            by = line
        elif not _SIGNAL.fullmatch(line):
            titles.append(line)
    genre = next((note for note in notes if _GENRE.fullmatch(note)), "")
    correction = next((note for note in notes if _CORRECTED.match(note)), "")
    return Head(
        said(" ".join(titles), "headline"),
        said(by, "byline"),
        said(genre, "genre"),
        said(correction, "correction"),
    )


def _note(line: str, rest: Iterator[str]) -> str:
    """Return a note in brackets, which may take several lines, without them."""
    while not line.rstrip().endswith(")"):
        following = next(rest, None)
        if following is None:
            break
        line = f"{line} {following}"
    return " ".join(line.strip().strip("()").split())


def _without_notebook(lines: list[str]) -> list[str]:
    found = (place for place, line in enumerate(lines) if _NOTEBOOK.match(line))
    return lines[: next(found, len(lines))]
