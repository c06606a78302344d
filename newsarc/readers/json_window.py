"""A stream of JSON of any length, of which a stretch is decoded at a time."""

from __future__ import annotations

import codecs
import re
from json import JSONDecodeError, JSONDecoder
from typing import TYPE_CHECKING, Any

from newsarc.readers.encoding import marked

if TYPE_CHECKING:
    from io import BufferedReader

# In bytes: as much is read at once.
_CHUNK = 1 << 20
# In characters: an error so near to the end of what is read may come of the end.
_NEAR = 16
_LONGEST_INDENT = 100
_BLANK = re.compile(r"[ \t\n\r]*+")
_WIDTHS = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}
# Control characters are taken here, and refused with the record that they stand in.
_DECODER = JSONDecoder(strict=False)


class NotJsonError(ValueError):
    """What stands at the place of a window is not JSON; the message is the reason."""


class EndsEarlyError(NotJsonError):
    """The stream ends within a value."""


class TooLongError(NotJsonError):
    """A value is longer than the limit."""


class Window:
    """A stream, and a place in it: `text[at]`, which is its byte `offset`.

    Bytes that are not UTF-8 become surrogates, from which `data` restores them. A method that
    reads on raises DamagedError or OSError where the stream does. `indent` is the white space
    before the place on its line, None if something else stands there.
    """

    def __init__(self, file: BufferedReader) -> None:
        """Begin behind the byte order mark, if there is one."""
        self._file = file
        self.text, self.at, self.offset, self.is_read = "", 0, 0, False
        self.indent: str | None = ""
        start = file.peek(4)[:4]
        encoding = marked(start)
        errors = "replace" if encoding else "surrogateescape"
        self._width = _WIDTHS.get(encoding or "", "utf-8")
        self._decoder = codecs.getincrementaldecoder(encoding or "utf-8")(errors)
        if encoding:
            self.offset = 2 if encoding == "utf-16" else 4
            self._decoder.decode(file.read(self.offset))
        elif start.startswith(codecs.BOM_UTF8):
            self.offset = len(file.read(3))

    def more(self, size: int = _CHUNK) -> bool:
        """Read on, and forget what is before the place. Returns False at the end."""
        if self.is_read:
            return False
        data = self._file.read(size)
        self.is_read = not data
        self.text = self.text[self.at :] + self._decoder.decode(data, self.is_read)
        self.at = 0
        return True

    def next(self, skipped: str = "") -> str:
        """Go to the next character that is neither white space nor skipped; "" at the end."""
        while True:
            found = _BLANK.match(self.text, self.at)
            if found and found.end() > self.at:
                self.indent = _indent(found[0])
                self.go(found.end())
            sign = self.text[self.at : self.at + 1]
            if sign and sign in skipped:
                self.indent = None
                self.go(self.at + 1)
            elif sign or not self.more():
                return sign

    def go(self, end: int, size: int | None = None) -> None:
        """Go to a character, which is so many bytes away."""
        self.offset += len(self._encoded(end, self._width)) if size is None else size
        self.at = end

    def take(self, end: int) -> bytes:
        """Go to a character, and return what was passed, in UTF-8 or as it stands."""
        data = self._encoded(end, "utf-8")
        self.go(end, len(data) if self._width == "utf-8" else None)
        return data

    def line(self, indent: str) -> bool:
        """Go to the next object that begins a line with this indent; False if there is none."""
        begin = re.compile(rf"\n{indent}(?:,[ \t]{{0,16}}+)?\{{")
        while (found := begin.search(self.text, self.at)) is None:
            self.go(max(self.at, len(self.text) - _LONGEST_INDENT))
            if not self.more():
                return False
        self.go(found.end() - 1)
        return True

    def value(self, limit: int) -> tuple[Any, int]:
        """Return the value at the place, and where it ends. Raises NotJsonError."""
        while True:
            try:
                found, end = _DECODER.raw_decode(self.text, self.at)
                if end < len(self.text) or not isinstance(found, (int, float)) or not self.more():
                    return found, end
            except JSONDecodeError as error:
                self._read_on(error, limit)
            except (ValueError, RecursionError) as error:
                reason = "is nested too deeply, or a number in it is too long"
                raise NotJsonError(reason) from error

    def _read_on(self, error: JSONDecodeError, limit: int) -> None:
        """Read on if a value is not wrong but unfinished; else raise NotJsonError."""
        rest = len(self.text) - self.at
        is_open = error.msg.startswith("Unterminated") or error.pos >= len(self.text) - _NEAR
        if not is_open:
            reason = error.msg.lower().removesuffix(" at").removesuffix(" starting")
            raise NotJsonError(f"is not JSON ({reason})") from error
        if rest > limit:
            raise TooLongError from error
        if not self.more(max(_CHUNK, rest)):
            raise EndsEarlyError from error

    def _encoded(self, end: int, encoding: str) -> bytes:
        return self.text[self.at : end].encode(encoding, "surrogateescape")


def _indent(blank: str) -> str | None:
    """Return the white space behind the last line end, None if there is no line end."""
    _, line, indent = blank.rpartition("\n")
    return indent if line and len(indent) < _LONGEST_INDENT else None
