"""Wire items of the time of the teleprinter: control characters part them, lines are wrapped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.readers.encoding import decode
from newsarc.readers.wires.items import Item, Said, document
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsarc.readers.base import Piece
    from newsarc.records.read import Document, Refusal

_START, _TEXT, _END = "\x01", "\x02", "\x03"
_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan feb mar/mär/mrz apr may/mai jun jul aug sep oct/okt nov dec/dez".split(), 1
    )
    for name in names.split("/")
}
_ZONES = {
    "GMT": "Z",
    "UTC": "Z",
    "MEZ": "+01:00",
    "CET": "+01:00",
    "MESZ": "+02:00",
    "CEST": "+02:00",
}
# A compound cut at its own hyphen, which it keeps, but not `Vor-` before `und Nachteile`.
_CUT = re.compile(r"[^\W\d_]-$")
_APART = re.compile(r"(?:und|oder|bzw|sowie|bis|and|or|to|y|et|ou)\b")


def documents(piece: Piece, name: str, item: Callable[[str], Item]) -> Iterator[Document | Refusal]:
    """Yield the documents of a file in the format of a name; `item` reads the text of each."""
    text, _ = decode(piece.data or b"")
    found = [part for part in text.split(_START)[1:] if part.strip("\0 \t\r\n\x03\x04\x7f")]
    if not found:
        yield piece.refused(f"is not {name} (no item begins in it)")
    for number, each in enumerate(found, 1):
        origin = piece.origin if len(found) == 1 else piece.within(str(number))
        yield document(origin, item(each))


def parted(text: str) -> tuple[str, list[str], str]:
    """Return what stands above the text of an item, the lines of the text, and what is below."""
    above, _, rest = text.partition(_TEXT)
    content, _, below = rest.partition(_END)
    return above, list(_without_controls(content)), below


def paragraphs(lines: Iterable[str], opening: str = "  ") -> str:
    """Return wrapped lines as paragraphs: an empty line or an indented one begins another.

    The points of a list and the rows of a table keep lines of their own.
    """
    blocks: list[list[str]] = [[]]
    for line in lines:
        words = " ".join(line.split())
        is_point = bool(blocks[-1]) and blocks[-1][-1].startswith("\n- ")
        if not words or (line.startswith((opening, "\t")) and not is_point):
            blocks.append([])
        if words:
            _append(blocks[-1], words)
    return clean("\n\n".join(filter(None, ("".join(block).strip() for block in blocks))))


def _append(block: list[str], words: str) -> None:
    """Put a line behind the others of its paragraph."""
    if words.startswith("|"):
        block.append("\n" + " ".join(words.replace("|", " ").split()))
    elif words.startswith("- ") and (not block or block[-1].startswith("\n- ")):
        block.append(f"\n{words}")
    elif not block or (_CUT.search(block[-1]) and not _APART.match(words)):
        block.append(words)
    elif block[-1].startswith("\n- "):
        block[-1] += f" {words}"
    else:
        block.append(f" {words}")


def time(written: re.Match[str]) -> Said:
    """Return a time as it is written, and what its `day`, `month`, `year`, `time`, `zone` mean."""
    parts = written.groupdict()
    month = parts["month"] or ""
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3].lower(), 0)
    short = int(parts["year"] or 0)
    year = short + (1900 if short >= 70 else 2000)
    clock = parts["time"] or "0000"
    zone = _ZONES.get(parts["zone"] or "", "")
    means = f"{year}-{number:02}-{parts['day']}T{clock[:2]}:{clock[2:]}{zone}"
    return Said(written[0], "time", means)


def _without_controls(text: str) -> Iterator[str]:
    """Yield the lines of a text; bells and other controls are blanks."""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        yield re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", line).rstrip()
