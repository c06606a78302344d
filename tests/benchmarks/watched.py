"""Run a command and watch its memory and its progress. Needs psutil."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing, suppress
from importlib import import_module
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Probe = Callable[[], int | None]

_PAUSE = 0.2  # seconds between two samples


class Seen(Struct, frozen=True):
    """The number of articles written, some seconds after the start."""

    seconds: float
    articles: int


def memory_of(process: Any) -> int:
    """Return the memory of a process and all its children, in bytes."""
    psutil = import_module("psutil")
    total = 0
    with suppress(psutil.Error):
        for each in (process, *process.children(recursive=True)):
            with suppress(psutil.Error):
                told = each.memory_full_info()
                total += getattr(told, "pss", told.rss)
    return total


class Watcher:
    """Samples a running command from a thread: its memory, and the articles written so far."""

    def __init__(self, process: subprocess.Popen[bytes], probe: Probe) -> None:
        """Start the thread. `probe` counts the articles."""
        self.memory = 0
        self.growth = [Seen(0.0, 0)]
        self._process = import_module("psutil").Process(process.pid)
        self._probe = probe
        self._begin = perf_counter()
        self._done = Event()
        self._thread = Thread(target=self._sample, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop the thread."""
        self._done.set()
        self._thread.join()

    def _sample(self) -> None:
        while not self._done.wait(_PAUSE):
            self.memory = max(self.memory, memory_of(self._process))
            count = self._probe()
            if count is not None and count > self.growth[-1].articles:
                self.growth.append(Seen(perf_counter() - self._begin, count))


def articles_in(archive: Path) -> int | None:
    """Return how many articles an archive holds while it is written, or None if it is locked."""
    with suppress(sqlite3.Error), closing(_connection(archive)) as connection:
        (count,) = connection.execute("SELECT max(rowid) FROM article").fetchone()
        return None if count is None else int(count)
    return None


def _connection(archive: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{archive}?mode=ro", uri=True, timeout=_PAUSE)


def run(command: Sequence[str], probe: Probe) -> tuple[float, Watcher]:
    """Run a command. Return its seconds and what was seen of it. Raises CalledProcessError."""
    begin = perf_counter()
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=subprocess.PIPE) as process:
        watcher = Watcher(process, probe)
        _, complaint = process.communicate()
        seconds = perf_counter() - begin
        watcher.stop()
    if process.returncode:
        click.echo(complaint.decode(errors="replace"), err=True)
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, watcher
