"""Entries packed for a store, in whatever process they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc.store.kinds import Parcel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsarc.store.kinds import Entry


def parcel(entries: Iterable[Entry], pack: Callable[[Entry], Any]) -> Parcel:
    """Return a parcel of the packed entries, in order, with their fresh forms, sorted."""
    rows: list[Any] = []
    forms: set[str] = set()
    for entry in entries:
        rows.append(pack(entry))
        forms.update(entry.indexed.fresh.split())
    return Parcel(tuple(rows), " ".join(sorted(forms)))
