"""From a JSON object to a document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec import MsgspecError
from msgspec.json import decode as parse

from newsarc.readers.encoding import decode
from newsarc.readers.mojibake import repaired_record
from newsarc.readers.unwrapping import unwrapped
from newsarc.records.read import Document
from newsarc.text import clean

if TYPE_CHECKING:
    from newsarc.records.kept import Origin

# Field of a document → its keys in a JSON object; the first one that is set wins.
_LINES = {
    "external_id": ("id",),
    "url": ("url",),
    "title": ("title",),
    "kicker": ("kicker",),
    "date": ("date",),
    "updated": ("updated",),
    "source": ("source",),
    "agency": ("agency",),
    "place": ("place",),
    "language": ("language", "lang"),
    "genre": ("genre",),
}
_KINDS = {dict: "an object", list: "a list", bool: "true or false"}


class ClaimError(ValueError):
    """A record is not an article; the message is the reason."""


def parse_document(data: bytes, origin: Origin, size: int) -> Document:
    """Return the document of a JSON object. Raises ClaimError."""
    record, notes = _parse_object(data)
    record, repairs = repaired_record(record)
    claims = {name: _line(record, keys) for name, keys in _LINES.items()}
    body, text = (_prose(record, key) for key in ("body", "text"))
    if not (body or text):
        raise ClaimError("has no text in 'body' or 'text'")
    # Beside a title, `text` is only the body. Without one, the headline is in it.
    whole = text if not body and claims["title"] is None else None
    return Document(
        origin,
        text=whole,
        body=None if whole else body or text,
        authors=_authors(record),
        size=size,
        notes=notes + repairs,
        **claims,
    )


def _parse_object(data: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return an object, and notes on its encoding."""
    notes: tuple[str, ...] = ()
    try:
        record = parse(data)
    except (MsgspecError, ValueError, RecursionError):
        text, notes = decode(data)
        record = _parse_leniently(text)
    if not isinstance(record, dict):
        raise ClaimError("is JSON, but not an object")
    return record, notes


def _parse_leniently(text: str) -> object:
    """Parse what msgspec refuses, or say where it is wrong.

    The standard library takes a byte order mark, NaN, infinity and lone surrogates, too, and
    knows the column of an error; it takes three times as long.
    """
    try:
        return json.loads(text.strip("\ufeff\r\n"))
    except json.JSONDecodeError as error:
        reason = error.msg.lower().removesuffix(" at")
        raise ClaimError(f"is not JSON ({reason} at column {error.colno})") from error
    except (ValueError, RecursionError) as error:  # a number too long, or nested too deep
        raise ClaimError("is nested too deeply, or a number in it is too long") from error


def _line(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """Return the first of some keys that is set, as one line; None if none is."""
    texts = (_text(record, key) for key in keys)
    return next((" ".join(text.split()) for text in texts if text), None)


def _text(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return None if value is None else clean(_as_text(key, value)) or None


def _prose(record: dict[str, Any], key: str) -> str | None:
    """Return a text whose lines may be wrapped."""
    value = record.get(key)
    return None if value is None else clean(unwrapped(_as_text(key, value))) or None


def _as_text(key: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise ClaimError(f"{key!r} is {_KINDS[type(value)]}, not text")


def _authors(record: dict[str, Any]) -> tuple[str, ...]:
    for key in ("authors", "author"):
        value = record.get(key)
        if value is not None:
            names = value if isinstance(value, list) else [value]
            texts = (_as_text(key, name) for name in names if name is not None)
            lines = (" ".join(clean(text).split()) for text in texts)
            return tuple(line for line in lines if line)
    return ()
