"""ZIP archives: nothing is unpacked to the disk."""

from __future__ import annotations

from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING, BinaryIO, cast
from zipfile import ZipFile, ZipInfo

from msgspec.structs import replace

from newsarc.readers.base import DamagedError, Entry, Piece
from newsarc.readers.containers.names import day, member
from newsarc.readers.formats import HEAD
from newsarc.readers.scans.issues import issues, packed
from newsarc.readers.unpacked import BOMB, is_bomb, unpacked
from newsarc.readers.zips.kinds import directory_size
from newsarc.readers.zips.package import DAMAGES
from newsarc.records.read import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import RawIOBase

    from newsarc.readers.base import Reading
    from newsarc.readers.unpacked import Stream
    from newsarc.records.read import Refusal

# In bytes: the largest archive in another container, which is held in memory.
_MOST = 100_000_000
# A member takes some 80 bytes of a directory, and 600 in memory.
_LARGEST_DIRECTORY = 20_000_000
_ENCRYPTED = 1
_UTF8 = 0x800


def entries(
    file: BufferedReader,
    piece: Piece,
    reading: Reading,  # noqa: ARG001 (as all)
) -> Iterator[Entry | Refusal | Skipped]:
    """Yield the members in the order of the directory, which is held in memory."""
    archive = opened(file)
    grouped = Issues(archive)
    for info in archive.infolist():
        if info.filename in grouped.pages:
            continue
        found = None if info.is_dir() else member(piece, name(info))
        if isinstance(found, Piece) and info.filename in grouped.found:
            yield grouped.entry(info.filename, replace(found, format="alto"))
            continue
        if isinstance(found, Skipped):
            yield found
        elif found is not None:
            yield entry(archive, info, replace(found, modified=day(*info.date_time[:3])))


class Issues:
    """The issues of newspapers in an archive; the `pages` of each are one entry with its METS."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self.found = issues((info.filename for info in archive.infolist()), self._head)
        self.pages = frozenset(page for pages in self.found.values() for page in pages)

    def entry(self, mets: str, piece: Piece) -> Entry | Refusal:
        """Return an issue as an entry, or refuse it."""
        names = (mets, *self.found[mets])
        if sum(self._archive.getinfo(name).file_size for name in names) > _MOST:
            return piece.refused("is an issue that is too large to be read at once")
        try:
            data = packed(names, self._archive.read)
        except DAMAGES:
            return piece.refused("is an issue with a damaged or encrypted page")
        return Entry(piece, BufferedReader(cast("RawIOBase", BytesIO(data))))

    def _head(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as file:
                return file.read(HEAD)
        except DAMAGES:
            return b""


def opened(file: BufferedReader) -> ZipFile:
    """Open an archive. Raises DamagedError if it is damaged, or a bomb."""
    whole = file if file.seekable() else BytesIO(file.read(_MOST + 1))
    if isinstance(whole, BytesIO) and len(whole.getbuffer()) > _MOST:
        raise DamagedError("is a large zip archive in another container; unpack that one")
    if directory_size(whole) > _LARGEST_DIRECTORY:
        raise DamagedError("lists too many members to be held in memory; unpack it, or divide it")
    try:
        archive = ZipFile(whole)
    except DAMAGES as error:
        raise DamagedError("is damaged or ends early: a zip archive has a directory") from error
    size = whole.seek(0, 2)
    if is_bomb(sum(info.file_size for info in archive.infolist()), size):
        raise DamagedError(BOMB)
    return archive


def entry(archive: ZipFile, info: ZipInfo, piece: Piece) -> Entry | Refusal:
    """Open a member, or refuse it."""
    if info.flag_bits & _ENCRYPTED:
        return piece.refused("is encrypted; unpack it with its password first")
    try:
        stream = cast("Stream", archive.open(info))
        return Entry(piece, unpacked(stream, cast("BinaryIO", archive.fp), DAMAGES))
    except DAMAGES:
        return piece.refused("is damaged, or compressed in a way that is not known")


def name(info: ZipInfo) -> str:
    """Return a member's name; what is no UTF-8 by its flag often is all the same."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode()
    except UnicodeError:
        return info.filename
