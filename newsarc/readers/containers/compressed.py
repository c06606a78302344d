"""Single compressed files: `a.jsonl.gz` holds `a.jsonl`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from newsarc.readers.base import Entry
from newsarc.readers.containers.unpacked import Stream, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from newsarc.readers.base import Piece, Reading

# Endings of archives by tar that are compressed as a whole.
_TAR = {".tgz", ".tbz", ".tbz2", ".txz", ".tzst"}


def entries(file: BufferedReader, piece: Piece, reading: Reading) -> Iterator[Entry]:  # noqa: ARG001
    """Yield the content of a compressed file; its documents stand at the origin of the file."""
    stem, last = os.path.splitext(piece.name)
    name = f"{stem}.tar" if last.lower() in _TAR else stem
    inner = replace(piece, name=name, format=None)
    yield Entry(inner, unpacked(_decompressed(file, piece.format), file))


def _decompressed(file: BufferedReader, format_: str | None) -> Stream:
    if format_ == "bzip2":
        import bz2

        return bz2.open(file)
    if format_ == "xz":
        import lzma

        return lzma.open(file)
    if format_ == "zstd":
        return _zstd(file)
    import gzip

    return gzip.open(file)


def _zstd(file: BufferedReader) -> Stream:
    import sys

    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return cast("Stream", zstd.open(file))
