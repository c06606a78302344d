"""Which reader reads which file, and the walk through folders to find them."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsarc.readers.base import refusal, unreadable
from newsarc.readers.jsonl import JSONL
from newsarc.readers.plain import PLAIN
from newsarc.records.read import Refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from newsarc.readers.base import Piece, Reader
    from newsarc.records.read import Document

READERS: dict[str, Reader] = {
    ".txt": PLAIN,
    ".jsonl": JSONL,
    ".ndjson": JSONL,
    ".jsonl.gz": JSONL,
    ".ndjson.gz": JSONL,
}


def split_file(path: Path, limit: int) -> Iterator[Piece | Refusal]:
    """Stream the pieces of a file that `find_files` has given."""
    return READERS[_ending(path.name)].split(path, limit)


def read_piece(piece: Piece, limit: int) -> Document | Refusal:
    """Read the document of a piece."""
    return READERS[_ending(piece.path)].read(piece, limit)


def read_file(path: Path, limit: int) -> Iterator[Document | Refusal]:
    """Stream what a file holds that `find_files` has given."""
    for piece in split_file(path, limit):
        yield piece if isinstance(piece, Refusal) else read_piece(piece, limit)


class File(NamedTuple):
    """A file that has a reader, and what the system says of it."""

    path: Path
    status: os.stat_result


def find_files(paths: Iterable[Path], *, skip: Collection[Path] = ()) -> Iterator[File | Refusal]:
    """Stream each file that has a reader, and a refusal for whatever else is there.

    Folders are walked to the bottom, their entries in the order of their names, each
    folder once, whatever links lead there. What is hidden in a folder, or is to be
    skipped, is passed over. Of a folder no more is held than its names.
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
            yield refusal(path, "holds no file to read")


def _walk(top: Path, seen: set[tuple[int, int]]) -> Iterator[File | Refusal]:
    """Give what is found at a path and below it."""
    waiting = [(Path(), [str(top)])]
    while waiting:
        folder, names = waiting[-1]
        if not names:
            waiting.pop()
            continue
        path = folder / names.pop()
        found = _found(path)
        if isinstance(found, Refusal) or not stat.S_ISDIR(found.status.st_mode):
            yield found
        elif _identity(found.status) not in seen:
            seen.add(_identity(found.status))
            try:
                inside = sorted(os.listdir(path), reverse=True)
            except OSError as error:
                yield refusal(path, unreadable(error))
                continue
            waiting.append((path, [name for name in inside if not name.startswith(".")]))


def _is_seen(path: Path, seen: set[tuple[int, int]]) -> bool:
    try:
        return _identity(path.stat()) in seen
    except (OSError, ValueError):
        return False


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _found(path: Path) -> File | Refusal:
    """Look at a path: it is a folder, a file that has a reader, or nothing to be read."""
    try:
        status = path.stat()
    except FileNotFoundError:
        broken = path.is_symlink()
        return refusal(path, "is a link that leads nowhere" if broken else "does not exist")
    except OSError as error:
        return refusal(path, unreadable(error))
    except ValueError:  # a NUL in its name
        return refusal(path, "is no path")
    return _readable(File(path, status))


def _readable(file: File) -> File | Refusal:
    """Refuse what is neither a folder nor a file that has a reader."""
    if stat.S_ISDIR(file.status.st_mode):
        return file
    if not stat.S_ISREG(file.status.st_mode):
        return refusal(file.path, "is not a regular file")
    ending = _ending(file.path.name)
    if ending not in READERS:
        return refusal(file.path, f"no reader for {ending or 'files without an ending'}")
    return file


def _ending(path: str) -> str:
    """Give a file's ending; what is packed by gzip has two."""
    name = os.path.basename(path)
    stem, last = os.path.splitext(name)
    before = os.path.splitext(stem)[1] if last.lower() == ".gz" else ""
    return (before + last).lower()
