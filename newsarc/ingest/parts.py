"""What a run takes from files: their parts, in order, between a beginning and an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from newsarc.readers import Piece


class FileContext(Struct, frozen=True):
    """What holds for all documents of a file: time zone, last change, and the source of those
    that state none.
    """

    source: str | None
    zone: str
    modified: str | None


class Part(Struct, frozen=True):
    """A piece of a file that holds documents, with what holds for the whole file."""

    piece: Piece
    context: FileContext

    @property
    def size(self) -> int:
        """About how many bytes of text it has."""
        return self.piece.size if self.piece.data is None else len(self.piece.data)


class Opened(Struct, frozen=True):
    """A file begins: its path, its stamp if it is to be noted, and how far it was read before."""

    path: str
    stamp: str | None
    refused: int = 0
    done: int = 0


class Closed(Struct, frozen=True):
    """A file was read as far as it can be read."""

    path: str
