"""One JSON object: an item of an agency or a feed by its shape, else an article by its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc.readers.claims import ClaimError, parse_object, read_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Document, Refusal

    Items = Iterator[Document | Refusal]


# An object with none of these keys has no shape of its own, and no module for these is loaded.
_SHAPED = frozenset("uri urn guid format version entries".split())


def read(piece: Piece, reading: Reading) -> Items:
    """Yield the documents of an object."""
    try:
        record, told = parse_object(piece.data or b"")
        found = None if reading.mapping else _of_a_shape(record, piece)
        if found is None:
            yield read_record(record, piece.origin, reading.mapping, told)
        else:
            yield from found
    except ClaimError as error:
        yield piece.refused(str(error))


def _of_a_shape(record: dict[str, Any], piece: Piece) -> Items | None:
    if _SHAPED.isdisjoint(map(str.lower, record)):
        return None
    from newsarc.readers.shapes import documents

    return documents(record, piece)
