"""From paths to documents, past the files that need not be opened."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsarc import readers
from newsarc.records.read import Outcome, Refusal
from newsarc.store import FileStamp
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.records.read import Document
    from newsarc.store import Store

    Item = Document | Refusal | Outcome | FileStamp

# Changes when readers read the same files differently.
_READING = 2
# In seconds. A file changed just now may change again within the same tick of its clock.
_SETTLED = 2.0
# Where no time is known, archives and images write the first day of Unix (1970) or of ZIP (1980).
_FIRST_FILES = 1981


class Options(NamedTuple):
    """What is said of documents that do not say it themselves, and the largest one to read."""

    source: str | None
    source_from: Literal["folder"] | None
    timezone: str
    limit: int


def items(store: Store, paths: Iterable[Path], options: Options) -> Iterator[Item]:
    """Stream documents and refusals; behind the last of a file without refusals, its stamp.

    Of a file that looks as it did when it was last read to its end, only the outcomes come.
    """
    for found in readers.find_files(paths, skip=[Path(file) for file in store.files]):
        if isinstance(found, Refusal):
            yield found
            continue
        stamp = _stamp(found, options)
        known = None if stamp is None else store.known_file(stamp)
        if known is None:
            yield from _read(found, stamp, options)
        else:
            size = found.stat().st_size
            for origin, name in known:
                yield Outcome(origin, "unchanged", id=name, size=size)
                size = 0


def _read(path: Path, stamp: FileStamp | None, options: Options) -> Iterator[Item]:
    refused = False
    source = _folder(path) if options.source_from == "folder" else options.source
    zone, modified = options.timezone, _modified(path)
    for item in readers.read_file(path, options.limit):
        if isinstance(item, Refusal):
            refused = True
            yield item
        else:
            yield replace(item, source=item.source or source, zone=zone, modified=modified)
    if stamp is not None and not refused:
        yield stamp


def _folder(path: Path) -> str | None:
    """Name the folder that holds a file; the root of a file system has no name."""
    name = Path(readers.origin_path(path)).parent.name
    return " ".join(clean(name).split()) or None


def _modified(path: Path) -> str | None:
    """Give the day on which a file was last written; None where its time cannot be meant."""
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):  # gone, or beyond all calendars
        return None
    return moment.date().isoformat() if moment.year >= _FIRST_FILES else None


def _stamp(path: Path, options: Options) -> FileStamp | None:
    """Give a file as it looks from outside; None where its time does not tell enough."""
    try:
        status = path.stat()
    except OSError:  # gone since it was found; the reader will say so
        return None
    if time.time() - status.st_mtime < _SETTLED:
        return None
    seen = (_READING, status.st_size, status.st_mtime_ns)
    said = (options.source, options.source_from, options.timezone)
    return FileStamp(readers.origin_path(path), json.dumps(seen + said))
