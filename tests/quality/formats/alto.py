"""Scanned newspapers in METS and ALTO: the articles of an issue, and how fast they are read."""

from __future__ import annotations

import json
import zipfile
from difflib import SequenceMatcher
from time import process_time
from typing import TYPE_CHECKING, Any

from newsarc.readers import Piece, Reading, read_piece, split_file
from newsarc.records.read import Document
from tests.quality.formats.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_READING = Reading(10_000_000)
_ROUNDS = 7


def rows(folder: Path) -> Iterator[Row]:
    """Yield what is read of each sample against its gold, and MB of XML a second."""
    place = folder / "formats" / "alto"
    gold = json.loads((place / "gold.json").read_text(encoding="utf-8"))
    for name, case in gold.items():
        yield from _rows(place / name, case)
    yield _rate(sorted(place.glob("*.zip")))


def _rows(path: Path, case: dict[str, Any]) -> Iterator[Row]:
    found = _documents(path)
    items = case.get("items")
    if not items:
        yield Row("alto", f"documents of {path.name}", str(len(found)))
        return
    pairs = list(zip(items, found, strict=False))
    dates = sum(item.get("date") == document.date for item, document in pairs)
    words = sum(_likeness(item, document) for item, document in pairs) / max(1, len(pairs))
    named = sum(
        "title" in item and _bare(item["title"]) == _bare(document.title)
        for item, document in pairs
    )
    figure = f"{len(found)} of {len(items)}, {named} titles, {dates} dates"
    yield Row("alto", f"articles of {path.name}", figure, f"likeness of the words {words:.3f}")


def _likeness(item: dict[str, Any], document: Document) -> float:
    wanted = " ".join(item["body"]).split()
    content = document.content.split()
    return SequenceMatcher(None, wanted, content, autojunk=False).ratio()


def _bare(title: str | None) -> str:
    return " ".join((title or "").split())


def _rate(paths: list[Path]) -> Row:
    size = sum(info.file_size for path in paths for info in zipfile.ZipFile(path).infolist())
    best = 1e9
    for _ in range(_ROUNDS):
        start = process_time()
        for path in paths:
            _documents(path)
        best = min(best, process_time() - start)
    return Row("alto", "MB of XML a second", f"{size / best / 1e6:.0f}")


def _documents(path: Path) -> list[Document]:
    pieces = [piece for piece in split_file(path, _READING) if isinstance(piece, Piece)]
    items = [item for piece in pieces for item in read_piece(piece, _READING)]
    return [item for item in items if isinstance(item, Document)]
