"""The golden cases: files, each with what a reader is expected to make of it beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import astuple

from newsarc.readers import File, Piece, Reading, find_files, read_piece, split_file
from newsarc.records.read import Document, Refusal, Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 1_000_000
_CASES = Path(__file__).parent / "cases"


def cases(folder: str) -> list[Path]:
    return sorted(path for path in (_CASES / folder).iterdir() if path.suffix != ".json")


def name(path: Path) -> str:
    return path.name


def expected(path: Path) -> dict[str, Any]:
    beside = path.with_name(path.name.partition(".")[0] + ".json")
    case: dict[str, Any] = json.loads(beside.read_text(encoding="utf-8"))
    return case


def stream(*paths: Path, limit: int = LIMIT) -> list[Document | Refusal | Skipped]:
    items: list[Document | Refusal | Skipped] = []
    for found in find_files(paths):
        items += documents(found, Reading(limit)) if isinstance(found, File) else [found]
    return items


def documents(file: File, reading: Reading) -> Iterator[Document | Refusal | Skipped]:
    for piece in split_file(file.path, reading):
        yield from read_piece(piece, reading) if isinstance(piece, Piece) else [piece]


def as_case(found: list[Document | Refusal | Skipped]) -> dict[str, list[dict[str, Any]]]:
    documents = [item for item in found if isinstance(item, Document)]
    refusals = [item for item in found if isinstance(item, Refusal)]
    return {
        "documents": [_line(item) | _claims(item) for item in documents],
        "refusals": [_line(item) | {"reason": item.error.reason} for item in refusals],
    }


def _line(item: Document | Refusal) -> dict[str, Any]:
    place = {name: getattr(item.origin, name) for name in ("line", "member", "offset")}
    return {name: value for name, value in place.items() if value is not None}


def _claims(document: Document) -> dict[str, Any]:
    claims = {
        name: getattr(document, name)
        for name in Document.__struct_fields__
        if name not in {"origin", "size"}
    }
    claims["evidence"] = [[name for name in astuple(one) if name] for one in document.evidence]
    made = {key: value for key, value in claims.items() if value not in (None, (), [], False)}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in made.items()}
