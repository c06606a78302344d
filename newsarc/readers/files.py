"""Finds the files to read in folders, and says what is beside them."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.base import origin_path, refusal, unreadable
from newsarc.records.kept import Origin
from newsarc.records.read import Refusal, Skipped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

# What lies beside saved pages and holds no text, by ending.
_BESIDE = {
    "pictures": "avif bmp gif heic ico jfif jpeg jpg png psd svg tif tiff webp",
    "style sheets": "css less scss",
    "scripts": "js map mjs ts wasm",
    "fonts": "eot otf ttf woff woff2",
    "sound and video": "aac avi flac m4a m4v mkv mov mp3 mp4 mpeg mpg oga ogg ogv opus wav webm",
}
_WHAT = {f".{ending}": what for what, endings in _BESIDE.items() for ending in endings.split()}


def beside(name: str) -> str | None:
    """Return what a file holds that is no text, by the ending of its name: `pictures`."""
    return _WHAT.get(os.path.splitext(name)[1].lower())


class File(Struct, frozen=True):
    """A file that may hold articles, with its status from the system.

    `top` is the path under which it was found: a folder, or the file itself.
    """

    path: Path
    status: os.stat_result
    top: Path


Found = File | Refusal | Skipped


def find_files(paths: Iterable[Path], *, skip: Collection[Path] = ()) -> Iterator[Found]:
    """Yield each file that may hold articles, and what is refused or skipped.

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
                is_bare = is_bare and isinstance(found, Skipped)
                yield found
        if is_bare:
            yield refusal(path, "contains no file to read")


def _walk(top: Path, seen: set[tuple[int, int]]) -> Iterator[Found]:
    """Yield what is found at a path and below it."""
    waiting = [(Path(), [str(top)])]
    while waiting:
        folder, names = waiting[-1]
        if not names:
            waiting.pop()
            continue
        path = folder / names.pop()
        found = _found(path, top)
        if not isinstance(found, File) or not stat.S_ISDIR(found.status.st_mode):
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


def _found(path: Path, top: Path) -> Found:
    """Return a folder or a file, or what is refused or skipped."""
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


def _readable(file: File) -> Found:
    if stat.S_ISDIR(file.status.st_mode):
        return file
    if not stat.S_ISREG(file.status.st_mode):
        return refusal(file.path, "is not a regular file")
    if what := beside(file.path.name):
        return Skipped(Origin(origin_path(file.path)), what, file.status.st_size)
    return file
