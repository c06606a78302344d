"""Whole articles with the places marked that a query finds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc, Terminal


@pytest.fixture
def bridge(newsarc: Newsarc) -> str:
    return newsarc(
        "list", "--source", "Neudorfer Bote", "-n", "1", "--format", "ids"
    ).stdout.strip()


def test_headline_kicker_and_body_show_what_a_query_finds(newsarc: Newsarc, bridge: str) -> None:
    lines = newsarc("show", bridge, "--highlight", "Brücken Verkehr Häuser").stdout.splitlines()

    assert lines[:2] == ["[Verkehr]", "Stadtrat beschließt neue [Brücke]"]
    assert "Gebaut wird ab Mai. Die [Häuser] am Ufer bleiben stehen." in lines


def test_only_marks_are_added(newsarc: Newsarc, bridge: str) -> None:
    marked = newsarc("show", bridge, "--evidence", "--highlight", "Mai title:neu -Ufer").stdout
    plain = newsarc("show", bridge, "--evidence").stdout

    assert marked.replace("[Mai]", "Mai").replace("[neue]", "neue") == plain != marked


def test_words_of_a_field_are_marked_there_only(newsarc: Newsarc, bridge: str) -> None:
    assert newsarc("show", bridge, "--highlight", "title:Brücke").stdout.count("[") == 1


def test_words_that_only_serve_others_are_marked_where_they_are_all_that_is_sought(
    newsarc: Newsarc, bridge: str
) -> None:
    assert "[Die] Häuser" in newsarc("show", bridge, "--highlight", "die").stdout
    assert "Die [Häuser]" in newsarc("show", bridge, "--highlight", "die Häuser").stdout
    assert "[Die] [Häuser]" in newsarc("show", bridge, "--highlight", "die* Häuser").stdout


def test_a_query_that_finds_nothing_in_an_article_leaves_it_as_it_is(
    newsarc: Newsarc, bridge: str
) -> None:
    assert (
        newsarc("show", bridge, "--highlight", "Osterhase").stdout == newsarc("show", bridge).stdout
    )


@pytest.mark.parametrize("query", ['"Brücke', "", "((("])
def test_how_the_query_was_read_is_told_on_stderr(
    newsarc: Newsarc, bridge: str, query: str
) -> None:
    result = newsarc("show", bridge, "--highlight", query)

    assert result.exit_code == 0
    assert result.stderr.startswith("note: ")


def test_notes_are_told_once_for_several_articles(newsarc: Newsarc) -> None:
    ids = newsarc("list", "--format", "ids").stdout.split()
    result = newsarc("show", *ids, "--highlight", '"Brücke')

    assert result.stderr.count("note: ") == 1
    assert result.stdout.count("[Brücke]") >= 2


def test_json_has_the_marks_of_each_field(newsarc: Newsarc, bridge: str) -> None:
    args = ("show", bridge, "--format", "json")
    plain = json.loads(newsarc(*args).stdout)
    marked = json.loads(newsarc(*args, "--highlight", "Brücke Verkehr").stdout)
    marks = marked.pop("marks")

    assert marked == plain
    assert {
        field: [plain[field][start:end] for start, end in places] for field, places in marks.items()
    } == {"title": ["Brücke"], "kicker": ["Verkehr"], "place": [], "body": ["Brücke"]}


def test_on_a_terminal_marks_are_red_and_the_headline_stays_bold(
    terminal: Terminal, archive: Path, bridge: str
) -> None:
    args = ("-a", str(archive), "--highlight", "neue Verkehr")
    screen = terminal("show", bridge, *args).screen

    assert "\x1b[1mStadtrat beschließt \x1b[1;31mneue\x1b[0m\x1b[1m Brücke\x1b[0m" in screen
    assert "\x1b[2m\x1b[1;31mVerkehr\x1b[0m\x1b[2m\x1b[0m" in screen
