"""WACZ web archives: zip archives of WARC files, with a list of the pages in them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, cast

from msgspec import MsgspecError
from msgspec.json import decode
from msgspec.structs import replace

from newsarc.readers.base import Piece
from newsarc.readers.containers import warc
from newsarc.readers.containers.unpacked import unpacked
from newsarc.readers.containers.zip import DAMAGES, entry, name, opened
from newsarc.records.read import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from zipfile import ZipFile

    from newsarc.readers.base import Entry, Reading
    from newsarc.readers.containers.unpacked import Stream
    from newsarc.records.read import Skipped

_WARC = (".warc", ".warc.gz", ".arc", ".arc.gz")
_LIST = "pages/pages.jsonl"


def entries(
    file: BufferedReader, piece: Piece, reading: Reading
) -> Iterator[Piece | Refusal | Skipped]:
    """Yield the pages of all web archives in it; refuse it if pages that it lists are missing."""
    archive = opened(file)
    listed = set(_listed(archive, file))
    missing = set(listed)
    for info in archive.infolist():
        if name(info).lower().endswith(_WARC):
            inner = replace(piece, origin=piece.within(name(info)), name=name(info))
            for each in _pages(entry(archive, info, inner, file), reading):
                if not isinstance(each, Refusal):
                    missing.discard(hash(each.url if isinstance(each, Piece) else ""))
                yield each
    if missing:
        yield piece.refused(f"lists {len(listed):,} pages; {len(missing):,} of them are not in it")


def _pages(found: Entry | Refusal, reading: Reading) -> Iterator[Piece | Refusal | Skipped]:
    if isinstance(found, Refusal):
        yield found
    else:
        yield from warc.entries(found.file, found.piece, reading)


def _listed(archive: ZipFile, file: BufferedReader) -> Iterator[int]:
    """Yield a hash of the address of each page that the archive lists."""
    if _LIST not in archive.namelist():
        return
    for line in unpacked(cast("Stream", archive.open(_LIST)), file, DAMAGES):
        with suppress(MsgspecError):
            page = decode(line)
            if isinstance(page, dict) and isinstance(page.get("url"), str):
                yield hash(page["url"])
