"""What an export was made of: enough to make it again, or to say what has changed since."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from newsarc.errors import NotWritten
from newsarc.exports.kinds import files_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 20
ENDING = ".manifest.json"


class File(Struct, frozen=True):
    """A file of an export. Its name is that within the folder of the export."""

    name: str
    bytes: int
    sha256: str


class Manifest(Struct, frozen=True):
    """What was asked, of which archive, by which newsarc, and what was written.

    `query` is the canonical form of the query and its filters, which finds the same again.
    `archive_digest` changes when an article is added, removed, or gets another text.
    """

    query: str
    asked: str
    sort: str
    fields: tuple[str, ...]
    exact: bool
    bom: bool
    articles: int
    archive: str
    archive_digest: str
    newsarc: str
    analysis: str
    made: str
    files: tuple[File, ...]


def path_of(place: Path) -> Path:
    """Return where the manifest of an export stands: beside its file or folder."""
    return place.with_name(place.name + ENDING)


def listed(place: Path) -> tuple[File, ...]:
    """Return the files of an export with their sizes and hashes."""
    return tuple(File(path.name, path.stat().st_size, _hash(path)) for path in files_of(place))


def write(manifest: Manifest, path: Path) -> None:
    """Write a manifest, whole or not at all."""
    data = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_bytes(data + b"\n")
    os.replace(part, path)


def read(path: Path) -> Manifest:
    """Read a manifest. Raises NotWritten if it is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except OSError as error:
        raise NotWritten(path, f"cannot be read ({error.strerror})") from error
    except msgspec.MsgspecError as error:
        raise NotWritten(path, f"is no manifest of an export ({error})") from error


def changes(old: Manifest, new: Manifest) -> Iterator[str]:
    """Yield what differs between two exports of one query, a sentence each."""
    if old.archive_digest != new.archive_digest:
        yield "the archive holds other articles, or other texts, than then"
    if old.newsarc != new.newsarc:
        yield f"newsarc was {old.newsarc}, and is {new.newsarc}"
    if old.analysis != new.analysis:
        yield f"the analysis was {old.analysis}, and is {new.analysis}"
    if old.articles != new.articles:
        yield f"there were {old.articles:,} articles, and are {new.articles:,}"
    hashes = {file.name: file.sha256 for file in old.files}
    same = sum(hashes.get(file.name) == file.sha256 for file in new.files)
    if not same == len(old.files) == len(new.files):
        yield f"{same:,} of {len(old.files):,} files are the same; there are {len(new.files):,} now"


def _hash(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()
