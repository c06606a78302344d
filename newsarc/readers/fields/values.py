"""From the values of a JSON object to the words that they claim, or a note on why not."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Literal

from newsarc.readers.addresses import is_of_web
from newsarc.readers.markup import without_markup
from newsarc.readers.unwrapping import unwrapped
from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

# What programs write where they know nothing, as they write it: `Nan` may be a name, and `Null` a
# headline.
_NOTHING = frozenset(
    "N/A n/a #N/A NA <NA> nan NaN NAN NaT null NULL None none NONE nil undefined (null) (none)"
    " <none> http:// https:// about:blank".split()
)
_LONGEST_NOTHING = max(map(len, _NOTHING))
# What people write so. In a headline these are words.
_UNKNOWN = frozenset("unknown unbekannt n.n. n.a. k.a. o.a. inconnu desconocido".split())
_MARKS = " -–—_.…?!#*'\"“”„‚‘’[](){}<>/|\\:;,+=~"
# A link that leads nowhere, and an address that was put together from nothing: `http://None`.
_NOWHERE = re.compile(
    r"javascript:.*|(?:https?:)?//(?:www\.)?(?:none|null|nan|undefined)?/*", re.IGNORECASE
)
# How a claim is taken: as a name, with its markup resolved; as prose, with its lines unwrapped,
# too; as the name or address of a site; as
# an address or an id, which identify an article and stay as they are written.
Form = Literal["name", "prose", "site", "address", "raw"]
# The keys of an object that hold its name, best first; and those of a name in two parts.
_NAMES = ("name", "full_name", "fullName", "fullname", "display_name", "displayName", "label")
_GIVEN = (
    ("first_name", "last_name"), ("firstName", "lastName"), ("firstname", "lastname"),
    ("givenName", "familyName"), ("given", "family"), ("vorname", "nachname"),
)  # fmt: skip
_OTHER_NAMES = (
    "title", "rendered", "value", "text", "#text", "@value", "$oid", "$date", "$numberLong",
    "content",
)  # fmt: skip
_ADDRESSES = ("url", "uri", "href", "domain", "homepage", "@id", "id")
# The parts of a text in an object: Fundus divides it into a summary and sections.
_PARTS = ("summary", "sections", "headline", "paragraphs")
_DEEPEST = 5


class Notes:
    """What could not be used of a record, a sentence each."""

    def __init__(self) -> None:
        """Begin without a note."""
        self.sentences: list[str] = []

    def add(self, key: str, what: str) -> None:
        """Note that a value of a key was ignored."""
        sentence = f"{key!r} is {what}, and was ignored"
        if sentence not in self.sentences:
            self.sentences.append(sentence)


def words(key: str, value: object, notes: Notes, form: Form = "name") -> Iterator[str]:
    """Yield the claims in a value, each on one line; a list has several, at any depth.

    An object stands for its name, that of a site also for its address.
    """
    for found in _texts(key, value, notes, form, _DEEPEST):
        line = " ".join(found.split())
        if not line or _is_nothing(line) or (form == "address" and _NOWHERE.fullmatch(line)):
            continue
        if form == "address" and not is_of_web(line):
            notes.add(key, "no address of the web")
        else:
            yield line


def is_named(line: str) -> bool:
    """Return whether a claim names anything: `unknown` does not, but may be a headline."""
    return line.casefold() not in _UNKNOWN


def text(key: str, value: object, notes: Notes) -> str | None:
    """Return a text in a value, or None; the parts of a list or an object become paragraphs."""
    parts = [part for part in _parts(key, value, notes, _DEEPEST) if part]
    whole = "\n\n".join(parts)
    return whole if whole and not _is_nothing(whole) else None


def _is_nothing(line: str) -> bool:
    return (len(line) <= _LONGEST_NOTHING and line in _NOTHING) or not line.strip(_MARKS)


def _parts(key: str, value: object, notes: Notes, depth: int) -> Iterator[str]:
    if isinstance(value, list) and depth:
        for each in value:
            yield from _parts(key, each, notes, depth - 1)
    elif isinstance(value, dict) and depth and not value.keys().isdisjoint(_PARTS):
        for name in _PARTS:
            yield from _parts(key, value.get(name), notes, depth - 1)
    else:
        yield from _texts(key, value, notes, "prose", depth)


def _texts(key: str, value: object, notes: Notes, form: Form, depth: int) -> Iterator[str]:
    """Yield the cleaned texts in a value."""
    if isinstance(value, str):
        yield clean(_read(value, form))
    elif isinstance(value, bool):  # false says that there is none
        if value:
            notes.add(key, "true")
    elif isinstance(value, (int, float)):
        if isinstance(value, int) or math.isfinite(value):
            yield str(value)
    elif isinstance(value, (list, dict)) and not depth:
        notes.add(key, "nested too deeply")
    elif isinstance(value, list):
        for each in value:
            yield from _texts(key, each, notes, form, depth - 1)
    elif isinstance(value, dict) and value:
        yield from _of_object(key, value, notes, form, depth)


def _read(value: str, form: Form) -> str:
    if form in {"address", "raw"}:
        return value
    resolved = without_markup(value)
    return unwrapped(resolved) if form == "prose" else resolved


def _of_object(
    key: str, value: dict[str, object], notes: Notes, form: Form, depth: int
) -> Iterator[str]:
    """Yield the name of an object."""
    names = (_full_name(value), *map(value.get, _OTHER_NAMES))
    addresses = map(value.get, _ADDRESSES) if form in {"site", "address"} else ()
    for name in (*addresses, *names) if form == "address" else (*names, *addresses):
        if found := [text for text in _texts(key, name, notes, form, depth - 1) if text]:
            yield from found
            return
    notes.add(key, "an object without a name")


def _full_name(value: dict[str, object]) -> object:
    for name in _NAMES:
        if found := value.get(name):
            return found
    for parts in _GIVEN:
        if found := [part for part in map(value.get, parts) if isinstance(part, str)]:
            return " ".join(found)
    return None
