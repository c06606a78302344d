"""Tar archives, from a stream: `a.tar.gz` is read once, from its beginning to its end."""

from __future__ import annotations

import tarfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self, cast

from msgspec.structs import replace

from newsarc.readers.base import DamagedError, Entry, refused
from newsarc.readers.containers.names import day, member
from newsarc.readers.unpacked import unpacked
from newsarc.records.read import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal

# An IndexError is what tarfile raises for sparse members without an end.
_DAMAGES = (tarfile.TarError, EOFError, ValueError, IndexError)
_DAMAGED = "the tar archive is damaged or ends early; the rest could not be read"
# Members that say something of the next one, as a long name: tarfile holds them in memory.
_SAYING = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)
_MOST_SAID = 1_000_000
# How often tarfile may ask for more at the end of a file.
_MOST_IN_VAIN = 100


def entries(
    file: BufferedReader,
    piece: Piece,
    reading: Reading,  # noqa: ARG001 (as all)
) -> Iterator[Entry | Refusal | Skipped]:
    """Yield the members that are files, in their order."""
    last = piece.origin
    try:
        with _opened(file) as archive:
            for info in archive:
                archive.members = []  # type: ignore[attr-defined]  # else all stay in memory
                found = member(piece, info.name.removeprefix("./")) if info.isreg() else None
                if found is not None:
                    last = found.origin
                    yield (
                        found if isinstance(found, Skipped) else _entry(archive, info, found, file)
                    )
    except _DAMAGES:
        yield refused(last, _DAMAGED)
    except DamagedError as error:  # of the compression around it
        yield refused(last, f"{error}; the rest could not be read")


def _opened(file: BufferedReader) -> tarfile.TarFile:
    ending = cast("BufferedReader", _Ending(file))
    return tarfile.open(fileobj=ending, mode="r|", errors="surrogateescape", tarinfo=_Header)


class _Header(tarfile.TarInfo):
    """The header of a member. A damaged one is an error; tarfile takes it for the end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Return a header from its bytes. Raises ReadError if it is damaged, or too long."""
        try:
            info = super().frombuf(buf, encoding, errors)
        except (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError) as error:  # type: ignore[attr-defined]
            raise tarfile.ReadError(str(error)) from error
        if info.type in _SAYING and info.size > _MOST_SAID:
            raise tarfile.ReadError("has a member that says too much of another one")
        return info


class _Ending:
    """A file that is not read for ever behind its end, however long a member says it is."""

    def __init__(self, file: BufferedReader) -> None:
        self._file = file
        self._in_vain = 0

    def read(self, size: int) -> bytes:
        """Return the next bytes. Raises EOFError if there are none time and again."""
        data = self._file.read(size)
        self._in_vain += not data
        if self._in_vain > _MOST_IN_VAIN:
            raise EOFError
        return data


def _entry(
    archive: tarfile.TarFile, info: tarfile.TarInfo, piece: Piece, file: BufferedReader
) -> Entry | Refusal:
    if info.issparse():
        return piece.refused("is a sparse file, which may have no end; unpack the archive")
    stream = cast("BufferedReader", archive.extractfile(info))
    return Entry(replace(piece, modified=_day(info.mtime)), unpacked(stream, file, _DAMAGES))


def _day(seconds: float) -> str | None:
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OSError, OverflowError, ValueError):  # beyond all calendars
        return None
    return day(moment.year, moment.month, moment.day)
