"""The golden cases: files, each with what a reader is expected to make of it beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newsarc.readers import find_files, read_piece, split_file
from newsarc.records.read import Document, Refusal

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


def stream(*paths: Path, limit: int = LIMIT) -> list[Document | Refusal]:
    items: list[Document | Refusal] = []
    for found in find_files(paths):
        pieces = [found] if isinstance(found, Refusal) else split_file(found.path, limit)
        items += (one if isinstance(one, Refusal) else read_piece(one, limit) for one in pieces)
    return items


def as_case(found: list[Document | Refusal]) -> dict[str, list[dict[str, Any]]]:
    documents = [item for item in found if isinstance(item, Document)]
    refusals = [item for item in found if isinstance(item, Refusal)]
    return {
        "documents": [_line(item) | _claims(item) for item in documents],
        "refusals": [_line(item) | {"reason": item.error.reason} for item in refusals],
    }


def _line(item: Document | Refusal) -> dict[str, Any]:
    return {} if item.origin.line is None else {"line": item.origin.line}


def _claims(document: Document) -> dict[str, Any]:
    claims = {
        name: getattr(document, name)
        for name in Document.__struct_fields__
        if name not in {"origin", "size"}
    }
    made = {key: value for key, value in claims.items() if value not in (None, ())}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in made.items()}
