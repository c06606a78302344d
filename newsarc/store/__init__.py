"""Keeping articles and finding them: the contract, and the engines that keep it."""

from newsarc.store.contract import Store
from newsarc.store.kinds import (
    Batch,
    Counted,
    DocumentFrequencies,
    Entry,
    FileStamp,
    Found,
    Kept,
    Key,
    Known,
    Limits,
    Parcel,
    Promises,
    Sighting,
)
from newsarc.store.registry import open_store

__all__ = [
    "Batch",
    "Counted",
    "DocumentFrequencies",
    "Entry",
    "FileStamp",
    "Found",
    "Kept",
    "Key",
    "Known",
    "Limits",
    "Parcel",
    "Promises",
    "Sighting",
    "Store",
    "open_store",
]
