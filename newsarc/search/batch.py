"""Many queries at once: the lines of a file, each with its label.

    line = [label "#" blank] query

A label has no blank in it; a line without one is labelled with its number. Empty lines are
passed over. A line that holds no query is no reason to stop: it comes as the reason.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.errors import ReadError
from newsarc.patterns import pattern
from newsarc.query import nodes, parse
from newsarc.records.kept import Origin
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

# Bytes of a line; nobody types as many, and a file without line ends may have millions.
LONGEST_LINE = 65_536

_LABELLED = pattern(r"(\S+)#(?:\s+(.*))?")
_BYTE_ORDER_MARK = "\ufeff"


class Asked(Struct, frozen=True):
    """A query as it was typed, and the label by which its answer is known."""

    label: str
    text: str


def read_queries(file: BinaryIO, name: str) -> Iterator[Asked | ReadError]:
    """Give the queries of a file, and for each line that holds none where it is and why."""
    seen: dict[str, int] = {}
    for number, line in enumerate(_lines(file), start=1):
        try:
            asked = _read(line, number)
            if asked is not None:
                _note_label(seen, asked.label, number)
                yield asked
        except ValueError as error:
            yield ReadError(Origin(name, number), str(error))


def _note_label(seen: dict[str, int], label: str, number: int) -> None:
    """Keep the line of a label. Raises ValueError where another line has it."""
    if seen.setdefault(label, number) != number:
        raise ValueError(f"the label {label} stands on line {seen[label]}, too")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Give the lines of a file; of one that is too long, its beginning."""
    while line := file.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE + 1)
        yield line


def _read(line: bytes, number: int) -> Asked | None:
    """Read a line; nothing of an empty one. Raises ValueError with the reason."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"a query has no more than {LONGEST_LINE:,} bytes")
    text = printable(_decoded(line)).strip()
    if not text:
        return None
    labelled = _LABELLED.fullmatch(text)
    label, query = (labelled[1], labelled[2] or "") if labelled else (str(number), text)
    if parse(query, date.today()).node == nodes.Phrase(()):
        raise ValueError("there is no word to search for")
    return Asked(label, query)


def _decoded(line: bytes) -> str:
    try:
        text = line.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 (byte {error.start + 1} of the line)") from error
    if "\0" in text:
        raise ValueError("is not UTF-8 (it holds null characters)")
    return text
