from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.cli.conftest import write_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc


def counted(newsarc: Newsarc, *args: str) -> dict[str, Any]:
    result = newsarc("stats", *args, "--format", "json")
    assert result.exit_code == 0, result.output
    counts: dict[str, Any] = json.loads(result.stdout)
    return counts


def numbers(counts: list[dict[str, Any]]) -> dict[str | None, int]:
    assert all(list(count) == ["value", "articles"] for count in counts)
    return {count["value"]: count["articles"] for count in counts}


def test_the_json_has_all_keys_in_their_order(newsarc: Newsarc) -> None:
    assert list(counted(newsarc)) == [
        "format_version", "query", "total", "year", "source", "language",
    ]  # fmt: skip


def test_articles_are_counted_by_year_source_and_language(newsarc: Newsarc) -> None:
    counts = counted(newsarc)

    assert counts["total"] == 6
    assert numbers(counts["year"]) == {None: 1, "2021": 2, "2022": 2, "2023": 1}
    assert numbers(counts["source"]) == {
        None: 1, "ARD": 1, "Harbour Gazette": 1, "Neudorfer Bote": 2, "dpa": 1,
    }  # fmt: skip
    assert numbers(counts["language"]) == {"de": 5, "en": 1}


def test_filters_narrow_the_counts_down(newsarc: Newsarc) -> None:
    counts = counted(newsarc, "--since", "2022", "--language", "de")

    assert counts["total"] == 2
    assert numbers(counts["source"]) == {"ARD": 1, "dpa": 1}


def test_the_undated_and_sourceless_come_last_in_the_text(newsarc: Newsarc) -> None:
    lines = [line.split() for line in newsarc("stats").stdout.splitlines()]

    assert lines[0] == ["6", "articles"]
    assert lines[lines.index(["by", "source"]) - 2] == ["unknown", "1"]
    assert lines[lines.index(["by", "language"]) - 2] == ["unknown", "1"]


def test_a_source_that_is_called_unknown_is_counted_beside_the_unknown_one(
    newsarc: Newsarc, tmp_path: Path
) -> None:
    article = {"source": "unknown", "title": "Ein Blatt ohne Namen", "body": "Es heißt so."}
    newsarc("ingest", str(write_lines(tmp_path / "a.jsonl", [article])))
    lines = newsarc("stats").stdout.partition("by source")[2].partition("by language")[0]

    assert sum(int(line.split()[-1]) for line in lines.splitlines() if line.strip()) == 7


def test_nothing_found_is_counted_as_nothing(newsarc: Newsarc) -> None:
    assert newsarc("stats", "--since", "heute").stdout.splitlines()[0] == "0 articles"


def test_where_nothing_is_counted_there_is_one_line(newsarc: Newsarc) -> None:
    assert newsarc("stats", "--since", "1990", "--until", "1991").stdout == "0 articles\n"


def test_articles_of_a_query_are_counted_by_month(newsarc: Newsarc) -> None:
    counts = counted(newsarc, "Hafen", "--by", "month")
    articles = json.loads(newsarc("count", "Hafen", "--format", "json").stdout)["articles"]

    assert list(counts) == ["format_version", "query", "total", "month"]
    assert counts["query"] == "hafen"
    assert sum(numbers(counts["month"]).values()) == counts["total"] == articles


def test_two_fields_make_a_cross_table(newsarc: Newsarc) -> None:
    lines = newsarc("stats", "--by", "language,year").stdout.splitlines()

    assert lines[2] == "by language and year"
    assert lines[3].split() == ["2021", "2022", "2023", "unknown"]
    assert lines[4].split()[0] == "de"


def test_columns_that_do_not_fit_are_summed_up_as_others(newsarc: Newsarc, tmp_path: Path) -> None:
    many = [
        {
            "source": f"Zeitung der Stadt Nummer {number}",
            "title": "Deich",
            "body": f"Text {number}.",
        }
        for number in range(12)
    ]
    newsarc("ingest", str(write_lines(tmp_path / "a.jsonl", many)))
    heading, line = newsarc("stats", "Deich", "--by", "language,source").stdout.splitlines()[3:5]

    assert "others (" in heading
    assert sum(map(int, line.split()[1:])) == 12


def test_names_stand_in_the_order_of_their_numbers_and_dates_in_their_own(newsarc: Newsarc) -> None:
    found = newsarc("stats", "--format", "csv").stdout.splitlines()

    assert found[0] == "facet,value,articles"
    assert [line.split(",")[1] for line in found if line.startswith("year")] == [
        "2021", "2022", "2023", "",
    ]  # fmt: skip
    assert next(line for line in found if line.startswith("source")) == "source,Neudorfer Bote,2"


def test_a_date_that_is_not_known_exactly_enough_is_counted_beside(
    newsarc: Newsarc, tmp_path: Path
) -> None:
    vague = [
        {"title": "Deich", "date": date, "body": f"Am {date}."} for date in ("2020", "2020-05")
    ]
    newsarc("ingest", str(write_lines(tmp_path / "a.jsonl", vague)))
    asked = ("stats", "Deich", "--since", "2020", "--until", "2020", "--by")

    assert newsarc(*asked, "month").stdout.split() == [
        "2", "articles", "by", "month", "2020", "(no", "month)", "1", "2020-05", "1",
    ]  # fmt: skip
    assert newsarc(*asked, "weekday").stdout.split()[-3:] == ["no", "day", "2"]


def test_a_field_that_is_none_is_an_error_that_names_the_nearest(newsarc: Newsarc) -> None:
    result = newsarc("stats", "--by", "mounth")

    assert result.exit_code == 2
    assert "did you mean month?" in result.output


def test_three_fields_are_too_many(newsarc: Newsarc) -> None:
    result = newsarc("stats", "--by", "year,month,day")

    assert result.exit_code == 2
    assert "not 3" in result.output
