"""Keeping articles and finding them: the contract, and the engines that keep it."""

from typing import TYPE_CHECKING

from newsarc.later import later
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
    KnownFile,
    Limits,
    Parcel,
    Promises,
    Sighting,
)
from newsarc.store.registry import open_store

if TYPE_CHECKING:
    from newsarc.store.contract import Store

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
    "KnownFile",
    "Limits",
    "Parcel",
    "Promises",
    "Sighting",
    "Store",
    "open_store",
]

__getattr__ = later(__name__, Store="store.contract")
