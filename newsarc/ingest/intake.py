"""From paths to parts of files, leaving out the files that need not be opened."""

from __future__ import annotations

import errno
import json
import sys
import time
from datetime import UTC, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple

from newsarc import readers
from newsarc.ingest.folders import folder_name
from newsarc.ingest.parts import Closed, FileContext, Opened, Part
from newsarc.readers import File, Piece
from newsarc.readers.base import refused, unreadable
from newsarc.records.kept import Origin
from newsarc.records.read import Outcome
from newsarc.store import FileStamp

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from newsarc.readers import Reading
    from newsarc.records.read import Refusal, Skipped
    from newsarc.store import KnownFile, Store

    Item = Part | Refusal | Skipped | Outcome | Opened | Closed

# The path that stands for standard input.
STANDARD_INPUT = "-"
# Changes when readers read the same files differently: then all files are opened again.
_READERS_VERSION = 4
# In seconds. A file changed just now may change again within the same tick of its clock.
_SETTLED = 2.0
# Archives and images without a time say the first day of Unix (1970) or of ZIP (1980).
_FIRST_YEAR = 1981
# Number of files whose stamps are looked up at once.
_FILES_AT_ONCE = 200


class Options(Struct, frozen=True):
    """The options of `newsarc.ingest`; with `verify`, files with a known stamp are opened too.

    `depth` is the level of the folder that names the source; see `folders.level`.
    """

    source: str | None
    depth: int | None
    timezone: str
    reading: Reading
    verify: bool = False


def items(store: Store, paths: Iterable[Path], options: Options) -> Iterator[Item]:
    """Yield for each file that it is opened, its parts and refusals, and that it is closed.

    A file that looks as it did when it was last read to its end is not opened: its outcomes are
    yielded instead. One of which only a part was read goes on behind it. The path `-` is standard
    input.
    """
    for is_stream, given in groupby(paths, lambda path: str(path) == STANDARD_INPUT):
        yield from _standard_input(options) if is_stream else _files(store, given, options)


def _standard_input(options: Options) -> Iterator[Item]:
    """Yield the items of standard input; each run reads from a place of its own."""
    place = f"standard input of {datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
    context = FileContext(options.source, options.timezone, None)
    yield Opened(place, None)
    try:
        with open(_descriptor(), "rb", closefd=False) as stream:
            for piece in readers.split_stream(stream, place, options.reading):
                yield Part(piece, context) if isinstance(piece, Piece) else piece
    except OSError as error:
        yield refused(Origin(place), unreadable(error))
    yield Closed(place)


def _descriptor() -> int:
    """Return that of standard input. Raises OSError if there is none."""
    if sys.stdin is None:  # its descriptor may be that of another file by now
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdin.fileno()


def _files(store: Store, paths: Iterable[Path], options: Options) -> Iterator[Item]:
    found = readers.find_files(paths, skip=[Path(file) for file in store.files])
    while block := list(islice(found, _FILES_AT_ONCE)):
        stamps = [_stamp(each, options) if isinstance(each, File) else None for each in block]
        known = {} if options.verify else store.known_files(list(filter(None, stamps)))
        for each, stamp in zip(block, stamps, strict=True):
            if not isinstance(each, File):
                yield each
            elif stamp is None:
                yield from _read(each, None, options)
            else:
                yield from _known(each, stamp, known.get(stamp), options)


def _known(
    file: File, stamp: FileStamp, known: KnownFile | None, options: Options
) -> Iterator[Item]:
    """Yield the outcomes of a file as far as it is known, and the items of the rest."""
    if known is not None:
        yield from _unchanged(known, file)
        stamp = known.stamp
    if known is None or stamp.done is not None:
        yield from _read(file, stamp, options)


def _unchanged(known: KnownFile, file: File) -> Iterator[Outcome | Refusal]:
    """Yield an outcome for each document of a file, and one refusal for all that were refused."""
    size = 0 if known.stamp.done else file.status.st_size
    for origin, name in known.places:
        yield Outcome(origin, "unchanged", id=name, size=size)
        size = 0
    if number := known.stamp.refused:
        what = "1 document was" if number == 1 else f"{number:,} documents were"
        reason = f"{what} refused when it was read; --verify reads it again, and tells why"
        yield readers.refusal(file.path, reason, size=size)


def _read(file: File, stamp: FileStamp | None, options: Options) -> Iterator[Item]:
    """Yield the items of a file, without the pieces of it that have been read before."""
    path = readers.origin_path(file.path)
    if stamp is None:
        yield Opened(path, None)
    else:
        yield Opened(path, stamp.stamp, stamp.refused, stamp.done or 0)
    context = FileContext(_source(file, options), options.timezone, _modified(file.status))
    pieces = readers.split_file(file.path, options.reading)
    for piece in islice(pieces, (stamp and stamp.done) or 0, None):
        yield Part(piece, context) if isinstance(piece, Piece) else piece
    yield Closed(path)


def _source(file: File, options: Options) -> str | None:
    """Return the source of documents that state none."""
    return options.source if options.depth is None else folder_name(file, options.depth)


def _modified(status: os.stat_result) -> str | None:
    """Return the day on which a file was last written, or None if its time means nothing."""
    try:
        moment = datetime.fromtimestamp(status.st_mtime, UTC)
    except (OSError, OverflowError, ValueError):  # beyond all calendars
        return None
    return moment.date().isoformat() if moment.year >= _FIRST_YEAR else None


def _stamp(file: File, options: Options) -> FileStamp | None:
    """Return a stamp of a file's size, time, source and zone, or None if it was written just now.

    The source is that of documents that state none.
    """
    status = file.status
    if time.time() - status.st_mtime < _SETTLED:
        return None
    look = (_READERS_VERSION, status.st_size, status.st_mtime_ns)
    given = (_source(file, options), options.timezone)
    asked = astuple(options.reading)[1:]  # what was refused as too large may be read again at will
    return FileStamp(readers.origin_path(file.path), json.dumps(look + given + asked))
