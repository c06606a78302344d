"""How far an ingestion is, and how it ended."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections import Counter, deque
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from newsarc import NewsarcError
from newsarc.cli.output import tell
from newsarc.readers import File, find_files
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from click._termui_impl import ProgressBar

    from newsarc import Outcome

PARTLY_REFUSED = 3
NOTHING_READ = 1
_MEGABYTE = 1_000_000
# Between two drawings of a bar, which cost as much as a short article each: so many seconds, or
# so many articles, for these come by the batch, and behind the last of one nothing comes a while.
_PAUSE = 0.1
_MANY = 50
_STEPS = 1000
# In characters, of a line with room for a rate beside a bar.
_WIDE = 60


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
            tell(refusal)
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
            tell(f"stopped early: {tally.summary}")
            tell("whole batches are kept; the same command completes the rest")
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
        self._articles = self._drawn = 0
        self._bytes = 0
        self._merging: Iterator[float] = iter(())

    @property
    def _seconds(self) -> float:
        return max(time.monotonic() - self._begin, 0.001)

    def _told(self, share: float) -> str:
        """Give the rate, and the time that is left if it goes on like this."""
        seconds = self._seconds
        rate = f"{self._articles / seconds:,.0f} articles/s"
        left = timedelta(seconds=round(seconds / share - seconds)) if 0 < share < 1 else None
        return f"{rate}, {left} left" if left else rate

    def reading(self, outcomes: Iterator[Outcome], paths: Sequence[str]) -> Iterator[Outcome]:
        """Pass outcomes on, with a bar of the bytes read, their rate and the time left."""
        if not self._shows:
            yield from outcomes
            return
        size = _size(paths)
        with _bar("reading", size) as bar:
            for outcome in outcomes:
                yield outcome
                self._articles += 1
                self._bytes += outcome.size
                if self._is_time():
                    bar.update(self._bytes - bar.pos, self._told(self._bytes / max(size, 1)))
            bar.update(self._bytes - bar.pos, self._told(1))

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
                    bar.update(number - bar.pos, self._told(number / total))

            yield count

    def _is_time(self) -> bool:
        """Tell whether it is a while, or many articles, ago that a bar was drawn."""
        now = time.monotonic()
        if now - self._shown < _PAUSE and self._articles - self._drawn < _MANY:
            return False
        self._shown, self._drawn = now, self._articles
        return True

    def merging(self, shares: Iterator[float]) -> None:
        """Take what goes from 0 to 1 while an index is merged, for a bar behind the present one."""
        self._merging = shares

    def merge(self) -> None:
        """Go through what was taken, with a bar."""
        first = next(self._merging, None)
        if first is None:
            return
        if not self._shows:
            deque(self._merging, maxlen=0)
            return
        with _bar("merging the index", _STEPS) as bar:
            for share in self._merging:
                bar.update(round(share * _STEPS) - bar.pos, "")

    def sum_up(self, files: Iterable[str]) -> None:
        """Tell in a line how fast it went, and how large the archive is."""
        if not (self._shows and self._articles):
            return
        seconds = self._seconds
        size = sum(os.path.getsize(file) for file in files if os.path.exists(file))
        tell(
            f"{self._articles:,} articles in {seconds:,.1f} s"
            f" ({self._articles / seconds:,.0f}/s, {self._bytes / seconds / _MEGABYTE:,.1f} MB/s);"
            f" archive {size / _MEGABYTE:,.0f} MB"
        )


def _has_bar(*, quiet: bool) -> bool:
    return not quiet and sys.stderr is not None and sys.stderr.isatty()


def _bar(label: str, length: int) -> ProgressBar[str]:
    wide = shutil.get_terminal_size().columns >= _WIDE
    bar = click.progressbar(
        length=length,
        label=label,
        width=0,  # all that the line has room for
        show_eta=False,  # which takes the first article of a batch for all of it
        item_show_func=lambda told: told if wide else None,
        file=sys.stderr,
    )
    return cast("ProgressBar[str]", bar)


def _size(paths: Sequence[str]) -> int:
    files = find_files(map(Path, paths))
    return sum(file.status.st_size for file in files if isinstance(file, File))
