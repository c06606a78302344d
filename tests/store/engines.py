"""Every engine that the tests hold to the contract: a new one is a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsarc.store import Store

# By the engine's name, how an empty store of it is opened with its files, if any, in a folder.
ENGINES: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: open_store("memory:"),
    "sqlite": lambda folder: open_store(folder / "archive.db"),
}

# The engine that the others are compared with: it searches by reading every article.
ORACLE = "memory"
OTHERS = tuple(name for name in ENGINES if name != ORACLE)
