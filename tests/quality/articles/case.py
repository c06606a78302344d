"""What an invented article is, and what must be read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | bool | tuple[str, ...] | None


class Case(Struct, frozen=True):
    """An invented article in the style of one convention, or of one trap.

    `expected` names only the fields that the case is about. None, the empty tuple and False
    are expectations, too: what the text does not say must stay unknown. `genre` is one of
    Kommentar, Analyse, Interview, Liveticker, Korrektur, whatever word the text uses.
    `body_with` and `body_without` are words that the body must and must not contain.
    """

    name: str
    text: str
    expected: Mapping[str, Value]


def flat(text: str) -> str:
    """Put a text on one line, as some crawlers do."""
    return " ".join(text.split())
