"""WARC and ARC web archives: the pages of their responses, at the offsets of their records."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from newsarc.readers.base import DamagedError, Piece, too_large
from newsarc.readers.containers.blocks import BEGINS, blocks
from newsarc.readers.containers.names import day
from newsarc.readers.containers.responses import CodingError, content, what_is_skipped
from newsarc.records.read import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from newsarc.readers.base import Reading
    from newsarc.readers.containers.blocks import Block
    from newsarc.records.read import Refusal

# In bytes.
_LONGEST_LINE = 1 << 16
_LONGEST_HEADERS = 1_000_000
# Whole lines that begin no record.
_OTHERS = re.compile(rb"(?:(?!" + BEGINS.pattern + rb")[^\n]*+\n)++")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LENGTH = re.compile(r"\d{1,18}")

# It warns on standard error of what is mended.
logging.getLogger("warcio").addHandler(logging.NullHandler())


def entries(
    file: BufferedReader, piece: Piece, reading: Reading
) -> Iterator[Piece | Refusal | Skipped]:
    """Yield the pages of an archive, refusals of damaged records, and what the others hold."""
    for block in blocks(file):
        yield from _records(block, piece, reading)


def _records(block: Block, piece: Piece, reading: Reading) -> Iterator[Piece | Refusal | Skipped]:
    """Yield what the records of a block hold; behind damage, nothing more of it can be read."""
    here = replace(piece, origin=piece.at_offset(block.offset))
    try:
        line = _line(block.stream)
        while line:
            at = block.offset + block.stream.tell() - len(line)
            here = replace(piece, origin=piece.at_offset(at))
            if BEGINS.match(line):
                yield _record(block.stream, line, here, reading)
                line = _line(block.stream)
            else:
                yield here.refused("no record begins here; the next one that does is read")
                line = _next_beginning(block.stream)
    except DamagedError as error:
        yield here.refused(str(error))


def _line(stream: BufferedReader) -> bytes:
    """Return the next line that is not blank; none at the end."""
    while line := stream.readline(_LONGEST_LINE):
        if not line.isspace():
            return line
    return b""


def _next_beginning(stream: BufferedReader) -> bytes:
    """Return the next line that begins a record; none at the end."""
    while line := _line(stream):
        if BEGINS.match(line):
            return line
        if others := _OTHERS.match(stream.peek(_LONGEST_LINE)):
            stream.read(others.end())
    return b""


def _record(
    stream: BufferedReader, line: bytes, here: Piece, reading: Reading
) -> Piece | Refusal | Skipped:
    """Read a record to its end."""
    record = _parsed(stream, line)
    if record is None or not _has_length(record):
        return here.refused("its headers are damaged, or do not say how long the record is")
    what = what_is_skipped(record)
    try:
        data = b"" if what else content(record, reading.limit)
        fault = too_large(reading.limit) if len(data) > reading.limit else ""
    except CodingError as error:
        data, fault = b"", str(error)
    while record.raw_stream.read(_LONGEST_LINE):
        pass
    if missing := record.raw_stream.limit:
        return here.refused(f"ends early: {missing:,} of {record.length:,} bytes are missing")
    if fault:
        return here.refused(fault)
    url = record.rec_headers.get_header("WARC-Target-URI")
    return Skipped(here.origin, what, url=url) if what else _page(record, data, here)


def _parsed(stream: BufferedReader, line: bytes) -> Any:  # noqa: ANN401 (it has no types)
    """Return a record with its headers; None if they are damaged."""
    from warcio.recordloader import ArcWarcRecordLoader

    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=True)
    headers = _Headers(stream)
    try:
        record = loader.parse_record_stream(headers, line)
    except DamagedError:
        raise
    except Exception:  # noqa: BLE001 (it raises what it happens to meet in damaged headers)
        return None
    headers.are_read = True
    return record


class _Headers:
    """The stream of a record. warcio holds headers in memory, however many they are."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream = stream
        self._left = _LONGEST_HEADERS
        self.are_read = False
        self.read = stream.read
        self.tell = stream.tell

    def readline(self, size: int | None = None) -> bytes:
        """Return the next line. Raises ValueError where the headers have no end."""
        if self.are_read:
            return self._stream.readline(size)
        line = self._stream.readline(self._left if size is None else min(size, self._left))
        self._left -= len(line)
        if not self._left:
            raise ValueError("the headers have no end")
        return line


def _has_length(record: Any) -> bool:  # noqa: ANN401 (it has no types)
    """Return whether a record says how long it is; warcio takes what is no number for 0."""
    stated = record.rec_headers.get_header("Content-Length")
    is_number = stated is None or _LENGTH.fullmatch(stated.strip()) is not None
    return record.length is not None and is_number


def _page(record: Any, data: bytes, here: Piece) -> Piece:  # noqa: ANN401 (it has no types)
    headers = record.rec_headers
    charset = _CHARSET.search((record.http_headers or headers).get_header("Content-Type") or "")
    fetched = _DAY.match(headers.get_header("WARC-Date") or "")
    return replace(
        here,
        format="html",
        data=data,
        url=headers.get_header("WARC-Target-URI"),
        charset=charset and charset[1],
        modified=fetched and day(*map(int, fetched.groups())),
    )
