"""How text is shown on a terminal, in colour or without: headlines, matches, line breaks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain, repeat
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.patterns import pattern
from newsarc.records.kept import Passage
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

# Text that has passed `printable` never contains these.
_OPEN, _CLOSE = "\x01", "\x02"
_RED, _RESET = "\x1b[1;31m", "\x1b[0m"
_BLANKS = pattern(r"\s+")
_WEB = pattern(r"https?://[!-~]+\Z")
# In columns. A line is not narrower, however narrow the terminal is.
_NARROWEST = 20


class Style(Struct, frozen=True):
    """The width of a line in columns, whether it may be coloured, and whether bars are drawn.

    `addresses` tells whether a list shows the addresses of articles, `links` whether the terminal
    makes them links.
    """

    width: int = 80
    colour: bool = False
    addresses: bool = False
    links: bool = False
    bars: bool = False

    def address(self, url: str, indent: int = 0) -> str:
        """An address on one line: cut to its width if the terminal makes it a link."""
        shown, room = printable(url), max(self.width - indent, _NARROWEST)
        if not self.links or shown != url or not _WEB.match(url):
            return self.faint(shown)
        short = url if len(url) <= room else f"{url[: room - 1]}…"
        return f"\x1b]8;;{url}\x1b\\{self.faint(short)}\x1b]8;;\x1b\\"

    def strong(self, text: str) -> str:
        """A headline: bold if the style has colour."""
        return self._painted("1", printable(text))

    def faint(self, text: str) -> str:
        """Secondary text: faint if the style has colour."""
        return self._painted("2", printable(text))

    def mark(self, text: str) -> str:
        """What was sought: in colour or in brackets."""
        shown = printable(text)
        return f"{_RED}{shown}{_RESET}" if self.colour else f"[{shown}]"

    def _painted(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}{_RESET}" if self.colour and text else text

    def strong_lines(self, passage: Passage, *, indent: str = "", first: str = "") -> Iterator[str]:
        """A headline as lines that show its marks; `first` begins the first line."""
        return self._painted_lines("1", passage, indent, first)

    def faint_lines(self, passage: Passage) -> Iterator[str]:
        """Secondary text as lines that show its marks."""
        return self._painted_lines("2", passage)

    def _painted_lines(
        self, code: str, passage: Passage, indent: str = "", first: str = ""
    ) -> Iterator[str]:
        lines = self._wrapped(self.marked(passage), indent, first or indent)
        befores = chain([first or indent], repeat(indent))
        for line, before in zip(lines, befores, strict=False):
            yield before + self._painted(code, self._with_marks(line.removeprefix(before), code))

    def wrap(self, text: str, *, indent: str = "") -> list[str]:
        """The indented lines of a text."""
        return [self._with_marks(line) for line in self._wrapped(text, indent, indent)]

    def _wrapped(self, text: str, indent: str, first: str) -> list[str]:
        return wrapped(text, max(self.width, _NARROWEST), first, indent)

    def _with_marks(self, line: str, around: str = "") -> str:
        """A line with its marks shown; `around` is the colour code of the line itself."""
        opened, closed = "[", "]"
        if self.colour:
            opened, closed = _RED, _RESET + (f"\x1b[{around}m" if around else "")
        return line.replace(_OPEN, opened).replace(_CLOSE, closed)

    def marked(self, passage: Passage) -> str:
        """A passage as a text for `wrap`, which shows the marks in colour or in brackets."""
        shown, end = [], 0
        for start, stop in passage.marks:
            match = f"{_OPEN}{printable(passage.text[start:stop])}{_CLOSE}"
            if self.colour:  # a line break must not separate a colour from its reset
                match = _BLANKS.sub(f"{_CLOSE} {_OPEN}", match)
            shown += [printable(passage.text[end:start]), match]
            end = stop
        return "".join([*shown, printable(passage.text[end:])])


def wrapped(text: str, width: int, first: str = "", indent: str = "") -> list[str]:
    """Break a text at its blanks into lines of up to `width` characters.

    `first` begins the first line, `indent` each other one; both count. A longer word than fits a
    line is cut. No line ends with a blank. `textwrap.wrap` does the same, but takes as long to load
    as a search takes to find a word.
    """
    found: list[str] = []
    at = 0
    while at < len(text):
        before = indent if found else first
        end = _line_end(text, at, max(width - len(before), 1))
        if line := text[at:end].rstrip(" "):
            found.append(before + line)
        at = end
        while found and text.startswith(" ", at):
            at += 1
    return found


def _line_end(text: str, start: int, room: int) -> int:
    """Return where a line must end: behind a word, or within one that is too long for a line."""
    end = start + room
    if end >= len(text):
        return len(text)
    if text[end] == " ":
        return end
    word = text.rfind(" ", start, end) + 1 or start
    following = text.find(" ", end)
    length = (len(text) if following < 0 else following) - word
    return end if length > room else word


def lines(passage: Passage) -> Iterator[Passage]:
    """The lines of a passage, each with its own marks."""
    start = 0
    for text in passage.text.split("\n"):
        end = start + len(text)
        first = bisect_right(passage.marks, start, key=itemgetter(1))
        inside = passage.marks[first : bisect_left(passage.marks, end, key=itemgetter(0))]
        marks = ((max(begin, start) - start, min(stop, end) - start) for begin, stop in inside)
        yield Passage(text, tuple(marks))
        start = end + 1
