"""Measure how fast articles are ingested, beside other engines on the same machine.

    python -m tests.benchmarks.ingest FILE [--articles N] [--engines A,B] [--out FILE]
    python -m tests.benchmarks.ingest FILE --again [--articles 14000]

FILE holds articles (JSON Lines, plain or gzip: id, title, date, source, url, lang, body). They
are written into a temporary folder (see TMPDIR) and read by each engine in turn. The whole
command is measured, from start to end, in its default settings. Printed are articles and
megabytes of text per second; the peak memory of all processes of the command together (on
Linux, shared pages count once: PSS); the size of what was written relative to the text; and
the rate relative to that of bare FTS5 and of recollindex. For newsarc, the rate of the first
articles is printed beside that of the last.

With `--again`, the articles are text files that are ingested twice. The second time, nothing
is new.

Needs psutil. Engines that are not installed are named and skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from importlib.util import find_spec
from itertools import islice, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from tests.benchmarks.corpus import opened
from tests.benchmarks.watched import Seen, articles_in, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BARE, RECOLL = "fts5", "recollindex"
STRETCH = 100_000  # articles of which the first and the last rate is printed
_MEGABYTE = 1_000_000


class Corpus(Struct, frozen=True):
    """Articles as a file of JSON Lines and, on request, as a folder of text files."""

    lines: Path
    texts: Path
    articles: int
    size: int  # bytes of titles and texts


class Measured(Struct, frozen=True):
    """The time, memory and disk space of an engine. `growth` is known of newsarc only."""

    engine: str
    seconds: float
    memory: int
    size: int
    growth: Sequence[Seen] = ()


# The articles.


def prepared(file: Path, folder: Path, number: int | None, *, as_files: bool) -> Corpus:
    """Write the first articles of a file, or all, into a folder."""
    lines, texts = folder / "articles.jsonl", folder / "texts"
    texts.mkdir()
    count = size = 0
    with opened(file) as articles, lines.open("w", encoding="utf-8") as out:
        for count, line in enumerate(islice(articles, number), 1):
            record = json.loads(line)
            text = f"{record['title'] or ''}\n\n{record['body']}\n"
            size += len(text.encode())
            out.write(line)
            if as_files:
                into = texts / f"{count // 1_000:04}"
                into.mkdir(exist_ok=True)
                (into / f"{count:07}.txt").write_text(text, encoding="utf-8")
    return Corpus(lines, texts, count, size)


# The commands.


def commands(engine: str, corpus: Corpus, folder: Path) -> list[list[str]]:
    """Return the commands by which an engine ingests a corpus into a folder."""
    python, lines = [sys.executable, "-m"], str(corpus.lines)
    match engine:
        case "newsarc":
            archive = str(folder / "archive.db")
            return [[*python, "newsarc", "ingest", lines, "--quiet", "--archive", archive]]
        case "sqlite-utils":
            table = [str(folder / "articles.db"), "article"]
            return [
                [*python, "sqlite_utils", "insert", *table, lines, "--nl"],
                [*python, "sqlite_utils", "enable-fts", *table, "title", "body"],
            ]
        case "recollindex":
            (folder / "recoll.conf").write_text(f"topdirs = {corpus.texts}\n", encoding="utf-8")
            return [["recollindex", "-c", str(folder)]]
        case _:
            return [[*python, "tests.benchmarks.peers", engine, lines, str(folder)]]


# The engines, each with a check whether it is installed.
_NEEDED: dict[str, Callable[[], object]] = {
    "newsarc": lambda: True,
    BARE: lambda: True,
    "fts5-64": lambda: True,
    "sqlite-utils": lambda: find_spec("sqlite_utils"),
    "tantivy": lambda: find_spec("tantivy"),
    RECOLL: lambda: shutil.which("recollindex"),
}


def measure(engine: str, corpus: Corpus, folder: Path) -> Measured:
    """Let an engine ingest a corpus into an empty folder."""
    archive = folder / "archive.db"
    seconds, memory, growth = 0.0, 0, [Seen(0.0, 0)]
    for command in commands(engine, corpus, folder):
        took, watcher = run(command, lambda: articles_in(archive) if archive.exists() else None)
        seconds += took
        memory = max(memory, watcher.memory)
        growth = watcher.growth
    before = [seen for seen in growth if seen.articles < corpus.articles]
    growth = [*before, Seen(seconds, corpus.articles)]
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return Measured(engine, seconds, memory, size, growth if engine == "newsarc" else ())


# What is printed.


def seconds_at(growth: Sequence[Seen], articles: int) -> float:
    """Return the time at which a number of articles was reached, interpolated between samples."""
    for before, after in pairwise(growth):
        if before.articles <= articles <= after.articles:
            share = (articles - before.articles) / (after.articles - before.articles)
            return before.seconds + share * (after.seconds - before.seconds)
    return growth[-1].seconds


def stretches(growth: Sequence[Seen]) -> dict[str, float]:
    """Return the articles per second of the first and of the last stretch, closing included."""
    total = growth[-1].articles
    stretch = min(STRETCH, total // 2)
    last = growth[-1].seconds - seconds_at(growth, total - stretch)
    return {
        f"first {stretch}": stretch / seconds_at(growth, stretch),
        f"last {stretch}": stretch / last,
    }


def row(one: Measured, corpus: Corpus, rates: dict[str, float]) -> dict[str, Any]:
    """Return the figures of an engine by name."""
    rate = corpus.articles / one.seconds
    return {
        "engine": one.engine,
        "articles_a_second": rate,
        "megabytes_a_second": corpus.size / one.seconds / _MEGABYTE,
        "memory_megabytes": one.memory / _MEGABYTE,
        "size_to_text": one.size / corpus.size,
        "to_bare_fts5": rate / rates[BARE] if BARE in rates else None,
        "to_recollindex": rate / rates[RECOLL] if RECOLL in rates else None,
        "stretches": stretches(one.growth) if one.growth else None,
    }


def show(figures: dict[str, Any]) -> None:
    """Print the line of an engine, and its first and last rate."""
    ratios = " ".join(
        f"{'–' if figures[name] is None else format(figures[name], '.2f'):>8}"
        for name in ("to_bare_fts5", "to_recollindex")
    )
    click.echo(
        f"{figures['engine']:14} {figures['articles_a_second']:8.0f} "
        f"{figures['megabytes_a_second']:8.2f} {figures['memory_megabytes']:8.0f} "
        f"{figures['size_to_text']:8.2f} {ratios}"
    )
    for name, rate in (figures["stretches"] or {}).items():
        click.echo(f"  {name} articles: {rate:.0f} a second")


def compared(corpus: Corpus, engines: Sequence[str], top: Path) -> list[dict[str, Any]]:
    """Let each engine ingest the corpus in turn, and print the table."""
    found = []
    for engine in engines:
        folder = top / engine
        folder.mkdir()
        click.echo(f"{engine} …", err=True)
        found.append(measure(engine, corpus, folder))
        shutil.rmtree(folder)
    rates = {one.engine: corpus.articles / one.seconds for one in found}
    heads = ("art/s", "MB/s", "MB mem.", "size", "× fts5", "× recoll")
    click.echo(f"{'':14} {' '.join(f'{head:>8}' for head in heads)}")
    figures = [row(one, corpus, rates) for one in found]
    for one in figures:
        show(one)
    return figures


def again(corpus: Corpus, top: Path) -> dict[str, float]:
    """Ingest a folder of text files twice, and print both times."""
    command = [sys.executable, "-m", "newsarc", "ingest", str(corpus.texts), "--quiet"]
    command += ["--archive", str(top / "archive.db")]
    first, second = (run(command, lambda: None)[0] for _ in range(2))
    click.echo(f"{corpus.articles} files: first {first:.1f} s, again {second:.2f} s")
    click.echo(f"again / first: {second / first:.3f}")
    return {"first": first, "again": second, "ratio": second / first}


def installed(_context: click.Context, _option: click.Parameter, given: str) -> list[str]:
    """Return the engines that are installed, and name the others."""
    names = given.split(",")
    if unknown := [name for name in names if name not in _NEEDED]:
        raise click.BadParameter(f"no such engine: {unknown[0]} (of {', '.join(_NEEDED)})")
    for name in names:
        if not _NEEDED[name]():
            click.echo(f"{name} is not installed")
    return [name for name in names if _NEEDED[name]()]


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--articles", type=click.IntRange(min=2), help="Use the first N articles only.")
@click.option(
    "--engines",
    default=",".join(_NEEDED),
    show_default=True,
    callback=installed,
    help="Engines to compare.",
)
@click.option("--again", "twice", is_flag=True, help="Ingest text files twice.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the figures as JSON.")
def main(
    file: Path, articles: int | None, engines: list[str], out: Path | None, *, twice: bool
) -> None:
    """Measure how fast the articles of FILE are ingested."""
    with TemporaryDirectory() as top:
        as_files = twice or RECOLL in engines
        corpus = prepared(file, Path(top), articles, as_files=as_files)
        told = f"{corpus.articles} articles, {corpus.size / _MEGABYTE:.1f} MB of text"
        click.echo(f"{told}, {os.cpu_count()} cores")
        base = {"articles": corpus.articles, "bytes": corpus.size, "cores": os.cpu_count()}
        figures = again(corpus, Path(top)) if twice else compared(corpus, engines, Path(top))
    if out:
        out.write_text(json.dumps({**base, "figures": figures}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
