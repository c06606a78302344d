"""The engines that all tests of stores run on, by name: each opens a store in an empty folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsarc import Store

ENGINES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: open_store(folder / "archive.db"),
    "memory": lambda _: open_store("memory:"),
}
