"""Tables and JSON files: whether they give the articles of JSON Lines, and how fast."""

from __future__ import annotations

import csv
import gc
import gzip
import json
from contextlib import closing
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, Any

from newsarc import ingest, open_store
from newsarc.readers import Piece, Reading, read_piece, split_file
from newsarc.records.read import Document
from tests.quality.formats.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLES = 4000
_ROUNDS = 5
_READING = Reading(10_000_000)


def rows(folder: Path) -> Iterator[Row]:
    """Yield how much of the rate of JSON Lines each format has, and what of gold is read."""
    with TemporaryDirectory() as made:
        paths = _built(folder, Path(made))
        yield from _rates(paths)
        yield from _ingested(paths, Path(made))
    for name in ("csv", "json_array"):
        yield _against_gold(folder / "formats" / name)


def _rates(paths: dict[str, Path]) -> Iterator[Row]:
    best: dict[str, float] = {}
    found: dict[str, list[int]] = {}
    for _ in range(_ROUNDS):  # in turn, so that all have the same noise
        for name, path in paths.items():
            gc.collect()
            start = process_time()
            # Nothing is kept: what is kept for one format would slow the next one.
            found[name] = [hash(_claims(document)) for document in _documents(path)]
            best[name] = min(best.get(name, 1e9), process_time() - start)
    lines = best["JSON Lines"]
    for name, path in paths.items():
        rate = f"{path.stat().st_size / best[name] / 1e6:.0f} MB/s"
        same = sum(
            one == other for one, other in zip(found[name], found["JSON Lines"], strict=False)
        )
        figure = f"{same} of {_ARTICLES} alike"
        yield Row(
            name,
            "articles as from JSON Lines",
            figure,
            f"{lines / best[name]:.2f} of its rate, {rate}",
        )


def _ingested(paths: dict[str, Path], made: Path) -> Iterator[Row]:
    """Yield the rates of a whole ingestion by one process, whose time is the processor's."""
    times: dict[str, float] = {}
    for turn in range(2):
        for name, path in paths.items():
            with closing(open_store(str(made / f"{name} {turn}.newsarc"))) as store:
                start = process_time()
                added = sum(1 for _ in ingest(store, path, workers=1))
                times[name] = min(times.get(name, 1e9), process_time() - start)
            figure = f"{added / times[name]:.0f} articles a second"
            if turn:
                rate = f"{times['JSON Lines'] / times[name]:.2f} of the rate of JSON Lines"
                yield Row(name, "ingestion", figure, rate)


def _built(folder: Path, made: Path) -> dict[str, Path]:
    with gzip.open(folder / "news" / "articles_de.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in islice(file, _ARTICLES)]
    lines, array, pretty, table = (
        made / f"a{end}" for end in (".jsonl", ".json", "b.json", ".csv")
    )
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    lines.write_text(text, encoding="utf-8")
    array.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    inner = {"status": "ok", "articles": records}
    pretty.write_text(json.dumps(inner, ensure_ascii=False, indent=1), encoding="utf-8")
    with table.open("w", encoding="utf-8", newline="") as written:
        writer = csv.DictWriter(written, list(records[0]))
        writer.writeheader()
        writer.writerows(records)
    paths = {"JSON Lines": lines, "JSON array": array, "JSON key": pretty, "CSV": table}
    return paths | _parquet(records, made / "a.parquet")


def _parquet(records: list[dict[str, Any]], path: Path) -> dict[str, Path]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        return {}
    parquet.write_table(pa.Table.from_pylist(records), path)
    return {"Parquet": path}


def _against_gold(folder: Path) -> Row:
    """Say how many of the gold's articles are read with their title and date."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    right = count = 0
    for name, case in gold.items():
        found = list(_documents(folder / name))
        items = case.get("items", [])
        count += max(len(items), len(found))
        right += sum(
            item["title"].strip() == document.title
            for item, document in zip(items, found, strict=False)
        )
    return Row(folder.name, "titles of samples", f"{right} of {count}")


def _documents(path: Path) -> Iterator[Document]:
    for piece in split_file(path, _READING):
        if isinstance(piece, Piece):
            yield from (each for each in read_piece(piece, _READING) if isinstance(each, Document))


def _claims(document: Document) -> tuple[Any, ...]:
    return document.title, document.content, document.date, document.source, document.url
