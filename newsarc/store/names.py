"""By what names an article is asked for: its id, the source's own id, its URL, a path."""

from __future__ import annotations

from newsarc.errors import NotFound
from newsarc.store.kinds import SHORTEST_PREFIX

_DIGITS = frozenset("0123456789abcdefABCDEF")
# In hexadecimal digits.
_WHOLE_ID = 16


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


def not_found(name: str) -> NotFound:
    """Return the error for a name that no article has; it says if an id was too short."""
    if 0 < len(name) < SHORTEST_PREFIX and _is_hexadecimal(name):
        return NotFound(name, f"an id needs at least {SHORTEST_PREFIX} digits")
    return NotFound(name)


def _is_hexadecimal(name: str) -> bool:
    return _DIGITS.issuperset(name)
