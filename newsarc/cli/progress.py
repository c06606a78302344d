"""How far an ingestion is, and how it ended."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter, deque
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from newsarc import NewsarcError
from newsarc.readers import File, find_files
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from click._termui_impl import ProgressBar

    from newsarc import Outcome

PARTLY_REFUSED = 3
NOTHING_READ = 1
_MEGABYTE = 1_000_000
# In seconds, between two drawings of a bar: drawing it costs as much as a short article.
_PAUSE = 0.1
_STEPS = 1000


class Tally:
    """What became of the documents so far."""

    def __init__(self, *, waits: bool) -> None:
        """Begin with none. It waits with the refusals while there is a bar in their place."""
        self.numbers: Counter[str] = Counter()
        self._waits = waits
        self._refusals: list[str] = []

    def count(self, outcome: Outcome) -> None:
        """Take in one more outcome; tell why a document was refused."""
        self.numbers[outcome.status] += 1
        if outcome.error is not None:
            self._refusals.append(printable(str(outcome.error)))
            if not self._waits:
                self.tell()

    def tell(self) -> None:
        """Tell what has not been told yet."""
        for refusal in self._refusals:
            click.echo(refusal, err=True)
        self._refusals.clear()

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
    tally = Tally(waits=_has_bar(quiet=quiet))
    try:
        yield tally
    except (KeyboardInterrupt, NewsarcError):
        if tally.numbers:
            click.echo(f"stopped early: {tally.summary}", err=True)
            click.echo("whole batches are kept; the same command completes the rest", err=True)
        raise
    finally:
        tally.tell()
    if not quiet:
        click.echo(tally.summary)


class Watch:
    """Bars on a terminal's stderr; nothing where there is none, or nobody wants them."""

    def __init__(self, *, quiet: bool) -> None:
        """Begin to count the seconds."""
        self._shows = _has_bar(quiet=quiet)
        self._begin = self._shown = time.monotonic()
        self._articles = 0
        self._bytes = 0

    @property
    def _rate(self) -> str:
        return f"{self._articles / max(time.monotonic() - self._begin, 0.001):,.0f} articles/s"

    def reading(self, outcomes: Iterator[Outcome], paths: Sequence[str]) -> Iterator[Outcome]:
        """Pass outcomes on, with a bar of the bytes read, their rate and the time left."""
        if not self._shows:
            yield from outcomes
            return
        with _bar("reading", _size(paths)) as bar:
            told = 0
            for outcome in outcomes:
                yield outcome
                self._articles += 1
                self._bytes += outcome.size
                if self._is_time():
                    bar.update(self._bytes - told, self._rate)
                    told = self._bytes
            bar.update(self._bytes - told, self._rate)

    @contextmanager
    def counting(self, total: int) -> Iterator[Callable[[int], object]]:
        """Hand out what takes the number of articles read of so many, with a bar of them."""
        if not self._shows:
            yield lambda _: None
            return
        with _bar("reading", total) as bar:

            def count(number: int) -> None:
                self._articles = number
                if self._is_time() or number == total:
                    bar.update(number - bar.pos, self._rate)

            yield count

    def _is_time(self) -> bool:
        """Tell whether it is a while ago that a bar was drawn."""
        now = time.monotonic()
        if self._articles > 1 and now - self._shown < _PAUSE:
            return False
        self._shown = now
        return True

    def merging(self, shares: Iterator[float]) -> None:
        """Go through shares of something long, from 0 to 1, with a bar."""
        first = next(shares, None)
        if first is None:
            return
        if not self._shows:
            deque(shares, maxlen=0)
            return
        with _bar("merging the index", _STEPS) as bar:
            for share in shares:
                bar.update(round(share * _STEPS) - bar.pos, "")
            bar.update(_STEPS - bar.pos, "")

    def sum_up(self, files: Iterable[str]) -> None:
        """Tell in a line how fast it went, and how large the archive is."""
        if not (self._shows and self._articles):
            return
        seconds = max(time.monotonic() - self._begin, 0.001)
        size = sum(os.path.getsize(file) for file in files if os.path.exists(file))
        click.echo(
            f"{self._articles:,} articles in {seconds:,.1f} s"
            f" ({self._articles / seconds:,.0f}/s, {self._bytes / seconds / _MEGABYTE:,.1f} MB/s);"
            f" archive {size / _MEGABYTE:,.0f} MB",
            err=True,
        )


def _has_bar(*, quiet: bool) -> bool:
    return not quiet and sys.stderr is not None and sys.stderr.isatty()


def _bar(label: str, length: int) -> ProgressBar[str]:
    bar = click.progressbar(
        length=length, label=label, item_show_func=lambda rate: rate, file=sys.stderr
    )
    return cast("ProgressBar[str]", bar)


def _size(paths: Sequence[str]) -> int:
    files = find_files(map(Path, paths))
    return sum(file.status.st_size for file in files if isinstance(file, File))
