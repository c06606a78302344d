"""A stream of JSON of any length, of which a stretch is decoded at a time."""

from __future__ import annotations

import codecs
import re
from json import JSONDecodeError, JSONDecoder
from typing import TYPE_CHECKING, Any

from msgspec import MsgspecError, Raw
from msgspec.json import Decoder

from newsarc.readers.encoding import marked

if TYPE_CHECKING:
    from io import BufferedReader

# In bytes: as much is read at once, and as much is decoded at first.
_CHUNK = 1 << 20
_FIRST = 1 << 16
# In characters: an error so near to the end of what is decoded may come of the end.
_NEAR = 16
# So many closing brackets are tried as the end of an object before it is decoded.
_TRIED = 32
_LONGEST_INDENT = 100
_BLANK = re.compile(rb"[ \t\n\r]*+")
_WIDTHS = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}
# Control characters are taken here, and refused with the record that they stand in.
_DECODER = JSONDecoder(strict=False)
# Finds in a tenth of the time whether bytes are a value, as their parts need not be made.
_SKIPPER = Decoder(Raw)
_TOO_DEEP = "is nested too deeply, or a number in it is too long"


class NotJsonError(ValueError):
    """What stands at the place of a window is not JSON; the message is the reason."""


class EndsEarlyError(NotJsonError):
    """The stream ends within a value."""


class TooLongError(NotJsonError):
    """A value is longer than the limit."""


class Window:
    """A stream in UTF-8, and a place in it: `data[at]`, which is its byte `offset`.

    Bytes that are not UTF-8 stay as they are. A method that reads on raises DamagedError or OSError
    where the stream does. `indent` is the white space before the place on its line, None if
    something else stands there.
    """

    def __init__(self, file: BufferedReader) -> None:
        """Begin behind the byte order mark, if there is one."""
        self._file = file
        self.data, self.at, self.offset, self.is_read = b"", 0, 0, False
        self.indent: bytes | None = b""
        start = file.peek(4)[:4]
        encoding = marked(start)
        self._width = _WIDTHS.get(encoding or "")
        self._decoder = codecs.getincrementaldecoder(encoding or "utf-8")("replace")
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
        if self._width:
            data = self._decoder.decode(data, self.is_read).encode("utf-8", "replace")
        self.data = self.data[self.at :] + data
        self.at = 0
        return True

    def next(self, skipped: str = "") -> str:
        """Go to the next character that is neither white space nor skipped; "" at the end.

        What is not ASCII is a question mark.
        """
        while True:
            found = _BLANK.match(self.data, self.at)
            if found and found.end() > self.at:
                self.indent = _indent(found[0])
                self.take(found.end())
            sign = self.data[self.at : self.at + 1].decode("ascii", "replace")
            if sign and sign in skipped:
                self.indent = None
                self.take(self.at + 1)
            elif sign or not self.more():
                return sign.replace("\ufffd", "?")

    def take(self, end: int) -> bytes:
        """Go to a place, and return what was passed."""
        data = self.data[self.at : end]
        self.at = end
        wide = data.decode("utf-8", "replace").encode(self._width) if self._width else data
        self.offset += len(wide)
        return data

    def line(self, indent: bytes) -> bool:
        """Go to the next object that begins a line with this indent; False if there is none."""
        begin = re.compile(rb"\n" + indent + rb"(?:,[ \t]{0,16}+)?\{")
        while (found := begin.search(self.data, self.at)) is None:
            self.take(max(self.at, len(self.data) - _LONGEST_INDENT))
            if not self.more():
                return False
        self.take(found.end() - 1)
        return True

    def end(self, limit: int) -> int | None:
        """Return where the object at the place ends, if that is found at once."""
        at = self.at
        for _ in range(_TRIED):
            while not (close := self.data.find(b"}", at) + 1):
                if len(self.data) - self.at > limit:
                    return None
                at = len(self.data) - self.at
                if not self.more(max(_CHUNK, at)):
                    return None
            at = close
            try:
                _SKIPPER.decode(memoryview(self.data)[self.at : at])
            except (MsgspecError, ValueError, RecursionError):
                continue
            return at
        return None

    def value(self, limit: int) -> tuple[Any, int]:
        """Return the value at the place, and where it ends. Raises NotJsonError."""
        size = _FIRST
        while True:
            text = self._text(size)
            try:
                found, end = _DECODER.raw_decode(text)
            except JSONDecodeError as error:
                size = self._larger(error, text, size, limit)
            except (ValueError, RecursionError) as error:
                raise NotJsonError(_TOO_DEEP) from error
            else:
                if end == len(text) and isinstance(found, (int, float)) and self.more():
                    continue  # perhaps there is more of a number
                return found, self.at + len(text[:end].encode("utf-8", "surrogateescape"))

    def _larger(self, error: JSONDecodeError, text: str, size: int, limit: int) -> int:
        """Return how much to decode if a value is not wrong but unfinished; else raise."""
        if not (error.msg.startswith("Unterminated") or error.pos >= len(text) - _NEAR):
            reason = error.msg.lower().removesuffix(" at").removesuffix(" starting")
            raise NotJsonError(f"is not JSON ({reason})") from error
        if size < len(self.data) - self.at:
            return 2 * size
        if len(self.data) - self.at > limit:
            raise TooLongError from error
        if not self.more(max(_CHUNK, size)):
            raise EndsEarlyError from error
        return 2 * size

    def _text(self, size: int) -> str:
        """Return the next bytes as text, without the part of a character at their end."""
        decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        return decoder.decode(self.data[self.at : self.at + size])


def _indent(blank: bytes) -> bytes | None:
    """Return the white space behind the last line end, None if there is no line end."""
    _, line, indent = blank.rpartition(b"\n")
    return indent if line and len(indent) < _LONGEST_INDENT else None
