"""Measure how long counts over time, contexts and exports take, and their memory.

    python -m tests.benchmarks.findings ARCHIVE [--words Nato --words Virus --words Schule]

Each is the whole command `newsarc`, with its output thrown away: the seconds to the first line and
to the last one, and the peak memory of the process. Caches are warm: each command runs twice, and
the second run counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click

_MEGABYTE = 1024  # in kilobytes


@click.command()
@click.argument("archive", type=click.Path(exists=True))
@click.option("--words", multiple=True, default=("Virus", "Schule", "Wahl"), help="Queries.")
def main(archive: str, words: tuple[str, ...]) -> None:
    """Print a line for each command."""
    with TemporaryDirectory() as name:
        commands = {
            "stats --by month": ["stats", "--by", "month"],
            "stats --by month,source": ["stats", "--by", "month,source"],
            "stats --by author": ["stats", "--by", "author"],
            f"trend {' '.join(words)}": ["trend", *words],
            f"trend --share {' '.join(words)}": ["trend", *words, "--share"],
            f"kwic {words[0]}": ["kwic", words[0], "--format", "jsonl"],
            f"export {words[0]}": ["export", words[0], "--to", str(Path(name) / "a.jsonl")],
            "export (all)": ["export", "--to", str(Path(name) / "b.jsonl")],
        }
        click.echo(f"{'':40} {'first':>7} {'last':>7} {'MB':>6} {'lines':>9}")
        for told, arguments in commands.items():
            for _ in range(2):
                for path in Path(name).iterdir():
                    path.unlink()
                first, last, memory, lines = _timed([*arguments, "--archive", archive])
            click.echo(f"{told:40} {first:7.2f} {last:7.2f} {memory:6.0f} {lines:9,}")


def _timed(arguments: list[str]) -> tuple[float, float, float, int]:
    """Return the seconds to the first and the last line, the megabytes, and the number of lines."""
    begin = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "newsarc", *arguments], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    first, lines = 0.0, 0
    for _ in process.stdout:
        first = first or perf_counter() - begin
        lines += 1
    _, _, usage = os.wait4(process.pid, 0)
    return first, perf_counter() - begin, usage.ru_maxrss / _MEGABYTE, lines


if __name__ == "__main__":
    main()
