"""Every way newsarc says no.

One family, so that a caller can catch all of it as `NewsarcError`. An error knows its
facts as fields, says one sentence (what, and where) and, where there is a remedy, a
second line that names it. What is not in here is a bug and keeps its traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


# So many candidates are named; an export may hold a million.
_SHOWN = 10


class NewsarcError(Exception):
    """Something newsarc refuses to do, with the reason and, where there is one, the remedy."""

    remedy: str | None = None

    @property
    def sentence(self) -> str:
        """One lower-case sentence: what is wrong, and where."""
        return "newsarc cannot go on"

    def __str__(self) -> str:
        """Give the sentence and, on a line of its own, the remedy."""
        return self.sentence if self.remedy is None else f"{self.sentence}\n{self.remedy}"


class ReadError(NewsarcError):
    """A file, or a place within one, that cannot be read as an article.

    While reading in bulk it is not raised but flows as the reason of a refusal.
    """

    def __init__(self, origin: object, reason: str) -> None:
        """Take the place (anything that prints as one) and the reason."""
        super().__init__(origin, reason)
        self.origin = origin
        self.reason = reason

    @property
    def sentence(self) -> str:
        """Name the place and the reason."""
        return f"{self.origin}: {self.reason}"


class DateError(NewsarcError, ValueError):
    """A text that was to be a date and is none."""

    remedy = "a date looks like 2022, 2022-01, 2022-02-02, 2.2.2022, Februar 2022, heute or 7d"

    def __init__(self, text: str) -> None:
        """Take the text as it was given."""
        super().__init__(text)
        self.text = text

    @property
    def sentence(self) -> str:
        """Quote the text."""
        return f"{self.text!r} is not a date"


class ZoneError(NewsarcError, ValueError):
    """A name that no time zone has."""

    remedy = "a time zone looks like Europe/Berlin, Europe/Vienna or UTC"

    def __init__(self, name: str) -> None:
        """Take the name as it was given."""
        super().__init__(name)
        self.name = name

    @property
    def sentence(self) -> str:
        """Quote the name."""
        return f"{self.name!r} is not the name of a time zone"


class StoreError(NewsarcError):
    """The archive cannot be opened, read or written."""

    def __init__(self, path: object, reason: str, remedy: str | None = None) -> None:
        """Take the archive's place, the reason and, where there is one, the remedy."""
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy or self.remedy

    @property
    def sentence(self) -> str:
        """Name the archive and the reason."""
        return f"{self.path}: {self.reason}"


class NoArchive(StoreError):
    """There is no archive at this place yet."""

    remedy = "make one first: newsarc ingest PATH"


class NotAnArchive(StoreError):
    """What lies at this place is not an archive of newsarc's; it is left untouched."""


class FromTheFuture(StoreError):
    """The archive was written by a newer newsarc than this one."""

    remedy = "use a newer newsarc for it"


class NeedsReindex(StoreError):
    """The archive's index was made by another analysis than this newsarc's."""

    remedy = "run: newsarc reindex"


class Busy(StoreError):
    """Another process holds the archive."""

    remedy = "wait for the other newsarc to finish, then try again"


class Conflict(StoreError):
    """Another process has added or removed an article meanwhile; nothing was written."""

    remedy = "look again what is kept, then add it"


class Damaged(StoreError):
    """The archive's file is broken."""

    remedy = "restore the file from a copy, or ingest the files again into a new archive"


class WorkerLost(NewsarcError):
    """A process that read articles for this one has ended before its time."""

    remedy = "run the same command again, and if memory is short, with --workers 1"

    def __init__(self, pid: int | None, exit_code: int | None) -> None:
        """Take the number of the process, and its exit code or the negative of a signal's."""
        super().__init__(pid, exit_code)
        self.pid = pid
        self.exit_code = exit_code

    @property
    def sentence(self) -> str:
        """Name the process, and what ended it."""
        code = self.exit_code or 0
        how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
        return f"the worker process {self.pid} {how}"


class NotFound(NewsarcError):
    """No article goes by this name."""

    remedy = "see what there is: newsarc list"

    def __init__(self, id: str) -> None:  # noqa: A002 (an article's id is its id)
        """Take the id, prefix or path that was asked for."""
        super().__init__(id)
        self.id = id

    @property
    def sentence(self) -> str:
        """Quote what was asked for."""
        return f"no article {self.id!r}"


class Ambiguous(NewsarcError):
    """Several articles go by this name."""

    def __init__(self, id: str, candidates: Sequence[str]) -> None:  # noqa: A002
        """Take the prefix or path that was asked for, and the ids that it fits."""
        super().__init__(id, tuple(candidates))
        self.id = id
        self.candidates = tuple(candidates)
        more = " …" if len(self.candidates) > _SHOWN else ""
        self.remedy = "one of: " + ", ".join(self.candidates[:_SHOWN]) + more

    @property
    def sentence(self) -> str:
        """Quote what was asked for."""
        return f"{self.id!r} fits more than one article"
