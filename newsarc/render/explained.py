"""The explanation of a query as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BLOCKS = {"tree", "words", "tiers"}


def explanation_lines(steps: Mapping[str, str]) -> Iterator[str]:
    """A line for each named step; a step of several lines is indented below its name."""
    for name, value in steps.items():
        if name in _BLOCKS:
            yield f"{name}:"
            yield from (f"  {printable(line)}" for line in value.split("\n"))
        else:
            yield f"{name}: {printable(value)}"


def timing_line(seconds: Mapping[str, float]) -> str:
    """The time of each step in milliseconds, in one line."""
    steps = (f"{name} {taken * 1000:.1f} ms" for name, taken in seconds.items())
    return f"timing: {', '.join(steps)}"
