"""Streams of what was compressed: damage and bombs end them with one kind of error."""

from __future__ import annotations

import io
import lzma
import zlib
from io import BufferedReader
from typing import TYPE_CHECKING, NoReturn, Protocol

from newsarc.readers.base import DamagedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

DAMAGED = "the compressed data is damaged or ends early"
# How often deflated pages are as large unpacked: 12.7 times at most, of pages that are in use.
_RATIO = 200
# In bytes. What is smaller does no harm.
_HARMLESS = 10_000_000
_BUFFER = 1 << 16
# What the standard library raises where compressed data is damaged, or ends early.
_DAMAGES = (EOFError, zlib.error, lzma.LZMAError, ValueError)


class Stream(Protocol):
    """What the standard library opens to decompress a file."""

    def read1(self, size: int, /) -> bytes:
        """Return the next bytes, `size` at most: what stands before damage comes first."""
        ...


def unpacked(stream: Stream, packed: Callable[[], int]) -> BufferedReader:
    """Return a stream of what `stream` unpacks; `packed` tells how many bytes it has consumed.

    Reading it raises DamagedError where the data is damaged, and where it becomes more than 200
    times as large as it was. Errors of the system stay what they are.
    """
    return BufferedReader(_Unpacked(stream, packed), _BUFFER)


class _Unpacked(io.RawIOBase):
    def __init__(self, stream: Stream, packed: Callable[[], int]) -> None:
        self._stream = stream
        self._packed = packed
        self._before = packed()
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
        if self._size > _HARMLESS and self._size > _RATIO * (self._packed() - self._before):
            self._fail(f"becomes more than {_RATIO} times as large when it is unpacked")
        return len(data)

    def _next(self, size: int) -> bytes:
        if self._fault is not None:
            raise self._fault
        try:
            return self._stream.read1(size)
        except _DAMAGES:
            self._fail(DAMAGED)
        except OSError as error:
            if error.errno is not None:
                raise
            self._fail(DAMAGED)  # the standard library's own, as gzip.BadGzipFile

    def _fail(self, reason: str) -> NoReturn:
        """Raise an error, which is raised again whenever more is read."""
        self._fault = DamagedError(reason)
        raise self._fault
