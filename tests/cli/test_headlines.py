"""Articles of a headline alone, as feeds have them, through every command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.conftest import write_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc

HEADLINES = (
    {
        "title": "Die Drehbrücke von Seefurt wird bis zum Sommer gründlich saniert",
        "link": "https://bote.example/drehbruecke",
        "pubDate": "Fri, 28 Apr 2023 22:30:00 GMT",
        "publisher": {"name": "Seefurter Bote"},
    },
    {"headline": "Zwergfähre fährt wieder", "text": "N/A", "url": "N/A", "lang": "deu"},
    {"headline": "Zwergotter gesichtet", "text": None, "url": "N/A", "lang": "ger"},
)


@pytest.fixture(name="read")
def read_fixture(newsarc: Newsarc, tmp_path: Path) -> Newsarc:
    result = newsarc("ingest", str(write_lines(tmp_path / "feed.jsonl", HEADLINES)))
    assert result.stdout == "added 3, changed 0, unchanged 0, refused 0\n"
    return newsarc


def answer(newsarc: Newsarc, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(newsarc(*args, "--format", "json").stdout)["hits"]
    return [hit for hit in found if not hit["near_miss"]]


def titles(newsarc: Newsarc, query: str) -> list[str]:
    return [hit["title"] for hit in answer(newsarc, "search", query)]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("Drehbrücke", 0), ("Drehbrücken", 0), ('"Drehbrücke von Seefurt"', 0),
        ("title:Zwergfähre", 1), ("start:Zwergfähre", 1), ("Zwergf*", 1), ("Zwergfähre lang:de", 1),
        ("Zwergfähre words:0", 1), ("Drehbrücke NEAR saniert", 0),
        ("Drehbrücke date:2023-04-29", 0),
        ("source:bote Drehbrücke OR Zwergotter lang:German", 2), ("Zwergotter -has:url", 2),
    ],
)  # fmt: skip
def test_a_headline_is_found(read: Newsarc, query: str, number: int) -> None:
    headline = HEADLINES[number].get("title") or HEADLINES[number]["headline"]

    assert titles(read, query) == [headline]


def test_a_headline_alone_is_no_body(read: Newsarc) -> None:
    assert titles(read, "body:Zwergfähre") == []


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
@pytest.mark.parametrize("command", [("search", "Zwergfähre"), ("list", "--sort", "newest")])
def test_it_is_printed_in_every_form(read: Newsarc, command: tuple[str, ...], form: str) -> None:
    result = read(*command, "--format", form)

    assert result.exit_code == 0
    assert "Zwergfähre" in result.stdout


def test_it_is_shown_with_its_evidence(read: Newsarc) -> None:
    (hit,) = answer(read, "search", "Drehbrücke")
    shown = read("show", hit["id"], "--evidence").stdout
    article = json.loads(read("show", hit["id"], "--format", "json").stdout)

    assert shown.startswith("Die Drehbrücke von Seefurt")
    assert "stated, claim: „Fri, 28 Apr 2023 22:30:00 GMT“" in shown
    assert (article["body"], article["language"]) == ("", "de")
    assert article["published"] == "2023-04-29T00:30+02:00"


def test_it_is_highlighted(read: Newsarc) -> None:
    (hit,) = answer(read, "search", "Zwergfähre")
    result = read("show", hit["id"], "--highlight", "Zwergfähre")

    assert result.stdout.startswith("[Zwergfähre] fährt wieder\n")


def test_it_is_counted_asked_for_in_a_batch_and_with_its_context(
    read: Newsarc, tmp_path: Path
) -> None:
    batch = tmp_path / "queries.txt"
    batch.write_text("Zwergfähre\nZwergotter\n", encoding="utf-8")

    assert read("count", "Zwergfähre").stdout == "1 article, 1 occurrence\n"
    assert read("search", "Zwergfähre", "--context", "2").exit_code == 0
    assert "[Zwergotter] gesichtet" in read("search", "--batch", str(batch)).stdout


def test_it_survives_reading_again_and_checking(read: Newsarc, tmp_path: Path) -> None:
    assert read("reindex").exit_code == 0
    assert read("check").exit_code == 0
    again = read("ingest", str(tmp_path / "feed.jsonl"), "--verify")
    assert again.stdout == "added 0, changed 0, unchanged 3, refused 0\n"
    assert titles(read, "Zwergfähre") == ["Zwergfähre fährt wieder"]


def test_it_can_be_removed(read: Newsarc) -> None:
    (hit,) = answer(read, "search", "Zwergotter")

    assert read("remove", hit["id"], typed="y\n").exit_code == 0
    assert titles(read, "Zwergotter") == []
    assert read("check").exit_code == 0


def test_a_record_with_neither_is_refused_in_one_sentence(newsarc: Newsarc, tmp_path: Path) -> None:
    lines = write_lines(tmp_path / "feed.jsonl", [{"title": "N/A", "url": "https://b.example/1"}])
    result = newsarc("ingest", str(lines))

    assert result.exit_code == 1
    assert result.stderr == f"{lines}:1: has neither a text nor a headline\n"
