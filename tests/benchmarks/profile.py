"""Show which modules of newsarc the time of an ingestion and of searches goes to.

    python -m tests.benchmarks.profile FILE [--articles N] [--out FILE]

The first articles of FILE (JSON Lines, plain or gzip) are ingested in this process alone. Then
the queries of `latency` are asked. A thousand times per second a timer looks which module of
newsarc is at work, and adds the time since the last look to it. Calls into other libraries
count for the module that makes them, in full, even if they take longer than the timer's
period. Printed are milliseconds per article, or per query, and shares. Not on Windows.
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

_PAUSE = 0.001  # seconds between two samples
_LEAST = 0.01  # smallest share that is printed
_OURS = f"{newsarc.__name__}."
_ELSEWHERE = "elsewhere"


class Profile:
    """The seconds of each module, and the number of articles or queries that they took."""

    def __init__(self, title: str) -> None:
        """Start with no time taken."""
        self.title = title
        self.number = 0
        self.seconds: dict[str, float] = defaultdict(float)
        self._seen = 0.0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Sample what runs within this context."""
        before = signal.signal(signal.SIGALRM, self._sample)
        self._seen = perf_counter()
        signal.setitimer(signal.ITIMER_REAL, _PAUSE, _PAUSE)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def _sample(self, _signal: int, frame: FrameType | None) -> None:
        now = perf_counter()
        self.seconds[_module(frame)] += now - self._seen
        self._seen = now

    def show(self) -> None:
        """Print a table, the most expensive module first."""
        total = sum(self.seconds.values())
        each = 1000 / max(self.number, 1)
        click.echo(f"\n{self.title}: {self.number:,}, {total * each:.2f} ms each")
        for module, seconds in sorted(self.seconds.items(), key=itemgetter(1), reverse=True):
            if seconds >= _LEAST * total:
                click.echo(f"{seconds * each:8.3f} ms {seconds / total:6.1%}  {module}")


def _module(frame: FrameType | None) -> str:
    """Return the innermost module of newsarc in a stack."""
    while frame is not None:
        name = str(frame.f_globals.get("__name__"))
        if name.startswith(_OURS):
            return name.removeprefix(_OURS)
        frame = frame.f_back
    return _ELSEWHERE


def ingested(store: newsarc.Store, file: Path) -> Profile:
    """Ingest a file."""
    profile = Profile("articles ingested")
    with profile.taken():
        for _ in newsarc.ingest(store, file, workers=1):
            profile.number += 1
    return profile


def asked(store: newsarc.Store) -> Profile:
    """Ask the list of queries twice, and measure the second time, when all is loaded."""
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
    """Return a profile with the seconds of every module."""
    return {"title": profile.title, "number": profile.number, "seconds": dict(profile.seconds)}


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--articles", "number", type=click.IntRange(min=1), help="Use the first N articles only."
)
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
