"""RSS, Atom, RDF and WordPress exports: the entries of a feed, in its order."""

from __future__ import annotations

import re
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from newsarc.dates.written import read_date
from newsarc.readers.base import refused
from newsarc.readers.feeds.entries import Entry, document, people
from newsarc.readers.feeds.wordpress import (
    is_text,
    is_unpublished,
    named,
    names,
    without_shortcodes,
)
from newsarc.readers.trees import OVERGROWN, decoded, is_overgrown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsarc.readers.base import Piece, Reading
    from newsarc.records.read import Document, Refusal

_CONVENTION = {"rss": "RSS", "atom": "Atom", "cdf": "CDF"}
_DECLARATION = re.compile(r"\s*+<\?xml\b[^>]{0,500}\?>")
# Between two entries. A feed of many is parsed in parts: feedparser keeps 20 kB of each entry.
_BETWEEN = re.compile(r"(?<=</item>)\s*+(?=<item[\s>])|(?<=</entry>)\s*+(?=<entry[\s>])")
_FIRST = re.compile(r"<(?:item|entry)[\s>]")
_AT_ONCE = 200
# In a part, beside the entries: feedparser takes 50 µs for a tag, and for tags nested in each other
# a time that grows with the square of their depth.
_MOST_TAGS = 40_000
_DEEPEST = 200
_TAG = re.compile(r"<(/?)[A-Za-z_][^\s<>/]*+(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+>")
# What holds a full text. Without one of these, feedparser's `content` is a second summary.
_FULL = re.compile(
    r"<(?!media:)(?:(?:[\w-]{1,30}:)?(?:encoded|content|fullitem)|[\w-]{1,30}:(?:body|div))[\s>]"
)
# What a WordPress export says of itself: thousands of tags, at times.
_TERMS = re.compile(
    r"<wp:(author|category|tag|term)>(?:[^<]++|<(?!/?wp:(?:author|category|tag|term)>))*+</wp:\1>"
)
_MAIL = re.compile(r"[^\s@()<>]{1,80}+@[^\s@()<>]{1,80}+")


class _Head(Struct, frozen=True):
    """What a feed says of all its entries. `is_full` means that some have their whole text.

    `authors` are names by their logins.
    """

    convention: str
    title: str
    language: str
    link: str
    is_full: bool
    authors: dict[str, str]


def read(piece: Piece, reading: Reading) -> Iterator[Document | Refusal]:  # noqa: ARG001 (as all)
    """Yield the entries of a feed, however many; what is no text in an export is refused."""
    text = decoded(piece.data or b"", piece.charset)
    if is_overgrown(text):
        yield piece.refused(OVERGROWN)
        return
    number, reason = 0, ""
    first = _FIRST.search(text)
    authors = names(text[: first.start()]) if first else {}
    for part in _parts(text):
        found, reason = _parsed(part)
        head = _head(found, part, authors)
        for each in found.get("entries", ()):
            number += 1
            yield _read(piece, head, each, number)
        if number and not found:
            yield piece.refused(f"has entries that cannot be read behind the {number:,}th{reason}")
    if not number:
        yield piece.refused(f"is a feed without an entry{reason}")


def _parts(text: str) -> Iterator[str]:
    """Yield a feed in parts, each with what stands above and below the entries."""
    text = _DECLARATION.sub("", text, count=1)
    first = _FIRST.search(text)
    last = max(text.rfind("</item>") + 7, text.rfind("</entry>") + 8)
    if first is None or last <= first.start():
        yield text
        return
    above, below, start = _TERMS.sub("", text[: first.start()]), text[last:], first.start()
    for end in (*_cuts(text, start), last):
        yield f"{above}{text[start:end]}{below}"
        start = end


def _cuts(text: str, start: int) -> Iterator[int]:
    """Yield where a feed is cut: after so many entries, or so many tags."""
    entries = 0
    for between in _BETWEEN.finditer(text):
        entries += 1
        if entries == _AT_ONCE or text.count("<", start, between.start()) > _MOST_TAGS // 2:
            yield between.start()
            entries, start = 0, between.start()


