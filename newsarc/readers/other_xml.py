"""XML of a kind that no reader knows: refused by the name of its first element."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsarc.readers.encoding import decode
from newsarc.readers.formats import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Refusal

_FIRST = re.compile(r"<([A-Za-z_][\w.:-]{0,80})")


def read(piece: Piece, reading: Reading) -> Iterator[Refusal]:  # noqa: ARG001 (as all)
    """Refuse a file; the reason names what it holds."""
    first = _FIRST.search(decode((piece.data or b"")[:HEAD])[0])
    if first is None:
        yield piece.refused("is no XML: it has no element")
    else:
        yield piece.refused(f"is XML with <{first[1]}>, for which there is no reader")
