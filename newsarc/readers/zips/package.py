"""The members of a document that is a zip archive, unpacked in memory and within bounds."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from newsarc.readers.base import MEGABYTE
from newsarc.readers.trees import NotXmlError, parse
from newsarc.readers.unpacked import BOMB, is_bomb

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from lxml.etree import _Element as Element

# In members. Word writes a dozen, a newspaper's EPUB a thousand.
_MOST_MEMBERS = 20_000
_ENCRYPTED = 1
# What the standard library raises where an archive or a member is damaged, or encrypted; in memory,
# no other error of the system can be meant.
DAMAGES = (BadZipFile, EOFError, zlib.error, ValueError, NotImplementedError, RuntimeError)
_IN_MEMORY = (*DAMAGES, OSError)


class PackageError(Exception):
    """A package or a member of it cannot be read; the message is the reason."""


class Package:
    """The members of a zip archive that is in memory. Raises PackageError where it is damaged."""

    def __init__(self, data: bytes) -> None:
        """Read the names of the members."""
        try:
            self._zip = ZipFile(BytesIO(data))
        except _IN_MEMORY as error:
            raise PackageError("is damaged, or no zip archive") from error
        self.names: Collection[str] = self._zip.NameToInfo.keys()
        if len(self.names) > _MOST_MEMBERS:
            raise PackageError(f"has more than {_MOST_MEMBERS:,} members")

    def size(self, names: Iterable[str]) -> int:
        """Return how many bytes some members have at most, when they are unpacked."""
        known = self._zip.NameToInfo
        return sum(known[name].file_size for name in names if name in known)

    def read(self, name: str, limit: int) -> bytes:
        """Return the content of a member of at most `limit` bytes. Raises PackageError."""
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise PackageError(f"has no member {name!r}")
        if info.flag_bits & _ENCRYPTED:
            raise PackageError(f"is encrypted; its member {name!r} needs a password")
        try:
            with self._zip.open(info) as member:
                data = member.read(limit + 1)
        except _IN_MEMORY as error:
            raise PackageError(f"has a damaged member {name!r}") from error
        if is_bomb(len(data), info.compress_size):
            raise PackageError(f"has a member {name!r} that {BOMB}")
        if len(data) > limit:
            raise PackageError(f"has a member {name!r} of more than {limit / MEGABYTE:g} MB")
        return data

    def tree(self, name: str, limit: int) -> Element:
        """Return the root of a member that is XML. Raises PackageError."""
        try:
            return parse(self.read(name, limit))
        except NotXmlError as error:
            raise PackageError(f"has a damaged member {name!r}") from error
