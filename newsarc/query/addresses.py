"""Web addresses that are pasted into a query."""

from __future__ import annotations

from newsarc.patterns import pattern

_ADDRESS = pattern(r"(?i)(?:https?://)?(?:www\.)?(?=[^\W_])")
_BEGINNINGS = {"http", "www."}
_IS_ADDRESS = pattern(r"(?i)(?:https?://|www\.)[^\W_]")
# What newsletters, networks and advertisers add to an address.
_TRACKING = pattern(
    r"(?i)(?:utm_\w*|at_\w*|wt[._]\w*|mc_[ce]id|fbclid|gclid|dclid|msclkid|twclid|igshid"
    r"|cmpid|ito|ref|xtor)(?:=.*)?"
)
_AT_END = ".,;:!?'’…"


def is_address(text: str) -> bool:
    """Return whether a text is the address of a page, with its scheme or `www.`."""
    return text[:4].lower() in _BEGINNINGS and _IS_ADDRESS.match(text) is not None


def bare_address(text: str) -> str:
    """Return the part of an address that all its spellings share.

    It has no scheme, no `www.`, no fragment, no parameters that only track readers, and no slash
    at the end.
    """
    text = text.rstrip(_AT_END).partition("#")[0]
    found = _ADDRESS.match(text)
    page, _, query = text[found.end() if found else 0 :].partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.fullmatch(part)]
    page = page.rstrip("/")
    return f"{page}?{'&'.join(kept)}" if kept else page
