"""Parquet tables: one article a row. Imports pyarrow when the first one is met."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from newsarc.readers.base import refused, too_large
from newsarc.readers.objects.one_object import read
from newsarc.readers.tables.columns import claiming, unusable, unused
from newsarc.text import printable, storable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal

    Split = Iterator[Piece | Refusal]

__all__ = ["read", "split"]

# Rows are read so many at a time.
_BATCH = 256
# In bytes: a table within a container is held in memory, up to this size.
_LARGEST = 200_000_000


class _DamagedError(Exception):
    """pyarrow does not read the file on; the message is the reason."""


def split(file: BufferedReader, piece: Piece, reading: Reading) -> Split:
    """Yield the rows of a table of any size, each by its number from 1."""
    row = 0
    try:
        source = _seekable(file)
        if source is None:
            yield piece.refused("is a large table in a container; unpack it")
            return
        for item in _rows(source, piece, reading):
            row += 1
            yield item
    except _DamagedError as error:
        reason = f"{error}; the rest of the file could not be read" if row else str(error)
        yield refused(piece.at_line(row + 1) if row else piece.origin, reason)


def _rows(source: BufferedReader | BytesIO, piece: Piece, reading: Reading) -> Split:
    from pyarrow.parquet import ParquetFile

    with _damage():
        table = ParquetFile(source, memory_map=False, pre_buffer=False)
        names = table.schema_arrow.names
    if reason := unusable(names, reading.mapping):
        yield piece.refused(reason)
        return
    columns = [names[each] for each in claiming(names, reading.mapping)]
    notes = unused(names, reading.mapping)  # told with the first row
    batches = table.iter_batches(_BATCH, columns=columns, use_threads=False)
    row = 0
    while records := _next(batches):
        for record in records:
            row += 1
            data = _json(record)
            origin = piece.at_line(row)
            if len(data) > reading.limit:
                yield refused(origin, too_large(reading.limit))
                continue
            yield replace(piece, origin=origin, data=data, notes=notes)
            notes = ()
    if not row:
        yield piece.refused("is a table without a row")


def _next(batches: Iterator[Any]) -> list[dict[str, Any]]:
    """Return the rows of the next batch that has some; at the end none."""
    with _damage():
        for batch in batches:
            if batch.num_rows:
                records: list[dict[str, Any]] = batch.to_pylist()
                return records
    return []


def _seekable(file: BufferedReader) -> BufferedReader | BytesIO | None:
    """Return a file that can be read from its end, None if it is too large to be held."""
    if file.seekable():
        return file
    data = file.read(_LARGEST + 1)
    return BytesIO(data) if len(data) <= _LARGEST else None


@contextmanager
def _damage() -> Iterator[None]:
    """Turn what pyarrow raises on foreign bytes into the reason for a refusal."""
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError) as error:
        said = printable(storable(" ".join(str(error).split())))[:120]
        raise _DamagedError(f"is damaged, or no Parquet that can be read ({said})") from error


def _json(record: dict[str, Any]) -> bytes:
    return msgspec.json.encode({name: _value(each) for name, each in record.items()})


def _value(value: object) -> object:
    """Return a value as JSON has it: bytes as text, a map as an object, a time as ISO 8601."""
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):
        is_map = bool(value) and all(isinstance(each, tuple) and len(each) == 2 for each in value)
        if is_map:
            return {str(key): _value(each) for key, each in value}
        return [_value(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _value(each) for key, each in value.items()}
    return value if isinstance(value, (bool, int, float)) else str(value)
