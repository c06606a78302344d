"""Split a text into its head (headline, kicker, stamps, bylines, picture credits) and its body.

Texts come in three layouts: in blocks, with empty lines between head and paragraphs; as a
page copied line by line, furniture included; and all on one line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.catalog.byline import Byline, byline, inline, is_byline
from newsarc.catalog.caption import captions, credit_of
from newsarc.catalog.credit import PictureCredit, picture_credits
from newsarc.catalog.dateline import dateline
from newsarc.catalog.furniture import without_furniture
from newsarc.catalog.headline import find_headline, page_of, rows_stamped, rows_taken
from newsarc.catalog.layout import (
    each_line,
    is_no_title,
    is_note,
    is_paragraph,
    lines,
    paragraphs_of,
)
from newsarc.catalog.names import known_persons
from newsarc.catalog.signatures import Head
from newsarc.catalog.stamp_rules import DATELINE, ITEM
from newsarc.catalog.stamps import Stamps, stamps
from newsarc.text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from newsarc.catalog.headline import CopiedPage
    from newsarc.catalog.layout import Line
    from newsarc.catalog.stamp_rules import Stamp

_LONGEST_HEAD = 600  # characters, of a text on one line; later stamps belong to the body
# Lines around the headline that may hold a byline. They end at its second paragraph: farther
# down, bylines belong to other articles.
_ABOVE, _BELOW = 3, 12
_FEW = 2
_LONGEST_KICKER = 60  # characters, as those below
_LONGEST_LINE = 160  # of stamps and bylines
_LONGEST_TITLE = 300  # of a text on one line, where kicker and lead are part of it
_MOST_ABOVE = 40  # blocks above the first paragraph
_LOOSE = " |·•–-"
# Stamps by these rules are part of the body.
_IN_TEXT = {DATELINE, ITEM}
_SENTENCE = re.compile(r"[a-zäöüß]{3}\. [A-ZÄÖÜ].*[a-zäöüß]{3}\.(?: |$)")
# Several buttons in a row behind a headline.
_BUTTONS = re.compile(
    r"(?i:[ |]+(?:teilen|merken|drucken|vorlesen|kommentieren|anhören|twitter|facebook)){2,}$"
)
_OWNED = ("©", "Copyright")
_SITE = re.compile(r" \| [^|]{2,40}$")


class HeadAndBody(Struct, frozen=True):
    """The parts of a text. The body is what remains when all others are taken out."""

    title: str | None
    kicker: str | None
    stamps: Stamps
    byline: Byline | None
    pictures: Sequence[PictureCredit]
    body: str


def split_head(text: str, modified: date | None = None) -> HeadAndBody:
    """Split a cleaned text into its head and its body, which is freed of page furniture.

    `modified` is the day on which its file was last written.
    """
    rows, blocks = lines(text), paragraphs(text)
    known = stamps(text, rows, modified)
    found = _of_head(known)
    if "\n" not in text:
        parts = _one_line(text, found)
    elif len(blocks) > 1 and not _are_scattered(blocks, found.found):
        parts = _blocks(blocks, rows, found)
    else:
        parts = _page(text, rows, found)
    return replace(parts, stamps=known, body=without_furniture(parts.body, within=text))


def _of_head(known: Stamps) -> Stamps:
    """Leave out the stamps that are part of the body."""
    return replace(known, found=[stamp for stamp in known.found if stamp.rule not in _IN_TEXT])


def _are_scattered(blocks: Sequence[str], found: Sequence[Stamp]) -> bool:
    """Whether the blocks are single lines of a page, not a head and its paragraphs."""
    above = list(takewhile(lambda block: not _has_running_text(block), blocks[:_MOST_ABOVE]))
    titles = [block for block in above if not _is_head(block, found)]
    beside = bool(above) and above[0] not in titles
    return len(titles) > 1 or beside or any(map(_belongs_to_page, [blocks[0], *titles]))


def _belongs_to_page(block: str) -> bool:
    return any(
        row.is_furniture or row.leads_elsewhere or row.text.startswith(_OWNED)
        for row in lines(block)
    )


def _has_running_text(block: str) -> bool:
    return any(is_paragraph(line) or line.endswith(".") for line in each_line(block))


def _blocks(blocks: Sequence[str], rows: Sequence[Line], found: Stamps) -> HeadAndBody:
    """Split a text in blocks: its head is the first one, with stamps and bylines right below."""
    few = 1 + sum(1 for _ in takewhile(lambda block: _is_head(block, found.found), blocks[1:]))
    head = "\n\n".join(blocks[:few])
    inside = [stamp for stamp in found.found if stamp.start < len(head)]
    pictures = list(picture_credits(head))
    number = sum(row.start < len(head) for row in rows)
    signed = byline(_head_of_blocks(rows, number, found))
    left = _left(head, [*inside, *pictures, *_as_list(signed)])
    rows = rows[:number]
    below = captions(row.text for row in rows[1:])
    left = [line for line in left if line not in below]
    aside = [line for n, line in enumerate(left) if is_no_title(line) or (n and is_note(line))]
    kicker, title, lead = _kicker_title_lead([line for line in left if line not in aside] or left)
    lead = [*aside, *lead] if title not in aside else lead
    return HeadAndBody(title, kicker, found, signed, pictures, "\n\n".join([*lead, *blocks[few:]]))


def _head_of_blocks(rows: Sequence[Line], length: int, found: Stamps) -> Head:
    """Return what bylines need to know of a text whose head is its first so many lines."""
    taken, stamped = rows_taken(rows, found), rows_stamped(rows, found)
    inside = range(length)
    return Head(rows, inside, inside, found.found, taken, stamped, paragraphs_of(rows), 0)


def _is_head(block: str, found: Iterable[Stamp]) -> bool:
    """Whether a block is nothing but stamps and bylines."""
    return all(_is_head_line(line, found) for line in each_line(block))


def _is_head_line(line: str, found: Iterable[Stamp]) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    if is_byline(line) or known_persons(line):
        return True
    for stamp in found:
        line = line.replace(stamp.words, "")
    return not line.strip(_LOOSE)


def _kicker_title_lead(left: Sequence[str]) -> tuple[str | None, str | None, Sequence[str]]:
    """Return the kicker, the headline and the lead among the lines of a head."""
    line = dateline(left[0]) if left else None
    if line is not None and (line.agency or left[0].endswith(".")):
        return None, None, left
    if len(left) > 1 and len(left[0]) <= _LONGEST_KICKER and not left[1].endswith("."):
        kicker, title, *lead = left
        if len(kicker) < len(title) <= 2 * _LONGEST_KICKER:
            return _without_site(kicker), _without_site(title), lead
    return None, (_without_site(left[0]) if left else None), left[1:]


def _page(text: str, rows: Sequence[Line], found: Stamps) -> HeadAndBody:
    """Split a page that was copied line by line."""
    page = page_of(rows, found)
    number = find_headline(page)
    head = _head_of_page(rows, page, number, found)
    signed = byline(head)
    pictures = list(picture_credits("\n".join(rows[n].text for n in head.near)))
    if number is None:
        return HeadAndBody(None, None, found, signed, pictures, text)
    gone = [n for n, row in enumerate(rows) if _is_no_body(row, n in page.taken, signed)]
    body = _without(text, rows, {*range(number + 1), *gone})
    title = _title(rows[number], found.found)
    return HeadAndBody(title, _kicker(page, number), found, signed, pictures, body)


def head_of_page(text: str) -> Head:
    """Return the head of a copied page, to which the weights of bylines are fitted."""
    rows = lines(text)
    return head_of_rows(rows, stamps(text, rows))


def head_of_rows(rows: Sequence[Line], known: Stamps, title: str | None = None) -> Head:
    """Return the head of a copied page; its headline is the line that is equal to `title`."""
    found = _of_head(known)
    page = page_of(rows, found)
    number = next((n for n, row in enumerate(page.lines) if row.text == title), None)
    return _head_of_page(rows, page, find_headline(page) if number is None else number, found)


def _head_of_page(
    rows: Sequence[Line], page: CopiedPage, number: int | None, found: Stamps
) -> Head:
    near = _near(page, number, len(rows))
    everywhere = range(len(page.lines))
    return Head(
        rows, everywhere, near, found.found, page.taken, page.stamped, page.paragraphs, number
    )


def _near(page: CopiedPage, headline: int | None, length: int) -> range:
    """Return the lines around the headline and the stamp that may hold a byline."""
    centres = [row for row in (headline, *page.stamped) if row is not None] or [0]
    below = page.paragraphs[bisect_right(page.paragraphs, centres[0]) :][_FEW - 1 : _FEW]
    end = max(min([centres[0] + _BELOW, *below]), max(centres) + _ABOVE)
    return range(max(0, min(centres) - _ABOVE), min(length, end))


def _without(text: str, rows: Sequence[Line], gone: Collection[int]) -> str:
    """Return a text without some of its lines; blank lines go with the line above."""
    ends = [*(row.start for row in rows[1:]), len(text)]
    kept = (text[row.start : ends[n]] for n, row in enumerate(rows) if n not in gone)
    return "".join(kept).strip("\n")


def _title(row: Line, found: Iterable[Stamp]) -> str:
    """Return the headline on a line, without the stamp, credit or site's name beside it."""
    inside = [
        replace(stamp, start=stamp.start - row.start, end=stamp.end - row.start)
        for stamp in found
        if row.start <= stamp.start and stamp.end <= row.end
    ]
    left = _left(row.text, [*inside, *picture_credits(row.text)])
    return _without_site(" ".join(left) or row.text)


