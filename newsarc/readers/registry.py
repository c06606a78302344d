"""Which reader reads which file, and how files are found in folders."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.base import refusal, unreadable
from newsarc.readers.jsonl import JSONL
from newsarc.readers.plain import PLAIN
from newsarc.records.read import Refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from newsarc.readers.base import Piece, Reader
    from newsarc.records.read import Document

# By ending. A new format is a reader and an entry here.
READERS: dict[str, Reader] = {
    ".txt": PLAIN,
    ".txt.gz": PLAIN,
    ".jsonl": JSONL,
    ".ndjson": JSONL,
    ".jsonl.gz": JSONL,
    ".ndjson.gz": JSONL,
}


def split_file(path: Path, limit: int) -> Iterator[Piece | Refusal]:
    """Yield the pieces of a file that `find_files` found, and refusals."""
    return READERS[ending(path.name)].split(path, limit)


def read_piece(piece: Piece, limit: int) -> Document | Refusal:
    """Return the document of a piece, or a refusal."""
    return READERS[ending(piece.path)].read(piece, limit)


class File(Struct, frozen=True):
    """A file that has a reader, with its status from the system.

    `top` is the path under which it was found: a folder, or the file itself.
    """

    path: Path
    status: os.stat_result
    top: Path


def find_files(paths: Iterable[Path], *, skip: Collection[Path] = ()) -> Iterator[File | Refusal]:
    """Yield each file that has a reader, and a refusal for everything else.

    Folders are searched to the bottom in the order of names, and each only once, even if links
    lead to it again. Hidden entries of a folder, and the paths in `skip`, are left out. Of a
    folder only the names are kept in memory.
    """
    skipped = {os.path.abspath(path) for path in skip}
    names = {os.path.basename(path) for path in skipped}
    seen: set[tuple[int, int]] = set()
    for path in paths:
        is_bare = not _is_seen(path, seen)
        for found in _walk(path, seen):
            place = found.path if isinstance(found, File) else Path(found.origin.path)
            if place.name not in names or os.path.abspath(place) not in skipped:
                is_bare = False
                yield found
        if is_bare:
            yield refusal(path, "contains no file to read")


def _walk(top: Path, seen: set[tuple[int, int]]) -> Iterator[File | Refusal]:
    """Yield what is found at a path and below it."""
    waiting = [(Path(), [str(top)])]
    while waiting:
        folder, names = waiting[-1]
        if not names:
            waiting.pop()
            continue
        path = folder / names.pop()
        found = _found(path, top)
        if isinstance(found, Refusal) or not stat.S_ISDIR(found.status.st_mode):
            yield found
        elif _identity(found.status) not in seen:
            seen.add(_identity(found.status))
            try:
                waiting.append((path, _names(path)))
            except OSError as error:
                yield refusal(path, unreadable(error))


def _names(folder: Path) -> list[str]:
    """Return the names in a folder that are not hidden, the first one last."""
    return sorted((name for name in os.listdir(folder) if name[0] != "."), reverse=True)


def _is_seen(path: Path, seen: set[tuple[int, int]]) -> bool:
    try:
        return _identity(path.stat()) in seen
    except (OSError, ValueError):
        return False


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _found(path: Path, top: Path) -> File | Refusal:
    """Return a folder, a file that has a reader, or a refusal of anything else."""
    try:
        status = path.stat()
    except FileNotFoundError:
        broken = path.is_symlink()
        return refusal(path, "is a broken link" if broken else "does not exist")
    except OSError as error:
        return refusal(path, unreadable(error))
    except ValueError:  # a NUL in its name
        return refusal(path, "is not a valid path")
    return _readable(File(path, status, top))


def _readable(file: File) -> File | Refusal:
    """Return a folder or a file that has a reader as it is, and a refusal of anything else."""
    if stat.S_ISDIR(file.status.st_mode):
        return file
    if not stat.S_ISREG(file.status.st_mode):
        return refusal(file.path, "is not a regular file")
    found = ending(file.path.name)
    if found not in READERS:
        return refusal(file.path, f"no reader for {found or 'files without an extension'}")
    return file


def ending(path: str) -> str:
    """Return a file's ending in lower case; a compressed file has two (`.jsonl.gz`)."""
    name = os.path.basename(path)
    stem, last = os.path.splitext(name)
    before = os.path.splitext(stem)[1] if last.lower() == ".gz" else ""
    return (before + last).lower()
