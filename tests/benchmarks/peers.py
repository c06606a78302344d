"""Other engines over the same articles: how they are filled, and how they are asked.

    python -m tests.benchmarks.peers fts5|fts5-64|tantivy FILE FOLDER

fills an index in FOLDER with the articles of FILE (JSON Lines: title, body, date, source, url).
It is a command so that other benchmarks can measure its time and memory. `fts5` is SQLite's
full-text index as it comes: a table of articles and an index beside it (external content),
filled in one transaction. `fts5-64` lets FTS5 collect 64 MiB of words before it writes them
(its option `hashsize`). `tantivy` uses a German stemmer and stores the texts, too.
"""

from __future__ import annotations

import json
import re
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct
from msgspec.structs import asdict, astuple

try:
    import pysqlite3.dbapi2 as sqlite3
except ImportError:
    import sqlite3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    # Answers a query with its best ten. Returns None if the engine has no such query.
    Asked = Callable[["Plain"], int | None]

ENGINES = ("fts5", "fts5-64", "tantivy")
PAGE = 10
_HASHSIZE = 64 * 2**20
_BATCH = 1_000
_COLUMNS = ("title", "body", "date", "source", "url")
_FTS5 = (
    "CREATE TABLE article (id INTEGER PRIMARY KEY, title, body, date, source, url)",
    "CREATE VIRTUAL TABLE words USING fts5 (title, body, content='article', content_rowid='id')",
)


class Plain(Struct, frozen=True):
    """A query that other engines can answer: words and how they are combined.

    `form` is `and`, `or`, `phrase` or `prefix`.
    """

    form: str
    words: tuple[str, ...]

    @staticmethod
    def of(form: str, text: str) -> Plain:
        """Return a query for the words of a text."""
        return Plain(form, tuple(re.findall(r"\w+", text.lower())))


class Row(Struct, frozen=True):
    """An article as the other engines store it."""

    title: str
    body: str
    date: str = ""
    source: str = ""
    url: str = ""


def rows(file: Path) -> Iterator[Row]:
    """Read the articles of a file."""
    with file.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            yield Row(*(record.get(column) or "" for column in _COLUMNS))


# FTS5.


def fill_fts5(articles: Iterable[Row], folder: Path, *, hashsize: int | None = None) -> None:
    """Fill a table of articles and the index of their words."""
    connection = sqlite3.connect(folder / "fts5.db")
    for statement in _FTS5:
        connection.execute(statement)
    if hashsize:
        connection.execute(f"INSERT INTO words (words, rank) VALUES ('hashsize', {hashsize})")
    numbered = enumerate(articles, 1)
    while batch := list(islice(numbered, _BATCH)):
        whole = ((number, *astuple(row)) for number, row in batch)
        connection.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)", whole)
        texts = ((number, row.title, row.body) for number, row in batch)
        connection.executemany("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", texts)
    connection.commit()
    connection.close()


def ask_fts5(folder: Path) -> Asked:
    """Open the index, and return what asks it, in FTS5's own ranking."""
    connection = sqlite3.connect(folder / "fts5.db")
    sql = (
        "SELECT title, body FROM article JOIN "
        f"(SELECT rowid AS id, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT {PAGE}) "
        "USING (id) ORDER BY rank"
    )

    def ask(query: Plain) -> int:
        return len(connection.execute(sql, (_match(query),)).fetchall())

    return ask


def _match(query: Plain) -> str:
    match query.form:
        case "phrase":
            return f'"{" ".join(query.words)}"'
        case "prefix":
            return f'"{query.words[0]}" *'
        case form:
            return f" {form.upper()} ".join(f'"{word}"' for word in query.words)


# tantivy.


def _index(folder: Path) -> tuple[Any, Any]:
    """Open the index in a folder, or create it. Raises ImportError."""
    tantivy = import_module("tantivy")
    builder = tantivy.SchemaBuilder()
    for column in _COLUMNS[:2]:
        builder.add_text_field(column, stored=True, tokenizer_name="stemmed")
    for column in _COLUMNS[2:]:
        builder.add_text_field(column, stored=True, tokenizer_name="raw", index_option="basic")
    index = tantivy.Index(builder.build(), path=str(folder))
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    analyzer = analyzer.filter(tantivy.Filter.lowercase())
    analyzer = analyzer.filter(tantivy.Filter.stemmer("german"))
    index.register_tokenizer("stemmed", analyzer.build())
    return tantivy, index


def fill_tantivy(articles: Iterable[Row], folder: Path) -> None:
    """Fill an index with tantivy's own number of threads. Raises ImportError."""
    tantivy, index = _index(folder)
    writer = index.writer()
    for row in articles:
        writer.add_document(tantivy.Document(**asdict(row)))
    writer.commit()
    writer.wait_merging_threads()


def ask_tantivy(folder: Path) -> Asked:
    """Open the index, and return what asks it. Raises ImportError."""
    _, index = _index(folder)
    searcher = index.searcher()

    def ask(query: Plain) -> int | None:
        if query.form == "prefix":
            return None
        parsed = index.parse_query(_tantivy_text(query), list(_COLUMNS[:2]))
        hits = searcher.search(parsed, PAGE).hits
        return len([searcher.doc(address)["body"] for _, address in hits])

    return ask


def _tantivy_text(query: Plain) -> str:
    match query.form:
        case "phrase":
            return f'"{" ".join(query.words)}"'
        case "and":
            return " ".join(f"+{word}" for word in query.words)
        case _:
            return " ".join(query.words)


def fill(engine: str, articles: Iterable[Row], folder: Path) -> None:
    """Fill the index of an engine. Raises ImportError if it is not installed."""
    if engine == "tantivy":
        fill_tantivy(articles, folder)
    else:
        fill_fts5(articles, folder, hashsize=_HASHSIZE if engine == "fts5-64" else None)


@click.command()
@click.argument("engine", type=click.Choice(ENGINES))
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
def main(engine: str, file: Path, folder: Path) -> None:
    """Fill the index of an engine in FOLDER with the articles of FILE."""
    fill(engine, rows(file), folder)


if __name__ == "__main__":
    main()
