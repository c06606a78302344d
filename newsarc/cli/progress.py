"""Progress bars, the numbers of an ingestion, and its exit code."""

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

from newsarc import NewsarcError, Origin
from newsarc.cli.kinds import Kinds
from newsarc.cli.output import tell
from newsarc.readers import File, find_files
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from click._termui_impl import ProgressBar

    from newsarc import Outcome

_WOULD = {"added": "would add", "changed": "would change"}
PARTLY_REFUSED = 3
NOTHING_READ = 1
_MEGABYTE = 1_000_000
# A bar is redrawn after so many seconds or articles: drawing it costs as much as a short article.
# Seconds alone do not do, for articles come by the batch, with a pause after each batch.
_SECONDS_BETWEEN = 0.1
_ARTICLES_BETWEEN = 50
_STEPS = 1000
# In columns: a narrower terminal has no room for the rate beside the bar.
_WIDE = 60


class Tally:
    """The number of documents so far, by what became of them, and what there is to say of them."""

    def __init__(self, *, quiet: bool, verbose: bool = False, dry_run: bool = False) -> None:
        """Start at zero. `verbose` tells all at once, else much of one kind is one line, later."""
        self.numbers: Counter[str] = Counter()
        self._quiet = quiet
        self._verbose = verbose
        self._words = _WOULD if dry_run else {}
        self._kinds = Kinds()
        self._notes = _FileNotes()
        self._skipped: Counter[str] = Counter()

    def count(self, outcome: Outcome) -> None:
        """Count one more outcome, and keep why it was refused and what was noted."""
        self.numbers[outcome.status] += 1
        if outcome.status == "skipped":
            self._skipped.update(outcome.notes)
        if self._verbose:
            for note in outcome.notes:
                self._say(outcome.origin, note)
        elif not self._quiet and outcome.status != "skipped":
            for origin, note in self._notes.add(outcome):
                self._say(origin, note)
        if outcome.error is not None:
            self._say(outcome.origin, outcome.error.reason)

    def _say(self, origin: Origin, sentence: str) -> None:
        if self._verbose:
            tell(printable(f"{origin}: {sentence}"))
        else:
            self._kinds.add(origin, sentence)

    def report(self) -> None:
        """Write to stderr what has not been written yet."""
        for origin, note in self._notes.end():
            self._say(origin, note)
        for line in self._kinds.lines():
            tell(printable(line))
        if self._skipped and not self._quiet:
            numbers = (f"{what} ({number:,})" for what, number in self._skipped.most_common())
            tell(f"skipped: {', '.join(numbers)}")

    @property
    def summary(self) -> str:
        """All numbers in one line."""
        statuses = ["added", "changed", "unchanged", "refused"]
        statuses += [status for status in ("duplicate", "skipped") if self.numbers[status]]
        return ", ".join(
            f"{self._words.get(status, status)} {self.numbers[status]}" for status in statuses
        )

    @property
    def exit_code(self) -> int:
        """0: everything was read. 3: some documents were refused. 1: nothing could be read."""
        if not self.numbers["refused"]:
            return 0
        return PARTLY_REFUSED if self.numbers.total() > self.numbers["refused"] else NOTHING_READ


class _FileNotes:
    """The notes on the documents of a file, each once, with the number of documents."""

    def __init__(self) -> None:
        self._path = ""
        self._numbers: Counter[str] = Counter()

    def add(self, outcome: Outcome) -> Iterator[tuple[Origin, str]]:
        """Add the notes on a document; yield those on the file before, if another begins."""
        if outcome.origin.path != self._path:
            yield from self.end()
            self._path = outcome.origin.path
        self._numbers.update(outcome.notes)

    def end(self) -> Iterator[tuple[Origin, str]]:
        """Yield the notes on the last file."""
        for note, number in self._numbers.items():
            times = f" ({number:,} articles)" if number > 1 else ""
            yield Origin(self._path), note + times
        self._numbers.clear()


