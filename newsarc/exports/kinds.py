"""What articles are exported as: a file of lines or a table, or a folder of texts."""

from __future__ import annotations

import csv
import os
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from newsarc.errors import NotWritten
from newsarc.render.cells import Cells
from newsarc.render.machine import article_fields, one_line
from newsarc.text import fold_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from newsarc.records.kept import Article

    Write = Callable[[Iterable[Article], Path, "Layout"], None]

# The columns of a table; what else an article has, such as its evidence, is in JSON Lines.
COLUMNS = (
    "id", "external_id", "title", "kicker", "published", "published_precision", "updated",
    "source", "agency", "authors", "place", "language", "genre", "truncated", "status", "url",
    "digest", "added", "origins", "body",
)  # fmt: skip
_HEAD = ("title", "kicker", "published", "source", "agency", "authors", "place", "url", "id")
_BATCH = 1000
_LONGEST_NAME = 40  # characters of a source in the name of a file


class Layout(Struct, frozen=True):
    """Which fields are written, and how the cells of a table."""

    fields: tuple[str, ...] = ()
    cells: Cells = Cells()


def write_as(place: Path, layout: Layout) -> Write:
    """Return what writes articles into a place, by the ending of its name. Raises NotWritten."""
    found = _KINDS.get(place.suffix.lower())
    if found is None:
        known = ", ".join(ending for ending in _KINDS if ending)
        raise NotWritten(place, f"has none of the endings {known}, and is no folder without one")
    unknown = next((name for name in layout.fields if name not in COLUMNS), None)
    if unknown:
        raise NotWritten(place, f"has no field {unknown!r}", f"fields: {', '.join(COLUMNS)}")
    return found


def _jsonl(articles: Iterable[Article], place: Path, layout: Layout) -> None:
    with place.open("x", encoding="utf-8", newline="\n") as file:
        for article in articles:
            known = article_fields(article)
            chosen = {name: known[name] for name in layout.fields} if layout.fields else known
            file.write(one_line(chosen) + "\n")


def _csv(articles: Iterable[Article], place: Path, layout: Layout) -> None:
    _table(articles, place, layout, ",")


def _tsv(articles: Iterable[Article], place: Path, layout: Layout) -> None:
    _table(articles, place, layout, "\t")


def _table(articles: Iterable[Article], place: Path, layout: Layout, delimiter: str) -> None:
    names = layout.fields or COLUMNS
    with place.open("x", encoding="utf-8", newline="") as file:
        file.write(layout.cells.mark)
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(names)
        for article in articles:
            cells = (_cell(value) for value in _values(article, names))
            writer.writerow(map(layout.cells.cell, cells))


def _parquet(articles: Iterable[Article], place: Path, layout: Layout) -> None:
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        remedy = "to install it: pip install 'newsarc[parquet]'"
        raise NotWritten(place, "pyarrow, which writes it, is not installed", remedy) from error
    names = layout.fields or COLUMNS
    kinds = {"authors": pa.list_(pa.string()), "origins": pa.list_(pa.string())}
    kinds["truncated"] = pa.bool_()
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in names])
    with place.open("xb") as file, ParquetWriter(file, schema) as writer:
        for batch in _batches(articles):
            rows = [dict(zip(names, _values(each, names), strict=True)) for each in batch]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _texts(articles: Iterable[Article], place: Path, layout: Layout) -> None:
    """Write a text file for each article: what is known of it, an empty line, its text."""
    place.mkdir()
    names = [name for name in layout.fields or _HEAD if name != "body"]
    for article in articles:
        cells = zip(names, map(_cell, _values(article, names)), strict=True)
        head = "".join(f"{name}: {' '.join(cell.split())}\n" for name, cell in cells if cell)
        file = place / _file_name(article)
        file.write_text(f"{head}\n{article.body}\n", encoding="utf-8", newline="\n")


_KINDS: dict[str, Write] = {
    ".jsonl": _jsonl,
    ".csv": _csv,
    ".tsv": _tsv,
    ".parquet": _parquet,
    "": _texts,
}


def _file_name(article: Article) -> str:
    date = "undated" if article.published is None else str(article.published)[:10]
    source = "".join(sign if sign.isalnum() else "-" for sign in fold_label(article.source or ""))
    return "_".join(filter(None, (date, source[:_LONGEST_NAME].strip("-"), article.id))) + ".txt"


def _values(article: Article, names: Sequence[str]) -> Iterator[Any]:
    known = article_fields(article)
    known["origins"] = [str(origin) for origin in article.origins]
    return (known[name] for name in names)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    return ("true" if value else "false") if isinstance(value, bool) else str(value or "")


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    for article in articles:
        batch.append(article)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def files_of(place: Path) -> Iterator[Path]:
    """Yield the files that were written into a place, in the order of their names."""
    if place.is_dir():
        yield from (place / name for name in sorted(os.listdir(place)))
    else:
        yield place
