"""CSL-JSON, which Zotero imports and pandoc cites from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsarc.render.citations import fields
from newsarc.render.citations.names import authors
from newsarc.text import escape_unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.dates import PartialDate
    from newsarc.records.kept import Article
    from newsarc.render.citations.names import Name


def lines(keyed: Iterable[tuple[str, Article]]) -> Iterator[str]:
    """One array of all articles, each an object that is written when it is there."""
    waiting = None
    yield "["
    for key, article in keyed:
        if waiting:
            yield f"{waiting},"
        waiting = _indented(_item(key, article))
    if waiting:
        yield waiting
    yield "]"


def _indented(item: dict[str, object]) -> str:
    """An object with each of its fields on a line."""
    rows = (f"    {_json(name)}: {_json(value)}" for name, value in item.items())
    return "  {\n" + ",\n".join(rows) + "\n  }"


def _json(value: object) -> str:
    return escape_unprintable(json.dumps(value, ensure_ascii=False))


def _item(key: str, article: Article) -> dict[str, object]:
    item = {
        "id": key,
        "type": "article-newspaper",
        "title": fields.title(article),
        "author": [_name(name) for name in authors(article)],
        "container-title": fields.source(article),
        "issued": _date(article.published),
        "URL": fields.address(article),
        "accessed": _date(fields.accessed(article)),
        "language": article.language,
        "status": article.status,
    }
    return {name: value for name, value in item.items() if value}


def _date(date: PartialDate | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [fields.parts(date)]} if date else None


def _name(name: Name) -> dict[str, str]:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {part: value for part, value in parts.items() if value}
