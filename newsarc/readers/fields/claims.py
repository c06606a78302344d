"""From a JSON object to a document.

No claim but the text decides whether there is an article. A claim that cannot be used is noted, and
the next key that may hold it is asked.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec import MsgspecError
from msgspec.json import decode as parse

from newsarc.dates.written import read_date
from newsarc.language import language_code
from newsarc.readers.base import NOTHING_SAID
from newsarc.readers.encoding import decode
from newsarc.readers.fields.keys import (
    BODY_KEYS,
    KEYS,
    SUMMARY_KEYS,
    TEXT_KEYS,
    Mapping,
    Record,
    has_mapped,
    mapped,
)
from newsarc.readers.fields.persons import is_address, persons
from newsarc.readers.fields.repairs import repaired_record
from newsarc.readers.fields.values import Form, Notes, is_named, text, words
from newsarc.records.read import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsarc.records.kept import Origin

# In these, `unknown` is a word like others.
_WORDS = {KEYS["title"], KEYS["kicker"]}


class ClaimError(ValueError):
    """A record is not an article; the message is the reason."""


def read_record(
    parsed: dict[str, Any], origin: Origin, mapping: Mapping = (), told: tuple[str, ...] = ()
) -> Document:
    """Return the document of an object, its values as JSON has them. Raises ClaimError.

    `mapping` names the keys of some fields; `told` are notes on how the object was read.
    """
    if mapping and not has_mapped(parsed, mapping):
        told = (*told, "has none of the keys or columns that --map names")
    parsed, repairs = repaired_record(mapped(parsed, mapping) if mapping else parsed)
    record, notes = Record(parsed), Notes()
    text, body, title = _content(record, notes)
    return Document(
        origin,
        text=text,
        body=body,
        title=title,
        kicker=_claim(record, "kicker", notes),
        date=_understood(record, "date", notes, read_date),
        updated=_understood(record, "updated", notes, read_date),
        source=_source(record, notes),
        agency=_claim(record, "agency", notes),
        authors=_authors(record, notes),
        place=_claim(record, "place", notes),
        language=_understood(record, "language", notes, language_code),
        genre=_claim(record, "genre", notes),
        url=_url(record, notes),
        external_id=next(_claims(record, KEYS["external_id"], notes, form="raw"), None),
        notes=(*told, *repairs, *notes.sentences),
    )


def _content(record: Record, notes: Notes) -> tuple[str | None, str | None, str | None]:
    """Return text or body, and the headline. Raises ClaimError if there is none of them.

    Beside a headline, a text is only the body. Without one, the headline is in it.
    """
    body = _text(record, BODY_KEYS, notes)
    whole = None if body else _text(record, TEXT_KEYS, notes) or _text(record, SUMMARY_KEYS, notes)
    title = _claim(record, "title", notes)
    if not (body or whole or title):
        raise ClaimError(NOTHING_SAID)
    is_whole = whole is not None and title is None
    return (whole, None, None) if is_whole else (None, body or whole or "", title)


def _claim(record: Record, field: str, notes: Notes) -> str | None:
    """Return the first claim of a field, as one line; None if there is none."""
    return next(_claims(record, KEYS[field], notes), None)


def _claims(
    record: Record, keys: tuple[str, ...], notes: Notes, form: Form = "name"
) -> Iterator[str]:
    """Yield what some keys claim, best first."""
    for key, value in record.values(keys):
        lines = words(key, value, notes, form)
        yield from lines if keys in _WORDS else filter(is_named, lines)


def _understood(
    record: Record, field: str, notes: Notes, read: Callable[[str], object]
) -> str | None:
    """Return the first claim of a field that `read` understands; without one, the first."""
    found = list(_claims(record, KEYS[field], notes))
    if len(found) < 2:
        return found[0] if found else None
    return next(filter(read, found), found[0])


def _url(record: Record, notes: Notes) -> str | None:
    """Return the address. trafilatura calls it `source`, beside the name of the site."""
    keys = (*KEYS["url"], "source") if record.has("sourcehostname") else KEYS["url"]
    return next(_claims(record, keys, notes, form="address"), None)


def _source(record: Record, notes: Notes) -> str | None:
    """Return the first name of a medium; without one, the first address of a medium."""
    found = list(_claims(record, KEYS["source"], notes, form="site"))
    named = (line for line in found if not is_address(line))
    return next(named, found[0] if found else None)


def _authors(record: Record, notes: Notes) -> tuple[str, ...]:
    """Return the authors by the first key that names any, each once."""
    for key, value in record.values(KEYS["authors"]):
        found = [name for line in words(key, value, notes) for name in persons(line)]
        if any(map(is_address, found)):
            notes.add(key, "an address")
        if names := [name for name in found if is_named(name) and not is_address(name)]:
            return tuple(dict.fromkeys(names))
    return ()


def _text(record: Record, keys: tuple[str, ...], notes: Notes) -> str | None:
    found = (text(key, value, notes) for key, value in record.values(keys))
    return next(filter(None, found), None)


def parse_object(data: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the object in bytes, and notes on their encoding. Raises ClaimError."""
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
