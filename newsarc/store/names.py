"""By what names an article is asked for: its id, the source's own id, its URL, a path."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newsarc.errors import NotFound
from newsarc.records.kept import Origin
from newsarc.store.kinds import SHORTEST_PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = frozenset("0123456789abcdefABCDEF")
# In hexadecimal digits.
_WHOLE_ID = 16
# In characters. A name without end is no place.
_LONGEST_PLACE = 4096


def is_id_prefix(name: str) -> bool:
    """Return whether a name can be an id or the beginning of one, four digits at least."""
    return SHORTEST_PREFIX <= len(name) <= _WHOLE_ID and _is_hexadecimal(name)


def url_spellings(name: str) -> tuple[str, ...]:
    """Return the URLs that a name may stand for, the name itself first; () if it can be none.

    It may lack its scheme, `www.` and the slash at its end, or have them where the article has
    not; a fragment may be left out.
    """
    scheme, colons, rest = name.rpartition("://")
    host, slash, path = rest.partition("#")[0].partition("/")
    if "." not in host or (colons and scheme.lower() not in {"http", "https"}):
        return ()
    bare = f"{host.lower().removeprefix('www.')}{slash}{path}".rstrip("/")
    beginnings = (f"{one}{www}" for one in ("https://", "http://", "") for www in ("", "www."))
    spelt = (f"{begin}{bare}{end}" for begin in beginnings for end in ("", "/"))
    return tuple(dict.fromkeys((name, *spelt)))


def origin_spellings(name: str) -> list[Origin]:
    """Return the places in files that a name may stand for: `a.zip!b.jsonl:7`, `c.warc@1048576`.

    A path may have the separators in it, too, so there are several.
    """
    numbered = [(name, None, None)]
    for mark in ":@":
        place, _, number = name.rpartition(mark)
        if place and number.isascii() and number.isdigit() and (mark == "@" or int(number)):
            numbers = (int(number), None) if mark == ":" else (None, int(number))
            numbered.append((place, *numbers))
    return [
        Origin(os.path.abspath(path), line, member, offset)
        for place, line, offset in numbered
        for path, member in _divided(place)
    ]


def place_values(origin: Origin) -> tuple[str, str, int, int]:
    """Return path, member, line and offset of an origin, without None: its order and its key."""
    offset = -1 if origin.offset is None else origin.offset
    return origin.path, origin.member or "", origin.line or 0, offset


def _divided(place: str) -> Iterator[tuple[str, str | None]]:
    """Yield a place as a path, and as a path and a member at each `!`."""
    yield place, None
    for at, letter in enumerate(place[:_LONGEST_PLACE]):
        if letter == "!":
            yield place[:at], place[at + 1 :]


def not_found(name: str) -> NotFound:
    """Return the error for a name that no article has; it says if an id was too short."""
    if 0 < len(name) < SHORTEST_PREFIX and _is_hexadecimal(name):
        return NotFound(name, f"an id needs at least {SHORTEST_PREFIX} digits")
    return NotFound(name)


def _is_hexadecimal(name: str) -> bool:
    return _DIGITS.issuperset(name)
