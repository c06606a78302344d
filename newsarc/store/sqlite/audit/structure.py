"""SQLite's own check of the file's structure."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from newsarc.store.sqlite.file.driver import OperationalError

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

# Steps of SQLite between two reports of progress; they take a tenth of a second.
_STEPS = 100_000
# Bytes of a file that SQLite checks in one step: 24 in an archive of 9,000 articles.
_BYTES = 24


def verdict(connection: Connection, progress: Callable[[float], object]) -> str:
    """Return the first fault of the file's structure, or "ok".

    `progress` is told roughly which share is done. What it raises ends the check and is raised
    here, as is an interrupt by the user.
    """
    watch = _Watch(progress, _size(connection))
    connection.set_progress_handler(watch, _STEPS)
    try:
        (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except OperationalError as error:
        if "interrupted" not in str(error):
            raise
        # SQLite hides what the watch raises, and an interrupt that comes just before it.
        raise (watch.raised or KeyboardInterrupt()) from error
    finally:
        connection.set_progress_handler(None, 0)
    return str(found)


def _size(connection: Connection) -> int:
    (pages,), (size,) = (connection.execute(f"PRAGMA page_{of}").fetchone() for of in _OF_PAGES)
    return max(int(pages * size), 1)


_OF_PAGES = ("count", "size")


class _Watch:
    """Tells the progress of a statement when SQLite calls it, and keeps what that raises."""

    def __init__(self, progress: Callable[[float], object], size: int) -> None:
        self.raised: BaseException | None = None
        self._progress = progress
        self._shares = (min(number * _STEPS * _BYTES / size, 1.0) for number in count(1))

    def __call__(self) -> bool:
        """Return whether SQLite should stop."""
        try:
            self._progress(next(self._shares))
        except BaseException as error:  # noqa: BLE001 (it is raised again)
            self.raised = error
        return self.raised is not None
