"""The address of an article, as it is kept: on the web, and without what tracks its readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit, urlunsplit

from newsarc.text import clean

if TYPE_CHECKING:
    from urllib.parse import SplitResult

# In characters; browsers send no longer ones.
_LONGEST = 8000
# What campaigns, networks and analytics add. Short keys that may name an article elsewhere (`cid`,
# `id`, `share`) are left alone.
_TRACKING = re.compile(
    r"(?:utm_|at_(?:campaign|medium|custom|format|link|ptr|bbc)|wt_|wt\.|wtmc$|mtm_|matomo_|piwik_"
    r"|pk_(?:campaign|kwd|keyword|source|medium|content|cid)|hsa_|_hs|__hs|__s$|_ga$|_gl$|mc_[ce]id$"
    r"|oly_(?:anon|enc)_id$|vero_(?:id|conv)$|rb_clickid$|s_cid$|s_kwcid$|xtor$|dicbo$|ftag$|guce_"
    r"|ns_(?:mchannel|source|campaign|linkname|fee)$|fb_(?:action|ref|source)|fbclid$|gclid$|gclsrc$"
    r"|dclid$|wbraid$|gbraid$|msclkid$|yclid$|twclid$|ttclid$|igshid?$|li_fat_id$|mkt_tok$|srsltid$"
    r"|trk_|sc_campaign$|zanpid$|wickedid$|ocid$|icid$|cmpid$|tmcampid$|epik$|xing_share$"
    r"|sara_ecid$|fbc$|smid$|smtyp$|spm$|trk$|ref$|ref_?(?:src|url)$)",
    re.IGNORECASE,
)
_TRACKED_FRAGMENT = re.compile(r"(?:utm_|xtor=|ref=|at_|wt_|cmpid|Echobox|\.[A-Za-z0-9_-]{11}\.)")
_PORTS = {"http": 80, "https": 443}
_BLANK = re.compile(r"[\s\x00-\x20<>\"]")
# A scheme, but not that of the web, nor a host before its port; one of the web that is misspelt, or
# that stands before words.
_STRANGE = re.compile(
    r"(?!https?:)(?:[a-z][a-z0-9+.-]*+:(?!\d)|http\w{0,9}//)|https?:\S*+\s", re.IGNORECASE
)


def canonical(url: str, base: str = "") -> str | None:
    """Return the address of an article without its tracking parameters, None if it is none.

    `base` is the address that a part of one (`/politik/1`) is seen from.
    Only `http` and `https` are addresses. The scheme and the host become lower case, the port of
    the scheme, a name and a password are left out; path, query and their order stay as they are.
    """
    parts = _split(clean(url).strip(), base)
    if parts is None or parts.scheme not in _PORTS or not _host(parts):
        return None
    path = parts.path or "/"
    fragment = "" if _TRACKED_FRAGMENT.match(parts.fragment) else parts.fragment
    return urlunsplit((parts.scheme, _host(parts), path, _untracked(parts.query), fragment))


def is_of_web(claim: str) -> bool:
    """Return whether a claim may be an address of the web, or a part of one: `kurier.example/1`."""
    return _STRANGE.match(claim) is None


def is_front_page(address: str) -> bool:
    """Return whether an address is that of a whole site, which some pages state by mistake."""
    return not address.partition("://")[2].partition("/")[2].strip("/")


def _split(url: str, base: str) -> SplitResult | None:
    if not url or len(url) > _LONGEST or _BLANK.search(url) or not is_of_web(url):
        return None
    try:
        return urlsplit(urljoin(base or "https:", url))
    except ValueError:  # brackets that hold no address, characters that look like others
        return None


def _host(parts: SplitResult) -> str:
    """Return the host, with a port that is not the usual one; "" if there is none."""
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    host = f"[{host}]" if ":" in host else host.rstrip(".")
    if not host or port in {None, _PORTS.get(parts.scheme)}:
        return host
    return f"{host}:{port}"


def _untracked(query: str) -> str:
    return "&".join(part for part in query.split("&") if part and not _TRACKING.match(_key(part)))


def _key(part: str) -> str:
    return part.partition("=")[0].removeprefix("amp;")
