"""Streams of what was compressed: damage and bombs end them with one kind of error."""

from __future__ import annotations

import io
from io import BufferedReader
from typing import TYPE_CHECKING, BinaryIO, NoReturn, Protocol

from newsarc.readers.base import DamagedError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

DAMAGED = "the compressed data is damaged or ends early"
# How many times as large a file may become: deflated pages that are in use, 12.7 times at most.
_RATIO = 200
BOMB = f"becomes more than {_RATIO} times as large when it is unpacked"
# In bytes. What is smaller does no harm.
_HARMLESS = 10_000_000
_BUFFER = 1 << 16


class Stream(Protocol):
    """What the standard library opens to decompress a file."""

    def read1(self, size: int, /) -> bytes:
        """Return the next bytes, `size` at most: what stands before damage comes first."""
        ...


def unpacked(
    stream: Stream, file: BinaryIO, damages: tuple[type[Exception], ...]
) -> BufferedReader:
    """Return a stream of what `stream` unpacks from a file.

    Reading it raises DamagedError instead of one of the `damages`, and where the file becomes more
    than 200 times as large; of a stream in a stream, what is on the disk. Errors of the system stay
    what they are.
    """
    return BufferedReader(_Unpacked(stream, file, damages), _BUFFER)


def is_bomb(size: int, packed: int) -> bool:
    """Return whether so many bytes are too many for so many packed ones."""
    return size > _HARMLESS and size > _RATIO * packed


class _Unpacked(io.RawIOBase):
    def __init__(
        self, stream: Stream, file: BinaryIO, damages: tuple[type[Exception], ...]
    ) -> None:
        outer = getattr(file, "raw", None)
        self._packed = outer.packed if isinstance(outer, _Unpacked) else file.tell
        self._stream = stream
        self._damages = damages
        self._before = self._packed()
        self._size = 0
        self._fault: DamagedError | None = None

    def packed(self) -> int:
        return self._packed()

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._size

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        data = self._next(len(view))
        view[: len(data)] = data
        self._size += len(data)
        if is_bomb(self._size, self._packed() - self._before):
            self._fail(BOMB)
        return len(data)

    def _next(self, size: int) -> bytes:
        if self._fault is not None:
            raise self._fault
        try:
            return self._stream.read1(size)
        except self._damages:
            self._fail(DAMAGED)
        except OSError as error:
            if error.errno is not None:
                raise
            self._fail(DAMAGED)  # the standard library's own, as gzip.BadGzipFile

    def _fail(self, reason: str) -> NoReturn:
        """Raise an error, which is raised again whenever more is read."""
        self._fault = DamagedError(reason)
        raise self._fault
