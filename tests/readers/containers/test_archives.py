"""Zip and tar archives, and compressed files: what is in them is read as if it were unpacked."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import sys
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from newsarc.readers import Reading, read_piece, split_file
from newsarc.records.read import Document, Refusal, Skipped
from tests.readers.golden import stream

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "Nordhafen (dpa) - Der Deich am Kai von Nordhafen hielt der Sturmflut stand."
LINES = '{"text": "Eins am Hafen."}\n{"text": "Zwei am Kai."}\n'
TAR_DAMAGED = "the tar archive is damaged or ends early"
FILES = {
    "2022/Übung.txt": TEXT,
    "b.jsonl": LINES,
    "bild.png": "kein Bild",
    ".versteckt/c.txt": "Verborgenes.",
    "__MACOSX/._b.jsonl": "Eigenes des Systems.",
}


def zipped(files: dict[str, str] = FILES) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def tarred(files: dict[str, str] = FILES) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(text.encode()), 1643812440
            archive.addfile(info, io.BytesIO(text.encode()))
    return made.getvalue()


def zstd(data: bytes) -> bytes:
    if sys.version_info >= (3, 14):
        from compression.zstd import compress
    else:
        from backports.zstd import compress
    return bytes(compress(data))


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd,
}
ARCHIVES: dict[str, Callable[[], bytes]] = {
    "a.zip": zipped,
    "a.tar": tarred,
    "a.tgz": lambda: gzip.compress(tarred()),
    "a.tar.xz": lambda: lzma.compress(tarred()),
    "ohne_endung": zipped,
}


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def told(path: Path) -> list[tuple[str, str]]:
    """What a file holds: the place within it, and the text, the reason or what is skipped."""
    place = len(str(path))
    return sorted((str(item.origin)[place:], content(item)) for item in stream(path))


def content(item: Document | Refusal | Skipped) -> str:
    if isinstance(item, Document):
        return item.content
    return item.error.reason if isinstance(item, Refusal) else item.what


@pytest.mark.parametrize("name", ARCHIVES)
def test_the_files_of_an_archive_are_read_in_it(tmp_path: Path, name: str) -> None:
    assert told(put(tmp_path / name, ARCHIVES[name]())) == [
        ("!2022/Übung.txt", TEXT),
        ("!b.jsonl:1", "Eins am Hafen."),
        ("!b.jsonl:2", "Zwei am Kai."),
        ("!bild.png", "pictures"),
    ]


@pytest.mark.parametrize("ending", PACKED)
@pytest.mark.parametrize("name", ["a.txt", "b.jsonl"])
def test_a_compressed_file_is_read_as_the_file(tmp_path: Path, name: str, ending: str) -> None:
    text = TEXT if name == "a.txt" else LINES
    plain = put(tmp_path / name, text.encode())
    packed = put(tmp_path / f"{name}.{ending}", PACKED[ending](text.encode()))

    assert told(packed) == told(plain)


@pytest.mark.parametrize("ending", PACKED)
@pytest.mark.parametrize("name", ["a.txt", "b.jsonl"])
def test_a_damaged_compressed_file_is_refused(tmp_path: Path, name: str, ending: str) -> None:
    data = bytearray(PACKED[ending]((TEXT * 50).encode()))
    data[len(data) // 2] ^= 0xFF

    answers = told(put(tmp_path / f"{name}.{ending}", bytes(data)))

    assert any(reason.startswith("the compressed data is damaged") for _, reason in answers)


def test_an_archive_in_an_archive_names_both_members(tmp_path: Path) -> None:
    path = tmp_path / "außen.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("innen.tar.gz", gzip.compress(tarred({"a.txt": TEXT})))
        archive.writestr("innen.zip", zipped({"b.txt": TEXT}))

    assert told(path) == [("!innen.tar.gz!a.txt", TEXT), ("!innen.zip!b.txt", TEXT)]


def test_archives_nested_without_end_are_refused(tmp_path: Path) -> None:
    data = zipped({"a.txt": TEXT})
    for depth in range(4):
        outer = io.BytesIO()
        with zipfile.ZipFile(outer, "w") as archive:
            archive.writestr(f"{depth}.zip", data)
        data = outer.getvalue()

    ((_, reason),) = told(put(tmp_path / "tief.zip", data))

    assert reason == "is a container in 3 others; unpack the outer one"


def test_an_archive_of_too_many_members_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = (20_000_001).to_bytes(4, "little")

    assert told(put(tmp_path / "a.zip", bytes(data))) == [
        ("", "lists too many members to be held in memory; unpack it, or divide it")
    ]


def test_a_member_brings_the_day_on_which_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt", (2022, 2, 2, 14, 54, 0)), TEXT)
        archive.writestr(zipfile.ZipInfo("b.txt", (1980, 1, 1, 0, 0, 0)), TEXT)
    tar = put(tmp_path / "b.tar", tarred({"c.txt": TEXT}))

    found = [item for item in stream(path, tar) if isinstance(item, Document)]

    assert [item.modified for item in found] == ["2022-02-02", None, "2022-02-02"]


def test_an_encrypted_member_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": "Zwei am Kai."}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):  # the flag of the first member, in both headers
        data[data.find(mark) + (6 if mark[2] == 3 else 8)] |= 1

    assert told(put(tmp_path / "a.zip", bytes(data))) == [
        ("!a.txt", "is encrypted; unpack it with its password first"),
        ("!b.txt", "Zwei am Kai."),
    ]


def test_a_damaged_member_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    text = " ".join(f"Zeile {number}." for number in range(1000))
    data = bytearray(zipped({"a.txt": text, "b.txt": "Zwei am Kai."}))
    data[200] ^= 0xFF

    assert told(put(tmp_path / "a.zip", bytes(data))) == [
        ("!a.txt", "the compressed data is damaged or ends early"),
        ("!b.txt", "Zwei am Kai."),
    ]


@pytest.mark.parametrize("cut", [30, -10], ids=["middle", "end"])
def test_a_zip_archive_that_ends_early_is_one_refusal(tmp_path: Path, cut: int) -> None:
    ((place, reason),) = told(put(tmp_path / "a.zip", zipped()[:cut]))

    assert (place, reason) == ("", "is damaged or ends early: a zip archive has a directory")


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["tar", "tar.gz"])
def test_what_stands_before_the_end_of_a_cut_tar_archive_is_read(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    data = pack(tarred({"a.txt": TEXT, "b.txt": os.urandom(9000).hex()}))

    first, *refusals = stream(put(tmp_path / "a.tar", data[: len(data) // 2]))

    assert content(first) == TEXT
    assert [str(item.origin).rpartition("!")[2] for item in refusals] == ["b.txt", "b.txt"]
    assert content(refusals[-1]).endswith("the rest could not be read")


@pytest.mark.parametrize("damage", [b"kein Kopf " * 52, b"kein Kopf " * 30], ids=["rubbish", "end"])
def test_a_damaged_header_in_a_tar_archive_is_told(tmp_path: Path, damage: bytes) -> None:
    first = tarred({"a.txt": TEXT})[:1024]

    found, refusal = told(put(tmp_path / "a.tar", first + damage))

    assert found == ("!a.txt", TEXT)
    assert refusal == ("!a.txt", f"{TAR_DAMAGED}; the rest could not be read")


def test_a_tar_archive_without_an_end_is_read(tmp_path: Path) -> None:
    assert told(put(tmp_path / "a.tar", tarred({"a.txt": TEXT})[:1024])) == [("!a.txt", TEXT)]


def header(kind: bytes, size: int) -> bytes:
    info = tarfile.TarInfo("a.txt")
    info.type, info.size = kind, size
    return info.tobuf(tarfile.GNU_FORMAT)


@pytest.mark.parametrize("size", [-1, 1 << 40, 1 << 62])
@pytest.mark.parametrize("kind", [tarfile.REGTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE])
def test_a_member_of_a_tar_archive_that_states_any_size_is_refused(
    tmp_path: Path, kind: bytes, size: int
) -> None:
    found = stream(put(tmp_path / "a.tar", header(kind, size) + bytes(1024)))

    assert found
    assert all(isinstance(item, Refusal) for item in found)


def test_a_sparse_member_of_a_tar_archive_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    sparse = header(tarfile.GNUTYPE_SPARSE, 0)

    first, second = told(put(tmp_path / "a.tar", sparse + tarred({"b.txt": TEXT})))

    assert first == ("!a.txt", "is a sparse file, which may have no end; unpack the archive")
    assert second == ("!b.txt", TEXT)


def test_a_sparse_member_without_an_end_is_refused(tmp_path: Path) -> None:
    told_of_more = bytearray(header(tarfile.GNUTYPE_SPARSE, 0))
    told_of_more[482] = 1
    told_of_more[148:156] = b"%06o\0 " % (sum(told_of_more[:148] + told_of_more[156:]) + 8 * 32)

    found = stream(put(tmp_path / "a.tar", bytes(told_of_more)))

    assert [content(item) for item in found] == [f"{TAR_DAMAGED}; the rest could not be read"]


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
def test_an_archive_of_nothing_is_refused(tmp_path: Path, name: str) -> None:
    data = zipped({}) if name == "a.zip" else tarred({})

    ((place, reason),) = told(put(tmp_path / name, gzip.compress(data) if "gz" in name else data))

    assert (place, reason) == ("", "contains nothing to read")


BOMBS = {
    "a.zip": lambda: zipped({"a.jsonl": "0" * 50_000_000}),
    "a.txt.gz": lambda: gzip.compress(b"0" * 50_000_000),
    "a.jsonl.gz": lambda: gzip.compress(b"0" * 50_000_000),
    "b.zip": lambda: zipped({f"{number}.txt": "0" * 9_000_000 for number in range(5)}),
    "a.gz": lambda: gzip.compress(gzip.compress(b"0" * 50_000_000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused(tmp_path: Path, name: str) -> None:
    found = stream(put(tmp_path / name, BOMBS[name]()), limit=10_000_000)

    assert all(isinstance(item, Refusal) for item in found)
    assert len(found) == 1


def test_the_sizes_of_what_is_read_add_up_to_the_size_of_the_archive(tmp_path: Path) -> None:
    path = put(tmp_path / "a.tar", tarred({f"{number}.txt": TEXT for number in range(100)}))

    sizes = [item.size for item in stream(path)]

    assert path.stat().st_size * 0.8 < sum(sizes) <= path.stat().st_size


def test_members_are_not_read_before_they_are_asked_for(tmp_path: Path) -> None:
    path = put(tmp_path / "a.tar", tarred({f"{number}.txt": TEXT for number in range(9)}))

    pieces = split_file(path, Reading(1_000_000))
    first = next(pieces)

    assert not isinstance(first, (Refusal, Skipped))
    assert [content(item) for item in read_piece(first, Reading(1_000_000))] == [TEXT]


def test_a_large_archive_in_an_archive_is_no_bomb(tmp_path: Path) -> None:
    lines = "".join(f'{{"text": "Satz {number} {number**5}."}}\n' for number in range(300_000))
    inner = zipped({"a.jsonl": lines})
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("innen.zip", inner)

    found = [each for each in split_file(path, Reading(1_000_000)) if isinstance(each, Refusal)]

    assert len(lines) > 10_000_000
    assert found == []


def test_zstd_in_frames_that_say_how_to_skip_them_is_read(tmp_path: Path) -> None:
    frame = b"\x50\x2a\x4d\x18\x04\x00\x00\x00\x00\x00\x00\x00"

    assert told(put(tmp_path / "a.txt.zst", frame + zstd(TEXT.encode()))) == [("", TEXT)]


def test_a_name_in_utf8_without_its_flag_is_read_as_such(tmp_path: Path) -> None:
    data = zipped({"Grusse.txt": TEXT}).replace(b"Grusse", "Grüße"[:4].encode()[:6])
    path = put(tmp_path / "a.zip", data)

    assert zlib.crc32(path.read_bytes()) == zlib.crc32(data)
    assert [place for place, _ in told(path)] == ["!Grüß.txt"]
