"""The members of documents that are zip archives, unpacked in memory and within bounds."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

# In members. Word writes a dozen, a newspaper's EPUB a thousand.
_MOST_MEMBERS = 20_000
# How often deflated pages are as large unpacked: 12.7 times at most, of pages that are in use.
_RATIO = 200
_HARMLESS = 1_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class PackageError(Exception):
    """A package or a member of it cannot be read; the message is the reason."""


class Package:
    """The members of a zip archive that is in memory. Raises PackageError where it is damaged."""

    def __init__(self, data: bytes) -> None:
        """Read the names of the members."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise PackageError("is damaged, or no zip archive") from error
        self.names: Collection[str] = self._zip.NameToInfo.keys()
        if len(self.names) > _MOST_MEMBERS:
            raise PackageError(f"has more than {_MOST_MEMBERS:,} members")

    def read(self, name: str, limit: int) -> bytes:
        """Return the content of a member of at most `limit` bytes. Raises PackageError."""
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise PackageError(f"has no member {name!r}")
        if info.flag_bits & 1:
            raise PackageError(f"is encrypted; its member {name!r} needs a password")
        try:
            with self._zip.open(info) as member:
                data = member.read(limit + 1)
        except (*_BROKEN, RuntimeError) as error:  # RuntimeError: a kind of encryption
            raise PackageError(f"has a damaged member {name!r}") from error
        if len(data) > max(_HARMLESS, _RATIO * info.compress_size):
            raise PackageError(f"has a member {name!r} that is more than {_RATIO} times its size")
        if len(data) > limit:
            raise PackageError(f"has a member {name!r} above the limit")
        return data
