"""Which files of an archive are the issue of a newspaper, so that they are read as one piece."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from newsarc.readers.formats import HEAD, recognised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# In bytes: the largest file of an issue.
LARGEST = 20_000_000
_ROOT = re.compile(rb"<(?:\w{1,20}:)?mets[\s>]")
_METS = re.compile(r"(?:.*[/\\])?[^/\\]*mets[^/\\]*\.xml", re.IGNORECASE)


def issues(names: Iterable[str], head: Callable[[str], bytes]) -> dict[str, tuple[str, ...]]:
    """Return the METS files among the members of an archive, each with the pages of its issue.

    Its pages are the other XML files in its folder and below, up to the next METS file, but for
    those that another reader knows. `head` gives the first bytes of a member.
    """
    xml = [name for name in names if name.lower().endswith(".xml")]
    named = [name for name in xml if _METS.fullmatch(name)]
    found: dict[str, list[str]] = {name: [] for name in named if _ROOT.search(head(name)[:HEAD])}
    folders = {name.rpartition("/")[0]: name for name in found}
    for name in xml:
        mets = None if name in found else _above(name, folders)
        if mets is not None and _is_of_issue(head(name), name):
            found[mets].append(name)
    return {mets: tuple(pages) for mets, pages in found.items() if pages}


def _is_of_issue(start: bytes, name: str) -> bool:
    """Return whether XML is a page, or describes one: no item of an agency and no feed."""
    known = recognised(start[:HEAD], name)
    return known is None or known.name in {"alto", "xml"}


def packed(names: Iterable[str], read: Callable[[str], bytes]) -> bytes:
    """Return some members of an archive as one of their own; `read` gives the bytes of a member."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), read(name))
    return file.getvalue()


def _above(name: str, folders: dict[str, str]) -> str | None:
    """Return the METS file in the nearest folder above."""
    folder = name.rpartition("/")[0]
    while folder not in folders:
        if not folder:
            return None
        folder = folder.rpartition("/")[0]
    return folders[folder]
