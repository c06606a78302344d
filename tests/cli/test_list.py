from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc

FIELDS = (
    "id", "external_id", "title", "kicker", "published", "published_precision", "updated",
    "source", "agency", "authors", "place", "language", "genre", "truncated", "status", "url",
    "origins",
    "digest", "added", "evidence",
)  # fmt: skip


def listed(newsarc: Newsarc, *args: str) -> dict[str, Any]:
    result = newsarc("list", *args, "--format", "json")
    assert result.exit_code == 0, result.output
    page: dict[str, Any] = json.loads(result.stdout)
    return page


def dates(newsarc: Newsarc, *args: str) -> list[str | None]:
    return [hit["published"] for hit in listed(newsarc, *args)["hits"]]


def test_the_newest_come_first_and_the_undated_last(newsarc: Newsarc) -> None:
    assert dates(newsarc) == [
        "2023-06-01T08:30+02:00",
        "2022-02-02T14:54+01:00",
        "2022-01",
        "2021-03-05",
        "2021",
        None,
    ]


def test_the_oldest_can_come_first_and_the_undated_still_come_last(newsarc: Newsarc) -> None:
    assert dates(newsarc, "--sort", "oldest") == [
        "2021",
        "2021-03-05",
        "2022-01",
        "2022-02-02T14:54+01:00",
        "2023-06-01T08:30+02:00",
        None,
    ]


def test_the_sourceless_come_last_when_sorted_by_source(newsarc: Newsarc) -> None:
    sources = [hit["source"] for hit in listed(newsarc, "--sort", "source")["hits"]]

    assert sources == ["ARD", "dpa", "Harbour Gazette", "Neudorfer Bote", "Neudorfer Bote", None]


def test_titles_sort_without_regard_to_case_and_diacritics(newsarc: Newsarc) -> None:
    titles = [hit["title"] for hit in listed(newsarc, "--sort", "title")["hits"]]

    assert titles == sorted(titles, key=str.casefold)
    assert len(titles) == 6


def test_the_last_added_can_come_first(newsarc: Newsarc) -> None:
    added = [hit["added"] for hit in listed(newsarc, "--sort", "added")["hits"]]

    assert added == sorted(added, reverse=True)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--since", "2022"), ["2023-06-01T08:30+02:00", "2022-02-02T14:54+01:00", "2022-01"]),
        (("--until", "2021"), ["2021-03-05", "2021"]),
        (("--since", "2021-06", "--until", "2021-07"), ["2021"]),
        (("--since", "Februar 2022", "--until", "2.2.2022"), ["2022-02-02T14:54+01:00"]),
        (("--source", "neudorfer BOTE"), ["2021-03-05", "2021"]),
        (("--language", "en"), ["2023-06-01T08:30+02:00"]),
        (("--source", "ard,DPA"), ["2022-02-02T14:54+01:00", "2022-01"]),
        (("--source", "ARD", "--source", "dpa"), ["2022-02-02T14:54+01:00", "2022-01"]),
        (("--source", "ARD", "--source", "dpa, x", "--until", "2022-01"), ["2022-01"]),
        (("--language", "fr,en"), ["2023-06-01T08:30+02:00"]),
        (("--language", "fr", "--language", "EN,"), ["2023-06-01T08:30+02:00"]),
        (("--since", "heute"), []),
    ],
)
def test_filters_narrow_a_list_down(
    newsarc: Newsarc, options: tuple[str, ...], expected: list[str | None]
) -> None:
    assert dates(newsarc, *options) == expected


def test_a_page_says_which_of_how_many_it_shows(newsarc: Newsarc) -> None:
    result = newsarc("list", "-n", "2", "--offset", "1")

    assert result.stdout.splitlines()[-1] == "2–3 of 6 articles"


def test_a_page_beyond_the_end_says_so(newsarc: Newsarc) -> None:
    result = newsarc("list", "--offset", "9")

    assert (result.exit_code, result.stdout) == (0, "6 articles, but none after the first 9\n")


def test_a_limit_beyond_all_numbers_is_a_limit(newsarc: Newsarc) -> None:
    assert len(listed(newsarc, "-n", "9" * 30)["hits"]) == 6


def test_hits_of_a_list_have_all_fields_in_their_order_but_no_score(newsarc: Newsarc) -> None:
    page = listed(newsarc)

    assert list(page) == ["format_version", "query", "total", "offset", "hits"]
    assert {tuple(hit) for hit in page["hits"]} == {FIELDS}
    assert (page["total"], page["offset"]) == (6, 0)


def test_what_is_not_known_is_null(newsarc: Newsarc) -> None:
    mill = listed(newsarc)["hits"][-1]
    unknown = ("kicker", "published", "published_precision", "updated", "source", "agency", "place")

    assert [mill[name] for name in unknown] == [None] * len(unknown)


def test_json_lines_hold_the_hits_of_the_json(newsarc: Newsarc) -> None:
    lines = newsarc("list", "--format", "jsonl").stdout.splitlines()

    assert [json.loads(line) for line in lines] == listed(newsarc)["hits"]


def test_csv_parses_back_and_leaves_the_unknown_empty(newsarc: Newsarc) -> None:
    rows = list(csv.DictReader(newsarc("list", "--format", "csv").stdout.splitlines()))

    assert list(rows[0]) == [name for name in FIELDS if name not in {"origins", "evidence"}]
    assert [row["title"] for row in rows] == [hit["title"] for hit in listed(newsarc)["hits"]]
    assert (rows[-1]["published"], rows[-1]["source"]) == ("", "")


def test_csv_tells_of_a_genre_and_of_a_cut_text(newsarc: Newsarc, archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as connection, connection:
        sql = "UPDATE article SET genre = 'Analyse', truncated = 1 WHERE source = 'dpa'"
        connection.execute(sql)
    rows = list(csv.DictReader(newsarc("list", "--format", "csv").stdout.splitlines()))

    told = {(row["source"] == "dpa", row["genre"], row["truncated"]) for row in rows}
    assert told == {(True, "Analyse", "true"), (False, "", "false")}


def test_ids_are_sixteen_digits_a_line(newsarc: Newsarc) -> None:
    ids = newsarc("list", "--format", "ids").stdout.splitlines()

    assert ids == [hit["id"] for hit in listed(newsarc)["hits"]]
    assert {len(name) for name in ids} == {16}


def test_the_archive_can_be_named_after_the_command(newsarc: Newsarc, library: object) -> None:
    result = newsarc("list", "-a", f"{library}/newsarc.db", "--format", "ids")

    assert len(result.stdout.splitlines()) == 6


def test_numbers_beyond_all_archives_are_no_failure(newsarc: Newsarc) -> None:
    result = newsarc("list", "--limit", "9" * 19, "--offset", "9" * 19, "--source", "dpa")

    assert result.exit_code == 0
    assert result.stdout == f"1 article, but none after the first {int('9' * 19):,}\n"
