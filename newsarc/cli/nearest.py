"""Suggestions for names that were mistyped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.distance import are_similar

if TYPE_CHECKING:
    from collections.abc import Sequence

# In letters. Two edits make many short words of each other.
_SHORT = 4


def suggestion(typed: str, names: Sequence[str]) -> str | None:
    """The question `did you mean NAME?` for the most similar name; None if none is similar.

    Two edits at most may lie between the two, in a short word one.
    """
    for edits in (1,) if len(typed) <= _SHORT else (1, 2):
        for name in names:
            if are_similar(typed.lower(), name, edits):
                return f"did you mean {name}?"
    return None
