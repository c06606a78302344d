"""Measure how fast articles are taken in, beside other engines on the same machine.

    python -m tests.benchmarks.ingest FILE [--articles N] [--engines A,B] [--out FILE]
    python -m tests.benchmarks.ingest FILE --again [--articles 14000]

FILE holds articles (JSON Lines, plain or gzip: id, title, date, source, url, lang, body); they
are written into a temporary folder (see TMPDIR) and read by each engine in turn: by the whole
command, from its start to its end, with nothing switched off. Printed are articles and megabytes
of text a second; the most memory that all processes of the command held at one time, pages that
they share counted once where the system tells (PSS, on Linux); the size of what was written
against that of the text; and the rate against that of bare FTS5 and of recollindex. As the
archive grows, newsarc's rate on the first articles is held against that on the last.

With `--again` the articles are files of plain text, ingested twice: nothing is new then.

Needs psutil. Engines that are not installed are named and left out.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from importlib import import_module
from importlib.util import find_spec
from itertools import islice, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tests.benchmarks.corpus import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Probe = Callable[[], int | None]

BARE, RECOLL = "fts5", "recollindex"
STRETCH = 100_000
_PAUSE = 0.2  # seconds between two looks at a command
_MEGABYTE = 1_000_000


class Corpus(NamedTuple):
    """Articles as a file of lines and, where asked for, as a folder of text files."""

    lines: Path
    texts: Path
    articles: int
    size: int  # bytes of titles and texts


class Seen(NamedTuple):
    """How many articles there were, so many seconds after the start."""

    seconds: float
    articles: int


class Measured(NamedTuple):
    """What an engine needed; `growth` is empty where nobody looked."""

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


# The commands, each with a folder that it may fill.


def commands(engine: str, corpus: Corpus, folder: Path) -> list[list[str]]:
    """Give what is to be run, one after the other, for an engine to take in a corpus."""
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


# How each engine is known to be installed; newsarc and FTS5 are.
_NEEDED: dict[str, Callable[[], object]] = {
    "newsarc": lambda: True,
    BARE: lambda: True,
    "fts5-64": lambda: True,
    "sqlite-utils": lambda: find_spec("sqlite_utils"),
    "tantivy": lambda: find_spec("tantivy"),
    RECOLL: lambda: shutil.which("recollindex"),
}


# What is seen of a command while it runs.


def memory_of(process: Any) -> int:
    """Add up the memory of a process and of all that it started, in bytes."""
    psutil = import_module("psutil")
    total = 0
    with suppress(psutil.Error):
        for each in (process, *process.children(recursive=True)):
            with suppress(psutil.Error):
                told = each.memory_full_info()
                total += getattr(told, "pss", told.rss)
    return total


class Watcher:
    """Looks at a running command again and again, from a thread of its own."""

    def __init__(self, process: subprocess.Popen[bytes], probe: Probe) -> None:
        """Begin to look."""
        self.memory = 0
        self.growth = [Seen(0.0, 0)]
        self._process = import_module("psutil").Process(process.pid)
        self._probe = probe
        self._begin = perf_counter()
        self._done = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(_PAUSE):
            self.memory = max(self.memory, memory_of(self._process))
            count = self._probe()
            if count is not None and count > self.growth[-1].articles:
                self.growth.append(Seen(perf_counter() - self._begin, count))


def articles_in(archive: Path) -> int | None:
    """Tell how many articles an archive holds that is being written, if it lets us look."""
    with suppress(sqlite3.Error), closing(_reading(archive)) as connection:
        (count,) = connection.execute("SELECT max(rowid) FROM article").fetchone()
        return None if count is None else int(count)
    return None


def _reading(archive: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{archive}?mode=ro", uri=True, timeout=_PAUSE)


def run(command: Sequence[str], probe: Probe) -> tuple[float, Watcher]:
    """Run a command to its end and watch it. Raises CalledProcessError."""
    begin = perf_counter()
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=subprocess.PIPE) as process:
        watcher = Watcher(process, probe)
        _, complaint = process.communicate()
        seconds = perf_counter() - begin
        watcher.stop()
    if process.returncode:
        click.echo(complaint.decode(errors="replace"), err=True)
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, watcher


def measure(engine: str, corpus: Corpus, folder: Path) -> Measured:
    """Let an engine take in a corpus, in a folder that is empty."""
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
    """Tell when there were so many articles, as if they came evenly between two looks."""
    for before, after in pairwise(growth):
        if before.articles <= articles <= after.articles:
            share = (articles - before.articles) / (after.articles - before.articles)
            return before.seconds + share * (after.seconds - before.seconds)
    return growth[-1].seconds


def stretches(growth: Sequence[Seen]) -> dict[str, float]:
    """Give the articles a second of the first and the last stretch; the end belongs to the last."""
    total = growth[-1].articles
    stretch = min(STRETCH, total // 2)
    last = growth[-1].seconds - seconds_at(growth, total - stretch)
    return {
        f"first {stretch}": stretch / seconds_at(growth, stretch),
        f"last {stretch}": stretch / last,
    }


def row(one: Measured, corpus: Corpus, rates: dict[str, float]) -> dict[str, Any]:
    """Give the figures of an engine by name."""
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
    """Print the line of an engine, and its rates by stretch."""
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
    """Let each engine take in the corpus in turn, and print what it needed."""
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
    """Ingest a folder of text files twice, and print how long it took."""
    command = [sys.executable, "-m", "newsarc", "ingest", str(corpus.texts), "--quiet"]
    command += ["--archive", str(top / "archive.db")]
    first, second = (run(command, lambda: None)[0] for _ in range(2))
    click.echo(f"{corpus.articles} files: first {first:.1f} s, again {second:.2f} s")
    click.echo(f"again / first: {second / first:.3f}")
    return {"first": first, "again": second, "ratio": second / first}


def installed(_context: click.Context, _option: click.Parameter, given: str) -> list[str]:
    """Keep the engines that are installed, and name the others."""
    names = given.split(",")
    if unknown := [name for name in names if name not in _NEEDED]:
        raise click.BadParameter(f"no such engine: {unknown[0]} (of {', '.join(_NEEDED)})")
    for name in names:
        if not _NEEDED[name]():
            click.echo(f"{name} is not installed")
    return [name for name in names if _NEEDED[name]()]


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--articles", type=click.IntRange(min=2), help="So many of the first; else all.")
@click.option("--engines", default=",".join(_NEEDED), show_default=True, callback=installed)
@click.option("--again", "twice", is_flag=True, help="Ingest text files twice.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the figures as JSON.")
def main(
    file: Path, articles: int | None, engines: list[str], out: Path | None, *, twice: bool
) -> None:
    """Measure how fast the articles of FILE are taken in."""
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
