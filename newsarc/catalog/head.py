"""Where a text's head ends and its body begins, and what of the head is its headline."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsarc.text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

# A head in one line with its article ends with its stamps; later ones are of the text.
_LONGEST_HEAD = 600


class Parted(NamedTuple):
    """A text in two: the block above the article, and the paragraphs of the article."""

    head: str
    body: str


def part(text: str, stamp_ends: Iterable[int] = ()) -> Parted:
    """Part a cleaned text: the first block is its head.

    A text of a single block is parted after its first line; one of a single line, after
    the last stamp at its beginning. Where nothing tells them apart, all is body.
    """
    blocks = paragraphs(text)
    if len(blocks) > 1:
        return Parted(blocks[0], "\n\n".join(blocks[1:]))
    line, _, rest = text.partition("\n")
    if rest:
        return Parted(line, rest)
    end = max((end for end in stamp_ends if end <= _LONGEST_HEAD), default=0)
    body = text[end:].strip()
    return Parted(text[:end].strip(), body) if body else Parted("", text)


def head_lines(head: str, taken: Iterable[tuple[int, int]]) -> list[str]:
    """Give the lines of a head that are left when what else was read in it is taken out."""
    kept, end = [], 0
    for start, stop in sorted(taken):
        kept.append(head[end : max(start, end)])
        end = max(stop, end)
    lines = (" ".join(line.split()) for line in "".join([*kept, head[end:]]).split("\n"))
    return [line for line in map(_bare, lines) if line]


def _bare(line: str) -> str:
    """Free a headline of the marks that parted it from what stood beside it."""
    line = line.strip(" |·•-–—:,/")
    return line[:-1].rstrip() if line.endswith(".") and not line.endswith("..") else line
