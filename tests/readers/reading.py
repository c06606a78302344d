"""Reading one file as it is asked for: with a mapping, as a format, up to a size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers import Piece, read_piece, split_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc.readers import Reading
    from newsarc.records.read import Document, Refusal, Skipped


def documents(path: Path, reading: Reading) -> Iterator[Document | Refusal | Skipped]:
    for piece in split_file(path, reading):
        yield from read_piece(piece, reading) if isinstance(piece, Piece) else [piece]