def _parsed(text: str) -> tuple[Mapping[str, Any], str]:
    """Return what feedparser makes of a feed, and what it says of the errors in it."""
    import feedparser

    if text.count("<") > _MOST_TAGS or _is_deep(text):
        return {}, " (it has too many tags in an entry, or they are nested too deeply)"
    data = text.encode("utf-8", "replace")
    try:
        found = feedparser.parse(BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    except Exception as error:  # noqa: BLE001 (it may raise anything on what is no feed)
        return {}, f" ({type(error).__name__})"
    wrong = dict.get(found, "bozo_exception")
    return found, f" ({' '.join(str(wrong).split())[:150]})" if wrong else ""


def _is_deep(text: str) -> bool:
    """Return whether elements are nested too deeply; void ones of HTML may stay open."""
    depth = deepest = 0
    for tag in _TAG.finditer(text):
        if tag[1]:
            depth = max(depth - 1, 0)
        elif not tag[0].endswith("/>"):
            depth += 1
            deepest = max(deepest, depth)
    return deepest > _DEEPEST + sum(map(text.count, ("<br", "<img", "<hr", "</p")))


def _read(piece: Piece, head: _Head, entry: dict[str, Any], number: int) -> Document | Refusal:
    kind = _words(entry, "wp_post_type")
    if not is_text(kind):
        origin = piece.within(_words(entry, "id")[:500] or str(number))
        return refused(origin, f"is a WordPress {kind[:60]}, not a text")
    return document(piece, _entry(head, entry), number)


def _head(found: Mapping[str, Any], text: str, authors: dict[str, str]) -> _Head:
    feed, version = found.get("feed") or {}, _words(found, "version")
    return _Head(
        convention=_CONVENTION.get(version.rstrip("0123456789"), "RSS" if version else "feed"),
        title=_words(feed, "title"),
        language=_words(feed, "language"),
        link=_words(feed, "link"),
        is_full=_FULL.search(text) is not None,
        authors=authors,
    )


def _entry(head: _Head, entry: dict[str, Any]) -> Entry:
    content, is_html = _content(entry)
    published = next((key for key in ("published", "created") if _words(entry, key)), "published")
    status = _words(entry, "wp_status")
    if _words(entry, "wp_post_type"):
        content = without_shortcodes(content)
    return Entry(
        convention=head.convention,
        title=_words(entry, "title"),
        content=content if head.is_full else "",
        is_html=is_html,
        summary=_words(entry, "summary") or content,
        published=_date(entry, published),
        published_words=_words(entry, published),
        published_rule=published,
        updated=_date(entry, "updated"),
        updated_words=_words(entry, "updated"),
        updated_rule="updated",
        link=_link(entry),
        base=head.link,
        id=_words(entry, "id"),
        authors=named(_authors(entry), head.authors),
        language=head.language or _words(entry, "language"),
        source=_words(dict.get(entry, "source") or {}, "title") or head.title,
        draft=status if is_unpublished(status) else "",
    )


def _words(found: Mapping[str, Any], key: str) -> str:
    """Return a text; feedparser's own `get` answers with other keys, too."""
    value = dict.get(found, key) if isinstance(found, dict) else None
    return value if isinstance(value, str) else ""


def _date(entry: dict[str, Any], key: str) -> str:
    """Return a date as it is written; as feedparser reads it where newsarc does not."""
    words, parsed = _words(entry, key), dict.get(entry, f"{key}_parsed")
    if words and parsed and read_date(words) is None:
        return time.strftime("%Y-%m-%dT%H:%MZ", parsed)
    return words


def _content(entry: dict[str, Any]) -> tuple[str, bool]:
    """Return the longest content that is a text, and whether it is HTML."""
    found = [each for each in dict.get(entry, "content") or () if isinstance(each, dict)]
    texts = [each for each in found if "html" in _form(each) or _form(each).startswith("text/")]
    best = max(texts, key=lambda each: len(_words(each, "value")), default={})
    return _words(best, "value"), "html" in _form(best)


def _form(content: Mapping[str, Any]) -> str:
    return _words(content, "type").lower() or "text/html"


def _link(entry: dict[str, Any]) -> str:
    """Return the address of the page; feedburner's own leads there by way of its counter."""
    known = _words(entry, "feedburner_origlink") or _words(entry, "link")
    return known or (_words(entry, "id") if "://" in _words(entry, "id") else "")


def _authors(entry: dict[str, Any]) -> tuple[str, ...]:
    """Return the authors; feedparser cuts `eva@blatt.berlin (Eva Muster)` in the address."""
    if "@" in (whole := _words(entry, "author")):
        return people((_MAIL.sub("", whole).strip(" ()<>,"),))
    found = [each for each in dict.get(entry, "authors") or () if isinstance(each, dict)]
    names = [_words(each, "name") for each in found]
    return people(name for name in names or [whole] if name)
