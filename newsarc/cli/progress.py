"""How far an ingestion is, and how it ended."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsarc import NewsarcError
from newsarc.readers import find_files
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc import Outcome

PARTLY_REFUSED = 3
NOTHING_READ = 1


class Tally:
    """What became of the documents so far."""

    def __init__(self) -> None:
        """Begin with none."""
        self.numbers: Counter[str] = Counter()
        self.refusals: list[str] = []

    def count(self, outcome: Outcome) -> None:
        """Take in one more outcome."""
        self.numbers[outcome.status] += 1
        if outcome.error is not None:
            self.refusals.append(printable(str(outcome.error)))

    @property
    def summary(self) -> str:
        """One line of numbers."""
        statuses = ("added", "changed", "unchanged", "refused")
        return ", ".join(f"{status} {self.numbers[status]}" for status in statuses)

    @property
    def exit_code(self) -> int:
        """0: all was read; 3: some was refused; 1: nothing was read."""
        if not self.numbers["refused"]:
            return 0
        return PARTLY_REFUSED if self.numbers.total() > self.numbers["refused"] else NOTHING_READ


@contextmanager
def reported(*, quiet: bool) -> Iterator[Tally]:
    """Hand out a tally, and report it at the end, be it a good one or an interruption."""
    tally = Tally()
    try:
        yield tally
    except (KeyboardInterrupt, NewsarcError):
        if tally.numbers:
            click.echo(f"stopped early: {tally.summary}", err=True)
            click.echo("whole batches are kept; the same command completes the rest", err=True)
        raise
    finally:
        for refusal in tally.refusals:
            click.echo(refusal, err=True)
    if not quiet:
        click.echo(tally.summary)


def watched(outcomes: Iterator[Outcome], paths: Sequence[str], *, quiet: bool) -> Iterator[Outcome]:
    """Pass outcomes on, with a bar of the bytes read on a terminal's stderr."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield from outcomes
        return
    with click.progressbar(
        length=_size(paths), label="reading", show_eta=False, file=sys.stderr
    ) as bar:
        for outcome in outcomes:
            bar.update(outcome.size)
            yield outcome


def _size(paths: Sequence[str]) -> int:
    files = (file for file in find_files(map(Path, paths)) if isinstance(file, Path))
    return sum(os.path.getsize(file) for file in files)
