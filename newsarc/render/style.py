"""How a terminal shows what stands out, and plain text where it cannot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsarc.text import printable

if TYPE_CHECKING:
    from newsarc.records.kept import Passage

# No text that has passed `printable` holds these.
_OPEN, _CLOSE = "\x01", "\x02"
_RED, _RESET = "\x1b[1;31m", "\x1b[0m"
_BLANKS = re.compile(r"\s+")


class Style(NamedTuple):
    """The width of a line in columns, and whether it may be coloured."""

    width: int = 80
    colour: bool = False

    def strong(self, text: str) -> str:
        """Show a headline."""
        return self._painted("1", printable(text))

    def faint(self, text: str) -> str:
        """Show what stands beside a headline."""
        return self._painted("2", printable(text))

    def _painted(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}{_RESET}" if self.colour and text else text

    def wrap(self, text: str, *, indent: str = "", first: str | None = None) -> list[str]:
        """Break a text into lines, each indented; `first` stands before the first one."""
        import textwrap

        lines = textwrap.wrap(
            text,
            max(self.width, 20),
            initial_indent=indent if first is None else first,
            subsequent_indent=indent,
            break_on_hyphens=False,
        )
        return [self._with_marks(line) for line in lines]

    def _with_marks(self, line: str) -> str:
        opened, closed = (_RED, _RESET) if self.colour else ("[", "]")
        return line.replace(_OPEN, opened).replace(_CLOSE, closed)

    def marked(self, passage: Passage) -> str:
        """Give a passage as a text for `wrap` that shows its marks: in colour, or in brackets."""
        shown, end = [], 0
        for start, stop in passage.marks:
            match = f"{_OPEN}{printable(passage.text[start:stop])}{_CLOSE}"
            if self.colour:  # a line's end must not lie between a colour and its reset
                match = _BLANKS.sub(f"{_CLOSE} {_OPEN}", match)
            shown += [printable(passage.text[end:start]), match]
            end = stop
        return "".join([*shown, printable(passage.text[end:])])
