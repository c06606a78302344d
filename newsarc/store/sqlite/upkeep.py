"""What a run leaves undone, and is done when it ends: indexes, merges, counts of new words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.errors import StoreError
from newsarc.store.sqlite.file import driver, indexes, settings
from newsarc.store.sqlite.words import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.store.sqlite.archive import ArchiveFile


def merge(archive: ArchiveFile) -> Iterator[float]:
    """Do what there is to do, and yield the share of it that is done."""
    if not archive.has_content:
        return
    with driver.translated(archive.path):
        stages, share = _undone(archive), None
        for done, stage in enumerate(stages):
            for part in stage:
                share = (done + part) / len(stages)
                yield share
        if share is not None:
            yield 1.0


def _undone(archive: ArchiveFile) -> Sequence[Iterator[float]]:
    """Return what there is to do; each stage yields the share of it that is done."""
    with archive.snapshot() as connection:
        scattered, fresh = settings.is_scattered(connection), excerpt.is_fresh(connection)
        unindexed = indexes.missing(connection)
    if fresh and not (scattered or unindexed):
        return ()
    try:
        writer = archive.writer()
    except StoreError:  # it cannot be written here or now, and nothing was
        return ()
    indexing = [indexes.make(writer.connection)] if unindexed else []
    merging = [writer.merge()] if scattered else []
    counting = [] if fresh else [excerpt.refresh(writer.connection, archive.path)]
    return [*indexing, *merging, *counting]
