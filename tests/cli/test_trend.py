from __future__ import annotations

import csv
import json
import os
import re
import sys
from datetime import date
from html import unescape
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


def drawn(newsarc: Newsarc, file: Path, *args: str) -> list[str]:
    """Draw a plot; return the lines of text in it."""
    result = newsarc("trend", *args, "--plot", str(file))
    assert result.exit_code == 0, result.output
    found = re.findall("<text[^>]*>([^<]*)</text>", file.read_text(encoding="utf-8"))
    return [unescape(text) for text in found]


@pytest.mark.parametrize(
    ("ending", "head"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("PDF", b"%PDF")]
)
def test_a_plot_is_what_its_name_says(
    dated: Newsarc, tmp_path: Path, ending: str, head: bytes
) -> None:
    result = dated("trend", "Seehund", "--plot", str(tmp_path / f"plot.{ending}"))

    assert (tmp_path / f"plot.{ending}").read_bytes().startswith(head)
    assert result.stdout == dated("trend", "Seehund").stdout
    assert result.stderr == ""


def test_a_plot_says_what_it_shows(dated: Newsarc, tmp_path: Path) -> None:
    texts = drawn(dated, tmp_path / "a.svg", "Seehund", '"Ein Seeadler"')

    assert "Articles, by month, 2020-01 to 2020-04" in texts
    assert {"seehund: 5 articles", '"ein seeadler": 1 article'} <= {*texts}
    assert "Not in the plot: seehund: 1 without a month, 1 without a date" in texts
    assert {"Archive: newsarc.db", f"newsarc, {date.today()}"} <= {*texts}


def test_a_plot_names_the_filters(dated: Newsarc, tmp_path: Path) -> None:
    texts = drawn(dated, tmp_path / "a.svg", "Seehund", "--since", "2020-01-04")

    assert "Archive: newsarc.db; filters: date:2020-01-04.." in texts


def test_a_plot_tells_its_unit(dated: Newsarc, tmp_path: Path) -> None:
    texts = drawn(dated, tmp_path / "a.svg", "Seehund", "--share", "--smooth", "3")

    assert "Per 1,000 articles, mean of 3 months, by month, 2020-01 to 2020-04" in texts
    assert {"0", "1,000"} <= {*texts}


def test_signs_of_formulas_are_drawn_as_they_are(dated: Newsarc, tmp_path: Path) -> None:
    texts = drawn(dated, tmp_path / "a.svg", "Seehund", "url:https://a.example/$b_c$?d&e")

    assert 'url:"https://a.example/$b_c$?d&e": 0 articles' in texts


def test_a_long_query_is_cut_in_a_plot(dated: Newsarc, tmp_path: Path) -> None:
    texts = drawn(dated, tmp_path / "a.svg", " OR ".join(["Seehund", *["Übergröße"] * 50]))

    (legend,) = (text for text in texts if text.endswith(": 5 articles"))
    assert len(legend) < 90
    assert "…" in legend


