"""Which reader reads which file, and the walk through folders to find them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsarc.readers.base import refusal, unreadable
from newsarc.readers.jsonl import JSONL
from newsarc.readers.plain import PLAIN
from newsarc.records.read import Refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

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


def find_files(paths: Iterable[Path], *, skip: Collection[Path] = ()) -> Iterator[Path | Refusal]:
    """Give each file that has a reader, and a refusal for whatever else is there.

    Folders are walked to the bottom, their entries in the order of their names, each
    folder once, whatever links lead there. What is hidden in a folder, or is to be
    skipped, is passed over.
    """
    skipped = {os.path.abspath(path) for path in skip}
    seen: set[tuple[int, int]] = set()
    for path in paths:
        known = _is_seen(path, seen)
        files = [file for file in _walk(path, seen) if os.path.abspath(file) not in skipped]
        yield from map(_readable, files)
        if not (files or known):
            yield refusal(path, "holds no file to read")


def _walk(top: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """Give the files below a path, and any folder that cannot be entered."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):  # unlike Path.is_dir, it never raises
            yield path
        elif not _is_seen(path, seen):
            seen.add(_identity(path))
            try:
                entries = sorted(path.iterdir(), key=lambda entry: entry.name, reverse=True)
            except OSError:
                yield path
                continue
            waiting += [entry for entry in entries if not entry.name.startswith(".")]


def _is_seen(folder: Path, seen: set[tuple[int, int]]) -> bool:
    return os.path.isdir(folder) and _identity(folder) in seen


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _readable(path: Path) -> Path | Refusal:
    """Give the path back if its content can be asked for."""
    try:
        path.stat()
        if path.is_dir():
            next(path.iterdir(), None)
    except FileNotFoundError:
        broken = path.is_symlink()
        return refusal(path, "is a link that leads nowhere" if broken else "does not exist")
    except OSError as error:
        return refusal(path, unreadable(error))
    except ValueError:  # a NUL in its name
        return refusal(path, "is no path")
    if not path.is_file():
        return refusal(path, "is not a regular file")
    if _ending(path.name) not in READERS:
        return refusal(path, f"no reader for {_ending(path.name) or 'files without an ending'}")
    return path


def _ending(path: str) -> str:
    """Give a file's ending; what is packed by gzip has two."""
    name = os.path.basename(path)
    stem, last = os.path.splitext(name)
    before = os.path.splitext(stem)[1] if last.lower() == ".gz" else ""
    return (before + last).lower()
