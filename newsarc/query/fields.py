"""Fields and their values: `source:dpa`, `author:Quast`, `words:>500`, `date:2022-01..2022-03`.

field ":" value              the name of the field in German or English
value = word { "," word }    a list matches if any value does; not for `url` and `path`
words = number ".." number | compared number | number
date  = see `newsarc.dates.ranges`
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from newsarc.dates import BEGINNING, END, DateSpan, before
from newsarc.errors import DateError
from newsarc.patterns import pattern
from newsarc.query.lexer import QUOTES
from newsarc.query.names import DATES, NAMES
from newsarc.query.nodes import (
    Added,
    Address,
    AddressField,
    Fact,
    Has,
    Id,
    Label,
    LabelField,
    Language,
    Length,
    Node,
    Not,
    Published,
    Source,
    Span,
    Truncated,
    Updated,
)
from newsarc.text import fold_label, storable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    # From a value, its place in the query and the current day to a node, or None if the value
    # was not understood.
    Reader = Callable[[str, Span, date], Node | None]


def _source(value: str, span: Span, _today: date) -> Node | None:
    name = fold_label(value)
    return Source(name, span=span) if name else None


def _language(value: str, span: Span, _today: date) -> Node | None:
    from newsarc.language import language_code  # imported here, as most queries name no language

    code = value.strip().lower()
    is_code = code.isascii() and code.isalpha() and len(code) in {2, 3}
    known = language_code(value) or (code if is_code else None)
    return Language(known, span=span) if known else None


def _label(field: LabelField) -> Reader:
    def read(value: str, span: Span, _today: date) -> Node | None:
        name = fold_label(value)
        return Label(field, name, span=span) if name else None

    return read


_UNQUOTED = dict.fromkeys(map(ord, {*QUOTES, *"".join(QUOTES.values()), "\0"}))


def _address(field: AddressField) -> Reader:
    def read(value: str, span: Span, _today: date) -> Node | None:
        pattern = storable(value.translate(_UNQUOTED)).strip().casefold()
        return Address(field, pattern, span=span) if pattern.strip("*") else None

    return read


_ID = pattern(r"[0-9a-f]{1,16}")


def _id(value: str, span: Span, _today: date) -> Node | None:
    prefix = value.strip().rstrip("*").lower()
    return Id(prefix, span=span) if _ID.fullmatch(prefix) else None


_LENGTH = pattern(r"(?P<least>[0-9]{0,9})\.\.(?P<most>[0-9]{0,9})")
_COMPARED = pattern(r"(?P<sign>[<>]?=?)(?P<number>[0-9]{1,9})")


def _length(value: str, span: Span, _today: date) -> Node | None:
    """words = number ".." number | compared number | number"""
    value = value.replace(" ", "")
    if found := _LENGTH.fullmatch(value):
        least, most = int(found["least"] or 0), int(found["most"]) if found["most"] else None
        if most is not None and most < least:
            least, most = most, least
        return Length(least, most, span=span)
    found = _COMPARED.fullmatch(value)
    if found is None:
        return None
    sign, number = found["sign"], int(found["number"])
    if sign.startswith(">"):
        return Length(number + (sign == ">"), span=span)
    if sign.startswith("<"):
        most = number - (sign == "<")
        return Length(0, most, span=span) if most >= 0 else None
    return Length(number, number, span=span)


def _has(value: str, span: Span, _today: date) -> Node | None:
    name = value.strip().casefold()
    fact = name if name in _FACTS else NAMES.get(name)
    return Has(_FACTS[fact], span=span) if fact in _FACTS else None


_FACTS: dict[str | None, Fact] = {fact: fact for fact in get_args(Fact)}


def _is(value: str, span: Span, _today: date) -> Node | None:
    match value.strip().casefold():
        case "truncated" | "gekürzt":
            return Truncated(span=span)
        case "undated" | "undatiert":
            return Not(Has("date", span=span))
        case "live":
            return Label("genre", "liveticker", span=span)
        case "correction" | "korrektur":
            return Label("genre", "korrektur", span=span)
        case _:
            return None


# 20220131 and 2022/01/31, which are dates of other programs, but of no text.
_YEAR_FIRST = pattern(r"(?<![0-9])((?:19|20)[0-9]{2})(/?)([0-9]{2})\2([0-9]{2})(?![0-9])")


def _dated(make: Callable[[DateSpan, Span], Node], limit: Callable[[DateSpan], DateSpan]) -> Reader:
    """Return a reader of dates: `limit` turns the span of a date into what `make` gets."""

    def read(value: str, span: Span, today: date) -> Node | None:
        from newsarc.dates.ranges import parse_span  # imported here, as most queries have no date

        try:
            return make(limit(parse_span(_YEAR_FIRST.sub(r"\1-\3-\4", value), today)), span)
        except DateError:
            return None

    return read


def _published(when: DateSpan, span: Span) -> Node:
    return Published(when, span=span)


_READERS: dict[str, Reader] = {
    "source": _source,
    "lang": _language,
    "agency": _label("agency"),
    "author": _label("author"),
    "place": _label("place"),
    "genre": _label("genre"),
    "url": _address("url"),
    "path": _address("path"),
    "id": _id,
    "words": _length,
    "has": _has,
    "is": _is,
    "date": _dated(_published, lambda span: span),
    "updated": _dated(lambda when, span: Updated(when, span=span), lambda span: span),
    "added": _dated(lambda when, span: Added(when, span=span), lambda span: span),
    "since": _dated(_published, lambda span: DateSpan(span.first, END)),
    "before": _dated(_published, before),
    "until": _dated(_published, lambda span: DateSpan(BEGINNING, span.last)),
}
# The fields in which a comma is part of the value.
_UNLISTED = {"url", "path"}
# The fields that support wildcards, or have a `*` for an open end.
GLOBBED = {"url", "path", "id"} | DATES


def values(field: str, value: str, span: Span, today: date, *, listed: bool) -> list[Node] | None:
    """Return a node for each value of a field, or None if one of them was not understood.

    For fields in `TEXT_FIELDS` there is no reader. If the value is `listed`, commas separate
    several values.
    """
    read = _READERS[field]
    parts = value.split(",") if listed and field not in _UNLISTED else [value]
    nodes = [read(part, span, today) for part in parts if part.strip() or len(parts) == 1]
    known = [node for node in nodes if node is not None]
    return known if known and len(known) == len(nodes) else None
