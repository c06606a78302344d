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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MAGIC = b"newsarc table 2\n"
# Bytes of a table that a look-up searches on average.
_BUCKET = 128
# Bits of the sieve for each bucket: twelve for each key, if these are words.
_BITS = 64
_NUMBER = Struct("<I")
_places = Struct("<II").unpack_from


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
    """A table that was made by `packed`; raises BrokenTable for a file that is none."""

    def __init__(self, path: str) -> None:
        try:
            with open(path, "rb") as file:
                self._data = mmap(file.fileno(), 0, access=ACCESS_READ)
            self._start = self._read_header()
        except OSError as cause:
            raise BrokenTable(path, cause.strerror or "cannot be read") from cause
        except (ValueError, error) as cause:
            raise BrokenTable(path, "no whole table of words") from cause

    def _read_header(self) -> int:
        data = self._data
        if data[: len(MAGIC)] != MAGIC:
            raise ValueError
        end = data.find(b"\n", len(MAGIC)) + 1
        self.note = data[len(MAGIC) : end - 1].decode()
        (self._buckets,) = _NUMBER.unpack_from(data, end)
        (self._sieve,) = _NUMBER.unpack_from(data, end + 4 + 4 * self._buckets)
        self._bits = _BITS * self._buckets
        if self._sieve + self._bits // 8 != len(data) or not self._buckets:
            raise ValueError
        return end + 4

    def __iter__(self) -> Iterator[str]:
        """Yield all keys, in the order of the file."""
        (start,) = _NUMBER.unpack_from(self._data, self._start)
        lines = self._data[start : self._sieve].decode().split("\n")
        return (line.partition("\t")[0] for line in lines if line)

    def get(self, key: str) -> str | None:
        """Return the value of a key; None for a key that is not in the table."""
        written, data = key.encode(), self._data
        checksum = crc32(written)
        bit = checksum % self._bits
        if not data[self._sieve + (bit >> 3)] >> (bit & 7) & 1:
            return None
        begin, end = _places(data, self._start + 4 * (checksum % self._buckets))
        _, found, rest = data[begin:end].partition(b"\n" + written + b"\t")
        return rest[: rest.find(b"\n")].decode() if found else None


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
    bits = bytearray(_BITS // 8 * buckets)
    for key in keys:
        checksum = crc32(key)
        bits[checksum // 8 % len(bits)] |= 1 << checksum % 8
    return bytes(bits)
