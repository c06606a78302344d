"""Documents that are zip archives: of which kind one is."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, BinaryIO, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

Kind = Literal["docx", "epub", "wacz"]
KINDS = frozenset({"docx", "epub", "wacz"})

_LOCAL = b"PK\x03\x04"
# The names of members in the directory at the end of an archive, and those of the first members,
# where the end of a stream is not at hand.
_LISTED = re.compile(rb"PK\x01\x02.{24}(?P<size>..).{16}", re.DOTALL)
_FIRST = re.compile(rb"PK\x03\x04.{22}(?P<size>..)..", re.DOTALL)
_EPUB = b"mimetypeapplication/epub+zip"
# In bytes: how far back a directory may begin. A newspaper's EPUB takes a tenth.
_TAIL = 1 << 20
_IN_ZIP64 = 0xFFFFFFFF
_IN_WORD = (b"word/", b"docProps/", b"[Content_Types].xml", b"_rels/", b"customXml/")
_IN_EPUB = (b"mimetype", b"META-INF/", b"OEBPS/", b"EPUB/", b"OPS/")
_IN_WEB = (b"datapackage", b"archive/", b"indexes/", b"pages/", b"fuzzy")
_IN_WACZ = re.compile(rb"archive/.{1,200}\.warc(?:\.gz)?$")
_HEAD = 4096


def kind_of(file: BufferedReader) -> Kind | None:
    """Return what kind of document a zip archive is, None if it is an archive of files.

    A file on the disk is known by all its members, and a stream by the first ones: its place does
    not change. A damaged archive is of no kind.
    """
    head = file.peek(_HEAD)[:_HEAD]
    if not head.startswith(_LOCAL):
        return None
    return _by_members(file) if file.seekable() else _by_first_members(head)


def directory_size(file: BinaryIO) -> int:
    """Return how many bytes the directory of an archive says to take; 0 if there is none."""
    place = file.tell()
    tail = _tail(file)
    file.seek(place)
    return _place_of_directory(tail)[1]


def _tail(file: BinaryIO) -> bytes:
    end = file.seek(0, os.SEEK_END)
    file.seek(max(0, end - _TAIL))
    return file.read(_TAIL)


def _by_members(file: BufferedReader) -> Kind | None:
    place = file.tell()
    names = set(_names(_LISTED, _directory(_tail(file))))
    file.seek(place)
    if b"word/document.xml" in names:
        return "docx"
    if b"META-INF/container.xml" in names:
        return "epub"
    is_archive = b"datapackage.json" in names and any(map(_IN_WACZ.match, names))
    return "wacz" if is_archive else None


def _directory(tail: bytes) -> bytes:
    """Return the directory in the last bytes of an archive; members may be archives, too."""
    end, size = _place_of_directory(tail)
    return tail[max(0, end - size) : max(0, end)]


def _place_of_directory(tail: bytes) -> tuple[int, int]:
    """Return where the directory ends in the last bytes of an archive, and its size."""
    end = tail.rfind(b"PK\x05\x06")
    size = int.from_bytes(tail[end + 12 : end + 16], "little")
    if size == _IN_ZIP64:
        end = tail.rfind(b"PK\x06\x06", 0, max(0, end))
        size = int.from_bytes(tail[end + 40 : end + 48], "little")
    return end, size if end >= 0 else 0


def _by_first_members(head: bytes) -> Kind | None:
    names = list(_names(_FIRST, head))
    first = names[0] if names else b""
    if head[30:58] == _EPUB or (b"META-INF/container.xml" in names and first.startswith(_IN_EPUB)):
        return "epub"
    if names and all(name.startswith(_IN_WORD) for name in names):
        return "docx"
    return "wacz" if b"datapackage.json" in names and first.startswith(_IN_WEB) else None


def _names(pattern: re.Pattern[bytes], data: bytes) -> Iterator[bytes]:
    for found in pattern.finditer(data):
        yield data[found.end() : found.end() + int.from_bytes(found["size"], "little")]
