"""Texts that hold HTML: tags and entities are resolved, what is no markup stays as it is.

A tag counts only if HTML knows it, and only in a text that closes one or breaks a line by one. So
`a < b`, `<3` and `AT&T` stay, and so does a text that names a `<b>`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from newsarc.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection

_BREAKING = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend main menu nav ol"
    " optgroup p pre section summary table tbody template tfoot thead title ul".split()
)
_LINES = frozenset("br li option tr".split())
_CELLS = frozenset("td th".split())
_INLINE = frozenset(
    "a abbr acronym amp-img area audio b base bdi bdo big button canvas cite code col colgroup"
    " content data del dfn em embed font i iframe img input ins kbd label link map mark meta meter"
    " noscript object output param picture progress q rp rt ruby s samp script select slot small"
    " source span strike strong style sub sup svg path textarea time track tt u var video"
    " wbr".split()
)
_KNOWN = _BREAKING | _LINES | _CELLS | _INLINE
# What a browser does not show; the title of a page only where its headline is shown.
_HIDDEN = frozenset("script style template svg iframe noscript select".split())
# Alone, these show that a text is markup; of all others, one must be closed.
_EMPTY = r"<(?:br|p|hr|img|li)(?:\s[^<>]*+)?/?>"
_CLOSED = rf"</(?:{'|'.join(sorted(_KNOWN))})\s*+>"
_IS_MARKUP = re.compile(f"{_EMPTY}|{_CLOSED}", re.IGNORECASE)
# Each part ends at the next `<` at the latest, so that the time is linear.
_TOKEN = re.compile(
    r"<!--|-->|<!\[CDATA\[|\]\]>|<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*+)(?=[\s/>])"
    r"(?:(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+|[^<>]*+)>|<[!?][^<>]*+>"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Escaped once more than it should be: `&amp;uuml;`. What would become a tag stays.
_ESCAPED_TWICE = re.compile(
    r"&amp;(?=(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|(?!(?:lt|gt);)[A-Za-z][A-Za-z0-9]{1,31});)"
)
_ESCAPED_MARKUP = re.compile(r"\s*+&lt;[A-Za-z][A-Za-z0-9]{0,9}(?:\s|/?&gt;)")
_PARAGRAPHS = re.compile(r"\n[^\S\n]*+\n\s*+")
_WHITE_SPACE = re.compile(r"\s++")


def without_markup(text: str) -> str:
    """Return a text without tags and entities; its paragraphs and lines are those of the page.

    Scripts, styles and comments are left out.
    """
    if "<" not in text and "&" not in text:
        return text
    if "<" in text and _IS_MARKUP.search(text):
        return _entities(_without_tags(text))
    if _ESCAPED_MARKUP.match(text):
        return without_markup(_unescaped(text)) if _is_escaped_page(text) else _entities(text)
    return _entities(text)


def of_html(html: str) -> str:
    """Return the paragraphs of a piece of HTML, even where no tag shows that it is one."""
    return clean(without_markup(f"<div>{html}</div>"))


def of_page(page: str) -> str:
    """Return the paragraphs of a page without its head, whose title may be that of a program."""
    _, tag, rest = page.partition("<body")
    return clean(without_markup(f"<body{rest}" if tag else page))


def _is_escaped_page(text: str) -> bool:
    """Whether a text is markup once its entities are resolved: as feeds carry it."""
    return _IS_MARKUP.search(_unescaped(text)) is not None


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda found: unescape(found[0]), text)


def _entities(text: str) -> str:
    return _unescaped(_ESCAPED_TWICE.sub("&", text)) if "&" in text else text


def _without_tags(text: str) -> str:
    """Return what stands between the tags, with line ends for those that break the text."""
    tokens = [found for found in _TOKEN.finditer(text) if _is_token(found)]
    names = {(found["name"] or "").lower() for found in tokens}
    breaks = not names.isdisjoint(_BREAKING | _LINES)
    hidden = _HIDDEN | {"title"} if "h1" in names else _HIDDEN
    kept: list[str] = []
    end, awaited = 0, None
    last = _last_ends(tokens)
    for token in tokens:
        if awaited is None:
            kept += [_data(text[end : token.start()], breaks), _replacement(token)]
            awaited = _awaited(token, hidden)
            awaited = awaited if awaited and last.get(awaited, -1) > token.start() else None
        elif _end(token) == awaited:
            awaited = None
        end = token.end()
    return "".join([*kept, _data(text[end:], breaks)])


def _is_token(found: re.Match[str]) -> bool:
    name = (found["name"] or "").lower()
    return not name or name in _KNOWN or ":" in name or "-" in name


def _data(text: str, breaks: bool) -> str:
    """Return text between tags. Where tags break the lines, a single line end is a blank."""
    if not breaks or "\n" not in text:
        return text
    return "\n\n".join(_WHITE_SPACE.sub(" ", part) for part in _PARAGRAPHS.split(text))


def _replacement(token: re.Match[str]) -> str:
    """Return the line ends that a tag stands for."""
    name = (token["name"] or "").lower()
    if name in _BREAKING:
        return "\n\n"
    if name in _LINES:
        return "\n" if name == "br" or not token["end"] else ""
    return " " if name in _CELLS else ""


def _awaited(token: re.Match[str], hidden: Collection[str]) -> str | None:
    """Return what ends the hidden text that a token begins, or None."""
    if token[0] == "<!--":
        return "-->"
    name = (token["name"] or "").lower()
    begins = name in hidden and not token["end"] and not token[0].endswith("/>")
    return f"</{name}" if begins else None


def _end(token: re.Match[str]) -> str | None:
    """Return which hidden text a token ends, or None."""
    if token[0] == "-->":
        return "-->"
    return f"</{token['name'].lower()}" if token["end"] else None


def _last_ends(tokens: list[re.Match[str]]) -> dict[str, int]:
    """Return where each kind of hidden text ends for the last time."""
    return {name: token.start() for token in tokens if (name := _end(token))}
