"""Measure how well articles are found, beside other engines.

    python -m tests.benchmarks.relevance DIR... [--news FILE] [--run-file FILE] [--peers]

Each DIR is a collection: `queries.jsonl` (id, text), `qrels.tsv` (a header; query, document,
relevance) and `corpus.jsonl` (id, title, text, lang). A collection without a corpus searches
the articles in the `--news` file (id, source, body, lang), without their titles, since its
queries were made from these. Printed are nDCG@10, MRR@10 and recall@100 over all judged
queries, and the milliseconds of the median query. Needs ir_measures; of the peers, tantivy is
only asked if it is installed.
"""

from __future__ import annotations

import gzip
import json
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any, TextIO

import click
from msgspec import Struct
from msgspec.structs import asdict

import newsarc
from newsarc.text import words

try:
    import pysqlite3.dbapi2 as sqlite3
except ImportError:
    import sqlite3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    # Returns the external ids of what a query finds, best first.
    Engine = Callable[[str], Sequence[str]]

DEPTH = 100
MEASURES = ("nDCG@10", "RR@10", "R@100")
_STEMMED = {"de": "german", "en": "english"}


class Text(Struct, frozen=True):
    """A document of a corpus."""

    id: str
    source: str
    title: str | None
    body: str
    language: str


class Collection(Struct, frozen=True):
    """Queries by id, the judgements on each, and the file that holds the documents."""

    name: str
    corpus: Path
    queries: Mapping[str, str]
    judged: Mapping[str, Mapping[str, int]]


class Answered(Struct, frozen=True):
    """What an engine found for each query, and the seconds of each."""

    found: Mapping[str, Sequence[str]]
    seconds: Sequence[float]


# From files to collections.


def read_collection(folder: Path, news: Path | None) -> Collection:
    """Read a collection, judged queries only. Raises OSError, ValueError and KeyError."""
    own = folder / "corpus.jsonl"
    corpus = own if own.exists() else news
    if corpus is None:
        raise click.UsageError(f"{folder} has no corpus.jsonl; name the articles: --news FILE")
    judged: dict[str, dict[str, int]] = {}
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, relevance = line.split("\t")
        judged.setdefault(query, {})[document] = int(relevance)
    asked = {record["id"]: record["text"] for record in _records(folder / "queries.jsonl")}
    queries = {name: text for name, text in asked.items() if name in judged}
    return Collection(folder.name, corpus, queries, judged)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def texts(corpus: Path) -> Iterator[Text]:
    """Yield the documents of a corpus, or articles without their titles."""
    for record in _records(corpus):
        if "body" in record:
            yield Text(record["id"], record["source"], None, record["body"], record["lang"])
        else:
            title = record["title"] or None
            yield Text(record["id"], "corpus", title, record["text"], record["lang"])


# The engines.


def ingested(corpus: Path, folder: Path) -> newsarc.Store:
    """Ingest a corpus into a new archive in a folder."""
    file = folder / "corpus.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(asdict(text))}\n" for text in texts(corpus))
    store = newsarc.open_store(folder / "archive.db")
    refused = sum(outcome.id is None for outcome in newsarc.ingest(store, file))
    if refused:
        click.echo(f"{refused} documents of {corpus} were refused")
    return store


def newsarc_engine(store: newsarc.Store) -> Engine:
    """Return what asks newsarc as a user does, near misses included."""

    def find(query: str) -> list[str]:
        hits = newsarc.search(store, query, limit=DEPTH, near_misses=DEPTH).hits
        return [hit.article.external_id or hit.article.id for hit in hits]

    return find


