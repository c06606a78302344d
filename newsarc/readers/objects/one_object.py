"""One JSON object: an item of an agency or a feed by its shape, else an article by its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.fields.claims import ClaimError, parse_object, read_record
from newsarc.readers.objects.shapes import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Document, Refusal

    Items = Iterator[Document | Refusal]


def read(piece: Piece, reading: Reading) -> Items:
    """Yield the documents of an object."""
    try:
        record, told = parse_object(piece.data or b"")
        found = None if reading.mapping else documents(record, piece)
        if found is None:
            yield read_record(record, piece.origin, reading.mapping, (*piece.notes, *told))
        else:
            yield from found
    except ClaimError as error:
        yield piece.refused(str(error))
