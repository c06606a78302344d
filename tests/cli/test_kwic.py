from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.conftest import write_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc

TEXTS = (
    ("2022-01-01", "Kurier", "Der Seehund schwimmt. Ein alter Seehund schläft im Watt."),
    ("2022-02-02", "Anzeiger", "Am Strand lag eine Seehundstation, und Seehunde bellten."),
)


@pytest.fixture
def seals(newsarc: Newsarc, tmp_path: Path) -> Newsarc:
    articles = [
        {"title": f"Meldung {date}", "date": date, "source": source, "body": body}
        for date, source, body in TEXTS
    ]
    newsarc("ingest", str(write_lines(tmp_path / "seehunde.jsonl", articles)))
    return newsarc


def occurrences(newsarc: Newsarc, *args: str) -> list[dict[str, Any]]:
    result = newsarc("kwic", *args, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_there_is_a_line_for_each_occurrence_that_count_counts(seals: Newsarc) -> None:
    counted = json.loads(seals("count", "Seehund", "--format", "json").stdout)

    assert len(occurrences(seals, "Seehund")) == counted["occurrences"] == 4
    assert len(seals("kwic", "Seehund").stdout.splitlines()) == 4


def test_occurrences_stand_where_show_marks_them(seals: Newsarc) -> None:
    first, *_ = occurrences(seals, "Seehund", "--sort", "oldest")
    shown = json.loads(
        seals("show", first["id"], "--highlight", "Seehund", "--format", "json").stdout
    )

    found = [one for one in occurrences(seals, "Seehund") if one["id"] == first["id"]]
    assert [[one["start"], one["end"]] for one in found] == shown["marks"]["body"]
    assert first["words"] == shown["body"][first["start"] : first["end"]] == "Seehund"


def test_occurrences_stand_below_each_other(seals: Newsarc) -> None:
    lines = seals("kwic", "Seehund", "--width", "12").stdout.splitlines()

    assert {line.index("[") for line in lines} == {52}
    assert lines[0].endswith("nd lag eine [Seehund]station, und")


@pytest.mark.parametrize(
    ("sort", "words"),
    [
        ("left", ["alter", "Der", "eine", "und"]),
        ("right", ["bellten", "schläft", "schwimmt", "station"]),
    ],
)
def test_occurrences_are_ordered_by_their_context(
    seals: Newsarc, sort: str, words: list[str]
) -> None:
    found = occurrences(seals, "Seehund", "--sort", sort)
    beside = [
        one["left"].split()[-1] if sort == "left" else one["right"].strip(".,e ").split()[0]
        for one in found
    ]

    assert [word.strip(".,") for word in beside] == words


def test_occurrences_are_ordered_by_source(seals: Newsarc) -> None:
    found = occurrences(seals, "Seehund", "--sort", "source")

    assert [one["source"] for one in found] == ["Anzeiger", "Anzeiger", "Kurier", "Kurier"]


def test_a_table_for_programs_has_a_line_of_names(seals: Newsarc) -> None:
    rows = list(csv.DictReader(StringIO(seals("kwic", "Watt", "--format", "csv").stdout)))

    assert [(row["field"], row["words"], row["right"]) for row in rows] == [("body", "Watt", ".")]


def test_json_is_one_object_also_without_an_occurrence(seals: Newsarc) -> None:
    assert json.loads(seals("kwic", "Zebra", "--format", "json").stdout) == {
        "format_version": 1,
        "query": "zebra",
        "occurrences": [],
    }
    assert len(json.loads(seals("kwic", "Seehund", "--format", "json").stdout)["occurrences"]) == 4


def test_what_is_not_found_is_no_line_and_no_error(seals: Newsarc) -> None:
    result = seals("kwic", "Zebra")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "note: nothing was found\n"
