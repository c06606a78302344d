from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.records.read import Refusal
from tests.readers.golden import as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path

(MHTML,) = cases("mhtml")


@pytest.mark.parametrize("path", cases("mhtml"), ids=name)
def test_a_page_in_one_file_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


def test_a_page_in_one_file_is_known_without_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "seite"
    path.write_bytes(MHTML.read_bytes())

    assert as_case(stream(path)) == expected(MHTML)


@pytest.mark.parametrize(
    ("file", "data", "reason"),
    [
        ("a.mhtml", b"From: <Saved by Blink>\n\nKein HTML.", "is a saved page without HTML"),
        ("a.webarchive", b"bplist00", "cannot be read as a web archive of Safari"),
        ("a.xlsx", b"PK\x03\x04", "is a spreadsheet, which is not read; save it as CSV"),
        ("a.rar", b"Rar!", "is a RAR archive, which is not read; unpack it"),
        ("LIESMICH", b"Text", "no reader for files without an extension; to read it as a text:"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, file: str, data: bytes, reason: str) -> None:
    path = tmp_path / file
    path.write_bytes(data)

    (refusal,) = stream(path)

    assert isinstance(refusal, Refusal)
    assert refusal.error.reason.startswith(reason)
