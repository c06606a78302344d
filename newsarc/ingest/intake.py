"""From paths to parts of files, leaving out the files that need not be opened."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc import readers
from newsarc.ingest.decision import Gone
from newsarc.ingest.folders import folder_name
from newsarc.ingest.steps import FileContext, Part
from newsarc.records.read import Outcome, Refusal
from newsarc.store import FileStamp

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from newsarc.readers import File
    from newsarc.records.kept import Origin
    from newsarc.store import Store

    Item = Part | Refusal | Outcome | FileStamp | Gone

# Changes when readers read the same files differently: then all files are opened again.
_READERS_VERSION = 3
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
    limit: int
    verify: bool = False


def items(store: Store, paths: Iterable[Path], options: Options) -> Iterator[Item]:
    """Yield the parts and refusals of each file, with its places that are gone, and then its stamp.

    A file that looks as it did when it was last read to its end is not opened: its outcomes are
    yielded instead.
    """
    found = readers.find_files(paths, skip=[Path(file) for file in store.files])
    while block := list(islice(found, _FILES_AT_ONCE)):
        stamps = [None if isinstance(each, Refusal) else _stamp(each, options) for each in block]
        known = {} if options.verify else store.known_files(list(filter(None, stamps)))
        for each, stamp in zip(block, stamps, strict=True):
            if isinstance(each, Refusal):
                yield each
            elif stamp is not None and stamp in known:
                yield from _unchanged(known[stamp], each.status.st_size)
            else:
                yield from _with_gone(store, _parts(each, options))
                yield from filter(None, [stamp])


def _unchanged(known: Iterable[tuple[Origin, str]], size: int) -> Iterator[Outcome]:
    """Yield an outcome for each document of a file; the first one has the file's size."""
    for origin, name in known:
        yield Outcome(origin, "unchanged", id=name, size=size)
        size = 0


def _parts(file: File, options: Options) -> Iterator[Part | Refusal]:
    context = FileContext(_source(file, options), options.timezone, _modified(file.status))
    for piece in readers.split_file(file.path, options.limit):
        yield piece if isinstance(piece, Refusal) else Part(piece, context)


def _with_gone(store: Store, parts: Iterable[Part | Refusal]) -> Iterator[Item]:
    """Yield the parts of a file, and each line where an article stood and nothing stands now.

    If the last item is a refusal, the file may go on behind it: then nothing there is gone.
    """
    known: Iterator[Origin] | None = None
    ahead: Origin | None = None
    part: Part | Refusal | None = None
    for part in parts:
        origin = _origin(part)
        if origin.line:
            if known is None:
                known = (place for place, _ in store.lines(origin.path))
                ahead = next(known, None)
            while ahead is not None and (ahead.line or 0) <= origin.line:
                if ahead.line != origin.line:
                    yield Gone(ahead)
                ahead = next(known, None)
        yield part
    if ahead is not None and known is not None and isinstance(part, Part):
        yield Gone(ahead)
        yield from map(Gone, known)


def _origin(part: Part | Refusal) -> Origin:
    return part.origin if isinstance(part, Refusal) else part.piece.origin


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
    return FileStamp(readers.origin_path(file.path), json.dumps(look + given))