def _without_site(line: str) -> str:
    return _bare(_SITE.sub("", line))


def _kicker(page: CopiedPage, number: int) -> str | None:
    """Return the line above the headline if the page begins with it and it may be a kicker."""
    if number != 1 or 0 in page.taken:
        return None
    row, title = page.lines[0], page.lines[1]
    other = row.is_no_title or 0 in page.signed or credit_of(row.text) is not None
    same = row.text.casefold().startswith(_without_site(title.text).casefold())
    return None if other or same or len(row.text) > _LONGEST_KICKER else row.text


def _is_no_body(row: Line, stamped: bool, signed: Byline | None) -> bool:
    """Whether a line is nothing but a stamp or a byline."""
    if row.is_paragraph:
        return False
    return stamped or (signed is not None and signed.start <= row.start and row.end <= signed.end)


def _one_line(text: str, found: Stamps) -> HeadAndBody:
    """Split a text on one line: its head ends with its byline or its last stamp."""
    end = max((stamp.end for stamp in found.found if stamp.end <= _LONGEST_HEAD), default=0)
    signed = inline(text, found.published)
    end = max([end, *(one.end for one in _as_list(signed) if one.end <= _LONGEST_HEAD)])
    head, body = text[:end].strip(), text[end:].strip(_LOOSE)
    if not body:
        return HeadAndBody(None, None, found, signed, [], text)
    pictures = list(picture_credits(head))
    title, *lead = _left(head, [*found.found, *pictures, *_as_list(signed)]) or [""]
    if len(title) > _LONGEST_TITLE or _SENTENCE.search(title):  # the stamp is part of the body
        return HeadAndBody(None, None, found, signed, pictures, text)
    body = "\n\n".join([*lead, body])
    title = _without_site(_BUTTONS.sub("", title))
    return HeadAndBody(title or None, None, found, signed, pictures, body)


def _left(head: str, taken: Iterable[Stamp | PictureCredit | Byline]) -> list[str]:
    """Return the lines of a head that remain when what is already known is taken out."""
    kept, end = [], 0
    for part in sorted(taken, key=lambda part: part.start):
        kept.append(head[end : max(part.start, end)])
        end = max(part.end, end)
    rest = "".join([*kept, head[end:]]).split("\n")
    return [line for line in (" ".join(row.split()).strip(_LOOSE) for row in rest) if line]


def _as_list(byline: Byline | None) -> list[Byline]:
    return [] if byline is None else [byline]


def _bare(line: str) -> str:
    """Strip the separators around a headline, and a full stop at its end."""
    line = line.strip(" |·•-–—:,/")
    return line[:-1].rstrip() if line.endswith(".") and not line.endswith("..") else line
