"""Measure how long answers take, by kind of query and size of archive.

    python -m tests.benchmarks.latency ARCHIVE... [--kinds rare,questions] [--in-process]
        [--repeat N] [--peers fts5,tantivy,recollq] [--out FILE]

The queries are a fixed list of every kind (`tests/benchmarks/queries.py`). Each is asked in this
process, with the archive kept open, and (without `--in-process`) by the whole command `newsarc`,
in turn with a Python that imports click and sqlite3 and does nothing: what nobody can save.
Printed are median, 95th percentile and worst in milliseconds, for each kind and for all. Several
archives stand side by side, so that it is seen how the cost grows. With `--repeat` the figure of
a query is the median of so many rounds through the list.

The operating system's cache is warm: each archive is read through before, as far as memory
goes, and the first query of each kind is asked once unmeasured.

Peers are asked those of the queries that they know: plain FTS5 and tantivy in this process,
recollq as a command, over the same texts, which are put into their indexes first. Those that
are not installed are named and left out.
"""

from __future__ import annotations

import compileall
import json
import math
import shutil
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

import click

import newsarc
from tests.benchmarks import peers
from tests.benchmarks.queries import Query, queries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    # Answers a query; None where it cannot be asked.
    Answer = Callable[[Query], object]

NOTHING = "import click, sqlite3"
WITHIN, WHOLE, ALONE = "in process", "whole command", "python alone"
_BLOCK = 2**24
_PEERS: dict[str, Callable[[], object]] = {
    "fts5": lambda: True,
    "tantivy": lambda: find_spec("tantivy"),
    "recollq": lambda: shutil.which("recollq"),
}


class Timed(NamedTuple):
    """What a query took."""

    query: Query
    seconds: float


class Way(NamedTuple):
    """One way to be answered in one archive, and what each query took on it."""

    archive: str
    articles: int
    name: str
    timed: Sequence[Timed]

    def of(self, kind: str | None) -> list[float]:
        """Give the milliseconds of a kind of queries, or of all."""
        return [one.seconds * 1000 for one in self.timed if kind in {None, one.query.kind}]


# Taking times.


def warm(archive: str) -> None:
    """Read an archive through, so that the system has it in memory."""
    with Path(archive).open("rb") as file:
        while file.read(_BLOCK):
            pass


def take(asked: Sequence[Query], answer: Answer, repeat: int) -> list[Timed]:
    """Ask each query in rounds; a query that cannot be asked is left out."""
    known = [query for query in first_of_kind(asked) if answer(query) is not None]
    kinds = {query.kind for query in known}
    able = [query for query in asked if query.kind in kinds]
    rounds = [[seconds(answer, query) for query in able] for _ in range(repeat)]
    return [
        Timed(query, median(times))
        for query, times in zip(able, zip(*rounds, strict=True), strict=True)
    ]


def first_of_kind(asked: Iterable[Query]) -> list[Query]:
    """Give the first query of each kind."""
    return list({query.kind: query for query in reversed(list(asked))}.values())


def seconds(answer: Answer, query: Query) -> float:
    """Measure one answer."""
    begin = perf_counter()
    answer(query)
    return perf_counter() - begin


# The ways to be answered.


def run(command: Sequence[str]) -> bool:
    """Run a command to its end. Raises CalledProcessError."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return True


def whole(archive: str) -> Answer:
    """Answer by the command as it is installed."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("newsarc", path=beside)
    command = [found] if found else [sys.executable, "-m", "newsarc"]

    def answer(query: Query) -> bool:
        name, *rest = query.arguments
        return run([*command, name, "--archive", archive, *rest])

    return answer


