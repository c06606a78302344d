"""Tar archives, from a stream: `a.tar.gz` is read once, from its beginning to its end."""

from __future__ import annotations

import tarfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

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

_DAMAGES = (tarfile.TarError, EOFError, ValueError)
_DAMAGED = "the tar archive is damaged or ends early; the rest could not be read"


def entries(
    file: BufferedReader,
    piece: Piece,
    reading: Reading,  # noqa: ARG001 (as all)
) -> Iterator[Entry | Refusal | Skipped]:
    """Yield the members that are files, in their order."""
    last = piece.origin
    try:
        with tarfile.open(fileobj=file, mode="r|", errors="surrogateescape") as archive:
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


def _entry(
    archive: tarfile.TarFile, info: tarfile.TarInfo, piece: Piece, file: BufferedReader
) -> Entry:
    stream = cast("BufferedReader", archive.extractfile(info))
    return Entry(replace(piece, modified=_day(info.mtime)), unpacked(stream, file, _DAMAGES))


def _day(seconds: float) -> str | None:
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OSError, OverflowError, ValueError):  # beyond all calendars
        return None
    return day(moment.year, moment.month, moment.day)