@contextmanager
def reported(*, quiet: bool, verbose: bool = False, dry_run: bool = False) -> Iterator[Tally]:
    """A tally of an ingestion, written to stdout at its end, or to stderr if it stops early."""
    tally = Tally(quiet=quiet, verbose=verbose, dry_run=dry_run)
    try:
        yield tally
    except (KeyboardInterrupt, NewsarcError):
        if tally.numbers:
            tell(f"stopped early: {tally.summary}")
            tell("whole batches are kept; the same command completes the rest")
        raise
    finally:
        tally.report()
    if not quiet:
        click.echo(tally.summary)


class Progress:
    """Progress bars on stderr. Shows nothing if stderr is no terminal, or if `quiet`."""

    def __init__(self, *, quiet: bool) -> None:
        """Start the clock for rates and the time left."""
        self._shows = _has_bar(quiet=quiet)
        self._begin = self._shown = time.monotonic()
        self._articles = self._drawn = 0
        self._bytes = 0
        self._merging: Iterator[float] = iter(())

    @property
    def _seconds(self) -> float:
        return max(time.monotonic() - self._begin, 0.001)

    def _rate(self, share: float) -> str:
        """The rate so far, and the time left at this rate; `share` of the work is done."""
        seconds = self._seconds
        rate = f"{self._articles / seconds:,.0f} articles/s"
        left = timedelta(seconds=round(seconds / share - seconds)) if 0 < share < 1 else None
        return f"{rate}, {left} left" if left else rate

    def follow(self, outcomes: Iterator[Outcome], paths: Sequence[str]) -> Iterator[Outcome]:
        """Pass outcomes on, with a bar of the bytes that were read of all files in `paths`."""
        if not self._shows:
            yield from outcomes
            return
        size = _size(paths)
        with _bar("reading", size) as bar:
            for outcome in outcomes:
                yield outcome
                self._articles += 1
                self._bytes += outcome.size
                if self._is_due():
                    bar.update(self._bytes - bar.pos, self._rate(self._bytes / max(size, 1)))
            bar.update(self._bytes - bar.pos, self._rate(1))

    @contextmanager
    def counting(self, total: int) -> Iterator[Callable[[int], object]]:
        """A bar of articles: a function that takes the number of articles done so far."""
        if not self._shows:
            yield lambda _: None
            return
        with _bar("reading", total) as bar:

            def count(number: int) -> None:
                self._articles = number
                if self._is_due() or number == total:
                    bar.update(number - bar.pos, self._rate(number / total))

            yield count

    def _is_due(self) -> bool:
        """Whether the bar should be redrawn now. If so, the caller must do it."""
        now = time.monotonic()
        if (
            now - self._shown < _SECONDS_BETWEEN
            and self._articles - self._drawn < _ARTICLES_BETWEEN
        ):
            return False
        self._shown, self._drawn = now, self._articles
        return True

    def keep_merge(self, shares: Iterator[float]) -> None:
        """Keep the merge of an index for `merge`; reading `shares` (from 0 to 1) carries it out."""
        self._merging = shares

    def merge(self) -> None:
        """Do the merge that was kept, if there is one, with a bar."""
        first = next(self._merging, None)
        if first is None:
            return
        if not self._shows:
            deque(self._merging, maxlen=0)
            return
        with self.sharing("merging the index") as show:
            for share in self._merging:
                show(share)

    @contextmanager
    def sharing(self, label: str) -> Iterator[Callable[[float], object]]:
        """A bar of anything: a function that takes the share that is done so far."""
        if not self._shows:
            yield lambda _: None
            return
        with _bar(label, _STEPS) as bar:
            yield lambda share: bar.update(round(share * _STEPS) - bar.pos, "")

    def sum_up(self, files: Iterable[str]) -> None:
        """Write a line with the rate, and the size of the archive in these files."""
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
        width=0,  # the width of the terminal
        show_eta=False,  # it would be wrong: articles come by the batch
        item_show_func=lambda rate: rate if wide else None,
        file=sys.stderr,
    )
    return cast("ProgressBar[str]", bar)


def _size(paths: Sequence[str]) -> int:
    files = find_files(map(Path, paths))
    return sum(file.status.st_size for file in files if isinstance(file, File))
