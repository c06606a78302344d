"""Files that may be compressed with gzip."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from pathlib import Path

DAMAGED = "the compressed data is damaged or ends early"


class DamagedError(Exception):
    """Compressed data is damaged or ends early."""


def is_packed(path: Path) -> bool:
    """Whether a file is compressed, by its ending."""
    return path.suffix.lower() == ".gz"


@contextmanager
def opened(path: Path) -> Iterator[tuple[BufferedReader, BufferedReader]]:
    """Open a file; return the stream of its content and that of its bytes on the disk.

    Raises OSError, and DamagedError while its content is read.
    """
    with path.open("rb") as disk:
        if not is_packed(path):
            yield disk, disk
            return
        import gzip
        import zlib

        try:
            with gzip.open(disk) as file:
                yield cast("BufferedReader", file), disk
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise DamagedError(DAMAGED) from error
