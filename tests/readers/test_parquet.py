from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from newsarc.readers import Reading
from newsarc.records.read import Refusal
from tests.readers.golden import LIMIT, stream
from tests.readers.reading import documents

if TYPE_CHECKING:
    from pathlib import Path

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

GOOD = {"title": "Deich hält", "text": "Der Deich hielt."}


def written(path: Path, rows: list[dict[str, Any]], **options: Any) -> Path:
    pq.write_table(pa.Table.from_pylist(rows), path, **options)
    return path


def read(path: Path, **options: Any) -> list[Any]:
    return list(documents(path, Reading(LIMIT, **options)))


def test_rows_are_articles_by_their_numbers(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", [GOOD] * 1000, row_group_size=100)

    found = read(path)

    assert [item.origin.line for item in found] == list(range(1, 1001))
    assert {item.title for item in found} == {"Deich hält"}


def test_times_lists_and_nested_values_are_claims(tmp_path: Path) -> None:
    row = GOOD | {
        "published_at": datetime(2022, 2, 2, 14, 54, tzinfo=UTC),
        "authors": ["Eva Muster", "Jan Beispiel"],
        "source": {"name": "Küstenbote", "id": 7},
        "id": Decimal(17),
        "embedding": [0.1, 0.2],
    }

    (found,) = read(written(tmp_path / "a.parquet", [row]))

    assert found.date == "2022-02-02 14:54:00+00:00"
    assert found.authors == ("Eva Muster", "Jan Beispiel")
    assert (found.source, found.external_id) == ("Küstenbote", "17")


def test_a_day_is_a_day(tmp_path: Path) -> None:
    (found,) = read(written(tmp_path / "a.parquet", [GOOD | {"date": date(2022, 2, 2)}]))

    assert found.date == "2022-02-02"


def test_a_mapping_leads_into_a_structure(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.parquet", [{"meta": {"head": "Deich hält"}, "content": "Er hielt."}]
    )

    (found,) = read(path, mapping=(("title", ("meta.head",)),))

    assert found.title == "Deich hält"


def test_a_table_without_a_text_lists_its_columns(tmp_path: Path) -> None:
    (found,) = read(written(tmp_path / "a.parquet", [{"name": "x", "age": 3}]))

    assert found.error.reason == (
        "has no column of texts (its columns: name, age); to name it: --map text=COLUMN"
    )


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist([GOOD]).slice(0, 0), path)

    (found,) = read(path)

    assert found.error.reason == "is a table without a row"


@pytest.mark.parametrize("cut", [4, 20, 200, -8, -1])
def test_a_file_cut_off_is_refused(tmp_path: Path, cut: int) -> None:
    path = written(tmp_path / "a.parquet", [GOOD] * 10)
    path.write_bytes(path.read_bytes()[:cut])

    (found,) = stream(path)

    assert isinstance(found, Refusal)
    assert "is damaged, or no Parquet that can be read" in found.error.reason


def test_a_wrong_byte_has_an_answer(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", [GOOD] * 10)
    data = path.read_bytes()
    for at in range(0, len(data), 37):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        assert read(path)
