"""JSON Feed, versions 1 and 1.1: the entries of a feed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc.readers.feeds.entries import Entry, document, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece
    from newsarc.records.read import Document, Refusal

_VERSION = "https://jsonfeed.org/version/"


def is_feed(record: dict[str, Any]) -> bool:
    """Return whether an object is a feed."""
    version = record.get("version")
    is_named = isinstance(version, str) and version.startswith(
        (_VERSION, _VERSION.replace("s:", ":"))
    )
    return is_named and isinstance(record.get("items"), list)


def read_feed(record: dict[str, Any], piece: Piece) -> Iterator[Document | Refusal]:
    """Yield the documents of the entries, in the order of the feed."""
    entries = record["items"]
    if not entries:
        yield piece.refused("is a feed without an entry")
    for number, each in enumerate(entries, 1):
        if isinstance(each, dict):
            yield document(piece, _entry(record, each), number)
        else:
            yield piece.refused(f"has an entry that is no object (the {number}th)")


def _entry(feed: dict[str, Any], entry: dict[str, Any]) -> Entry:
    html, plain = _words(entry, "content_html"), _words(entry, "content_text")
    return Entry(
        convention="JSON Feed",
        title=_words(entry, "title"),
        content=html or plain,
        is_html=bool(html),
        summary=_words(entry, "summary"),
        published=_words(entry, "date_published"),
        published_rule="date_published",
        updated=_words(entry, "date_modified"),
        updated_rule="date_modified",
        link=_words(entry, "url") or _words(entry, "external_url"),
        base=_words(feed, "home_page_url"),
        id=_words(entry, "id"),
        authors=_authors(entry) or _authors(feed),
        language=_words(entry, "language") or _words(feed, "language"),
        source=_words(feed, "title"),
    )


def _words(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _authors(record: dict[str, Any]) -> tuple[str, ...]:
    """Return the authors; the first version of the format knew only one."""
    several = record.get("authors")
    found = several if isinstance(several, list) else [record.get("author")]
    return people(_words(each, "name") for each in found if isinstance(each, dict))
