"""Suggestions for names that were mistyped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def suggestion(typed: str, names: Sequence[str]) -> str | None:
    """The question `did you mean NAME?` for the most similar of some names; None if none is."""
    from difflib import get_close_matches

    nearest = get_close_matches(typed.lower(), names, n=1)
    return f"did you mean {nearest[0]}?" if nearest else None
