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
