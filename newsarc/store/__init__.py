"""Keeping articles and finding them: the contract, and the engines that keep it."""

from newsarc.store.contract import Store
from newsarc.store.kinds import (
    Counted,
    Entry,
    FileStamp,
    Found,
    Holding,
    Kept,
    Key,
    Known,
    Parcel,
    Sighting,
)
from newsarc.store.registry import open_store

__all__ = [
    "Counted",
    "Entry",
    "FileStamp",
    "Found",
    "Holding",
    "Kept",
    "Key",
    "Known",
    "Parcel",
    "Sighting",
    "Store",
    "open_store",
]
