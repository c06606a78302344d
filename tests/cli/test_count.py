"""How many articles, and how often what is sought stands in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Newsarc


def counted(newsarc: Newsarc, *args: str) -> tuple[int, int]:
    result = newsarc("count", *args, "--format", "json")
    assert result.exit_code == 0, result.output
    numbers: dict[str, Any] = json.loads(result.stdout)
    return numbers["articles"], numbers["occurrences"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["Brücke"], "2 articles, 3 occurrences"),
        (["Heimatverein"], "1 article, 1 occurrence"),
        (["Osterhase"], "0 articles, 0 occurrences"),
        (["*"], "6 articles, 0 occurrences"),
    ],
)
def test_the_numbers_stand_in_one_line(newsarc: Newsarc, words: list[str], line: str) -> None:
    assert newsarc("count", *words).stdout == f"{line}\n"


def test_the_json_is_one_object_of_known_keys(newsarc: Newsarc) -> None:
    assert json.loads(newsarc("count", "Brücke", "-Hafen", "--format", "json").stdout) == {
        "format_version": 1,
        "query": "brücke -hafen",
        "articles": 1,
        "occurrences": 2,
    }


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (["brücken"], (2, 3)),
        (["Verein"], (1, 1)),
        (["Brücke", "Stadtrat"], (1, 4)),
        (["Brücke", "OR", "Mühle"], (3, 5)),
        (["Brücke", "-Stadtrat"], (1, 1)),
        (["-Brücke"], (4, 0)),
        (['"alte Brücke"'], (1, 1)),
        (["Stadtrat", "w/5", "Brücke"], (1, 1)),
        (["atleast2(Brücke)"], (1, 2)),
        (["title:Brücke"], (1, 1)),
        (["Brück*"], (2, 3)),
    ],
)
def test_what_stands_in_the_articles_that_match_is_counted(
    newsarc: Newsarc, words: list[str], numbers: tuple[int, int]
) -> None:
    assert counted(newsarc, *words) == numbers


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (("--source", "Neudorfer Bote"), (2, 3)),
        (("--since", "2021-02", "--until", "2021-03"), (2, 3)),
        (("--since", "2022"), (0, 0)),
        (("--language", "en"), (0, 0)),
    ],
)
def test_filters_narrow_a_count_down(
    newsarc: Newsarc, options: tuple[str, ...], numbers: tuple[int, int]
) -> None:
    assert counted(newsarc, "Brücke", *options) == numbers


def test_it_counts_as_many_articles_as_a_search_finds(newsarc: Newsarc) -> None:
    for query in ("Nato", "Nato -Putin", "*garantien w/s Nato", "start:Nato", "alt* OR Haus"):
        page = json.loads(newsarc("search", query, "--format", "json").stdout)
        assert counted(newsarc, query)[0] == page["total"]


def test_how_the_query_was_read_is_told_on_stderr(newsarc: Newsarc) -> None:
    result = newsarc("count", '"Brück*')

    assert result.stdout == "2 articles, 3 occurrences\n"
    assert result.stderr == (
        'note: a missing closing quote was added at the end: "Brück*▲\nnote: brück*: 1 form\n'
    )
