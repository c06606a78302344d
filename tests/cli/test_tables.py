from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import write_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc

FORMULAS = ("=1+1", "+++ Eil +++", "-Zitat", "@redaktion")


@pytest.fixture
def formulas(newsarc: Newsarc, tmp_path: Path) -> Newsarc:
    articles = [
        {"title": title, "source": title, "date": "2022", "body": f"Der Wal Nummer {number}."}
        for number, title in enumerate(FORMULAS)
    ]
    newsarc("ingest", str(write_lines(tmp_path / "wale.jsonl", articles)))
    return newsarc


def sources(text: str, column: str = "source") -> set[str]:
    return {row[column] for row in csv.DictReader(StringIO(text))}


@pytest.mark.parametrize(
    "command",
    [("search", "Wal"), ("list", "--since", "2022"), ("stats", "Wal", "--by", "source"),
     ("kwic", "Wal")],
)  # fmt: skip
def test_no_cell_of_a_table_is_a_formula_unless_cells_are_exact(
    formulas: Newsarc, command: tuple[str, ...]
) -> None:
    safe = sources(formulas(*command, "--format", "csv").stdout)
    exact = sources(formulas(*command, "--format", "csv", "--exact").stdout)

    assert {f"'{name}" for name in FORMULAS} <= safe
    assert set(FORMULAS) <= exact


def test_a_table_may_begin_with_a_mark_for_excel(formulas: Newsarc) -> None:
    text = formulas("stats", "--by", "year", "--format", "tsv", "--bom").stdout

    assert text.splitlines()[0] == "\ufeffyear\tarticles"
    assert text.count("\ufeff") == 1
