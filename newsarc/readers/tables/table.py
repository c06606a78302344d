"""Tables as CSV and TSV: one article a row."""

from __future__ import annotations

import csv
import json
from contextlib import suppress
from io import BufferedIOBase, TextIOWrapper
from itertools import chain
from typing import TYPE_CHECKING, cast

import msgspec
from msgspec.structs import replace

from newsarc.readers.base import DamagedError, refused, too_large
from newsarc.readers.encoding import decode
from newsarc.readers.formats import HEAD
from newsarc.readers.objects.one_object import read
from newsarc.readers.tables.columns import claiming, unusable, unused
from newsarc.readers.tables.dialect import Dialect, columns, dialect, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal

    Split = Iterator[Piece | Refusal]

__all__ = ["read", "split"]

# In bytes: as much as is read ahead, of which a part is of the next rows.
_AHEAD = 1 << 14
_REST = "the rest of the file could not be read"


def split(file: BufferedReader, piece: Piece, reading: Reading) -> Split:
    """Yield the rows of a table of any size; refuse those that do not fit its header."""
    csv.field_size_limit(max(reading.limit, csv.field_size_limit()))
    head = file.peek(HEAD)[:HEAD]
    written = dialect(head)
    if b"\0" in head and not written.is_wide:
        yield piece.refused("is binary, not a table (it contains a NUL byte)")
        return
    rows = _Rows(file, written, reading.limit)
    try:
        yield from _pieces(rows, piece, reading)
    except (_TooLongError, csv.Error) as error:
        reason = str(error) if isinstance(error, csv.Error) else too_large(reading.limit)
        is_open = f"{reason}; perhaps a quotation mark before it is not closed; {_REST}"
        yield refused(piece.at_line(rows.line), is_open)
    except DamagedError as error:
        yield refused(piece.at_line(rows.line), f"{error}; {_REST}")
    finally:
        rows.release()


class _TooLongError(Exception):
    """A row is longer than the limit."""


class _Bounded(BufferedIOBase):
    """A file that ends with _TooLongError where more than a limit is read; `size` may be reset."""

    def __init__(self, file: BufferedReader, limit: int) -> None:
        self._file = file
        self._most = limit + _AHEAD
        self.size = 0

    def readable(self) -> bool:
        return True

    def read1(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self._file.read1(size)
        self.size += len(data)
        if self.size > self._most:
            raise _TooLongError
        return data


class _Rows:
    """The rows of a table that are not blank; `line` is where the last one begins.

    `is_open` tells that the file ended within a quoted field of the last row. The limit holds for
    what is read for a row. The lines never pass through Python, which would take as long as all
    else.
    """

    def __init__(self, file: BufferedReader, written: Dialect, limit: int) -> None:
        errors = "replace" if written.is_wide else "surrogateescape"
        self._file = _Bounded(file, limit)
        buffer = cast("BufferedReader", self._file)
        self._text = TextIOWrapper(buffer, written.encoding, errors=errors, newline="")
        self.line, self.is_open = 1, False
        lines = chain(self._text, self._end())
        self._reader = csv.reader(lines, delimiter=written.delimiter, quotechar=written.quote)
        if written.stated:
            next(self._reader, None)

    def _end(self) -> Iterator[str]:
        """Note that a row goes on where the file has ended."""
        self.is_open = True
        yield from ()

    def release(self) -> None:
        """Leave the file open, as it was found; whoever opened it may have closed it already."""
        with suppress(ValueError):
            self._text.detach()

    def __iter__(self) -> Iterator[list[str]]:
        reader = self._reader
        while True:
            self._file.size = 0
            self.line = reader.line_num + 1
            row = next(reader, None)
            if row is None:
                return
            if any(row) and (len(row) > 1 or row[0].strip()):
                yield row


def _pieces(rows: _Rows, piece: Piece, reading: Reading) -> Split:
    found = iter(rows)
    first = next(found, None)
    if first is None:
        yield piece.refused("contains only white space" if rows.line > 1 else "is empty")
        return
    names = columns(first)
    table = _Table(names or unnamed(first), piece, reading, has_header=bool(names))
    if reason := table.unusable:
        yield piece.refused(reason if names else f"has no header, and {reason}")
        return
    count = 0
    for count, row in enumerate(found if names else chain((first,), found), 1):  # noqa: B007
        yield table.piece(row, rows)
    if not count:
        yield piece.refused("is a table without a row")


class _Table:
    """Makes pieces of the rows of a table."""

    def __init__(
        self, names: list[str], piece: Piece, reading: Reading, *, has_header: bool
    ) -> None:
        self._piece = piece
        self._names = [decode(name.encode("utf-8", "surrogateescape"))[0] for name in names]
        self.unusable = unusable(self._names, reading.mapping)
        found = claiming(self._names, reading.mapping)
        self._claiming = [(self._names[each], each) for each in found]
        self._notes = unused(self._names, reading.mapping) if has_header else ()
        # A row may end before the last columns if these hold no claims.
        self._fewest = max(found, default=0) + 1

    def piece(self, row: list[str], rows: _Rows) -> Piece | Refusal:
        """Return a row as a piece, or say how it does not fit the header."""
        origin = self._piece.at_line(rows.line)
        if rows.is_open:
            return refused(origin, "ends within quotation marks: the file is cut off here")
        if len(row) < self._fewest or any(row[len(self._names) :]):
            fields = "1 field" if len(row) == 1 else f"{len(row):,} fields"
            return refused(origin, f"has {fields}, and the header has {len(self._names):,}")
        record: dict[str, str] = {}
        for name, at in self._claiming:
            if not record.get(name):  # of columns with one name, the first that is filled
                record[name] = row[at]
        notes, self._notes = self._notes, ()  # the first row's
        return replace(self._piece, origin=origin, data=_json(record), notes=notes)


def _json(record: object) -> bytes:
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:  # bytes that are not UTF-8 stay as they are
        return json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogateescape")
