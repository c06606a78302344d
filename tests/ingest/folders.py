"""Folders of news, and what ingesting them tells and keeps."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsarc
from newsarc import Store
from newsarc.query import nodes

if TYPE_CHECKING:
    from newsarc.records.kept import Article

ALPHA = "Deich hält\n\nDer Fluss fiel über Nacht."
BETA = "Möwen zurück\n\nDer Hafen ist wieder laut."
GAMMA = "Rat tagt\n\nDie Brücke wird gebaut."
# Articles enough for several transactions.
MANY = 1400
Told = tuple[str, str | None]


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def put_lines(path: Path, *records: dict[str, Any]) -> Path:
    return put(path, "".join(json.dumps(record) + "\n" for record in records))


def written(path: Path, year: int, month: int, day: int) -> Path:
    moment = datetime(year, month, day, 12, tzinfo=UTC).timestamp()
    os.utime(path, (moment, moment))
    return path


def settled(path: Path) -> Path:
    """Make a file look as if it had not been touched for a day."""
    day_before = path.stat().st_mtime - 86_400
    os.utime(path, (day_before, day_before))
    return path


def told(store: Store, *paths: Path, **options: Any) -> list[Told]:
    return [(outcome.status, outcome.id) for outcome in newsarc.ingest(store, paths, **options)]


def statuses(store: Store, *paths: Path, **options: Any) -> list[str]:
    return [status for status, _ in told(store, *paths, **options)]


def ids(store: Store, *paths: Path, **options: Any) -> list[str | None]:
    return [name for _, name in told(store, *paths, **options)]


def once(folder: Path, *paths: Path, **options: Any) -> list[str]:
    store = newsarc.open_store(folder / "archive.db")
    try:
        return statuses(store, *paths, **options)
    finally:
        store.close()


def kept(store: Store) -> list[Article]:
    found = store.find(nodes.All(), sort="title", limit=10_000)
    return [hit.article for hit in found.hits]


def bodies(store: Store) -> list[str]:
    return sorted(article.body for article in kept(store))


def body(text: str) -> str:
    return text.partition("\n\n")[2]


def places(article: Article) -> list[str]:
    return [Path(origin.path).name for origin in article.origins]
