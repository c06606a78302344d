"""Show what the time of an ingestion and of searches is spent on, by the rooms of the house.

    python -m tests.benchmarks.profile FILE [--articles N] [--out FILE]

The first articles of FILE (JSON Lines, plain or gzip) are ingested in this process alone, and
then the list of queries that `latency` asks is asked of them. A thousand times a second it is
looked which module of newsarc is at work; all since the last look is its time, with what it
calls in other libraries. (What a library takes long for is seen when it is done, and counts in
full.) Printed are milliseconds for each article, or query, and shares. Not on Windows.
"""

from __future__ import annotations

import gc
import json
import signal
from collections import defaultdict
from contextlib import closing, contextmanager
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

import newsarc
from newsarc.cli.app import GC_THRESHOLD
from tests.benchmarks.ingest import prepared
from tests.benchmarks.queries import queries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_PAUSE = 0.001  # seconds between two looks
_LEAST = 0.01
_OURS = f"{newsarc.__name__}."
_ELSEWHERE = "elsewhere"


class Profile:
    """The seconds of each module, and how many things were done in them."""

    def __init__(self, title: str) -> None:
        """Begin with nothing."""
        self.title = title
        self.number = 0
        self.seconds: dict[str, float] = defaultdict(float)
        self._seen = 0.0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Look from time to time at what is done within."""
        before = signal.signal(signal.SIGALRM, self._look)
        self._seen = perf_counter()
        signal.setitimer(signal.ITIMER_REAL, _PAUSE, _PAUSE)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        now = perf_counter()
        self.seconds[_room(frame)] += now - self._seen
        self._seen = now

    def show(self) -> None:
        """Print a table, the dearest module first."""
        total = sum(self.seconds.values())
        each = 1000 / max(self.number, 1)
        click.echo(f"\n{self.title}: {self.number:,}, {total * each:.2f} ms each")
        for room, seconds in sorted(self.seconds.items(), key=itemgetter(1), reverse=True):
            if seconds >= _LEAST * total:
                click.echo(f"{seconds * each:8.3f} ms {seconds / total:6.1%}  {room}")


def _room(frame: FrameType | None) -> str:
    """Name the innermost module of newsarc that is at work."""
    while frame is not None:
        name = str(frame.f_globals.get("__name__"))
        if name.startswith(_OURS):
            return name.removeprefix(_OURS)
        frame = frame.f_back
    return _ELSEWHERE


def ingested(store: newsarc.Store, file: Path) -> Profile:
    """Take in a file."""
    profile = Profile("articles taken in")
    with profile.taken():
        for _ in newsarc.ingest(store, file, workers=1):
            profile.number += 1
    return profile


def asked(store: newsarc.Store) -> Profile:
    """Ask the list of queries twice; what is loaded and remembered the first time is not seen."""
    profile = Profile("queries answered")
    every = [query for query in queries(store) if query.command == "search"]
    for query in every:
        query.ask(store)
    for query in every:
        with profile.taken():
            query.ask(store)
        profile.number += 1
    return profile


def as_json(profile: Profile) -> dict[str, Any]:
    """Give a profile with the seconds of every module."""
    return {"title": profile.title, "number": profile.number, "seconds": dict(profile.seconds)}


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--articles", "number", type=click.IntRange(min=1), help="Take so many only.")
@click.option("--out", type=click.Path(path_type=Path), help="Write all seconds as JSON.")
def main(file: Path, number: int | None, out: Path | None) -> None:
    """Show what time is spent on."""
    gc.set_threshold(GC_THRESHOLD)
    with TemporaryDirectory() as folder:
        corpus = prepared(file, Path(folder), number, as_files=False)
        with closing(newsarc.open_store(Path(folder, "archive.db"))) as store:
            profiles = [ingested(store, corpus.lines), asked(store)]
    for profile in profiles:
        profile.show()
    if out:
        out.write_text(json.dumps(list(map(as_json, profiles)), indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