def test_the_same_trend_is_the_same_plot(dated: Newsarc, tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        drawn(dated, tmp_path / name, "Seehund", "Seeadler")

    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_a_single_period_has_a_bar_for_each_query(dated: Newsarc, tmp_path: Path) -> None:
    texts = drawn(dated, tmp_path / "a.svg", "Seehund", "Seeadler", "--by", "year")

    assert "Articles, by year, 2020" in texts
    assert texts.count("4") == 2  # the bar's and the axis'
    assert "1" in texts


def test_eight_queries_are_drawn_and_nine_are_not(dated: Newsarc, tmp_path: Path) -> None:
    words = ["Seehund", "Seeadler", "Deich", "Möwe", "Nummer", "fliegt", "schwimmt", "Watt"]
    texts = drawn(dated, tmp_path / "a.svg", *words)
    result = dated("trend", *words, "Ebbe", "--plot", str(tmp_path / "b.svg"))

    assert sum(bool(re.search(r": \d articles?$", text)) for text in texts) == 8
    assert result.exit_code == 2
    assert "--plot draws 8 queries at most" in result.stderr
    assert not (tmp_path / "b.svg").exists()


def test_letters_that_the_font_lacks_are_told(dated: Newsarc, tmp_path: Path) -> None:
    in_png = dated("trend", "Seehund", "海豹", "--plot", str(tmp_path / "a.png"))
    in_svg = dated("trend", "Seehund", "海豹", "--plot", str(tmp_path / "a.svg"))

    assert in_png.stderr.startswith("note: the plot's font lacks some letters")
    assert in_svg.stderr == ""


def refused(newsarc: Newsarc, file: Path | str, *args: str) -> str:
    result = newsarc("trend", *args, "--plot", str(file))
    assert result.exit_code == 1
    assert result.stdout == ""
    return result.stderr


def test_what_finds_nothing_is_not_drawn(dated: Newsarc, tmp_path: Path) -> None:
    file = tmp_path / "a.svg"

    assert refused(dated, file, "Zebra") == f"Error: {file}: no article with a month to plot\n"
    assert not file.exists()


def test_dates_that_are_too_vague_to_draw_are_told(newsarc: Newsarc, tmp_path: Path) -> None:
    article = {"title": "Qualle", "date": "2019", "body": "Eine Feuerqualle treibt."}
    newsarc("ingest", str(write_lines(tmp_path / "a.jsonl", [article])))

    file, vague = tmp_path / "a.svg", "feuerqualle: 1 without a month"

    assert refused(newsarc, file, "Feuerqualle").splitlines() == [
        f"Error: {file}: no article with a month to plot ({vague})",
        "try a longer period: --by year",
    ]


def test_a_file_that_cannot_be_written_is_one_sentence(dated: Newsarc, tmp_path: Path) -> None:
    (tmp_path / "folder.svg").mkdir()
    before = sorted(os.listdir(tmp_path))

    for file in ("folder.svg", "missing/a.svg"):
        error = refused(dated, tmp_path / file, "Seehund")
        assert error.startswith(f"Error: {tmp_path / file}: cannot be written (")
    assert sorted(os.listdir(tmp_path)) == before


def test_a_plot_without_matplotlib_names_the_command_that_installs_it(
    dated: Newsarc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    error = refused(dated, tmp_path / "a.svg", "Seehund")

    assert "matplotlib, which draws it, is not installed" in error
    assert "pip install 'newsarc[plot]'" in error


@pytest.mark.parametrize("name", ["plot", "plot.jpg", "-", ".svg", ""])
def test_an_ending_that_is_not_drawn_is_a_wrong_use(dated: Newsarc, name: str) -> None:
    result = dated("trend", "Seehund", "--plot", name)

    assert result.exit_code == 2
    assert f"{name!r} does not end in .svg, .png or .pdf" in result.stderr


@pytest.mark.parametrize(
    ("by", "first", "last", "named"),
    [
        ("day", "2020-02-27", "2020-03-02", ["2020-02-27", "2020-03-02"]),
        ("day", "2020-01-31", "2020-06-30", ["2020-02", "2020-06"]),
        ("week", "2020-12-28", "2021-01-11", ["2020-W53", "2021-W02"]),
        ("week", "2019-06-01", "2021-01-11", ["2019-07", "2021-01"]),
        ("month", "2020-01", "2020-12", ["2020-01", "2020-11"]),
        ("month", "1990-02", "2020-12", ["1995", "2020"]),
        ("quarter", "2020-02", "2021-05", ["2020-Q1", "2021-Q2"]),
        ("quarter", "2001-05", "2009-05", ["2002", "2009"]),
        ("year", "1610", "2020", ["1650", "2000"]),
        ("year", "0001", "9999", ["1000", "9000"]),
    ],
)
def test_round_periods_are_named_from_days_to_centuries(  # noqa: PLR0917 PLR0913 (a case)
    newsarc: Newsarc, tmp_path: Path, by: str, first: str, last: str, named: list[str]
) -> None:
    both = [
        {"title": "Auster", "date": d, "body": f"Eine Riesenauster lag {d} da."}
        for d in (first, last)
    ]
    newsarc("ingest", str(write_lines(tmp_path / "a.jsonl", both)))
    texts = drawn(newsarc, tmp_path / "a.svg", "Riesenauster", "--by", by)
    ticks = [text for text in texts if re.fullmatch(r"\d{4}(-[\dWQ-]+)?", text)]

    assert [ticks[0], ticks[-1]] == named
    assert 2 <= len(ticks) <= 13


def test_weeks_go_on_over_the_end_of_a_year(newsarc: Newsarc, tmp_path: Path) -> None:
    found = [{"title": "Watt", "date": d, "body": f"Am {d}."} for d in ("2020-12-28", "2021-01-11")]
    newsarc("ingest", str(write_lines(tmp_path / "a.jsonl", found)))

    assert told(newsarc, "Watt", "--by", "week")["periods"] == ["2020-W53", "2021-W01", "2021-W02"]
