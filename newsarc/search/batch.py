"""Many queries at once: the lines of a file, each with a label.

    line = [label "#" blank] query

A label contains no blank; a line without a label is labelled with its line number. Empty lines
are skipped. A line without a query does not stop the rest: it is returned as an error.
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

    from newsarc.query.limits import Limits

# Maximum length of a line in bytes. Nobody types more, but a file without line ends may be huge.
LONGEST_LINE = 65_536

_LABELLED = pattern(r"(\S+)#(?:\s+(.*))?")
_BYTE_ORDER_MARK = "\ufeff"


class LabelledQuery(Struct, frozen=True):
    """The text of a query, and the label that identifies its answer."""

    label: str
    text: str


def read_queries(file: BinaryIO, name: str, limits: Limits) -> Iterator[LabelledQuery | ReadError]:
    """Yield the query of each line; for a line without one, a ReadError with its place and reason.

    `name` is the file's name in errors. `limits` are those of the store that will be asked.
    """
    lines: dict[str, int] = {}
    for number, line in enumerate(_lines(file), start=1):
        try:
            query = _parse_line(line, number, limits)
            if query is not None:
                _demand_new_label(lines, query.label, number)
                yield query
        except ValueError as error:
            yield ReadError(Origin(name, number), str(error))


def _demand_new_label(lines: dict[str, int], label: str, number: int) -> None:
    """Remember the line of a label. Raises ValueError if an earlier line has the same label."""
    if lines.setdefault(label, number) != number:
        raise ValueError(f"line {lines[label]} has the label {label}, too")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file, each cut off behind `LONGEST_LINE` + 1 bytes."""
    while line := file.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE + 1)
        yield line


def _parse_line(line: bytes, number: int, limits: Limits) -> LabelledQuery | None:
    """Return the query of a line, or None for an empty line. Raises ValueError with the reason."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"a line must not have more than {LONGEST_LINE:,} bytes")
    text = printable(_decoded(line)).strip()
    if not text:
        return None
    labelled = _LABELLED.fullmatch(text)
    label, query = (labelled[1], labelled[2] or "") if labelled else (str(number), text)
    if parse(query, date.today(), limits).node == nodes.Phrase(()):
        raise ValueError("there is no word to search for")
    return LabelledQuery(label, query)


def _decoded(line: bytes) -> str:
    """Return a line as text. Raises ValueError if it is not UTF-8."""
    try:
        text = line.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 (byte {error.start + 1} of the line)") from error
    if "\0" in text:
        raise ValueError("is not UTF-8 (it contains null characters)")
    return text
