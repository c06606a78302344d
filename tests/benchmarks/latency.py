"""Measure how long answers take, by kind of query and size of archive.

    python -m tests.benchmarks.latency ARCHIVE... [--kinds rare,questions] [--in-process]
        [--repeat N] [--peers fts5,tantivy,recollq] [--out FILE]

The queries are a fixed list of every kind (`tests/benchmarks/queries.py`). Each is asked in this
process, with the archive open, and (without `--in-process`) by the whole command `newsarc`, in
turn with a Python that only imports click and sqlite3: the least that any command would take.
Printed are the median, the 95th percentile and the worst in milliseconds, for each kind and for
all. Several archives are printed side by side, which shows how the cost grows. With `--repeat`
the figure of a query is the median of several rounds through the list.

Caches are warm: each archive is read through beforehand, as far as memory allows, and the first
query of each kind is asked once without being measured.

Peers get the same texts, and those of the queries that they support: plain FTS5 and tantivy in
this process, recollq as a command. Peers that are not installed are named and skipped.
"""

from __future__ import annotations

import compileall
import json
import shutil
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import click
from msgspec import Struct

import newsarc
from tests.benchmarks import peers
from tests.benchmarks.queries import queries
from tests.benchmarks.timings import (
    ALONE,
    WHOLE,
    WITHIN,
    Timed,
    Way,
    as_json,
    kinds_of,
    show,
    show_ratios,
    show_slowest,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tests.benchmarks.queries import Query

    # Answers a query. Returns None if it does not support it.
    Answer = Callable[[Query], object]

NOTHING = "import click, sqlite3"
_BLOCK = 2**24
_PEERS: dict[str, Callable[[], object]] = {
    "fts5": lambda: True,
    "tantivy": lambda: find_spec("tantivy"),
    "recollq": lambda: shutil.which("recollq"),
}


# Taking times.


def warm(archive: str) -> None:
    """Read an archive through, so that the operating system caches it."""
    with Path(archive).open("rb") as file:
        while file.read(_BLOCK):
            pass


def take(asked: Sequence[Query], answer: Answer, repeat: int) -> list[Timed]:
    """Ask all queries in several rounds; kinds that are not supported are left out."""
    known = [query for query in first_of_kind(asked) if answer(query) is not None]
    kinds = {query.kind for query in known}
    able = [query for query in asked if query.kind in kinds]
    rounds = [[seconds(answer, query) for query in able] for _ in range(repeat)]
    return [
        Timed(query, median(times))
        for query, times in zip(able, zip(*rounds, strict=True), strict=True)
    ]


def first_of_kind(asked: Iterable[Query]) -> list[Query]:
    """Return the first query of each kind."""
    return list({query.kind: query for query in reversed(list(asked))}.values())


def seconds(answer: Answer, query: Query) -> float:
    """Return the seconds of one answer."""
    begin = perf_counter()
    answer(query)
    return perf_counter() - begin


# The ways to be answered.


def run(command: Sequence[str]) -> bool:
    """Run a command to its end. Raises CalledProcessError."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return True


def whole(archive: str) -> Answer:
    """Return what answers by the installed command."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("newsarc", path=beside)
    command = [found] if found else [sys.executable, "-m", "newsarc"]

    def answer(query: Query) -> bool:
        name, *rest = query.arguments
        return run([*command, name, "--archive", archive, *rest])

    return answer


def in_turn(asked: Sequence[Query], archive: str, repeat: int) -> tuple[list[Timed], list[Timed]]:
    """Time the whole command, and after each answer a Python that does nothing."""
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
    """Yield the texts of an archive."""
    for _, document in store.documents():
        yield peers.Row(document.title or "", document.body or document.text or "")


def recollq(store: newsarc.Store, folder: Path) -> Answer:
    """Index the texts with recollindex, and return what answers by the command recollq."""
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
    """Index the texts of an archive with a peer, and return what answers."""
    if name == "recollq":
        return recollq(store, folder)
    peers.fill(name, rows(store), folder)
    ask = (peers.ask_tantivy if name == "tantivy" else peers.ask_fts5)(folder)
    return lambda query: None if query.plain is None else ask(query.plain)


# From archives to ways.


class Wanted(Struct, frozen=True):
    """The measurements to make."""

    kinds: Sequence[str]
    repeat: int
    peers: Sequence[str]
    whole: bool


def ways(archive: str, wanted: Wanted) -> Iterator[Way]:
    """Measure an archive in every wanted way."""
    warm(archive)
    with closing(newsarc.open_store(archive)) as store:
        articles = newsarc.listing(store, limit=1).total
        asked = chosen(queries(store), wanted.kinds)
        for name, timed in timings(archive, store, asked, wanted):
            yield Way(archive, articles, name, timed)


def chosen(asked: Sequence[Query], kinds: Sequence[str]) -> list[Query]:
    """Return the queries of some kinds, of all if none is named. Raises UsageError."""
    known = kinds_of(asked)
    if unknown := [kind for kind in kinds if kind not in known]:
        raise click.UsageError(f"no such kind: {unknown[0]} (of {', '.join(known)})")
    return [query for query in asked if query.kind in (kinds or known)]


def timings(
    archive: str, store: newsarc.Store, asked: Sequence[Query], wanted: Wanted
) -> Iterator[tuple[str, list[Timed]]]:
    """Yield the times of the queries, by the name of each way."""
    yield WITHIN, take(asked, lambda query: query.ask(store), wanted.repeat)
    if wanted.whole:
        yield from zip((WHOLE, ALONE), in_turn(asked, archive, wanted.repeat), strict=True)
    for name in wanted.peers:
        with TemporaryDirectory() as folder:
            yield name, take(asked, peer(name, store, Path(folder)), wanted.repeat)


# The command line.


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
@click.option("--kinds", default="", callback=_named, help="Only these kinds, as in rare,count.")
@click.option("--in-process", is_flag=True, help="Do not time the whole command.")
@click.option("--repeat", type=click.IntRange(min=1), default=1, show_default=True, help="Rounds.")
@click.option(
    "--peers",
    "others",
    default="",
    callback=_installed,
    help="Other engines to ask: fts5,tantivy,recollq.",
)
@click.option("--slowest", default=10, show_default=True, help="Number of slowest queries to list.")
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
