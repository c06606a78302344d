"""The file that is being decided on: how far it is read, and which of its places are empty now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.ingest.parts import Closed, Opened, Part
from newsarc.ingest.subjects import Gone, Identity
from newsarc.records.kept import Origin
from newsarc.records.read import Outcome, Refusal, Skipped
from newsarc.store import FileStamp
from newsarc.store.names import place_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.ingest.intake import Item
    from newsarc.store import Store

    Found = Identity | Refusal | Skipped
    Result = Found | Outcome | FileStamp | Gone


class CurrentFile:
    """Follows a run from file to file, and adds to its items what follows from their order."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._begin(Opened("", None))

    def _begin(self, opened: Opened) -> None:
        self._file = opened
        self._done = opened.done
        self._refused = opened.refused
        self._is_container = opened.done > 0
        # What was read in an earlier run is not seen in this one.
        self._is_seen_whole = opened.done == 0
        self._is_stamped = opened.stamp is not None
        self._members: set[str] = set()
        self._group = _Group(self._store, Origin(opened.path))

    def results(self, items: Iterable[Item], found: Iterator[Iterable[Found]]) -> Iterator[Result]:
        """Yield what was found in the parts among some items, and the other items.

        Before it comes each place that is gone; behind a file, its stamp. If a container goes on
        behind the items, a stamp says how far it is read.
        """
        for item in items:
            if isinstance(item, Opened):
                self._begin(item)
            elif isinstance(item, Closed):
                yield from self._end()
            elif isinstance(item, Outcome):
                yield item
            else:
                self._done += 1
                for each in next(found) if isinstance(item, Part) else (item,):
                    yield from self._seen(each)
        if self._is_container and self._is_stamped:
            yield FileStamp(self._file.path, self._file.stamp or "", self._refused, self._done)

    def _seen(self, item: Found) -> Iterator[Result]:
        origin = item.key.origin if isinstance(item, Identity) else item.origin
        if origin.path == self._file.path:
            self._note(item, origin)
            if origin.member != self._group.whole.member:
                yield from self._left()
                self._group = _Group(self._store, Origin(origin.path, member=origin.member))
            if self._is_seen_whole:
                yield from self._group.passed(item, origin)
        yield item

    def _note(self, item: Found, origin: Origin) -> None:
        """Note what a stamp of the file says; a file with a refusal of its own has none."""
        is_inside = origin.member is not None or origin.offset is not None
        self._is_container = self._is_container or is_inside
        if origin.member is not None:
            self._members.add(origin.member)
        if isinstance(item, Refusal):
            self._refused += is_inside
            self._is_stamped = self._is_stamped and is_inside

    def _left(self) -> Iterator[Gone]:
        if self._is_seen_whole:
            yield from self._group.left()

    def _end(self) -> Iterator[Result]:
        """Yield the places behind the last one, the members that are gone, and the stamp."""
        yield from self._left()
        if self._is_seen_whole and self._is_container and self._is_stamped:
            for whole in self._store.members(self._file.path):
                if whole.member not in self._members:
                    yield Gone(whole)
                    yield from map(Gone, self._store.places(whole.path, whole.member))
        if self._is_stamped:
            yield FileStamp(self._file.path, self._file.stamp or "", self._refused)
        self._begin(Opened("", None))


class _Group:
    """The lines or offsets of a file, or of a member of it, which are read in order."""

    def __init__(self, store: Store, whole: Origin) -> None:
        self.whole = whole
        self._store = store
        self._known: Iterator[Origin] | None = None
        self._ahead: Origin | None = None
        self._last: Found | None = None

    def passed(self, item: Found, origin: Origin) -> Iterator[Gone]:
        """Yield each place before an item where an article stood and nothing stands now."""
        self._last = item
        if origin == self.whole:
            return
        if self._known is None:
            self._known = iter(self._store.places(self.whole.path, self.whole.member))
            self._ahead = next(self._known, None)
        while self._ahead and place_values(self._ahead) <= place_values(origin):
            if self._ahead != origin:
                yield Gone(self._ahead)
            self._ahead = next(self._known, None)

    def left(self) -> Iterator[Gone]:
        """Yield the places behind the last one.

        If that was refused, the file may go on behind it: then nothing there is gone.
        """
        if self._ahead is not None and self._known and not isinstance(self._last, Refusal):
            yield Gone(self._ahead)
            yield from map(Gone, self._known)
