from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.records.kept import Origin
from newsarc.records.read import Document, Refusal
from tests.readers.golden import LIMIT, as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", cases("plain"), ids=name)
def test_a_text_file_is_read_as_the_case_beside_it_says(path: Path) -> None:
    case = expected(path)
    limit = case.pop("limit", LIMIT)

    assert as_case(stream(path, limit=limit)) == case


@pytest.mark.parametrize("path", cases("plain"), ids=name)
def test_a_text_file_is_one_item_of_the_stream(path: Path) -> None:
    (item,) = stream(path)

    assert item.origin == Origin(str(path))
    assert item.size == path.stat().st_size


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
