"""Markdown as plain text: paragraphs and lines stay, what only marks them up goes.

Links and emphasis are their words, images go, code is text. Entries of a list are lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.markup import without_markup

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]++(.*?))?(?:[ \t]#{1,20})?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_BREAK = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r"\A(?: {0,3}> ?){1,20}")
_BULLET = re.compile(r"\A\s{0,40}[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_NUMBER = re.compile(r"\s{0,40}\d{1,9}[.)][ \t]")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)([^\[\]]{1,300})\]:[ \t]*\S.*$")
_FOOTNOTE = re.compile(r"\A {0,3}\[\^[^\[\]]{1,100}\]:[ \t]*")
_ROW = re.compile(r"\s*\|(.*)\|\s*$")

_TARGET = r"\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,2000})?\)"
_IMAGE = re.compile(
    rf"!\[[^\[\]\n]{{0,1000}}\](?:{_TARGET}|\[[^\[\]\n]{{0,300}}\])|!\[\[[^\[\]\n]{{0,300}}\]\]"
)
_LINK_OF_IMAGE = re.compile(rf"\[(?:{_IMAGE.pattern})\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]{{0,1000}})\]{_TARGET}(?:\{{[^{{}}\n]{{0,100}}\}})?")
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{0,300}\|)?([^\[\]|\n]{0,300})\]\]")
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,1000})\](?: ?\[([^\[\]\n]{0,300})\])?")
_MARK = re.compile(r"\[\^[^\[\]\n]{1,100}\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>@]{1,500}(?:@[^\s<>]{1,200})?)>")
_CODE = re.compile(r"(?<!`)(?:`([^`\n]++)`|``([^`\n]++(?:`[^`\n]++)*+)``)(?!`)")
# A line without these has no markup within it.
_SIGN = re.compile(r"[\\`*_\[~=<]")
_EMPHASIS = (
    re.compile(r"\*\*(?=[^\s*])([^*\n]++(?:\*[^*\n]++)*+)(?<=\S)\*\*"),
    re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]++)(?<=\S)\*(?!\w)"),
    re.compile(r"(?<![\w_])__(?=[^\s_])([^_\n]++(?:_[^_\n]++)*+)(?<=\S)__(?!\w)"),
    re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]++)(?<=\S)_(?!\w)"),
    re.compile(r"~~(?=[^\s~])([^~\n]++)(?<=\S)~~"),
    re.compile(r"==(?=[^\s=])([^=\n]++)(?<=\S)=="),
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# While markup is resolved, signs that are none stand as characters that no text has.
_SIGNS = "\\`*_{}[]()#+-.!|~=<>&\"'$%,/:;?@\n"
_HIDE = {ord(sign): 0xFDD0 + at for at, sign in enumerate(_SIGNS)}
_LINE_END = chr(_HIDE[ord("\n")])
# The ranks of lines that are no headings: any, and one that begins where the line before it ends.
_ANY, _OWN = 0, -1
_SHOW = {code: sign for sign, code in _HIDE.items()}


class Prose(Struct, frozen=True):
    """A text freed of its signs, and its first heading of the first rank, as it stands in it."""

    headline: str | None
    text: str


def prose(text: str) -> Prose:
    """Return what a text in Markdown says. The time is linear."""
    lines = text.split("\n")
    defined = {found[1].casefold() for line in lines if (found := _DEFINITION.match(line))}
    kept = [(rank, _inline(line, defined)) for rank, line in _lines(lines)]
    first = next((_shown(line) for rank, line in kept if rank == 1), None)
    return Prose(first or None, _shown("".join(_joined(kept))))


def _joined(kept: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Yield the lines, each behind the end of the one before it."""
    is_blank = True
    for rank, line in kept:
        if rank > 0:
            yield f"\n\n{line}\n"
        else:
            yield (_LINE_END if rank == _OWN and not is_blank else "\n") + line
        is_blank = not line.strip()


def _shown(text: str) -> str:
    return without_markup(text).translate(_SHOW)


def _lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text, each with its rank as a heading, if it is one."""
    fence = ""
    for at, line in enumerate(lines):
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            else:
                yield _OWN, line.translate(_HIDE)
        elif opened:
            fence = opened[1]
        else:
            yield from _line(line, lines[at - 1] if at else "", lines[at + 1 : at + 2])


def _line(line: str, before: str, behind: Sequence[str]) -> Iterator[tuple[int, str]]:
    if not line.strip():
        yield _ANY, "\n"
    elif heading := _HEADING.match(line):
        yield len(heading[1]), heading[2] or ""
    elif _UNDERLINE.match(line) and _may_be_heading(before):
        yield _ANY, ""
    elif behind and _UNDERLINE.match(behind[0]) and _may_be_heading(line):
        yield 1 if "=" in behind[0] else 2, line.strip()
    elif not (_BREAK.match(line) or _DEFINITION.match(line) or _is_ruler(line)):
        bare = _QUOTE.sub("", line)
        is_own = _BULLET.match(bare) or _NUMBER.match(bare) or _ROW.match(bare)
        yield _OWN if is_own else _ANY, _bare(bare)


def _may_be_heading(line: str) -> bool:
    is_marked = _BULLET.match(line) or _HEADING.match(line) or _QUOTE.match(line)
    return bool(line.strip()) and not is_marked and "|" not in line


def _is_ruler(line: str) -> bool:
    """Whether a line rules off the head of a table."""
    return "|" in line and not line.strip(" \t|:-")


def _bare(line: str) -> str:
    """Return a line without the signs of lists, tables and notes at its beginning."""
    line = _FOOTNOTE.sub("", _BULLET.sub("", line))
    row = _ROW.match(line)
    return " | ".join(cell.strip() for cell in row[1].split("|")) if row else line


def _inline(line: str, defined: Collection[str]) -> str:
    """Return a line without links, images and emphasis; signs that are none are hidden."""
    if not _SIGN.search(line):
        return line
    line = _CODE.sub(lambda found: (found[1] or found[2]).translate(_HIDE), line)
    line = _ESCAPE.sub(lambda found: found[1].translate(_HIDE), line)
    line = _LINK.sub(r"\1", _IMAGE.sub("", _LINK_OF_IMAGE.sub("", line)))
    line = _REFERENCE.sub(
        lambda found: _referred(found, defined), _MARK.sub("", _WIKI.sub(r"\1", line))
    )
    for emphasis in (*_EMPHASIS, *_EMPHASIS):  # one may stand in another
        line = emphasis.sub(r"\1", line)
    return _AUTOLINK.sub(_address, line).removesuffix("\\")


def _referred(found: re.Match[str], defined: Collection[str]) -> str:
    """Return the words of a link whose address stands elsewhere; other brackets stay."""
    return found[1] if (found[2] or found[1]).casefold() in defined else found[0]


def _address(found: re.Match[str]) -> str:
    is_address = "://" in found[1] or "@" in found[1]
    return found[1].removeprefix("mailto:") if is_address else found[0]
