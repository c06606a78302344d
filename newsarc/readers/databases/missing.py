"""How many documents an export should have, by what each says of its place among all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.readers.databases.stated import count_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.readers.base import Piece
    from newsarc.records.read import Refusal

_RANGE = re.compile(
    r"(?:Items|documents|Documents|Dokumente|documenten|Documenten|Einträge)"
    r"[^\n:]{0,40}: {0,3}(?P<first>[0-9]{1,6}) ?- ?(?P<last>[0-9]{1,6})",
)


class Stated(Struct, frozen=True):
    """Which of how many documents an article says to be."""

    number: int
    total: int


def missing(found: Sequence[Stated], head: str, piece: Piece) -> Iterator[Refusal]:
    """Yield a refusal if documents are missing by what an export says of their number."""
    stated = _expected(found, head)
    if reason := count_reason(stated, len(found)):
        yield piece.refused(reason)


def _expected(found: Sequence[Stated], head: str) -> int:
    """Return how many documents there should be.

    An export of several files says which of the documents it has: `Documents: 201-400`.
    """
    chosen = _RANGE.search(head)
    expected, start = 0, 0
    for at, each in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if following is None or following.number != each.number + 1:
            run = found[start : at + 1]
            expected += _of_run(run, chosen)
            start = at + 1
    # Runs of one export, with a gap between them, are missing only once.
    totals = {each.total for each in found}
    return min(expected, max(totals)) if len(totals) == 1 and max(totals) > len(found) else expected


def _of_run(run: Sequence[Stated], chosen: re.Match[str] | None) -> int:
    first, last = run[0], run[-1]
    if chosen and (first.number, last.number) == (int(chosen["first"]), int(chosen["last"])):
        return len(run)
    return len(run) if (first.number, last.number) == (1, last.total) else last.total
