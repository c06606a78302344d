"""Tells once a file which of its articles stand nowhere any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.ingest.chunks import Told
    from newsarc.records.read import Outcome

# Ids that are remembered of one file, in some ten megabytes.
_MOST = 50_000


def with_leavers(found: Iterable[Told]) -> Iterator[Outcome]:
    """Yield the outcomes; the last one of a file has a note on articles that have left it.

    An article that left one place of the file and came to another one has not left it.
    """
    file = _File("")
    for told in found:
        if told.path != file.path:
            yield from file.last()
            file = _File(told.path)
        yield from file.take(told)
    yield from file.last()


class _File:
    """The file that is being told of, with its last outcome so far."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._outcome: Outcome | None = None
        self._left: set[str] = set()
        self._is_full = False

    def take(self, told: Told) -> Iterator[Outcome]:
        """Note who left and who came; yield the outcome before this one."""
        if told.outcome is not None:
            yield from self._held()
            self._outcome = told.outcome
            self._left.discard(told.outcome.id or "")
        if told.homeless is not None:
            self._is_full = self._is_full or len(self._left) >= _MOST
            if not self._is_full:
                self._left.add(told.homeless)

    def last(self) -> Iterator[Outcome]:
        """Yield the last outcome, with the note if there is any."""
        for outcome in self._held():
            note = (self._note(),) if self._left else ()
            yield replace(outcome, notes=outcome.notes + note)

    def _held(self) -> Iterator[Outcome]:
        if self._outcome is not None:
            yield self._outcome

    def _note(self) -> str:
        number = len(self._left)
        number_words = f"at least {number:,}" if self._is_full else f"{number:,}"
        if number == 1:
            return (
                f"{number_words} article of this file is no longer in it; it stays in the archive"
            )
        return f"{number_words} articles of this file are no longer in it; they stay in the archive"