def in_turn(asked: Sequence[Query], archive: str, repeat: int) -> tuple[list[Timed], list[Timed]]:
    """Time the whole command, and after each of its answers a Python that does nothing."""
    idle: dict[Query, list[float]] = {}
    answer = whole(archive)
    times: dict[Query, list[float]] = {}
    for query in list(asked) * repeat:
        times.setdefault(query, []).append(seconds(answer, query))
        nothing = seconds(lambda _: run([sys.executable, "-c", NOTHING]), query)
        idle.setdefault(query, []).append(nothing)
    return (
        [Timed(query, median(each)) for query, each in times.items()],
        [Timed(query, median(each)) for query, each in idle.items()],
    )


def rows(store: newsarc.Store) -> Iterator[peers.Row]:
    """Give the texts of an archive."""
    for _, document in store.documents():
        yield peers.Row(document.title or "", document.body or document.text or "")


def recollq(store: newsarc.Store, folder: Path) -> Answer:
    """Write the texts into files, let recollindex read them, and answer by its command."""
    texts = folder / "texts"
    texts.mkdir()
    for number, row in enumerate(rows(store)):
        into = texts / f"{number // 1_000:04}"
        into.mkdir(exist_ok=True)
        text = f"{row.title}\n\n{row.body}\n"
        (into / f"{number:07}.txt").write_text(text, encoding="utf-8")
    (folder / "recoll.conf").write_text(f"topdirs = {texts}\n", encoding="utf-8")
    run(["recollindex", "-c", str(folder)])
    command = ["recollq", "-c", str(folder), "-n", str(peers.PAGE)]

    def answer(query: Query) -> bool | None:
        plain = query.plain
        if plain is None:
            return None
        joint = " OR " if plain.form == "or" else " "
        text = joint.join(plain.words)
        shaped = {"phrase": f'"{text}"', "prefix": f"{text}*"}.get(plain.form, text)
        return run([*command, shaped])

    return answer


def peer(name: str, store: newsarc.Store, folder: Path) -> Answer:
    """Fill the index of a peer with the texts of an archive, and open it."""
    if name == "recollq":
        return recollq(store, folder)
    peers.fill(name, rows(store), folder)
    ask = (peers.ask_tantivy if name == "tantivy" else peers.ask_fts5)(folder)
    return lambda query: None if query.plain is None else ask(query.plain)


# From archives to ways.


class Wanted(NamedTuple):
    """What is to be measured."""

    kinds: Sequence[str]
    repeat: int
    peers: Sequence[str]
    whole: bool


def ways(archive: str, wanted: Wanted) -> Iterator[Way]:
    """Measure an archive in every way that is wanted."""
    warm(archive)
    with closing(newsarc.open_store(archive)) as store:
        articles = newsarc.listing(store, limit=1).total
        asked = chosen(queries(store), wanted.kinds)
        for name, timed in timings(archive, store, asked, wanted):
            yield Way(archive, articles, name, timed)


def chosen(asked: Sequence[Query], kinds: Sequence[str]) -> list[Query]:
    """Keep the queries of some kinds; of all where none is named. Raises UsageError."""
    known = kinds_of(asked)
    if unknown := [kind for kind in kinds if kind not in known]:
        raise click.UsageError(f"no such kind: {unknown[0]} (of {', '.join(known)})")
    return [query for query in asked if query.kind in (kinds or known)]


def timings(
    archive: str, store: newsarc.Store, asked: Sequence[Query], wanted: Wanted
) -> Iterator[tuple[str, list[Timed]]]:
    """Give what the queries took, by the name of each way."""
    yield WITHIN, take(asked, lambda query: query.ask(store), wanted.repeat)
    if wanted.whole:
        yield from zip((WHOLE, ALONE), in_turn(asked, archive, wanted.repeat), strict=True)
    for name in wanted.peers:
        with TemporaryDirectory() as folder:
            yield name, take(asked, peer(name, store, Path(folder)), wanted.repeat)


def kinds_of(asked: Iterable[Query]) -> list[str]:
    """Give the kinds of queries in their order."""
    return list(dict.fromkeys(query.kind for query in asked))


# What is printed.


def cells(times: Sequence[float]) -> str:
    """Write median, 95th percentile and worst."""
    if not times:
        return f"{'–':>26}"
    figures = (median(times), percentile(times, 0.95), max(times))
    return " ".join(f"{figure:8.1f}" for figure in figures)


