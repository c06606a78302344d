"""Markdown as a terminal shows it: headings bold, tables aligned, paragraphs wrapped.

It knows what the help pages use: headings, paragraphs, list items, tables and fenced code.
"""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from newsarc.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.render.style import Style

_INDENT = "  "
_FENCE = "```"
_CELL_END = pattern(r"(?<!\\)\|")
# A column before the last takes at most this share of a line; longer cells are wrapped.
_WIDEST_COLUMN = 0.45


def markdown_lines(text: str, style: Style) -> Iterator[str]:
    """The lines of a page: headings at the margin, everything else indented below them."""
    for kind, block in _blocks(text):
        if kind == "heading":
            yield style.strong(block[0].lstrip("# "))
        elif kind == "code":
            yield from (f"{_INDENT * 2}{line}".rstrip() for line in block)
        elif kind == "table":
            yield from _table_lines([_cells(line) for line in block], style)
        elif kind == "text":
            yield from _wrapped(" ".join(block), style.width, _INDENT)
        else:
            yield from _item_lines(block, style.width)
        yield ""


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """The blocks of a page by kind: heading, text, list, table, code. Blank lines part them."""
    parts = text.split(_FENCE)
    for number, part in enumerate(parts):
        lines = part.split("\n")
        if number % 2:  # the first line of a fenced block names its language
            yield "code", lines[1:-1]
            continue
        for is_blank, group in groupby(lines, key=lambda line: not line.strip()):
            if not is_blank:
                block = list(group)
                yield _kind(block[0]), block


def _kind(line: str) -> str:
    for start, kind in (("#", "heading"), ("|", "table"), ("- ", "list")):
        if line.startswith(start):
            return kind
    return "text"


def _item_lines(block: Sequence[str], width: int) -> Iterator[str]:
    """Each item with its second and later lines below its first word."""
    items = "\n".join(block).removeprefix("- ").split("\n- ")
    for item in items:
        first, *rest = _wrapped(" ".join(item.split()), width, _INDENT * 2)
        yield from (f"{_INDENT}- {first.strip()}", *rest)


def _cells(line: str) -> list[str]:
    cells = _CELL_END.split(line)[1:-1]
    return [cell.strip().replace("\\|", "|").replace("`", "") for cell in cells]


def _table_lines(rows: Sequence[Sequence[str]], style: Style) -> Iterator[str]:
    head, _, *body = rows
    widths = _widths(rows, style.width - len(_INDENT))
    for number, row in enumerate((head, *body)):
        for line in _row_lines(row, widths):
            yield _INDENT + (line if number else style.strong(line))


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column; the last one takes what the others leave."""
    columns = zip(*(rows[0], *rows[2:]), strict=True)
    *widths, _ = [max(map(len, column)) for column in columns]
    widths = [min(each, int(width * _WIDEST_COLUMN)) for each in widths]
    return [*widths, width - sum(widths) - 2 * len(widths)]


def _row_lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [_wrapped(cell, width, "") for cell, width in zip(row, widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        padded = (f"{part:{width}}" for part, width in zip(parts, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    import textwrap

    return textwrap.wrap(
        text,
        max(width, 20),
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    ) or [""]
