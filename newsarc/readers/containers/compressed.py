"""Single compressed files: `a.jsonl.gz` holds `a.jsonl`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.readers.base import Entry
from newsarc.readers.unpacked import unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader

    from newsarc.readers.base import Piece, Reading
    from newsarc.readers.unpacked import Stream

# Endings of archives by tar that are compressed as a whole.
_TAR = {".tgz", ".tbz", ".tbz2", ".txz", ".tzst"}


def entries(file: BufferedReader, piece: Piece, reading: Reading) -> Iterator[Entry]:  # noqa: ARG001
    """Yield the content of a compressed file; its documents stand at the origin of the file."""
    stem, last = os.path.splitext(piece.name)
    name = f"{stem}.tar" if last.lower() in _TAR else stem
    inner = replace(piece, name=name, format=None)
    opened, damage = _library(piece.format)
    yield Entry(inner, unpacked(opened(file), file, (damage, EOFError, ValueError)))


def _library(format_: str | None) -> tuple[Callable[[BufferedReader], Stream], type[Exception]]:
    """Return what opens a file for decompression, and the error that it raises for damage.

    Damage is also an OSError without a number, as of gzip and bz2.
    """
    if format_ == "bzip2":
        import bz2

        return bz2.open, EOFError
    if format_ == "xz":
        import lzma

        return lzma.open, lzma.LZMAError
    if format_ == "zstd":
        return _zstd()
    import gzip
    import zlib

    return gzip.open, zlib.error


def _zstd() -> tuple[Callable[[BufferedReader], Stream], type[Exception]]:
    import sys

    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.open, zstd.ZstdError
