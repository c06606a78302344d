"""Exports of press databases: every title, date and medium, and the words that they state."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsarc.dates.written import read_date
from newsarc.readers import Piece, Reading, read_piece, split_file
from newsarc.records.read import Document
from tests.quality.formats.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_READING = Reading(10_000_000)
_TOLERANCE = 0.15
_FEW = 10


def rows(folder: Path) -> Iterator[Row]:
    """Yield what is right of each field, and how many bodies have the words that are stated."""
    for name in ("nexis", "factiva"):
        yield from _rows(folder / "formats" / name)
    yield _apa(folder / "formats" / "rtf")


def _rows(folder: Path) -> Iterator[Row]:
    pairs = [pair for path, case in _gold(folder) for pair in _pairs(path, case)]
    wanted = {"title": _title, "date": _day, "medium": _medium}
    for field, of in wanted.items():
        known = [(of(item), document) for item, document in pairs if of(item)]
        right = sum(
            document is not None and _said(field, document) == words for words, document in known
        )
        yield Row(folder.name, f"{field} right", f"{right} of {len(known)}")
    bodies = [
        (item["words"], document)
        for item, document in pairs
        if item.get("words") and document is not None and item.get("body")
        if _is_whole(item)
    ]
    near = sum(_is_near(len(document.content.split()), words) for words, document in bodies)
    yield Row(folder.name, "words within 15 % of the stated", f"{near} of {len(bodies)}")
    silent = sum(
        not document.notes
        for item, document in pairs
        if document is not None
        and item.get("words")
        and not _is_near(len((document.body or "").split()), item["words"])
    )
    yield Row(folder.name, "mismatches without a note", str(silent))


def _apa(folder: Path) -> Row:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    wanted = sum(case.get("articles", 0) for case in gold.values())
    found = sum(
        len(_documents(folder / name)) for name, case in gold.items() if case.get("articles")
    )
    return Row("apa", "articles", f"{found} of {wanted}")


def _gold(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for name, case in json.loads((folder / "gold.json").read_text(encoding="utf-8")).items():
        yield folder / name, case


def _pairs(path: Path, case: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Document | None]]:
    found = _documents(path)
    for at, item in enumerate(case.get("items", [])):
        yield item, found[at] if at < len(found) else None


def _documents(path: Path) -> list[Document]:
    if path.suffix.lower() == ".docx":  # named, as whoever ingests it would
        from newsarc.readers.databases.nexis import read
        from newsarc.records.kept import Origin

        piece = Piece(Origin(str(path)), path.name, str(path), data=path.read_bytes())
        return [item for item in read(piece, _READING) if isinstance(item, Document)]
    pieces = [piece for piece in split_file(path, _READING) if isinstance(piece, Piece)]
    items = [item for piece in pieces for item in read_piece(piece, _READING)]
    return [item for item in items if isinstance(item, Document)]


def _title(item: dict[str, Any]) -> str | None:
    return " ".join(item["title"].split()) if item.get("title") else None


def _day(item: dict[str, Any]) -> str | None:
    stated = item.get("date") or item.get("date_line")
    return str(read_date(stated))[:10] if stated else None


def _medium(item: dict[str, Any]) -> str | None:
    return item.get("source")


def _said(field: str, document: Document) -> str | None:
    if field == "date":
        return str(read_date(document.date or ""))[:10]
    return document.title if field == "title" else document.source


def _is_whole(item: dict[str, Any]) -> bool:
    """Whether the gold itself has the stated words: samples are made of shortened articles."""
    return _is_near(sum(len(text.split()) for text in item["body"]), item["words"])


def _is_near(count: int, stated: int) -> bool:
    return abs(count - stated) <= max(_FEW, _TOLERANCE * stated)
