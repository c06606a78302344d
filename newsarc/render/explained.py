"""How a query was understood and answered, as lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BLOCKS = {"tree", "words", "tiers"}


def explanation_lines(steps: Mapping[str, str]) -> Iterator[str]:
    """Show named steps, each on a line; what has lines of its own is indented below its name."""
    for name, value in steps.items():
        if name in _BLOCKS:
            yield f"{name}:"
            yield from (f"  {printable(line)}" for line in value.split("\n"))
        else:
            yield f"{name}: {printable(value)}"


def timing_line(seconds: Mapping[str, float]) -> str:
    """Tell in milliseconds how long each step took."""
    steps = (f"{name} {taken * 1000:.1f} ms" for name, taken in seconds.items())
    return f"timing: {', '.join(steps)}"
