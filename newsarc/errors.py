"""Every error that newsarc raises on purpose.

All are children of `NewsarcError`. An error has its facts as attributes, a `sentence` that says
what is wrong and where, and often a `remedy`. Any other exception is a bug and keeps its
traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


# Maximum number of candidates in a message; an archive may hold a million.
_SHOWN = 10


class NewsarcError(Exception):
    """The base class of all errors of newsarc."""

    remedy: str | None = None

    @property
    def sentence(self) -> str:
        """What is wrong, and where: one line, in lower case, without a full stop."""
        return "newsarc cannot continue"

    def __str__(self) -> str:
        """Return the sentence and, on a second line, the remedy if there is one."""
        return self.sentence if self.remedy is None else f"{self.sentence}\n{self.remedy}"


class ReadError(NewsarcError):
    """A file, or a record within one, that cannot be read as an article.

    `origin` is the place (anything that prints as one), `reason` says why. Reading many files
    does not raise it but yields it, as the `error` of a refusal.
    """

    def __init__(self, origin: object, reason: str) -> None:
        super().__init__(origin, reason)
        self.origin = origin
        self.reason = reason

    @property
    def sentence(self) -> str:
        """The place and the reason."""
        return f"{self.origin}: {self.reason}"


class DateError(NewsarcError, ValueError):
    """A text that is not a date. `text` is what was given."""

    remedy = "a date looks like 2022, 2022-01, 2022-02-02, 2.2.2022, Februar 2022, heute or 7d"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    @property
    def sentence(self) -> str:
        """The text in quotes."""
        return f"{self.text!r} is not a date"


class ZoneError(NewsarcError, ValueError):
    """A text that is not the name of a time zone. `name` is what was given."""

    remedy = "a time zone looks like Europe/Berlin, Europe/Vienna or UTC"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    @property
    def sentence(self) -> str:
        """The name in quotes."""
        return f"{self.name!r} is not the name of a time zone"


class StoreError(NewsarcError):
    """An archive that cannot be opened, read or written.

    `path` is where it is, `reason` says why. A `remedy` that is given replaces the usual one.
    """

    def __init__(self, path: object, reason: str, remedy: str | None = None) -> None:
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy or self.remedy

    @property
    def sentence(self) -> str:
        """The path and the reason."""
        return f"{self.path}: {self.reason}"


class NoArchive(StoreError):
    """There is no archive at this path yet."""

    remedy = "make one first: newsarc ingest PATH"

    def __init__(
        self, path: object, reason: str = "there is no archive here", remedy: str | None = None
    ) -> None:
        """Name the archive's path; the reason is the same for every engine."""
        super().__init__(path, reason, remedy)


class NotAnArchive(StoreError):
    """The file is not an archive of newsarc. It was not changed."""


class FromTheFuture(StoreError):
    """The archive was written by a newer version of newsarc."""

    remedy = "install a newer version of newsarc"


class NeedsReindex(StoreError):
    """The index of the archive was built by another version of the word analysis."""

    remedy = "run: newsarc reindex"


class Busy(StoreError):
    """Another process is writing to the archive."""

    remedy = "wait for the other newsarc to finish, then try again"


class Conflict(StoreError):
    """Another process has added or removed one of the articles meanwhile. Nothing was written."""

    remedy = "look up what the archive holds now, then try again"


class Damaged(StoreError):
    """The file of the archive is damaged."""

    remedy = "restore the file from a copy, or ingest the files again into a new archive"


class WorkerLost(NewsarcError):
    """A worker process has ended before it was done.

    `exit_code` is negative if a signal killed it: -9 for signal 9.
    """

    remedy = "run the same command again; if memory is short, add --workers 1"

    def __init__(self, pid: int | None, exit_code: int | None) -> None:
        super().__init__(pid, exit_code)
        self.pid = pid
        self.exit_code = exit_code

    @property
    def sentence(self) -> str:
        """The process and how it ended."""
        code = self.exit_code or 0
        how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
        return f"the worker process {self.pid} {how}"


class NotFound(NewsarcError):
    """There is no article of this name. `id` is the id, prefix, URL or path that was asked for.

    A `remedy` that is given replaces the usual one.
    """

    remedy = "see what there is: newsarc list"

    def __init__(self, id: str, remedy: str | None = None) -> None:  # noqa: A002 (an article's id is called id everywhere)
        super().__init__(id, remedy)
        self.id = id
        self.remedy = remedy or self.remedy

    @property
    def sentence(self) -> str:
        """The id in quotes."""
        return f"no article {self.id!r}"


class Ambiguous(NewsarcError):
    """Several articles have an id with this prefix, this external id or URL, or this path.

    `id` is what was asked for, `candidates` are the ids of all these articles.
    """

    def __init__(self, id: str, candidates: Sequence[str]) -> None:  # noqa: A002 (as NotFound)
        super().__init__(id, tuple(candidates))
        self.id = id
        self.candidates = tuple(candidates)
        more = " …" if len(self.candidates) > _SHOWN else ""
        self.remedy = "one of: " + ", ".join(self.candidates[:_SHOWN]) + more

    @property
    def sentence(self) -> str:
        """The prefix or path in quotes."""
        return f"{self.id!r} fits more than one article"


class NotWritten(NewsarcError):
    """A file that cannot be made, a plot or an export. `path` is its name, `reason` says why."""

    def __init__(self, path: object, reason: str, remedy: str | None = None) -> None:
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy

    @property
    def sentence(self) -> str:
        """The path and the reason."""
        return f"{self.path}: {self.reason}"
