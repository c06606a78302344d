"""Lines of running text that were wrapped at a width, put together again.

A text is judged as a whole, by its lines. Poems, lists, tables, tickers and pages copied line by
line stay as they are, and so does the head of a text.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.text import CUTS, join_cut_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

# A break before a small letter, and not after a sentence: few texts have any unless wrapped.
_SMALL_BREAK = re.compile(
    r"\n(?:(?<=[\w,;)\"“”»«’¬⸗‐=–-]\n)|(?<=[\w,;)\"“”»«’–-] \n)|(?<=[\w,;)\"“”»«’–-]\r\n))"
    r" {0,3}[a-zß-öø-ÿ]"
)
# In columns. The widths were set on newspapers and wires whose lines have 60 to 80 columns, and on
# 821 pages, of which those that are not wrapped must stay as they are.
_SHORTEST = 40
_NARROWEST, _WIDEST = 58, 100
# Of the lines that end within a sentence, how many a width must explain if all are wrapped evenly.
_EVEN = 0.75
# … and how many must be sure signs of it: the next word is too long for the line, and it is small
# or the line has the end of another sentence. A list of headlines has next to none.
_SURE = 0.25
# … and how many must go on with a small letter.
_SMALL = 0.1
_ENDS = ".!?…:]"
_CLOSERS = "\"'“”»«’‘)"
_ENTRY = r"[-*•·▪■●►▶>|+]\s|\d{1,3}\)\s|[a-z]\)\s"
# How a line begins that is indented or an entry of a list. The line end comes first, which is
# rare and so is found fast.
_BEGUN = re.compile(rf"\n(?:  |\t|[^\S\n]*+(?:{_ENTRY}))")
_ITEM = re.compile(_ENTRY)
_LINK = re.compile(r"\S{0,3}(?:https?:|www\.)")
_NUMBERED = re.compile(r"(?:\d{1,3}\.|[–—])\s")
_HEAD = re.compile(r"(?:Von|VON|By|BY|Par|PAR|Por|POR|Di|DI|Foto|Bild|Quelle|Stand)\b")
_ADDRESS_AT_END = re.compile(r"https?://\S+$")
# No line of a text without these is apart or begins with a link.
_MARKS = ("\t", "   ", "http", "www.")
_SENTENCE = re.compile(r"\w[.!?:]\S? ")
_SURE_SENTENCE = re.compile(r"[.!?](?<=[a-zß-öø-ÿ]{3}[.!?])[\"“”»«]? [\"„“»«]?[A-ZÀ-ÖØ-Þ]")
# Words that end neither a headline nor a sentence.
_GOES_ON = frozenset(
    (
        "der die das den dem des ein eine einer eines einem einen im am vom zum zur beim von für"
        " und oder sowie dass the a an of and or to for with le la les du des et un une el los las"
    ).split()
)


class _Break(Struct, frozen=True, gc=False):
    """The break behind the line of an index, and the lines on both sides of it.

    `length` is that of the line before it, and `reach` how long that would be with the next word.
    `is_ended` says that it ends a sentence, `is_small` that the line behind the break begins with
    a small letter.
    """

    at: int
    before: str
    after: str
    length: int
    reach: int
    is_ended: bool
    is_small: bool


def _break(at: int, before: str, after: str) -> _Break:
    length = len(before)
    reach = length + 1 + len(after.split(None, 1)[0])
    is_ended = before.rstrip(_CLOSERS)[-1:] in _ENDS
    return _Break(at, before, after, length, reach, is_ended, after[0].islower())


class _Shape(Struct, frozen=True):
    """How a text is wrapped: at which width, and whether evenly."""

    width: int
    is_even: bool


def unwrapped(text: str) -> str:
    """Return a text with its wrapped lines joined, or as it is if it is not wrapped.

    No letter and no digit is lost. Unwrapping twice changes nothing.
    """
    while (shorter := _joined(text)) != text:
        text = shorter
    return text


def _joined(text: str) -> str:
    if not _SMALL_BREAK.search(text):
        return text
    lines = text.replace("\r\n", "\n").split("\n")
    marked, begun = any(mark in text for mark in _MARKS), _BEGUN.search(text) is not None
    breaks = list(_breaks(lines, marked=marked, begun=begun))
    shape = _shape(breaks)
    return _put_together(lines, set(_inner(breaks, shape))) if shape else text


def _breaks(lines: Sequence[str], *, marked: bool, begun: bool) -> Iterator[_Break]:
    """Yield the breaks that may lie inside a paragraph.

    `marked` says that a line may have a mark, `begun` that one may begin as `_BEGUN` says.
    """
    before = ""
    for at, line in enumerate(lines, -1):
        after = line.strip()
        if marked and _is_apart(after):
            after = ""
        is_first = (begun and _is_begun(line, after)) or (marked and _is_link(after))
        if before and after and not is_first:
            yield _break(at, before, after)
        before = after


def _is_apart(line: str) -> bool:
    """Whether a line has the columns of a table, or a bare address at its end."""
    if "\t" in line or "   " in line:
        return True
    return "://" in line and _ADDRESS_AT_END.search(line) is not None


def _is_link(line: str) -> bool:
    return _LINK.match(line) is not None


def _is_begun(line: str, bare: str) -> bool:
    """Whether a line begins a paragraph or an entry of a list."""
    return line.startswith(("  ", "\t")) or _ITEM.match(bare) is not None


def _shape(breaks: Iterable[_Break]) -> _Shape | None:
    """Return how a text is wrapped, or None if it is not."""
    lines = [each for each in breaks if _SHORTEST <= each.length <= _WIDEST and not each.is_ended]
    width = _best_width(lines)
    full = [each for each in lines if _is_full(each, width)]
    small = sum([each.is_small for each in lines])
    sure = sum([each.is_small or _SURE_SENTENCE.search(each.before) is not None for each in full])
    fewest = 2 if len(full) == len(lines) else 3
    # Where links begin lines of their own, fewer lines end at the width.
    is_usual = sure >= 0.5 * small or (sure >= 8 and sure >= 0.3 * small)
    is_sure = sure >= max(fewest, _SURE * len(lines)) and small >= _SMALL * len(lines)
    if width < _NARROWEST or not (is_sure and is_usual):
        return None
    return _Shape(width, is_even=len(full) >= _EVEN * len(lines))


def _is_full(each: _Break, width: int) -> bool:
    """Whether the next word did not fit into a line of this width."""
    return each.length <= width < each.reach


def _best_width(breaks: Iterable[_Break]) -> int:
    """Return the least width at which most lines are full."""
    steps = [0] * (_WIDEST + 2)
    for each in breaks:
        steps[each.length] += 1
        steps[min(each.reach, _WIDEST + 1)] -= 1
    heights = list(accumulate(steps))
    return heights.index(max(heights))


def _inner(breaks: Iterable[_Break], shape: _Shape) -> Iterator[int]:
    """Yield the indexes of the breaks that lie inside a paragraph."""
    last = -2
    for each in breaks:
        if _is_inner(each, shape, goes_on=last == each.at - 1):
            last = each.at
            yield last


def _is_inner(each: _Break, shape: _Shape, *, goes_on: bool) -> bool:
    """Whether a break is inside a paragraph; `goes_on` if that before it is."""
    is_full = _is_full(each, shape.width)
    if each.is_ended:
        return is_full and shape.is_even and not _NUMBERED.match(each.after)
    if each.is_small or each.before.rsplit(None, 1)[-1] in _GOES_ON:
        return goes_on or max(each.length, len(each.after)) >= _SHORTEST
    if _HEAD.match(each.after):
        return False
    is_long = each.length >= _SHORTEST
    return is_full or (is_long and (goes_on or _is_running(each.before)))


def _is_running(line: str) -> bool:
    """Whether a line is no headline: a sentence goes on or ends in it."""
    return line[0].islower() or _SENTENCE.search(line) is not None


def _put_together(lines: Sequence[str], inner: Collection[int]) -> str:
    parts: list[str] = []
    for at, line in enumerate(lines):
        begun = line.lstrip() if at - 1 in inner else line
        if at not in inner:
            parts += (begun, "\n")
            continue
        bare = begun.rstrip()
        parts += (bare, "\n" if _is_cut(bare, lines[at + 1].lstrip()) else " ")
    return "".join(parts[:-1])


def _is_cut(before: str, after: str) -> bool:
    """Whether a word is cut at a break, which `clean` joins."""
    if before[-1] == "\u00ad":
        return True
    return before[-1] in CUTS and "\n" not in join_cut_words(f"{before[-2:]}\n{after[:8]}")
