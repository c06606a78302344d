"""What a text is made of: its headline, kicker, stamps, bylines and credits, and its body.

Texts come in three layouts: with empty lines between head and paragraphs; as a page
copied line by line, furniture included; and run together on one line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from newsarc.catalog.byline import Byline, Head, bylines, inline, is_byline
from newsarc.catalog.caption import captions, credit_of
from newsarc.catalog.credit import Picture, dateline, picture_credits
from newsarc.catalog.furniture import without_furniture
from newsarc.catalog.headline import find_headline, look_at
from newsarc.catalog.layout import lines
from newsarc.catalog.names import are_known_persons
from newsarc.catalog.stamps import published, stamps
from newsarc.text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsarc.catalog.belief import Stamp
    from newsarc.catalog.headline import Page
    from newsarc.catalog.layout import Line

# A head on the same line as its article is not longer; later stamps belong to the text.
_LONGEST_HEAD = 600
# Bylines stand near the headline.
_ABOVE, _BELOW = 3, 12
_FEW = 2  # paragraphs below it; farther down they belong to other articles
_LONGEST_KICKER = 60
_LONGEST_LINE = 160  # of stamps and bylines
_MOST_ABOVE = 40  # blocks above a text
_LOOSE = " |·•–-"
# Stamps by these rules stand in the text itself.
_IN_TEXT = {"dateline", "item id"}
_LONGEST_TITLE = 300  # with kicker and lead, which nothing parts from it on one line
_SENTENCE = re.compile(r"[a-zäöüß]{3}\. [A-ZÄÖÜ].*[a-zäöüß]{3}\.(?: |$)")
# What a page offers beside a headline, several in a row.
_BUTTONS = re.compile(
    r"(?i:[ |]+(?:teilen|merken|drucken|vorlesen|kommentieren|anhören|twitter|facebook)){2,}$"
)
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
    heads = [stamp for stamp in found if stamp.rule not in _IN_TEXT]
    blocks = paragraphs(text)
    if "\n" not in text:
        parts = _one_line(text, heads)
    elif len(blocks) > 1 and not _are_scattered(blocks, heads):
        parts = _blocks(blocks, heads)
    else:
        parts = _page(text, heads)
    return parts._replace(stamps=found, body=without_furniture(parts.body, within=text))


def _are_scattered(blocks: Sequence[str], found: list[Stamp]) -> bool:
    """Tell a page with an empty line between any two of its lines from a head and its text."""
    above = list(takewhile(lambda block: not _runs(block), blocks[:_MOST_ABOVE]))
    titles = [block for block in above if not _heads(block, found)]
    beside = bool(above) and above[0] not in titles
    return len(titles) > 1 or beside or any(map(_belongs_to_page, [blocks[0], *titles]))


def _belongs_to_page(block: str) -> bool:
    return any(row.is_furniture or row.leads_elsewhere for row in lines(block))


def _runs(block: str) -> bool:
    return any(row.is_paragraph or row.text.endswith(".") for row in lines(block))


def _blocks(blocks: Sequence[str], found: list[Stamp]) -> Anatomy:
    """Read a text whose first block is its head, with the stamps and bylines right below it."""
    few = 1 + sum(1 for _ in takewhile(lambda block: _heads(block, found), blocks[1:]))
    head = "\n\n".join(blocks[:few])
    inside = [stamp for stamp in found if stamp.start < len(head)]
    pictures = list(picture_credits(head))
    rows = lines(head)
    last = lines(blocks[-1])[-1]
    signed = bylines(Head(rows, range(len(rows)), inside, range(len(rows)), None, last))
    left = _left(head, [*inside, *pictures, *signed])
    below = captions(row.text for row in rows[1:])
    kicker, title, lead = _headed([line for line in left if line not in below])
    return Anatomy(title, kicker, found, signed, pictures, "\n\n".join([*lead, *blocks[few:]]))


def _heads(block: str, found: Iterable[Stamp]) -> bool:
    """Tell a block that is nothing but stamps and bylines."""
    return all(_heads_alone(line, found) for line in block.split("\n"))


def _heads_alone(line: str, found: Iterable[Stamp]) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    if is_byline(line) or are_known_persons(line):
        return True
    for stamp in found:
        line = line.replace(stamp.words, "")
    return not line.strip(_LOOSE)


def _headed(left: Sequence[str]) -> tuple[str | None, str | None, Sequence[str]]:
    """Tell kicker, headline and lead among the lines of a head."""
    line = dateline(left[0]) if left else None
    if line is not None and (line.agency or left[0].endswith(".")):
        return None, None, left
    if len(left) > 1 and len(left[0]) <= _LONGEST_KICKER and not left[1].endswith("."):
        kicker, title, *lead = left
        if len(kicker) < len(title) <= 2 * _LONGEST_KICKER:
            return _without_site(kicker), _without_site(title), lead
    return None, (_without_site(left[0]) if left else None), left[1:]


def _page(text: str, found: list[Stamp]) -> Anatomy:
    """Read a page copied line by line."""
    rows = lines(text)
    page = look_at(rows, found)
    number = find_headline(page)
    near = [row for row in (number, *page.stamped) if row is not None] or [0]
    below = page.paragraphs[bisect_right(page.paragraphs, near[0]) :][_FEW - 1 : _FEW]
    end = max(min([near[0] + _BELOW, *below]), max(near) + _ABOVE)
    head = range(max(0, min(near) - _ABOVE), min(len(rows), end))
    signed = bylines(Head(rows, head, found, page.taken, number, rows[-1]))
    pictures = list(picture_credits("\n".join(rows[n].text for n in head)))
    if number is None:
        return Anatomy(None, None, found, signed, pictures, text)
    ends = [*(row.start for row in rows[1:]), len(text)]
    body = "".join(
        text[row.start : ends[n]]
        for n, row in enumerate(rows)
        if n > number and not _is_known(row, n in page.taken, signed)
    )
    title = _title(rows[number], found)
    return Anatomy(title, _kicker(page, number), found, signed, pictures, body.strip("\n"))


def _title(row: Line, found: Iterable[Stamp]) -> str:
    """Give the headline on a line that it may share with a stamp, a credit, the site's name."""
    stamps_ = [
        stamp._replace(start=stamp.start - row.start, end=stamp.end - row.start)
        for stamp in found
        if row.start <= stamp.start and stamp.end <= row.end
    ]
    left = _left(row.text, [*stamps_, *picture_credits(row.text)])
    return _without_site(" ".join(left) or row.text)


