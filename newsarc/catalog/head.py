"""What a text is made of: its headline, kicker, stamps, bylines and credits, and its body.

Texts come in three layouts: with empty lines between head and paragraphs; as a page
copied line by line, furniture included; and run together on one line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsarc.catalog.byline import Byline, bylines, trailing
from newsarc.catalog.credit import Picture, picture_credits
from newsarc.catalog.headline import find_headline
from newsarc.catalog.layout import Line, lines
from newsarc.catalog.stamps import Stamp, published, stamps
from newsarc.text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A head on the same line as its article is not longer; later stamps belong to the text.
_LONGEST_HEAD = 600
# Bylines stand near the headline.
_ABOVE, _BELOW = 3, 12
_LONGEST_KICKER = 60
_SITE = re.compile(r" \| [^|]{2,40}$")


class Anatomy(NamedTuple):
    """The parts of a text. `body` is what is none of the others."""

    title: str | None
    kicker: str | None
    stamps: list[Stamp]
    bylines: list[Byline]
    pictures: list[Picture]
    body: str


def dissect(text: str) -> Anatomy:
    """Take a cleaned text apart."""
    found = stamps(text)
    blocks = paragraphs(text)
    if len(blocks) > 1:
        return _blocks(blocks, found)
    return _page(text, found) if "\n" in text else _one_line(text, found)


def _blocks(blocks: Sequence[str], found: list[Stamp]) -> Anatomy:
    """Read a text whose first block is its head."""
    head = blocks[0]
    inside = [stamp for stamp in found if stamp.start < len(head)]
    pictures = list(picture_credits(head))
    rows = lines(head)
    signed = bylines(rows, range(len(rows)), range(len(rows)))
    left = _left(head, [*inside, *pictures, *signed])
    kicker, title, lead = _headed(left)
    return Anatomy(title, kicker, found, signed, pictures, "\n\n".join([*lead, *blocks[1:]]))


def _headed(left: Sequence[str]) -> tuple[str | None, str | None, Sequence[str]]:
    """Tell kicker, headline and lead among the lines of a head."""
    if len(left) > 1 and len(left[0]) <= _LONGEST_KICKER and not left[1].endswith("."):
        kicker, title, *lead = left
        if len(kicker) < len(title) <= 2 * _LONGEST_KICKER:
            return kicker, title, lead
    return None, (left[0] if left else None), left[1:]


def _page(text: str, found: list[Stamp]) -> Anatomy:
    """Read a page copied line by line."""
    rows = lines(text)
    stamp = published(found)
    stamped = [] if stamp is None else [_row_of(rows, stamp)]
    taken = {n for n, row in enumerate(rows) if _is_stamp(row, found)}
    number = find_headline(rows, stamped, taken)
    anchor = number if number is not None else (stamped or [0])[0]
    head = range(max(0, anchor - _ABOVE), min(len(rows), max([anchor, *stamped]) + _BELOW))
    signed = bylines(rows, head, stamped)
    pictures = list(picture_credits("\n".join(rows[n].text for n in head)))
    if number is None:
        return Anatomy(None, None, found, signed, pictures, text)
    kicker = _kicker(rows, number, taken)
    body = [
        row.text for n, row in enumerate(rows) if n > number and not _is_known(row, found, signed)
    ]
    return Anatomy(
        _bare(_SITE.sub("", rows[number].text)), kicker, found, signed, pictures, "\n".join(body)
    )


def _kicker(rows: Sequence[Line], number: int, taken: set[int]) -> str | None:
    """Give the line above the headline, where the page begins with it."""
    if number != 1 or 0 in taken:
        return None
    row = rows[0]
    return None if row.is_no_title or len(row.text) > _LONGEST_KICKER else row.text


def _row_of(rows: Sequence[Line], stamp: Stamp) -> int:
    return max(number for number, row in enumerate(rows) if row.start < stamp.end)


def _is_stamp(row: Line, found: Iterable[Stamp]) -> bool:
    return any(stamp.start < row.end and stamp.end > row.start for stamp in found)


def _is_known(row: Line, found: Iterable[Stamp], signed: Iterable[Byline]) -> bool:
    """Tell a line that is all stamp, byline or furniture from one of the body."""
    if row.is_paragraph:
        return False
    whole = any(byline.start <= row.start and row.end <= byline.end for byline in signed)
    return whole or row.is_furniture or _is_stamp(row, found)


def _one_line(text: str, found: list[Stamp]) -> Anatomy:
    """Read a text run together: what stands before the last stamp at its beginning is its head."""
    end = max((stamp.end for stamp in found if stamp.end <= _LONGEST_HEAD), default=0)
    head, body = text[:end].strip(), text[end:].strip()
    if not body:
        return Anatomy(None, None, found, [], [], text)
    pictures = list(picture_credits(head))
    title, *lead = _left(head, [*found, *pictures]) or [""]
    signed = trailing(title)
    if signed is not None:
        title = _bare(title[: signed.start])
    body = "\n\n".join([*lead, body])
    return Anatomy(title or None, None, found, [signed] if signed else [], pictures, body)


def _left(head: str, taken: Iterable[Stamp | Picture | Byline]) -> list[str]:
    """Give the lines of a head that are left when what else was read in it is taken out."""
    kept, end = [], 0
    for part in sorted(taken, key=lambda part: part.start):
        kept.append(head[end : max(part.start, end)])
        end = max(part.end, end)
    rest = "".join([*kept, head[end:]]).split("\n")
    return [line for line in (_bare(" ".join(row.split())) for row in rest) if line]


def _bare(line: str) -> str:
    """Free a headline of the marks that parted it from what stood beside it."""
    line = line.strip(" |·•-–—:,/")
    return line[:-1].rstrip() if line.endswith(".") and not line.endswith("..") else line
