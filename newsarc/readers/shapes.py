"""JSON objects of a known shape: items of news agencies and feeds, known by their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc.readers import json_feed
from newsarc.readers.wires import digitalwires, ninjs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc.readers.base import Piece
    from newsarc.records.read import Document, Refusal


def documents(record: dict[str, Any], piece: Piece) -> Iterator[Document | Refusal] | None:
    """Return the documents of ninjs, dpa's JSON or JSON Feed, None for any other object.

    What an agency sends beside texts is refused by name. Raises no exception.
    """
    if digitalwires.is_item(record):
        return iter((digitalwires.read_item(record, piece.origin),))
    if json_feed.is_feed(record):
        return json_feed.read_feed(record, piece)
    if entries := _dpa_entries(record):
        origins = (piece.within(str(each.get("urn") or at)) for at, each in enumerate(entries, 1))
        pairs = zip(entries, origins, strict=True)
        return (digitalwires.read_item(each, origin) for each, origin in pairs)
    if ninjs.is_item(record):
        return ninjs.read_item(record, piece)
    return None


def _dpa_entries(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the items of dpa in what its interface answers."""
    found = record.get("entries")
    entries = found if isinstance(found, list) else []
    items = [each for each in entries if isinstance(each, dict) and digitalwires.is_item(each)]
    return items if len(items) == len(entries) else []
