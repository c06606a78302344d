"""From a file to its pieces, through all containers, and from a piece to its documents."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.readers.base import (
    DamagedError,
    Entry,
    Piece,
    origin_path,
    too_large,
    unreadable,
)
from newsarc.readers.formats import FORMATS, HEAD, by_ending, is_not_read, not_read, recognised
from newsarc.readers.zips.kinds import KINDS, kind_of
from newsarc.records.kept import Origin
from newsarc.records.read import Document, Refusal, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from newsarc.readers.base import Reading
    from newsarc.readers.formats import Format

    Split = Iterator[Piece | Refusal | Skipped]

# In bytes: the largest file that is read as a whole although it holds many documents.
_MOST = 50_000_000
# Containers in containers: an archive of web archives, packed for the mail.
_DEEPEST = 3


def split_file(path: Path, reading: Reading) -> Split:
    """Yield the pieces of a file in order, refusals, and what is skipped.

    A file whose ending says that it is one document is not opened, unless it is large: whoever
    reads the piece opens it.
    """
    piece = Piece(Origin(origin_path(path)), path.name, str(path))
    try:
        size = path.stat().st_size
        if _is_whole(piece.name, reading) and size <= reading.limit:
            yield replace(piece, size=size)
        else:
            yield from _opened(replace(piece, size=size), reading)
    except OSError as error:
        yield piece.refused(unreadable(error))


def split_stream(file: BufferedReader, place: str, reading: Reading) -> Split:
    """Yield the pieces of a stream that has no name; `place` is the path of their origins.

    What no format is recognised in is JSON if it begins so, else text.
    """
    head = file.peek(HEAD)[:HEAD].lstrip()
    first, _, _ = head.partition(b"\n")
    ending = ".txt"
    if head.startswith((b"{", b"[")):
        ending = ".jsonl" if first.rstrip().endswith(b"}") else ".json"
    yield from _pieces(Entry(Piece(Origin(place), f"-{ending}", place), file), reading, 0)


def read_piece(piece: Piece, reading: Reading) -> Iterator[Document | Refusal | Skipped]:
    """Yield the documents of a piece, refusals, and what is skipped.

    The first of them has the size of the piece. Raises no exception.
    """
    size = piece.size
    for item in _read(piece, reading):
        known = {}
        if isinstance(item, Document):
            known = {"modified": item.modified or piece.modified}
        yield replace(item, size=size, **known)
        size = 0


def _is_whole(name: str, reading: Reading) -> bool:
    """Whether a name stands for one document, compressed or not."""
    known = _of_content(name)
    if known is None or known.kind != "container":
        known = FORMATS.get(reading.format or "", known)
    return known is not None and known.kind == "document"


def _of_content(name: str) -> Format | None:
    """Return the format of a file by its ending, that of its content if it is compressed."""
    known = by_ending(name)
    return by_ending(os.path.splitext(name)[0]) if known and known.name == "gzip" else known


def _largest(known: Format | None, limit: int) -> int:
    return max(limit, _MOST) if known is not None and known.many else limit


def _opened(piece: Piece, reading: Reading) -> Split:
    """Yield the pieces of a file, each with the number of bytes that were read for it."""
    with Path(piece.path).open("rb") as file:
        before = 0
        for each in _pieces(Entry(piece, file), reading, 0):
            is_refused = isinstance(each, Refusal) and each.origin == piece.origin
            after = piece.size if is_refused else max(before, file.tell())
            yield replace(each, size=max(after - before, 0))
            before = after


def _read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal | Skipped]:
    if piece.data is None:
        yield from _read_file(piece, reading)
    else:
        known = FORMATS[piece.format or ""]
        yield from known.code.read(piece, reading)


def _read_file(piece: Piece, reading: Reading) -> Iterator[Document | Refusal | Skipped]:
    try:
        for each in _opened(piece, reading):
            yield from _read(each, reading) if isinstance(each, Piece) else (each,)
    except OSError as error:
        yield piece.refused(unreadable(error))


def _pieces(entry: Entry, reading: Reading, depth: int) -> Split:
    """Yield the pieces of a file or a member; an error of the system is raised."""
    piece = entry.piece
    try:
        known = _format(entry, reading)
        if known is None or (known.name == "zip" and is_not_read(piece.name)):
            yield piece.refused(not_read(piece.name))
        elif known.is_missing:
            yield piece.refused(_uninstalled(known))
        elif known.kind == "container":
            yield from _members(entry, known, reading, depth)
        elif known.kind == "records":
            yield from known.code.split(entry.file, replace(piece, format=known.name), reading)
        else:
            yield _whole(entry, known, reading)
    except DamagedError as error:
        yield piece.refused(str(error))


def _format(entry: Entry, reading: Reading) -> Format | None:
    try:
        head = entry.file.peek(HEAD)[:HEAD]
    except DamagedError:  # raised again when it is read
        head = b""
    found = FORMATS.get(entry.piece.format or "") or recognised(head, entry.piece.name)
    if found is not None and found.name == "zip":
        found = _package(entry) or found
    overruled = FORMATS.get(reading.format or "")
    if overruled is None or (found is not None and found.kind == "container"):
        return found
    return overruled


def _package(entry: Entry) -> Format | None:
    """Return the format of a zip archive that is one document, by its members, else its name."""
    try:
        kind = kind_of(entry.file)
    except DamagedError:  # raised again when it is read
        kind = None
    found = FORMATS[kind] if kind else by_ending(entry.piece.name)
    return found if found is not None and found.name in KINDS else None


def _members(entry: Entry, known: Format, reading: Reading, depth: int) -> Split:
    if depth == _DEEPEST:
        yield entry.piece.refused(f"is a container in {_DEEPEST} others; unpack the outer one")
        return
    is_empty = True
    piece = replace(entry.piece, format=known.name)
    for each in known.code.entries(entry.file, piece, reading):
        is_empty = False
        if isinstance(each, Entry):
            yield from _pieces(each, reading, depth + 1)
        else:
            yield each
    if is_empty:
        yield entry.piece.refused("contains nothing to read")


def _whole(entry: Entry, known: Format, reading: Reading) -> Piece | Refusal:
    most = _largest(known, reading.limit)
    data = entry.file.read(most + 1)
    if len(data) > most:
        return entry.piece.refused(too_large(most))
    return replace(entry.piece, format=known.name, data=data)


def _uninstalled(known: Format) -> str:
    return f"is {known.title}; to read it: pip install 'newsarc[{known.extra}]'"
