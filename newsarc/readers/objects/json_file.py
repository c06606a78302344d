"""JSON: an array of articles, an object that holds them, or objects behind one another."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.readers.base import DamagedError, refused, too_large
from newsarc.readers.fields.keys import fold_key
from newsarc.readers.objects.json_holding import (
    ARRAYS,
    has_text,
    holds_articles,
    is_article,
    is_by_columns,
    is_map,
)
from newsarc.readers.objects.json_window import EndsEarlyError, NotJsonError, TooLongError, Window
from newsarc.readers.objects.one_object import read

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from io import BufferedReader

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.kept import Origin
    from newsarc.records.read import Refusal

    Split = Iterator[Piece | Refusal]

__all__ = ["read", "split"]

_DEEPEST = 4
_REST = "the rest of the file could not be read"
_BY_COLUMNS = (
    "is a table written column by column; pandas writes one article after the other with"
    " to_json(orient='records', lines=True)"
)
# In bytes: an object as long as this is not decoded as a whole where its beginning tells enough.
_LONG = 500_000
_BEGINNING = re.compile(
    rb'\{\s*+(?:"[^"\\]{0,100}+"\s*+:\s*+(?:"[^"\\]{0,500}+"|[-+.\w]{1,40}+)\s*+,\s*+){0,20}+'
    rb'"([^"\\]{1,100}+)"\s*+:\s*+\[\s*+\{'
)
_FEED = b"jsonfeed.org"
# Between objects behind one another: commas, and what JSON text sequences put there.
_BETWEEN = ",\x1e"


def split(file: BufferedReader, piece: Piece, reading: Reading) -> Split:
    """Yield the objects of a file of any size that may be articles, each by its offset."""
    window = Window(file)
    splitter = _Splitter(window, piece, reading)
    try:
        if not window.next():
            yield piece.refused("contains only white space" if window.offset else "is empty")
            return
        yield from splitter.values("", 0)
        if not splitter.has_found:
            yield piece.refused("is JSON, but holds no object")
    except _Over:
        pass
    except DamagedError as error:
        yield refused(piece.at_offset(window.offset), f"{error}; {_REST}")


def _begins_array(window: Window) -> bool:
    """Whether a long object begins with an array of articles, behind short values."""
    if len(window.data) - window.at < _LONG:
        return False
    found = _BEGINNING.match(window.data, window.at)
    key = found[1].decode("utf-8", "replace") if found else ""
    return found is not None and fold_key(key) in ARRAYS and _FEED not in found[0]


class _Over(Exception):
    """The rest of a file cannot be read."""


class _Splitter:
    """Finds the articles in a window. Each method begins at a value, and ends behind it."""

    def __init__(self, window: Window, piece: Piece, reading: Reading) -> None:
        self._window = window
        self._piece = piece
        self._limit = reading.limit
        self._mapping = reading.mapping
        self._is_first = True
        self.has_found = False

    def values(self, closing: str, depth: int) -> Split:
        """Yield what is in the values up to a bracket, or up to the end of the file."""
        window, others, is_plain = self._window, _Others(), False
        while (sign := window.next(_BETWEEN)) != closing:
            start, indent = window.offset, window.indent
            if others.count and sign in "{[":
                yield self._refused(*others.told())
            try:
                end = window.end(self._limit) if is_plain and sign == "{" else None
                if end is not None:
                    yield self._record(end)
                    continue
                is_plain = yield from self._value(sign, depth)
                others.add(start, sign)
                self.has_found = self.has_found or others.count > 0
            except NotJsonError as error:
                yield from self._broken(error, start, indent)
            self._is_first = False
        if others.count:
            yield self._refused(*others.told())
        window.take(window.at + len(closing))

    def _value(self, sign: str, depth: int) -> Generator[Piece | Refusal, None, bool]:
        """Yield what is in a value; return whether it is an object that is one record."""
        window = self._window
        if sign == "{":
            return (yield from self._object(depth))
        if sign == "[" and depth < _DEEPEST:
            window.take(window.at + 1)
            yield from self.values("]", depth + 1)
        elif sign:
            window.take(window.value(self._limit)[1])
        else:
            raise EndsEarlyError
        return False

    def _object(self, depth: int) -> Generator[Piece | Refusal, None, bool]:
        window = self._window
        if self._is_first and not depth and _begins_array(window):
            yield from self._members(depth, is_articles=False)
            return False
        try:
            found, end = window.value(self._limit)
        except NotJsonError:
            if not self._is_first or depth:
                raise
            # Perhaps only the array in it is long, cut off or wrong at one place.
            yield from self._members(depth, is_articles=False)
            return False
        if is_by_columns(found):
            self.has_found = True
            yield self._refused(window.offset, _BY_COLUMNS)
            window.take(end)
        elif holds_articles(found, self._mapping):
            yield from self._members(depth, is_articles=is_map(found, self._mapping))
        else:
            yield self._record(end, is_alone=depth == 0 and self._is_first)
            return True
        return False

    def _members(self, depth: int, *, is_articles: bool) -> Split:
        """Yield the articles in an object that is none; `is_articles` if each member is one."""
        window = self._window
        window.take(window.at + 1)
        count = 0
        while (sign := window.next(",")) != "}":
            if sign and sign != '"':
                raise NotJsonError("is not JSON (expecting a key)")
            key, end = window.value(self._limit)
            window.take(end)
            if window.next() != ":":
                raise NotJsonError("is not JSON (expecting a colon)")
            window.take(window.at + 1)
            is_number = key in {str(count), str(count + 1)}
            yield from self._member(key, depth, is_articles=is_articles, is_id=not is_number)
            count += 1
        window.take(window.at + 1)

    def _member(self, key: str, depth: int, *, is_articles: bool, is_id: bool) -> Split:
        window = self._window
        sign = window.next()
        if sign == "[":
            yield from self._array(key, depth)
        elif sign == "{" and depth < _DEEPEST:
            try:
                found, end = window.value(self._limit)
            except NotJsonError:
                yield from self._members(depth + 1, is_articles=False)
                return
            if is_articles or has_text(found, self._mapping):
                yield self._record(end, key if is_articles and is_id else None)
            elif holds_articles(found, self._mapping):
                yield from self._members(depth + 1, is_articles=is_map(found, self._mapping))
            else:
                window.take(end)
        else:
            yield from self._value(sign, _DEEPEST)

    def _array(self, key: str, depth: int) -> Split:
        """Yield the articles of an array if it has some, else nothing."""
        window = self._window
        window.take(window.at + 1)
        if window.next() == "{" and (fold_key(key) in ARRAYS or self._is_article()):
            yield from self.values("]", depth + 1)
            return
        while window.next(",") != "]":
            window.take(window.value(self._limit)[1])
        window.take(window.at + 1)

    def _is_article(self) -> bool:
        try:
            found, _ = self._window.value(self._limit)
        except NotJsonError:
            return True
        return is_article(found, self._mapping) or holds_articles(found, self._mapping)

    def _record(
        self, end: int, key: str | None = None, *, is_alone: bool = False
    ) -> Piece | Refusal:
        """Return an object as a piece; a `key` is its id if it claims no other."""
        window, self.has_found = self._window, True
        origin = self._origin(window.offset, key)
        data = window.take(end)
        if len(data) > self._limit:
            return refused(origin, too_large(self._limit))
        if is_alone and not window.next(_BETWEEN):
            origin = self._piece.origin
        if key is not None and data[1:].lstrip()[:1] == b'"':
            data = b'{"record_id":' + json.dumps(key).encode() + b"," + data[1:]
        return replace(self._piece, origin=origin, data=data)

    def _origin(self, offset: int, key: str | None = None) -> Origin:
        inner = self._piece if key is None else replace(self._piece, origin=self._piece.within(key))
        return inner.at_offset(offset)

    def _refused(self, offset: int, reason: str) -> Refusal:
        return refused(self._origin(offset), reason)

    def _broken(self, error: NotJsonError, start: int, indent: bytes | None) -> Split:
        """Yield a refusal of a record, and go to the next one that begins a line as it did."""
        if isinstance(error, EndsEarlyError):
            yield self._refused(start, "ends in the middle: the file is cut off here")
            raise _Over
        is_found = indent is not None and self._window.line(indent)
        reason = too_large(self._limit) if isinstance(error, TooLongError) else str(error)
        yield self._refused(start, reason if is_found else f"{reason}; {_REST}")
        if not is_found:
            raise _Over


class _Others:
    """Values behind one another that are no objects: they are refused together."""

    def __init__(self) -> None:
        self.count = self._offset = 0

    def add(self, offset: int, sign: str) -> None:
        """Count a value that begins with a sign, unless it is an object or an array."""
        if sign not in "{[":
            self._offset = self._offset if self.count else offset
            self.count += 1

    def told(self) -> tuple[int, str]:
        """Return where they begin and what they are, and forget them."""
        count, self.count = self.count, 0
        is_one = count == 1
        reason = "is JSON, but not an object" if is_one else f"are {count:,} values, but no objects"
        return self._offset, reason
