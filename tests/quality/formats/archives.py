"""Web archives: the pages and offsets of warcio, and what an archive costs beside its pages."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING
from zipfile import ZipFile

from warcio.archiveiterator import ArchiveIterator

from newsarc.ingest.identity import key
from newsarc.readers import Piece, Reading, find_files, read_piece, split_file
from newsarc.records.read import Document, Refusal
from tests.quality.formats.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

_READING = Reading(10_000_000, any_page=True)
_TIMES = 3


def rows(folder: Path) -> Iterator[Row]:
    samples = folder / "formats"
    yield from _pages(samples / "warc")
    yield from _pages(samples / "wacz")
    built = samples / "warc" / "built.warc.gz"
    own, peer = _offsets(built), _peers_offsets(built)
    found = f"{len(own & peer)}/{len(own)}"
    yield Row("warc", "offsets of pages as warcio's", found)
    yield _damage(samples / "warc")
    with tempfile.TemporaryDirectory() as scratch:
        yield from _beside_files(built, Path(scratch))


def _pages(folder: Path) -> Iterator[Row]:
    """Yield how many pages of the gold are read, of the archives that are whole."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    found = wanted = 0
    for name, known in gold.items():
        items = known.get("items") or []
        pages = [item for item in items if "html" in item or folder.name == "wacz"]
        addresses = {item.get("uri") or item.get("url") for item in pages}
        pieces = split_file(folder / name, _READING)
        found += len(addresses & {each.url for each in pieces if isinstance(each, Piece)})
        wanted += len(addresses)
    yield Row(folder.name, "pages read (broken archives among them)", f"{found}/{wanted}")


def _offsets(path: Path) -> set[int | None]:
    pieces = (each for each in split_file(path, _READING) if isinstance(each, Piece))
    return {each.origin.offset for each in pieces}


def _peers_offsets(path: Path) -> set[int | None]:
    with path.open("rb") as file:
        records = ArchiveIterator(file)
        return {records.get_record_offset() for _ in records}


def _damage(folder: Path) -> Row:
    """Say how many records of three damaged archives are refused: one each is right."""
    names = ("few_flipped.warc.gz", "few_truncated.warc.gz")
    refusals = [
        sum(isinstance(each, Refusal) for each in split_file(folder / name, _READING))
        for name in names
    ]
    return Row("warc", "refusals of a flipped and a truncated archive", str(refusals))


def _beside_files(built: Path, scratch: Path) -> Iterator[Row]:
    """Yield what reading the pages costs as files, in a zip archive and in the web archive."""
    loose = scratch / "loose"
    loose.mkdir()
    pieces = [each for each in split_file(built, _READING) if isinstance(each, Piece)]
    with ZipFile(scratch / "a.zip", "w") as archive:
        for number, each in enumerate(pieces):
            name = f"{number:04}.html"
            (loose / name).write_bytes(each.data or b"")
            archive.writestr(name, each.data or b"")
    (scratch / "b.warc").write_bytes(gzip.decompress(built.read_bytes()))
    places = {
        "files": loose,
        "zip": scratch / "a.zip",
        "warc.gz": built,
        "warc": scratch / "b.warc",
    }
    seconds: dict[str, list[float]] = {name: [] for name in places}
    digests: dict[str, set[str]] = {}
    for _ in range(_TIMES):
        for name, path in places.items():
            begin = process_time()
            digests[name] = {key(each).digest for each in _documents(path)}
            seconds[name].append(process_time() - begin)
    least = {name: min(times) for name, times in seconds.items()}
    for name in ("zip", "warc.gz", "warc"):
        # The address of a record names its site, and so tells some headlines from its name.
        same = len(digests[name] & digests["files"])
        yield Row(name, "CPU against the pages as files", f"{least[name] / least['files']:.3f}x")
        yield Row(name, "digests as of the files", f"{same} of {len(digests[name])}")


def _documents(path: Path) -> Iterator[Document]:
    for file in find_files([path]):
        for piece in split_file(getattr(file, "path", path), _READING):
            found = read_piece(piece, _READING) if isinstance(piece, Piece) else ()
            yield from (each for each in found if isinstance(each, Document))
