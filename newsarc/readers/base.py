"""What a reader is handed and what it hands back, and what all readers share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.errors import ReadError
from newsarc.records.kept import Origin
from newsarc.records.read import Refusal
from newsarc.text import printable, storable

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path

MEGABYTE = 1_000_000
# The reason for refusing what may be an article by its form, but says nothing.
NOTHING_SAID = "has neither a text nor a headline"


class DamagedError(Exception):
    """The content of a stream is damaged, or ends early; the message is the reason."""


class Reading(Struct, frozen=True):
    """How files are to be read.

    `limit` is the size of the largest article in bytes. `format` is the name of the format of all
    files, None to guess it. `any_page` reads pages that look like no article, too. `mapping` has
    pairs of a field of a document and the keys or columns that hold it.
    """

    limit: int
    format: str | None = None
    any_page: bool = False
    mapping: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Piece(Struct, frozen=True):
    """What is read as one: a file, a member of a container, or a line of a file.

    `name` is a file name, by whose ending the format may be guessed; `format` is the name of the
    format where it is known. `path` is the file on the disk as it was given. `data` is the
    content, None if the file is not open yet; `size` is how many bytes of the disk it takes.
    What a container says of it: its `url`, its `charset`, and the day (`2022-02-02`, UTC) on which
    it was last `modified` or fetched. `notes` are told with its documents.
    """

    origin: Origin
    name: str
    path: str
    format: str | None = None
    data: bytes | None = None
    size: int = 0
    url: str | None = None
    charset: str | None = None
    modified: str | None = None
    notes: tuple[str, ...] = ()

    def within(self, member: str) -> Origin:
        """Return the origin of something named in it."""
        inner = member if self.origin.member is None else f"{self.origin.member}!{member}"
        return replace(self.origin, member=storable(inner))

    def at_line(self, line: int) -> Origin:
        """Return the origin of the document that begins on a line of it, counted from 1."""
        return replace(self.origin, line=line)

    def at_offset(self, offset: int) -> Origin:
        """Return the origin of the document that begins at a byte of it, counted from 0."""
        return replace(self.origin, offset=offset)

    def refused(self, reason: str) -> Refusal:
        """Return a refusal of the whole piece."""
        return refused(self.origin, reason, self.size)


class Entry(Struct, frozen=True):
    """A member of a container: a piece without data, and the stream of its content.

    The stream can be read until the next entry is asked for. It raises OSError, and DamagedError
    where the content is damaged.
    """

    piece: Piece
    file: BufferedReader


def origin_path(path: Path) -> str:
    """Return the absolute path as text; bytes that are not text are written as escapes."""
    return storable(os.path.abspath(path))


def refusal(path: Path, reason: str, *, size: int = 0) -> Refusal:
    """Return a refusal of a file."""
    return refused(Origin(origin_path(path)), reason, size)


def refused(origin: Origin, reason: str, size: int = 0) -> Refusal:
    """Return a refusal of what an origin names, without the control characters of a reason."""
    return Refusal(ReadError(origin, printable(reason)), origin, size)


def unreadable(error: OSError) -> str:
    """Return the reason why the system did not let us read a file."""
    return f"cannot be read ({(error.strerror or str(error)).lower()})"


def too_large(limit: int) -> str:
    """Return the reason for an article above the limit, and how to raise it."""
    return f"is larger than {limit / MEGABYTE:g} MB; to read it: --max-size MB"
