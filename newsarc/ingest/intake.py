"""From paths to pieces of files, past the files that need not be opened."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsarc import readers
from newsarc.ingest.steps import Claims, Part
from newsarc.records.read import Outcome, Refusal
from newsarc.store import FileStamp
from newsarc.text import clean

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from newsarc.readers import File
    from newsarc.records.kept import Origin
    from newsarc.store import Store

    Item = Part | Refusal | Outcome | FileStamp

# Changes when readers read the same files differently.
_READING = 2
# In seconds. A file changed just now may change again within the same tick of its clock.
_SETTLED = 2.0
# Where no time is known, archives and images write the first day of Unix (1970) or of ZIP (1980).
_FIRST_FILES = 1981
# So many files are looked up at once.
_LOOKED_UP = 200


class Options(NamedTuple):
    """What is said of documents that do not say it themselves, and the largest one to read.

    To `verify` is to open each file, whatever its size and time say.
    """

    source: str | None
    source_from: Literal["folder"] | None
    timezone: str
    limit: int
    verify: bool = False


def items(store: Store, paths: Iterable[Path], options: Options) -> Iterator[Item]:
    """Stream parts of files and refusals; behind the last of a file, its stamp.

    Of a file that looks as it did when it was last read to its end, only the outcomes come.
    """
    found = readers.find_files(paths, skip=[Path(file) for file in store.files])
    while block := list(islice(found, _LOOKED_UP)):
        stamps = [None if isinstance(each, Refusal) else _stamp(each, options) for each in block]
        known = {} if options.verify else store.known_files(list(filter(None, stamps)))
        for each, stamp in zip(block, stamps, strict=True):
            if isinstance(each, Refusal):
                yield each
            elif stamp is not None and stamp in known:
                yield from _unchanged(known[stamp], each.status.st_size)
            else:
                yield from _parts(each, stamp, options)


def _unchanged(known: Iterable[tuple[Origin, str]], size: int) -> Iterator[Outcome]:
    for origin, name in known:
        yield Outcome(origin, "unchanged", id=name, size=size)
        size = 0


def _parts(file: File, stamp: FileStamp | None, options: Options) -> Iterator[Item]:
    source = _folder(file.path) if options.source_from == "folder" else options.source
    claims = Claims(source, options.timezone, _modified(file.status))
    for piece in readers.split_file(file.path, options.limit):
        yield piece if isinstance(piece, Refusal) else Part(piece, claims)
    if stamp is not None:
        yield stamp


def _folder(path: Path) -> str | None:
    """Name the folder that holds a file; the root of a file system has no name."""
    name = Path(readers.origin_path(path)).parent.name
    return " ".join(clean(name).split()) or None


def _modified(status: os.stat_result) -> str | None:
    """Give the day on which a file was last written; None where its time cannot be meant."""
    try:
        moment = datetime.fromtimestamp(status.st_mtime, UTC)
    except (OSError, OverflowError, ValueError):  # beyond all calendars
        return None
    return moment.date().isoformat() if moment.year >= _FIRST_FILES else None


def _stamp(file: File, options: Options) -> FileStamp | None:
    """Give a file as it looks from outside; None where its time does not tell enough."""
    status = file.status
    if time.time() - status.st_mtime < _SETTLED:
        return None
    seen = (_READING, status.st_size, status.st_mtime_ns)
    said = (options.source, options.source_from, options.timezone)
    return FileStamp(readers.origin_path(file.path), json.dumps(seen + said))
