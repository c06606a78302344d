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

DATES = ("2020-01-03", "2020-01-20", "2020-04-01", "2020", None)


@pytest.fixture
def dated(newsarc: Newsarc, tmp_path: Path) -> Newsarc:
    articles = [
        {"title": "Deich", "date": date, "body": f"Der Seehund Nummer {number} schwimmt."}
        for number, date in enumerate(DATES)
    ]
    other = {"title": "Möwe", "date": "2020-02-02", "body": "Ein Seeadler fliegt."}
    newsarc("ingest", str(write_lines(tmp_path / "zeit.jsonl", [*articles, other])))
    return newsarc


def told(newsarc: Newsarc, *args: str) -> dict[str, Any]:
    result = newsarc("trend", *args, "--format", "json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_periods_follow_each_other_without_a_gap(dated: Newsarc) -> None:
    found = told(dated, "Seehund", "Seeadler")

    assert found["periods"] == ["2020-01", "2020-02", "2020-03", "2020-04"]
    assert [each["articles"] for each in found["queries"]] == [[2, 0, 0, 1], [0, 1, 0, 0]]


@pytest.mark.parametrize("by", ["year", "quarter", "month", "week", "day"])
def test_the_numbers_add_up_to_those_of_count(dated: Newsarc, by: str) -> None:
    (found,) = told(dated, "Seehund", "--by", by)["queries"]
    articles = json.loads(dated("count", "Seehund", "--format", "json").stdout)["articles"]

    assert sum(found["articles"]) + found["vague"] + found["undated"] == articles == 5


def test_a_share_is_of_the_articles_that_pass_the_filters(dated: Newsarc) -> None:
    found = told(dated, "Seehund", "--share", "--by", "quarter", "--since", "2020-01")

    assert found["unit"] == "per 1,000 articles"
    assert found["of"] == [3, 1]
    assert found["queries"][0]["values"] == [666.6667, 1000]


def test_a_mean_is_over_the_periods_around_each_one(dated: Newsarc) -> None:
    (found,) = told(dated, "Seehund", "--smooth", "3")["queries"]

    assert found["values"] == [1, 0.6667, 0.3333, 0.5]


def test_a_table_for_programs_has_a_line_for_each_period_and_query(dated: Newsarc) -> None:
    text = dated("trend", "Seehund", "Seeadler", "--format", "csv").stdout
    rows = list(csv.DictReader(StringIO(text)))

    assert len(rows) == 8
    assert rows[0] == {"month": "2020-01", "query": "seehund", "articles": "2", "of": "2"}


def test_a_text_says_what_is_not_in_the_table(dated: Newsarc) -> None:
    lines = dated("trend", "Seehund").stdout.splitlines()

    assert lines[0] == "articles, by month"
    assert lines[3].split() == ["2020-01", "2"]
    assert lines[-1] == (
        "seehund: 5 articles; not in the table: 1 without a month, 1 without a date"
    )


def test_what_finds_nothing_is_no_error(dated: Newsarc) -> None:
    result = dated("trend", "Zebra")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["articles, by month", "", "zebra: 0 articles"]


def test_weeks_go_on_over_the_end_of_a_year(newsarc: Newsarc, tmp_path: Path) -> None:
    found = [{"title": "Watt", "date": d, "body": f"Am {d}."} for d in ("2020-12-28", "2021-01-11")]
    newsarc("ingest", str(write_lines(tmp_path / "a.jsonl", found)))

    assert told(newsarc, "Watt", "--by", "week")["periods"] == ["2020-W53", "2021-W01", "2021-W02"]
