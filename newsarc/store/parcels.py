"""Entries packed for a store, in whatever process they were made."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from newsarc.analysis import FIELDS
from newsarc.store.kinds import Parcel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsarc.store.kinds import Entry


def parcel(entries: Iterable[Entry], pack: Callable[[Entry], Any]) -> Parcel:
    """Return a parcel of the packed entries, in their order, with all words that they bring."""
    rows: list[Any] = []
    texts: list[str] = []
    for entry in entries:
        rows.append(pack(entry))
        texts += [getattr(entry.indexed, f"{field}_forms") for field in FIELDS]
    forms = set(chain.from_iterable(map(str.split, texts)))
    return Parcel(tuple(rows), " ".join(forms))
