"""Kills ingestions of a file at random moments, and compares what becomes of them with a whole run.

    python -m tests.benchmarks.killed FILE --kills 20 --seed 1

Each time the archive, a new one, must be sound; after a run that nobody disturbs it must have
the articles of an archive made in one go: their ids, digests and search results.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click

import newsarc
from newsarc.query import All

NEWSARC = (sys.executable, "-m", "newsarc")
QUERIES = ("Regierung", "Berlin OR Hamburg", "Bundes*", '"in der"', "Stadt -Land", "Haus w/5 alt")
_PAGE = 1000


class Archive(NamedTuple):
    """What must be the same: the digests of articles by their ids, and what queries find."""

    digests: dict[str, str]
    found: dict[str, list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        sound = compare(Path(folder), arguments.file, arguments.kills, arguments.seed)
    sys.exit(0 if sound else 1)


def compare(folder: Path, file: Path, kills: int, seed: int) -> bool:
    """Make an archive in one go and one with each kill; tell whether they are the same."""
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
    """Kill an ingestion after so many seconds; give its exit code."""
    with subprocess.Popen(ingestion(archive, file), stdout=subprocess.DEVNULL) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
    return process.returncode


def state(archive: Path) -> str:
    """Count the articles of an archive, and check it."""
    if not archive.exists() or not archive.stat().st_size:
        return "no archive yet, and so the archive is sound"
    command = [*NEWSARC, "check", "--archive", str(archive)]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    with closing(newsarc.open_store(archive)) as store:
        number = store.find(All(), sort="added", limit=1).total
    return f"{number} articles, {(checked.stdout or checked.stderr).strip()}"


def contents(archive: Path) -> Archive:
    store = newsarc.open_store(archive)
    with closing(store):
        digests: dict[str, str] = {}
        while hits := store.find(All(), sort="source", limit=_PAGE, offset=len(digests)).hits:
            digests |= {hit.article.id: hit.article.digest for hit in hits}
        found = {
            query: [
                hit.article.id for hit in newsarc.search(store, query, sort="newest", limit=50).hits
            ]
            for query in QUERIES
        }
    return Archive(digests, found)


if __name__ == "__main__":
    main()
