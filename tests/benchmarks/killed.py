"""Kill ingestions at random moments, and check that nothing is lost or damaged.

    python -m tests.benchmarks.killed FILE --kills 20 --seed 1

Each killed ingestion writes a new archive, which must be sound. The same command is then run
to its end. The archive must then equal one that was made without interruption: the same ids,
digests and search results. Not on Windows.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from msgspec import Struct

import newsarc
from newsarc.query import nodes

NEWSARC = (sys.executable, "-m", "newsarc")
QUERIES = ("Regierung", "Berlin OR Hamburg", "Bundes*", '"in der"', "Stadt -Land", "Haus w/5 alt")
_PAGE = 1000


class Archive(Struct, frozen=True):
    """What must be equal: the digests of articles by id, and the ids that queries find."""

    digests: dict[str, str]
    found: dict[str, list[str]]


def compare(folder: Path, file: Path, kills: int, seed: int) -> bool:
    """Make one archive without interruption and one per kill. Return whether all are equal."""
    moments = random.Random(seed)
    whole = folder / "whole.db"
    begin = time.monotonic()
    subprocess.run(ingestion(whole, file), check=True, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - begin
    expected = contents(whole)
    click.echo(f"undisturbed: {seconds:.1f} s, {len(expected.digests)} articles")
    faults = 0
    for number in range(kills):
        archive, after = folder / f"{number}.db", moments.uniform(0, seconds)
        code = killed(archive, file, after)
        told = state(archive)
        subprocess.run(ingestion(archive, file), check=True, capture_output=True)
        is_same = contents(archive) == expected
        faults += not (is_same and told.endswith("the archive is sound"))
        end = "the same archive" if is_same else "another archive"
        click.echo(f"after {after:.2f} s, exit code {code}: {told}; completed: {end}")
        archive.unlink()
    click.echo(f"{kills} kills, {faults} faults")
    return not faults


def ingestion(archive: Path, file: Path) -> list[str]:
    return [*NEWSARC, "ingest", str(file), "--archive", str(archive)]


def killed(archive: Path, file: Path, after: float) -> int:
    """Kill an ingestion after some seconds. Return its exit code."""
    with subprocess.Popen(ingestion(archive, file), stdout=subprocess.DEVNULL) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
    return process.returncode


def state(archive: Path) -> str:
    """Return a text: the number of articles in an archive, and the result of its check."""
    if not archive.exists() or not archive.stat().st_size:
        return "no archive yet, and so the archive is sound"
    command = [*NEWSARC, "check", "--archive", str(archive)]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    with closing(newsarc.open_store(archive)) as store:
        number = store.find(nodes.All(), sort="added", limit=1).total
    return f"{number} articles, {(checked.stdout or checked.stderr).strip()}"


def contents(archive: Path) -> Archive:
    store = newsarc.open_store(archive)
    with closing(store):
        digests: dict[str, str] = {}
        while hits := store.find(nodes.All(), sort="source", limit=_PAGE, offset=len(digests)).hits:
            digests |= {hit.article.id: hit.article.digest for hit in hits}
        found = {
            query: [
                hit.article.id for hit in newsarc.search(store, query, sort="newest", limit=50).hits
            ]
            for query in QUERIES
        }
    return Archive(digests, found)


@click.command()
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--kills", default=20, show_default=True, help="Number of ingestions to kill.")
@click.option("--seed", default=1, show_default=True, help="Seed of the moments.")
def main(file: Path, kills: int, seed: int) -> None:
    """Kill ingestions of FILE at random moments, and check that nothing is lost or damaged."""
    with TemporaryDirectory() as folder:
        sound = compare(Path(folder), file, kills, seed)
    sys.exit(0 if sound else 1)


if __name__ == "__main__":
    main()
