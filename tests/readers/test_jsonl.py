from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from newsarc.records.kept import Origin
from newsarc.records.read import Document, Refusal
from tests.readers.golden import LIMIT, as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path

GOOD = b'{"body": "Der Deich hielt."}\n'
TOO_LARGE = "is larger than 1 MB; to read it: --max-size MB"
BEYOND = "is nested too deeply, or a number in it is too long"
DAMAGED = "the compressed data is damaged or ends early; the rest of the file could not be read"


def lines_and_reasons(path: Path) -> list[tuple[int | None, str | None]]:
    return [
        (item.origin.line, item.error.reason if isinstance(item, Refusal) else None)
        for item in stream(path)
    ]


@pytest.mark.parametrize("path", cases("jsonl"), ids=name)
def test_a_file_of_lines_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


def test_documents_and_refusals_come_in_the_order_of_the_lines(tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_bytes(b"Nein\n" + GOOD + b"[]\n\n" + GOOD)

    assert [line for line, _ in lines_and_reasons(path)] == [1, 2, 3, 5]


def test_a_refusal_names_its_file_line_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_bytes(GOOD + b"[]\n")

    _, refusal = stream(path)

    assert isinstance(refusal, Refusal)
    assert refusal.origin == Origin(str(path), 2)
    assert str(refusal.error) == f"{path}:2: is JSON, but not an object"


def test_a_line_beyond_the_limit_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long_line.jsonl"
    path.write_bytes(GOOD + b'{"body": "' + b"a" * 3 * LIMIT + b'"}\n' + GOOD)

    assert lines_and_reasons(path) == [(1, None), (2, TOO_LARGE), (3, None)]


def test_a_last_line_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long_last_line.jsonl"
    path.write_bytes(GOOD + b"a" * (LIMIT + 1))

    assert lines_and_reasons(path) == [(1, None), (2, TOO_LARGE)]


@pytest.mark.parametrize("end", [b"", b"\n"], ids=["at the end", "before a line end"])
def test_a_line_as_large_as_the_limit_is_read(tmp_path: Path, end: bytes) -> None:
    path = tmp_path / "just_right.jsonl"
    path.write_bytes(b'{"body": "' + b"a" * (LIMIT - 12) + b'"}' + end)

    assert lines_and_reasons(path) == [(1, None)]


def test_a_long_line_is_refused_in_a_packed_file_too(tmp_path: Path) -> None:
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(GOOD + b"a" * 5 * LIMIT + b"\n" + GOOD))

    assert lines_and_reasons(path) == [(1, None), (2, TOO_LARGE), (3, None)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"[" * 200_000, id="nesting"),
        pytest.param(b'{"a":' * 200_000, id="nested objects"),
        pytest.param(b'{"body": "x", "id": ' + b"9" * 10_000 + b"}", id="a number"),
    ],
)
def test_json_beyond_all_reason_is_refused(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "beyond.jsonl"
    path.write_bytes(line + b"\n" + GOOD)

    assert lines_and_reasons(path) == [(1, BEYOND), (2, None)]


@pytest.mark.parametrize("depth", [300, 600, 900, 990])
def test_lists_within_lists_under_another_key_do_no_harm(tmp_path: Path, depth: int) -> None:
    path = tmp_path / "nested.jsonl"
    path.write_bytes(b'{"body": "x", "tags": ' + b"[" * depth + b"]" * depth + b"}\n" + GOOD)

    assert [line for line, _ in lines_and_reasons(path)] == [1, 2]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"NaN", None),
        (b"-Infinity", None),
        (b"1e400", None),
        (b"9" * 40, "9" * 40),
        (b"0.1", "0.1"),
        (b'"a\\ud800b"', "a\ufffdb"),
        (b'7, "id": 8', "8"),
    ],
)
def test_what_no_strict_parser_takes_is_read_too(tmp_path: Path, value: bytes, text: str) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_bytes(b'{"body": "Der Deich hielt.", "id": ' + value + b"}\n")

    (item,) = stream(path)

    assert isinstance(item, Document)
    assert item.external_id == text


@pytest.mark.parametrize("share", [1, 10, 50, 90, 99])
def test_what_stands_before_a_cut_in_packed_data_is_read(tmp_path: Path, share: int) -> None:
    lines = [json.dumps({"body": f"Meldung {number}."}) for number in range(5000)]
    packed = gzip.compress("\n".join(lines).encode())
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(packed[: len(packed) * share // 100])

    *read, last = stream(path)

    assert isinstance(last, Refusal)
    assert last.error.reason == DAMAGED
    assert [item.body for item in read if isinstance(item, Document)] == [
        f"Meldung {number}." for number in range(len(read))
    ]


def test_sizes_add_up_to_the_bytes_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    path.write_bytes(GOOD + b"Nein\n" + GOOD)

    assert sum(item.size for item in stream(path)) == path.stat().st_size


def test_sizes_of_a_packed_file_add_up_to_its_packed_bytes(tmp_path: Path) -> None:
    path = tmp_path / "packed.jsonl.gz"
    path.write_bytes(gzip.compress(GOOD * 20_000))

    assert sum(item.size for item in stream(path)) == path.stat().st_size
