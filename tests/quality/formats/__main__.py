"""Print how well each format is read, from folders of real files with gold.

Usage: python -m tests.quality.formats DIR [PART ...]
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from tests.quality import formats

_NOT_PARTS = {"__main__", "mutations", "rows"}


def main(folder: Path, chosen: list[str]) -> None:
    parts = [found.name for found in iter_modules(formats.__path__)]
    for part in chosen or [name for name in parts if name not in _NOT_PARTS]:
        for row in import_module(f"tests.quality.formats.{part}").rows(folder):
            print(f"{row.format:<12} {row.measure:<44} {row.figure:<24} {row.peer}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