def percentile(times: Sequence[float], share: float) -> float:
    """Give the time that a share of all times does not exceed."""
    return sorted(times)[math.ceil(share * len(times)) - 1]


def show(name: str, found: Sequence[Way]) -> None:
    """Print the table of one way over all archives."""
    click.echo(f"\n{name}, in ms: median, 95th percentile, worst")
    heads = " ".join(f"{f'{way.articles:,} articles':>26}" for way in found)
    click.echo(f"{'':16} {'':>4} {heads}")
    asked = [one.query for one in found[0].timed]
    for kind in (*kinds_of(asked), None):
        number = len(found[0].of(kind))
        told = " ".join(cells(way.of(kind)) for way in found)
        click.echo(f"{kind or 'all':16} {number:4} {told}")


def show_ratios(found: Sequence[Way]) -> None:
    """Print how much longer the median whole command takes than a Python that does nothing."""
    medians = {(way.archive, way.name): median(way.of(None)) for way in found}
    for way in (way for way in found if way.name == WHOLE):
        ratio = medians[way.archive, WHOLE] / medians[way.archive, ALONE]
        click.echo(f"\n{WHOLE} / {ALONE}, {way.articles:,} articles: {ratio:.2f}")


def show_slowest(found: Sequence[Way], number: int) -> None:
    """Print the queries that took longest in process."""
    for way in (way for way in found if way.name == WITHIN):
        click.echo(f"\nslowest in process of {way.articles:,} articles, in ms")
        for one in sorted(way.timed, key=lambda one: -one.seconds)[:number]:
            told = " ".join(one.query.arguments)
            click.echo(f"{one.seconds * 1000:8.1f}  {one.query.kind}: {told}")


def as_json(way: Way) -> dict[str, Any]:
    """Give a way with every query and the milliseconds it took."""
    timed = [
        {"kind": one.query.kind, "arguments": one.query.arguments, "ms": one.seconds * 1000}
        for one in way.timed
    ]
    return {**way._asdict(), "timed": timed}


def _named(_context: click.Context, _option: click.Parameter, given: str) -> list[str]:
    return [name for name in given.split(",") if name]


def _installed(context: click.Context, option: click.Parameter, given: str) -> list[str]:
    names = _named(context, option, given)
    if unknown := [name for name in names if name not in _PEERS]:
        raise click.BadParameter(f"no such peer: {unknown[0]} (of {', '.join(_PEERS)})")
    for name in names:
        if not _PEERS[name]():
            click.echo(f"{name} is not installed")
    return [name for name in names if _PEERS[name]()]


@click.command()
@click.argument("archives", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--kinds", default="", callback=_named, help="Of these kinds only: rare,count")
@click.option("--in-process", is_flag=True, help="Leave out whole commands.")
@click.option("--repeat", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--peers", "others", default="", callback=_installed, help="Ask others: fts5,tantivy")
@click.option("--slowest", default=10, show_default=True, help="Show so many slow ones.")
@click.option("--out", type=click.Path(path_type=Path), help="Write all times as JSON.")
def main(  # noqa: PLR0913 (an option is an argument)
    archives: tuple[str, ...],
    kinds: list[str],
    repeat: int,
    *,
    others: list[str],
    slowest: int,
    out: Path | None,
    in_process: bool,
) -> None:
    """Measure how long answers take."""
    wanted = Wanted(kinds, repeat, others, whole=not in_process)
    compileall.compile_dir(str(Path(newsarc.__file__).parent), quiet=2)
    found = [way for archive in archives for way in ways(archive, wanted)]
    click.echo("caches are warm")
    for name in dict.fromkeys(way.name for way in found):
        show(name, [way for way in found if way.name == name])
    show_ratios(found)
    show_slowest(found, slowest)
    if out:
        out.write_text(json.dumps([as_json(way) for way in found], indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
