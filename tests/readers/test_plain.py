from __future__ import annotations

import gzip
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.readers.encoding import decode
from newsarc.records.kept import Origin
from newsarc.records.read import Document, Refusal
from tests.readers.golden import LIMIT, as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", cases("text"), ids=name)
def test_a_text_file_is_read_as_the_case_beside_it_says(path: Path) -> None:
    case = expected(path)
    limit = case.pop("limit", LIMIT)

    assert as_case(stream(path, limit=limit)) == case


@pytest.mark.parametrize("path", cases("text"), ids=name)
def test_a_text_file_is_one_item_of_the_stream(path: Path) -> None:
    (item,) = stream(path)

    assert item.origin == Origin(str(path))
    assert item.size == path.stat().st_size


def test_a_text_of_over_half_a_million_lines_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes(b"a\n" * 500_001)

    (item,) = stream(path, limit=2_000_000)

    assert isinstance(item, Refusal)
    assert item.error.reason == "has more than 500,000 lines; divide it into smaller files"


def test_a_file_beyond_the_limit_is_refused_with_the_option_that_raises_it(tmp_path: Path) -> None:
    path = tmp_path / "too_large.txt"
    path.write_bytes(b"a" * (LIMIT + 1))

    (item,) = stream(path)

    assert isinstance(item, Refusal)
    assert item.error.reason == "is larger than 1 MB; to read it: --max-size MB"
    assert item.size == LIMIT + 1


def test_a_file_as_large_as_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "just_right.txt"
    path.write_bytes(b"a" * LIMIT)

    (item,) = stream(path)

    assert isinstance(item, Document)


def test_a_file_far_beyond_the_limit_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "mostly_hole.txt"
    with path.open("wb") as file:
        file.truncate(2**40)

    (item,) = stream(path)

    assert isinstance(item, Refusal)
    assert item.size == 2**40


def test_a_refusal_says_where_and_why(tmp_path: Path) -> None:
    path = tmp_path / "leer.txt"
    path.touch()

    (item,) = stream(path)

    assert isinstance(item, Refusal)
    assert str(item.error) == f"{path}: is empty"


@pytest.mark.parametrize("byte", [byte for byte in range(0xA0, 0x100) if chr(byte).isalpha()])
def test_no_letter_of_windows_1252_is_lost(tmp_path: Path, byte: int) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"Nordhafen " + bytes([byte]) + b"!")

    (item,) = stream(path)

    assert isinstance(item, Document)
    assert item.text == f"Nordhafen {chr(byte)}!"


def put_packed(path: Path, data: bytes) -> Path:
    path.write_bytes(gzip.compress(data))
    return path


def test_the_limit_of_a_packed_text_is_its_size_unpacked(tmp_path: Path) -> None:
    just_right = put_packed(tmp_path / "a.txt.gz", b"a" * LIMIT)
    too_large = put_packed(tmp_path / "b.txt.gz", b"a" * (LIMIT + 1))

    document, refusal = stream(just_right, too_large)

    assert isinstance(document, Document)
    assert document.size == just_right.stat().st_size
    assert isinstance(refusal, Refusal)
    assert refusal.error.reason == "is larger than 1 MB; to read it: --max-size MB"


def test_a_packed_text_that_cannot_be_packed_is_read_up_to_the_limit(tmp_path: Path) -> None:
    path = put_packed(tmp_path / "a.txt.gz", random.Random(1).randbytes(LIMIT).replace(b"\0", b"a"))

    (item,) = stream(path)

    assert path.stat().st_size > LIMIT
    assert isinstance(item, Document)


@pytest.mark.parametrize("cut", [3, 12, 100, -1], ids=["head", "start", "middle", "end"])
def test_a_packed_text_that_is_damaged_is_one_refusal(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.txt.gz"
    words = " ".join(f"{number}. Deich" for number in range(1000))
    path.write_bytes(gzip.compress(words.encode())[:cut])

    (item,) = stream(path)

    assert isinstance(item, Refusal)
    assert item.error.reason == "the compressed data is damaged or ends early"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_text_is_the_same_in_every_encoding_that_has_a_mark(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Straßenbahn für Łódź: 5 € 😀".encode(encoding))

    (item,) = stream(path)

    assert isinstance(item, Document)
    assert (item.text, item.notes) == ("Straßenbahn für Łódź: 5 € 😀", ())


@given(st.text("Deich äöüß„“–€\n", min_size=1), st.data())
def test_bytes_of_windows_1252_among_utf8_are_repaired(text: str, data: st.DataObject) -> None:
    written = f"{text} {'ä' * len(text)}"  # most of it is UTF-8
    at = data.draw(st.integers(0, len(text) - 1))
    stray = written[at] if ord(written[at]) > 0x7F else "ü"
    mixed = written[:at].encode() + stray.encode("cp1252") + b" " + written[at + 1 :].encode()

    decoded, notes = decode(mixed)

    assert decoded == f"{written[:at]}{stray} {written[at + 1 :]}"
    assert notes == ("has 1 byte that is not UTF-8, read as Windows-1252",)


def test_where_stray_bytes_outweigh_utf8_all_is_windows_1252(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Über Köln für Ä“ähnliches".encode("cp1252"))  # `Ä“` is a letter in UTF-8

    (item,) = stream(path)

    assert isinstance(item, Document)
    assert item.text == "Über Köln für Ä“ähnliches"
