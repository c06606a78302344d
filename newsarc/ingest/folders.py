"""Which folder names the source of the files in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from newsarc import readers
from newsarc.text import one_line

if TYPE_CHECKING:
    from newsarc.readers import File

_LEVEL = re.compile(r"folder(?::([0-9]{1,3}))?")
_PARENT = 1000  # deeper than any folder lies


def level(name: str) -> int:
    """Return how far below the ingested path the folder lies that an option names.

    `folder` is the folder directly below, `folder:2` one in it, `folder:0` the path itself, and
    `parent` the folder that holds the file. Raises ValueError.
    """
    if name == "parent":
        return _PARENT
    found = _LEVEL.fullmatch(name)
    if found is None:
        raise ValueError(f"a folder is named folder, folder:2 or parent, not {name!r}")
    return int(found[1] or 1)


def folder_name(file: File, depth: int) -> str | None:
    """Return the name of the folder at a level below the path under which a file was found.

    If the file does not lie that deep, it is that of the folder that holds it. So it is for a
    file that was given itself. The root of a disk has no name.
    """
    path, top = (Path(readers.origin_path(each)) for each in (file.path, file.top))
    below = path.relative_to(top).parts[:-1]
    name = (top.name, *below)[min(depth, len(below))] if path != top else path.parent.name
    return one_line(name) or None
