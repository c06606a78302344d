"""Read-only tables of words in a file: looked up in a microsecond, and never loaded.

A table is a "constant database": its keys are spread over buckets by their checksums, and a
look-up searches one bucket of some hundred bytes where the file is mapped. Opening a table of a
million words takes as long as opening one of ten.

    magic, a line             "newsarc table 2"
    note, a line              where the words are from: source, licence, attribution
    number of buckets         32 bits, little-endian, as all numbers
    places of the buckets     and the end of the last one: 32 bits each, from the start of the file
    buckets                   of each entry: line feed, key, tab, value; and a line feed at the end
    sieve                     eight bytes for each bucket: a bit is set if the checksum of a key,
                              modulo the number of bits, is its number; so nine in ten words that
                              are no keys are told without a search
"""

from __future__ import annotations

from mmap import ACCESS_READ, mmap
from struct import Struct, error
from typing import TYPE_CHECKING
from zlib import crc32

from newsarc.errors import NewsarcError
from newsarc.scanner import SIEVE, Buckets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MAGIC = b"newsarc table 2\n"
# Bytes of a table that a look-up searches on average.
_BUCKET = 128
_NUMBER = Struct("<I")


class BrokenTable(NewsarcError):
    """A table of words that is missing or damaged: `path` is where, `reason` what is wrong."""

    remedy = "install newsarc again: pip install --force-reinstall newsarc"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    @property
    def sentence(self) -> str:
        """The table and what is wrong with it."""
        return f"{self.path}: {self.reason}"


class Table:
    """A table that was made by `packed`; raises BrokenTable for a file that is none.

    `get` returns the value of a key, or None for a key that is not in the table.
    """

    def __init__(self, path: str) -> None:
        try:
            with open(path, "rb") as file:
                self._data = mmap(file.fileno(), 0, access=ACCESS_READ)
            self._read_header()
        except OSError as cause:
            raise BrokenTable(path, cause.strerror or "cannot be read") from cause
        except (ValueError, error) as cause:
            raise BrokenTable(path, "no whole table of words") from cause

    def _read_header(self) -> None:
        data = self._data
        if data[: len(MAGIC)] != MAGIC:
            raise ValueError
        end = data.find(b"\n", len(MAGIC)) + 1
        self.note = data[len(MAGIC) : end - 1].decode()
        (number,) = _NUMBER.unpack_from(data, end)
        (self._sieve,) = _NUMBER.unpack_from(data, end + 4 + 4 * number)
        if self._sieve + SIEVE * number != len(data) or not number:
            raise ValueError
        self._start = end + 4
        self.buckets = Buckets(data, self._start, number)
        self.get = self.buckets.get

    def __iter__(self) -> Iterator[str]:
        """Yield all keys, in the order of the file."""
        (start,) = _NUMBER.unpack_from(self._data, self._start)
        lines = self._data[start : self._sieve].decode().split("\n")
        return (line.partition("\t")[0] for line in lines if line)


def packed(entries: Mapping[str, str], note: str) -> bytes:
    """Return a table as it is written into a file; keys and values must have no control characters.

    The same entries and the same note make the same table.
    """
    lines = [(key.encode(), value.encode()) for key, value in sorted(entries.items())]
    size = sum(len(key) + len(value) + 2 for key, value in lines)
    buckets: list[list[bytes]] = [[] for _ in range(size // _BUCKET + 1)]
    for key, value in lines:
        buckets[crc32(key) % len(buckets)].append(b"\n%b\t%b" % (key, value))
    head = MAGIC + note.encode() + b"\n" + _NUMBER.pack(len(buckets))
    bodies = [b"".join(each) + b"\n" for each in buckets]
    places = [len(head) + 4 * len(buckets) + 4]
    for body in bodies:
        places.append(places[-1] + len(body))
    sieve = _sieve([key for key, _ in lines], len(buckets))
    return b"".join([head, *map(_NUMBER.pack, places), *bodies, sieve])


def _sieve(keys: Iterable[bytes], buckets: int) -> bytes:
    bits = bytearray(SIEVE * buckets)
    for key in keys:
        checksum = crc32(key)
        bits[checksum // 8 % len(bits)] |= 1 << checksum % 8
    return bytes(bits)
