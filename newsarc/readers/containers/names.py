"""The members of a container: which hold articles, and when they were last written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.readers.files import beside
from newsarc.records.read import Skipped

if TYPE_CHECKING:
    from newsarc.readers.base import Piece

# What tools put into archives on their own.
_OWN = {"__MACOSX", "Thumbs.db", "desktop.ini"}
# Archives without a time say the first day of Unix (1970) or of ZIP (1980).
_FIRST_YEAR = 1981


def member(piece: Piece, name: str) -> Piece | Skipped | None:
    """Return a member by its name in a container; None if it is hidden, as in a folder."""
    parts = name.replace("\\", "/").split("/")
    if any((part.startswith(".") and part.strip(".")) or part in _OWN for part in parts):
        return None
    origin = piece.within(name)
    if what := beside(name):
        return Skipped(origin, what)
    return replace(piece, origin=origin, name=parts[-1], format=None)


def day(year: int, month: int, day: int) -> str | None:
    """Return the day on which a member was written, None if its time means nothing."""
    try:
        return date(year, month, day).isoformat() if year >= _FIRST_YEAR else None
    except ValueError:
        return None
