"""Feeds: whether all entries that feedparser finds are read, and as the gold has them."""

from __future__ import annotations

import json
from io import BytesIO
from time import process_time
from typing import TYPE_CHECKING, Any

from newsarc.readers.mojibake import repaired
from newsarc.records.read import Document
from newsarc.text import clean
from tests.quality.formats.rows import Row
from tests.quality.formats.wires import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc.records.read import Refusal


def rows(folder: Path) -> Iterator[Row]:
    """Yield entries, titles, dates and full texts, and the time beside feedparser alone."""
    feeds = folder / "formats" / "feeds"
    if not feeds.is_dir():
        return
    gold = json.loads((feeds / "gold.json").read_text(encoding="utf-8"))
    paths = [feeds / name for name in gold]
    _entries(paths[0])
    read(paths[0])
    peer, peer_time = _timed(_entries, paths)
    found, time = _timed(read, paths)
    same = sum(_count(one) == other for one, other in zip(found, peer, strict=True))
    yield Row("feeds", "files with all entries of feedparser", f"{same}/{len(paths)}")
    yield Row("feeds", "entries", str(sum(map(_count, found))), f"feedparser {sum(peer)}")
    yield Row("feeds", "documents", str(sum(len(_documents(one)) for one in found)))
    yield Row("feeds", "CPU seconds", f"{time:.2f}", f"feedparser {peer_time:.2f}")
    items = [
        pair
        for name, one in zip(gold, found, strict=True)
        for pair in zip(gold[name].get("items", ()), one, strict=False)
    ]
    yield from _as_gold(items)


def _timed(do: Any, paths: list[Path]) -> tuple[list[Any], float]:
    before = process_time()
    return [do(path) for path in paths], process_time() - before


def _entries(path: Path) -> int:
    """Return the number of entries that feedparser finds, as it comes out of the box."""
    import feedparser

    return len(feedparser.parse(BytesIO(path.read_bytes())).entries)


def _count(found: list[Document | Refusal]) -> int:
    """Return the number of entries that were answered; a feed may have none."""
    return len([item for item in found if item.origin.member is not None])


def _documents(found: list[Document | Refusal]) -> list[Document]:
    return [item for item in found if isinstance(item, Document)]


def _as_gold(items: list[tuple[dict[str, Any], Document | Refusal]]) -> Iterator[Row]:
    pairs = [(gold, item) for gold, item in items if isinstance(item, Document)]
    titled = [(gold, item) for gold, item in pairs if gold.get("title")]
    # The samples themselves were decoded wrongly once, and the gold with them.
    titles = sum(item.title == clean(repaired(gold["title"])) for gold, item in titled)
    yield Row("feeds", "titles as in the gold, repaired", f"{titles}/{len(titled)}")
    dated = [(gold, item) for gold, item in pairs if gold.get("date")]
    dates = sum(_stated(item) == gold["date"] for gold, item in dated)
    yield Row("feeds", "dates as in the gold", f"{dates}/{len(dated)}")
    full = [item for gold, item in pairs if gold.get("full_text")]
    is_full = sum(not item.truncated for item in full)
    yield Row("feeds", "full texts read as such", f"{is_full}/{len(full)}")
    short = [item for gold, item in pairs if not gold.get("full_text") and item.body]
    is_part = sum(item.truncated for item in short)
    yield Row("feeds", "summaries told as truncated", f"{is_part}/{len(short)}")


def _stated(item: Document) -> str | None:
    return next((one.words for one in item.evidence if one.field == "date"), None)
