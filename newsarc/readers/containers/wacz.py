"""WACZ web archives: zip archives of WARC files, with a list of the pages in them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import MsgspecError
from msgspec.json import decode
from msgspec.structs import replace

from newsarc.readers.base import DamagedError, Entry, Piece
from newsarc.readers.containers import warc
from newsarc.readers.containers.zip import entry, name, opened
from newsarc.records.read import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from zipfile import ZipFile

    from newsarc.readers.base import Reading
    from newsarc.records.read import Skipped

_WARC = (".warc", ".warc.gz", ".arc", ".arc.gz")
_LIST = "pages/pages.jsonl"


def entries(
    file: BufferedReader, piece: Piece, reading: Reading
) -> Iterator[Piece | Refusal | Skipped]:
    """Yield the pages of all web archives in it; refuse it if pages that it lists are missing."""
    archive = opened(file)
    listed = set(_listed(archive, piece))
    missing, refused = set(listed), 0
    for info in archive.infolist():
        if name(info).lower().endswith(_WARC):
            inner = replace(piece, origin=piece.within(name(info)), name=name(info))
            for each in _pages(entry(archive, info, inner), reading):
                if isinstance(each, Refusal):
                    refused += 1
                else:
                    missing.discard(hash(each.url))
                yield each
    if (number := len(missing) - refused) > 0:
        yield piece.refused(f"lists {len(listed):,} pages; {number:,} of them are not in it")


def _pages(found: Entry | Refusal, reading: Reading) -> Iterator[Piece | Refusal | Skipped]:
    if isinstance(found, Refusal):
        yield found
    else:
        yield from warc.entries(found.file, found.piece, reading)


def _listed(archive: ZipFile, piece: Piece) -> Iterator[int]:
    """Yield a hash of the address of each page that the archive lists, as far as it can be read."""
    if _LIST not in archive.namelist():
        return
    found = entry(archive, archive.getinfo(_LIST), piece)
    with suppress(DamagedError):
        for line in found.file if isinstance(found, Entry) else ():
            with suppress(MsgspecError):
                page = decode(line)
                if isinstance(page, dict) and isinstance(page.get("url"), str):
                    yield hash(page["url"])
