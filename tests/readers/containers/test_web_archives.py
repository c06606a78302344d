"""WARC, ARC and WACZ: each page at the offset of its record, and an answer to each damage."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from newsarc.readers import Piece, Reading, split_file
from newsarc.records.read import Refusal, Skipped

if TYPE_CHECKING:
    from pathlib import Path

HOST = "https://hafenblatt.example"
DAY = "2022-02-02"


def page(number: int, size: int = 20) -> bytes:
    words = " ".join(f"Der Deich {number}-{at} hielt." for at in range(size))
    return f"<html><body><p>{words}</p></body></html>".encode()


PAGES = [page(number, 20 + number) for number in range(6)]


def record(url: str, data: bytes, status: str = "200 OK", **headers: str) -> bytes:
    fields = {"Content-Type": "text/html; charset=utf-8"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items()), "", ""]
    block = "\r\n".join(lines).encode() + data
    head = [
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {DAY}T13:54:00Z",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
        "",
        "",
    ]
    return "\r\n".join(head).encode() + block + b"\r\n\r\n"


RECORDS = [record(f"{HOST}/{number}", data) for number, data in enumerate(PAGES)]
PACKED = [gzip.compress(each, mtime=0) for each in RECORDS]
PLAIN_OFFSETS, PACKED_OFFSETS = (
    [sum(map(len, records[:at])) for at in range(len(records))] for records in (RECORDS, PACKED)
)


def packed(records: list[bytes]) -> bytes:
    return b"".join(map(gzip.compress, records))


def made(*, packed: bool) -> bytes:
    return b"".join(PACKED if packed else RECORDS)


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def read(path: Path, limit: int = 1_000_000) -> list[Piece | Refusal | Skipped]:
    return list(split_file(path, Reading(limit)))


def pages(found: list[Any]) -> list[tuple[str | None, bytes | None]]:
    return [(item.url, item.data) for item in found if isinstance(item, Piece)]


def reasons(found: list[Any]) -> list[tuple[int | None, str]]:
    refusals = (item for item in found if isinstance(item, Refusal))
    return [(item.origin.offset, item.error.reason) for item in refusals]


def offsets(*, packed: bool) -> list[int]:
    return PACKED_OFFSETS if packed else PLAIN_OFFSETS


ALL = [(f"{HOST}/{number}", data) for number, data in enumerate(PAGES)]


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "ohne_endung"])
def test_each_page_is_read_at_the_offset_of_its_record(
    tmp_path: Path, name: str, packed: bool
) -> None:
    found = read(put(tmp_path / name, made(packed=packed)))

    assert pages(found) == ALL
    assert [item.origin.offset for item in found] == offsets(packed=packed)
    assert {item.modified for item in found if isinstance(item, Piece)} == {DAY}
    assert {item.charset for item in found if isinstance(item, Piece)} == {"utf-8"}


def test_records_in_one_gzip_member_are_read_at_their_offsets_within(tmp_path: Path) -> None:
    found = read(put(tmp_path / "a.warc.gz", gzip.compress(made(packed=False))))

    assert pages(found) == ALL
    assert [item.origin.offset for item in found] == PLAIN_OFFSETS


def test_what_is_no_page_is_skipped_by_its_kind(tmp_path: Path) -> None:
    records = [
        record(f"{HOST}/alt", b"", "301 Moved Permanently", Location=f"{HOST}/neu"),
        record(f"{HOST}/weg", b"<html>Weg</html>", "404 Not Found"),
        record(f"{HOST}/a.png", b"PNG", Content_Type="image/png"),
        record(f"{HOST}/a.css", b"p {}", Content_Type="text/css"),
        record(f"{HOST}/a.js", b"{}", Content_Type="application/javascript"),
        record(f"{HOST}/robots.txt", b"User-agent", Content_Type="text/plain"),
    ]

    found = read(put(tmp_path / "a.warc.gz", packed(records)))

    assert [item.what for item in found if isinstance(item, Skipped)] == [
        "redirects", "pages of errors", "pictures", "style sheets", "scripts", "other files",
    ]  # fmt: skip
    assert len(found) == 6


CODED = {
    "gzip": gzip.compress(PAGES[0]),
    "deflate": zlib.compress(PAGES[0]),
    "raw deflate": zlib.compress(PAGES[0])[2:-4],
    "unpacked already": PAGES[0],
}


@pytest.mark.parametrize("name", CODED)
def test_a_compressed_page_is_unpacked(tmp_path: Path, name: str) -> None:
    records = []
    records.append(
        record(HOST, CODED[name], Content_Encoding="gzip" if name == "gzip" else "deflate")
    )

    assert pages(read(put(tmp_path / "a.warc.gz", packed(records)))) == [(HOST, PAGES[0])]


def test_a_page_in_chunks_is_put_together(tmp_path: Path) -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (PAGES[0], PAGES[1], b""))
    records = [record(HOST, chunks, Transfer_Encoding="chunked")]

    found = read(put(tmp_path / "a.warc.gz", packed(records)))

    assert pages(found) == [(HOST, PAGES[0] + PAGES[1])]


@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_a_page_that_cannot_be_unpacked_is_refused(tmp_path: Path, coding: str) -> None:
    records = [
        record(HOST, b"\x8b\x00kein Gzip", Content_Encoding=coding),
        record(f"{HOST}/1", PAGES[1]),
    ]

    found = read(put(tmp_path / "a.warc.gz", packed(records)))

    assert pages(found) == [(f"{HOST}/1", PAGES[1])]
    assert [offset for offset, _ in reasons(found)] == [0]


def test_a_page_above_the_limit_is_refused(tmp_path: Path) -> None:
    found = read(put(tmp_path / "a.warc.gz", made(packed=True)), limit=len(PAGES[3]))

    assert len(pages(found)) == 4
    assert {reason for _, reason in reasons(found)} == {
        f"is larger than {len(PAGES[3]) / 1e6:g} MB; to read it: --max-size MB"
    }


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
def test_an_archive_that_is_cut_gives_its_whole_records_and_one_refusal(
    tmp_path: Path, packed: bool
) -> None:
    data = made(packed=packed)
    last = offsets(packed=packed)[-1]

    for end in (last + 40, (last + len(data)) // 2, len(data) - 20):
        found = read(put(tmp_path / "a.warc.gz", data[:end]))

        assert pages(found) == ALL[:-1]
        assert [offset for offset, _ in reasons(found)] == [last]


@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_damaged_gzip_member_is_refused_and_the_next_one_is_read(tmp_path: Path, at: int) -> None:
    data = bytearray(made(packed=True))
    starts = PACKED_OFFSETS
    data[(starts[at] + starts[at + 1]) // 2 + 30] ^= 0xFF

    found = read(put(tmp_path / "a.warc.gz", bytes(data)))

    assert pages(found) == ALL[:at] + ALL[at + 1 :]
    assert [offset for offset, _ in reasons(found)] == [starts[at]]


def test_what_stands_between_two_records_is_refused_once(tmp_path: Path) -> None:
    data = made(packed=False)
    at = PLAIN_OFFSETS[3]

    found = read(
        put(tmp_path / "a.warc", data[:at] + b"Kein Kopf\r\nnoch eine Zeile\r\n" + data[at:])
    )

    assert pages(found) == ALL
    assert [offset for offset, _ in reasons(found)] == [at]


@pytest.mark.parametrize("length", [8_170, 65_530, 131_070])
def test_the_next_record_is_found_wherever_it_begins(tmp_path: Path, length: int) -> None:
    for more in range(20):
        rubbish = b"Kein Kopf\r\n" + b"a" * (length + more - 13) + b"\r\n"

        found = read(put(tmp_path / "a.warc", rubbish + RECORDS[0]))

        assert pages(found) == ALL[:1]


def test_a_record_without_a_length_is_refused(tmp_path: Path) -> None:
    data = made(packed=False)
    at = PLAIN_OFFSETS[1]
    head, rest = data[:at], data[at:].replace(b"Content-Length", b"Content-Lengte", 1)

    found = read(put(tmp_path / "a.warc", head + rest))

    assert pages(found)[0] == ALL[0]
    assert pages(found)[1:] == ALL[2:]
    assert reasons(found)[0][0] == at


@pytest.mark.parametrize("length", ["-5", "+5", "viel", "", "9" * 5000])
def test_a_record_whose_length_is_no_number_is_refused(tmp_path: Path, length: str) -> None:
    data = made(packed=True)
    damaged = re.sub(rb"(?<=Content-Length: )\d+", length.encode(), RECORDS[1])
    at, end = PACKED_OFFSETS[1:3]

    found = read(put(tmp_path / "a.warc.gz", data[:at] + gzip.compress(damaged) + data[end:]))

    assert pages(found) == [ALL[0], *ALL[2:]]
    assert reasons(found)[0] == (
        at,
        "its headers are damaged, or do not say how long the record is",
    )


@pytest.mark.parametrize("headers", ["X: " + "a" * 1_100_000, "X: aaa\r\n" * 150_000])
def test_a_record_whose_headers_have_no_end_is_refused_and_the_next_one_is_read(
    tmp_path: Path, headers: str
) -> None:
    damaged = RECORDS[1].replace(b"WARC-Date", headers.encode() + b"\r\nWARC-Date", 1)

    found = read(put(tmp_path / "a.warc", RECORDS[0] + damaged + b"".join(RECORDS[2:])))

    assert pages(found) == [ALL[0], *ALL[2:]]
    assert reasons(found)[0] == (
        PLAIN_OFFSETS[1],
        "its headers are damaged, or do not say how long the record is",
    )


def test_an_arc_file_is_read(tmp_path: Path) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGES[0]
    version = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://a.arc 0.0.0.0 20080202135400 text/plain %d\n%s\n" % (len(version), version)
    url = HOST.encode()
    record = b"%s/0 127.0.0.1 20080202135400 text/html %d\n%s\n" % (url, len(http), http)

    found = read(put(tmp_path / "a.arc", head + record))

    assert pages(found) == [(f"{HOST}/0", PAGES[0])]
    assert [item.origin.offset for item in found if isinstance(item, Piece)] == [len(head)]


def packaged(listed: list[str]) -> bytes:
    out = io.BytesIO()
    lines = [json.dumps({"format": "json-pages-1.0"})]
    lines += [json.dumps({"url": url}) for url in listed]
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", made(packed=True))
        archive.writestr("pages/pages.jsonl", "\n".join(lines))
        archive.writestr("datapackage.json", "{}")
    return out.getvalue()


def test_the_pages_of_a_wacz_archive_are_read_in_its_web_archives(tmp_path: Path) -> None:
    path = put(tmp_path / "a.wacz", packaged([url for url, _ in ALL]))

    found = read(path)

    assert pages(found) == ALL
    assert str(found[1].origin) == f"{path}!archive/data.warc.gz@{found[1].origin.offset}"
    assert reasons(found) == []


def test_a_wacz_archive_that_lists_more_pages_than_it_has_is_told(tmp_path: Path) -> None:
    listed = [*(url for url, _ in ALL), f"{HOST}/fehlt"]

    found = read(put(tmp_path / "a.wacz", packaged(listed)))

    assert pages(found) == ALL
    assert reasons(found) == [(None, "lists 7 pages; 1 of them are not in it")]


def test_a_day_that_does_not_exist_is_no_day(tmp_path: Path) -> None:
    data = record(HOST, PAGES[0]).replace(DAY.encode(), b"2022-13-45")

    (found,) = read(put(tmp_path / "a.warc", data))

    assert isinstance(found, Piece)
    assert found.modified is None


def test_a_refused_page_of_a_wacz_archive_is_not_missing_as_well(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/a.warc", record(HOST, b"\x8b", Content_Encoding="br"))
        archive.writestr("pages/pages.jsonl", json.dumps({"url": HOST}))

    found = read(put(tmp_path / "a.wacz", out.getvalue()))

    assert [reason for _, reason in reasons(found)] == [
        "is compressed in a way that is not read (br)"
    ]
