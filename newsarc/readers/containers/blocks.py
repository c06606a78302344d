"""The blocks of a web archive: each gzip member, or the whole of an uncompressed file."""

from __future__ import annotations

import io
import re
import zlib
from io import BufferedReader
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.base import DamagedError
from newsarc.readers.unpacked import BOMB, DAMAGED, is_bomb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

_MAGIC = b"\x1f\x8b\x08"
# How a record of a web archive begins.
BEGINS = re.compile(
    rb"WARC/[0-9]\.[0-9]|(?:filedesc|https?|dns):/{0,2}\S{1,2000}+ [0-9.]{7,15} [0-9]{8,14} "
)
_GZIP = 31
_BUFFER = 1 << 16
# In bytes: enough of a member to see whether a record begins in it.
_BEGINNING = 512


class Block(Struct, frozen=True):
    """Records one behind the other, and the offset in the file at which they begin."""

    stream: BufferedReader
    offset: int


def blocks(file: BufferedReader) -> Iterator[Block]:
    """Yield the blocks of a web archive. A block must be read before the next is asked for.

    Reading one raises DamagedError where its data is damaged; the next block is then the next
    gzip member that begins with a record.
    """
    if not file.peek(2).startswith(_MAGIC[:2]):
        yield Block(file, 0)
        return
    packed = _Packed(file)
    while packed.fill():
        member = _Member(packed)
        yield Block(BufferedReader(member, _BUFFER), member.offset)
        if not member.is_read_to_its_end():
            packed.take(int(packed.offset == member.offset))
            packed.find_record()


class _Packed:
    """The compressed bytes of a file: those that are read ahead, and where they begin."""

    def __init__(self, file: BufferedReader) -> None:
        self._file = file
        self.data = b""
        self.offset = 0

    def fill(self) -> bytes:
        """Return what is read ahead, some bytes at least; none at the end of the file."""
        self.data = self.data or self._file.read1(_BUFFER)
        return self.data

    def take(self, number: int) -> None:
        """Drop so many of the bytes that are read ahead."""
        self.data = self.data[number:]
        self.offset += number

    def find_record(self) -> None:
        """Go on to the next gzip member that begins with a record, or to the end."""
        while self.fill():
            found = self.data.find(_MAGIC)
            if found < 0:
                self.take(max(len(self.data) - len(_MAGIC) + 1, 1))
                self.data += self._file.read1(_BUFFER)
                continue
            self.take(found)
            self.data += self._file.read(_BEGINNING)
            if _is_record(self.data[:_BEGINNING]):
                return
            self.take(1)


def _is_record(start: bytes) -> bool:
    """Return whether a gzip member begins so, and a record begins in it."""
    try:
        return BEGINS.match(zlib.decompressobj(_GZIP).decompress(start, _BEGINNING)) is not None
    except zlib.error:
        return False


class _Member(io.RawIOBase):
    """The content of one gzip member."""

    def __init__(self, packed: _Packed) -> None:
        self.offset = packed.offset
        self._packed = packed
        self._inflate = zlib.decompressobj(_GZIP)
        self._size = 0
        self._fault: DamagedError | None = None

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._size

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        data = self._next(len(view))
        view[: len(data)] = data
        self._size += len(data)
        if is_bomb(self._size, self._packed.offset - self.offset):
            self._fault = DamagedError(BOMB)
        return len(data)

    def _next(self, size: int) -> bytes:
        """Return the next bytes of the content; none at its end."""
        data = b""
        while not (data or self._inflate.eof):
            if self._fault is not None:
                raise self._fault
            data = self._inflated(self._packed.fill(), size)
        return data

    def _inflated(self, packed: bytes, size: int) -> bytes:
        """Return what becomes of some bytes, `size` at most, and drop those that it took."""
        try:
            data = self._inflate.decompress(packed, size)
        except zlib.error:
            packed, data = b"", b""
        if not packed:
            self._fault = DamagedError(DAMAGED)
        left = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
        self._packed.take(len(packed) - len(left))
        return data

    def is_read_to_its_end(self) -> bool:
        """Read what is left, and return whether nothing of it is damaged."""
        try:
            while self._next(_BUFFER):
                pass
        except DamagedError:
            return False
        return True
