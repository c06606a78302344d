"""JSON objects of a known shape: items of news agencies and feeds, known by their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece
    from newsarc.records.read import Document, Refusal

# No object without one of these has such a shape; most records have none.
_HINTS = frozenset(("uri", "guid", "urn", "format", "version", "items", "entries"))


def is_known(record: dict[str, Any]) -> bool:
    """Whether an object is an item or a feed of such a shape, and no list of items."""
    if _HINTS.isdisjoint(map(str.lower, record)):
        return False
    from newsarc.readers.feeds import json_feed
    from newsarc.readers.wires import digitalwires, ninjs

    return any(
        is_one(record) for is_one in (digitalwires.is_item, json_feed.is_feed, ninjs.is_item)
    )


def documents(record: dict[str, Any], piece: Piece) -> Iterator[Document | Refusal] | None:
    """Return the documents of ninjs, dpa's JSON or JSON Feed, None for any other object.

    What an agency sends beside texts is refused by name. Raises no exception.
    """
    if _HINTS.isdisjoint(map(str.lower, record)):
        return None
    from newsarc.readers.feeds import json_feed
    from newsarc.readers.wires import digitalwires, ninjs

    if digitalwires.is_item(record):
        return iter((digitalwires.read_item(record, piece.origin),))
    if digitalwires.is_answer(record):
        return digitalwires.read_answer(record, piece)
    if json_feed.is_feed(record):
        return json_feed.read_feed(record, piece)
    return ninjs.read_item(record, piece) if ninjs.is_item(record) else None
