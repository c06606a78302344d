"""XML whose first element stands far from its beginning, or is none that a reader knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.readers.formats import recognised
from newsarc.readers.trees import NotXmlError, local_name, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Document, Refusal, Skipped


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal | Skipped]:
    """Yield what the reader of the first element yields, or refuse it by that element's name."""
    try:
        name = local_name(parse(piece.data or b"", piece.charset))
    except NotXmlError as error:
        yield piece.refused(str(error))
        return
    known = recognised(f"<{name} ".encode(), "")
    if known is None:
        yield piece.refused(f"is XML with <{name}>, for which there is no reader")
    else:
        yield from known.code.read(piece, reading)