def fts5_engine(found: Iterable[Text]) -> Engine:
    """Return what asks FTS5 for any of the words, in its own ranking, without diacritics."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE text USING fts5 "
        "(id UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2')"
    )
    rows = ((text.id, text.title, text.body) for text in found)
    connection.executemany("INSERT INTO text VALUES (?, ?, ?)", rows)
    sql = "SELECT id FROM text WHERE text MATCH ? ORDER BY rank LIMIT ?"

    def find(query: str) -> list[str]:
        match = " OR ".join(f'"{word}"' for _, _, word in words(query))
        return [name for (name,) in connection.execute(sql, (match, DEPTH))] if match else []

    return find


def tantivy_engine(found: Iterable[Text], folder: Path) -> Engine:
    """Return what asks tantivy for any of the words, stemmed. Raises ImportError."""
    tantivy = import_module("tantivy")
    found = list(found)
    builder = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
    schema = builder.add_text_field("text", tokenizer_name="stemmed").build()
    index = tantivy.Index(schema, path=str(folder))
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    analyzer = analyzer.filter(tantivy.Filter.lowercase())
    analyzer = analyzer.filter(tantivy.Filter.stemmer(_STEMMED[found[0].language]))
    index.register_tokenizer("stemmed", analyzer.build())
    writer = index.writer()
    for text in found:
        writer.add_document(tantivy.Document(id=text.id, text=f"{text.title or ''}\n{text.body}"))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(query: str) -> list[str]:
        plain = " ".join(word for _, _, word in words(query)).lower()
        hits = searcher.search(index.parse_query(plain, ["text"]), DEPTH).hits
        return [searcher.doc(address)["id"][0] for _, address in hits]

    return find


def engines(corpus: Path, folder: Path, *, peers: bool) -> Iterator[tuple[str, Engine]]:
    """Yield the engines by name, each with the corpus ingested."""
    yield "newsarc", newsarc_engine(ingested(corpus, folder))
    if not peers:
        return
    yield "FTS5", fts5_engine(texts(corpus))
    index = folder / "tantivy"
    index.mkdir()
    try:
        yield "tantivy", tantivy_engine(texts(corpus), index)
    except ImportError:
        click.echo("tantivy is not installed")


# What they answer, and how good it is.


def ask(engine: Engine, queries: Mapping[str, str]) -> Answered:
    """Ask an engine every query."""
    found, seconds = {}, []
    for name, text in queries.items():
        begin = perf_counter()
        found[name] = engine(text)
        seconds.append(perf_counter() - begin)
    return Answered(found, seconds)


def run(found: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    """Return a score for each document by its place, since pages are judged in their order."""
    return {
        query: {name: float(DEPTH - place) for place, name in enumerate(names)}
        for query, names in found.items()
    }


def figures(collection: Collection, found: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Return each measure over all judged queries."""
    ir_measures = import_module("ir_measures")
    measures = [ir_measures.parse_measure(name) for name in MEASURES]
    measured = ir_measures.calc_aggregate(measures, collection.judged, run(found))
    return {str(measure): float(value) for measure, value in measured.items()}


def trec_lines(name: str, found: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a TREC run: query Q0 document rank score run."""
    for query, scored in run(found).items():
        for place, (document, score) in enumerate(scored.items(), 1):
            yield f"{query} Q0 {document} {place} {score:g} {name}\n"


def show(collection: Collection, name: str, answered: Answered) -> None:
    """Print a line of the table."""
    measured = figures(collection, answered.found)
    cells = " ".join(f"{measured[measure]:8.4f}" for measure in MEASURES)
    click.echo(f"{collection.name:24} {name:8} {cells} {median(answered.seconds) * 1000:7.1f}")


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--news", type=click.Path(path_type=Path), help="Articles for collections without a corpus."
)
@click.option(
    "--run-file", type=click.File("w", encoding="utf-8"), help="Write the results as a TREC run."
)
@click.option("--peers", is_flag=True, help="Ask other engines, too.")
def main(
    folders: tuple[Path, ...], news: Path | None, run_file: TextIO | None, *, peers: bool
) -> None:
    """Measure how well articles are found."""
    by_corpus: dict[Path, list[Collection]] = {}
    for collection in (read_collection(folder, news) for folder in folders):
        by_corpus.setdefault(collection.corpus, []).append(collection)
    click.echo(f"{'':33} {' '.join(f'{measure:>8}' for measure in MEASURES)} {'ms':>7}")
    for corpus, collections in by_corpus.items():
        with TemporaryDirectory() as folder:
            for name, engine in engines(corpus, Path(folder), peers=peers):
                for collection in collections:
                    answered = ask(engine, collection.queries)
                    show(collection, name, answered)
                    if run_file:
                        run_file.write("".join(trec_lines(name, answered.found)))


if __name__ == "__main__":
    main()
