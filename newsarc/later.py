"""Names of a package that are loaded when they are first used.

A search uses a third of what can be done with an archive, and loading a module takes as long as
looking up a word.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def later(package: str, **modules: str) -> Callable[[str], object]:
    """Return a package's `__getattr__`: it finds each name in its module of `newsarc`."""

    def load(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"newsarc.{modules[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return load