def _without_site(line: str) -> str:
    return _bare(_SITE.sub("", line))


def _kicker(page: Page, number: int) -> str | None:
    """Give the line above the headline, where the page begins with it."""
    if number != 1 or 0 in page.taken:
        return None
    row, title = page.lines[0], page.lines[1]
    other = row.is_no_title or 0 in page.signed or credit_of(row.text) is not None
    same = row.text.casefold().startswith(_without_site(title.text).casefold())
    return None if other or same or len(row.text) > _LONGEST_KICKER else row.text


def _is_known(row: Line, stamped: bool, signed: Iterable[Byline]) -> bool:
    """Tell a line that is all stamp or byline from one of the body."""
    if row.is_paragraph:
        return False
    return stamped or any(byline.start <= row.start and row.end <= byline.end for byline in signed)


def _one_line(text: str, found: list[Stamp]) -> Anatomy:
    """Read a text run together: what stands before its last stamp or its byline is its head."""
    end = max((stamp.end for stamp in found if stamp.end <= _LONGEST_HEAD), default=0)
    signed = inline(text, published(found))
    if signed is not None and signed.end <= _LONGEST_HEAD:
        end = max(end, signed.end)
    head, body = text[:end].strip(), text[end:].strip(_LOOSE)
    if not body:
        return Anatomy(None, None, found, [signed] if signed else [], [], text)
    pictures = list(picture_credits(head))
    signatures = [signed] if signed else []
    title, *lead = _left(head, [*found, *pictures, *signatures]) or [""]
    if len(title) > _LONGEST_TITLE or _SENTENCE.search(title):  # the stamp stands in the text
        return Anatomy(None, None, found, signatures, pictures, text)
    body = "\n\n".join([*lead, body])
    title = _without_site(_BUTTONS.sub("", title))
    return Anatomy(title or None, None, found, signatures, pictures, body)


def _left(head: str, taken: Iterable[Stamp | Picture | Byline]) -> list[str]:
    """Give the lines of a head that are left when what else was read in it is taken out."""
    kept, end = [], 0
    for part in sorted(taken, key=lambda part: part.start):
        kept.append(head[end : max(part.start, end)])
        end = max(part.end, end)
    rest = "".join([*kept, head[end:]]).split("\n")
    return [line for line in (" ".join(row.split()).strip(_LOOSE) for row in rest) if line]


def _bare(line: str) -> str:
    """Free a headline of the marks that parted it from what stood beside it."""
    line = line.strip(" |·•-–—:,/")
    return line[:-1].rstrip() if line.endswith(".") and not line.endswith("..") else line
