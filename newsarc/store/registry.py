"""Which engine keeps an archive: by the scheme of its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.store.sqlite.store import SqliteStore

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from newsarc.store.contract import Store


def _sqlite(address: str) -> Store:
    return SqliteStore(address)


def _memory(_address: str) -> Store:
    from newsarc.store.memory.store import MemoryStore

    return MemoryStore()


ENGINES: dict[str, Callable[[str], Store]] = {"sqlite": _sqlite, "memory": _memory}


def open_store(address: str | os.PathLike[str]) -> Store:
    """Open an archive: the path of a file, or an engine's address, such as `memory:`.

    A file that does not exist yet is made when the first article is added. Raises
    NotAnArchive for a file of somebody else's.
    """
    scheme, colon, rest = str(address).partition(":")
    if colon and scheme in ENGINES:
        return ENGINES[scheme](rest)
    return _sqlite(str(address))
