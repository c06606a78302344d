"""Opens archives: the scheme of an address says which engine keeps it."""

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


# By scheme. Each takes what stands behind the colon.
ENGINES: dict[str, Callable[[str], Store]] = {"sqlite": _sqlite, "memory": _memory}


def open_store(address: str | os.PathLike[str]) -> Store:
    """Open an archive by the path of its file, or by the address of an engine, such as `memory:`.

    A missing file is made when the first article is added. Raises NotAnArchive if the file is not
    one of newsarc.
    """
    scheme, colon, rest = str(address).partition(":")
    if colon and scheme in ENGINES:
        return ENGINES[scheme](rest)
    return _sqlite(str(address))
