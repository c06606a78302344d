"""The address of an article: as the page states it, without what tracks its readers."""

from __future__ import annotations

import re
from urllib.parse import urljoin

# Parameters that say where a reader came from, not what is read.
_TRACKING = re.compile(
    r"(?:utm_\w{1,40}|mtm_\w{1,40}|pk_\w{1,40}|at_(?:medium|campaign|custom\d)|(?:fb|g|y)clid|gclsrc|dclid|msclkid"
    r"|wbraid|gbraid|igshid|mc_[ce]id|_ga|ref_?(?:src|url)?|cmpid|icid|wt_?\.?(?:mc|zmc)|wt_mc_o"
    r"|xtor|ns_(?:campaign|mchannel|source|fee)|sara_ecid|fbc|smid|smtyp|trk|spm|s_kwcid)"
    r"(?:=|$)",
    re.IGNORECASE,
)
_WEB = re.compile(r"https?://[^\s/?#\"'<>\\]+\.?[^\s\"'<>\\]*", re.IGNORECASE)
_LONGEST = 2000


def web_address(address: str | None, base: str | None = None) -> str | None:
    """Return an address of the web without fragment and tracking, or None for anything else."""
    if not address:
        return None
    found = address.strip()
    if base is not None and not _WEB.match(found):
        found = _joined(base, found)
    if len(found) > _LONGEST or not _WEB.fullmatch(found):
        return None
    return _without_tracking(found.partition("#")[0])


def is_front_page(address: str) -> bool:
    """Whether an address is that of a whole site, which some pages state by mistake."""
    path = address.partition("://")[2].partition("/")[2]
    return not path.strip("/")


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _without_tracking(address: str) -> str:
    before, mark, query = address.partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.match(part)]
    return f"{before}{mark}{'&'.join(kept)}" if kept else before
