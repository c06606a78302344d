"""Near misses on the command line: how they are marked, counted and left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.conftest import write_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newsarc

TEXTS = {
    "oster": "Bund will Osterweiterung\n\nDer Bund spricht in Altweiler von der Osterweiterung.",
    "garantie": "Rat gibt Garantien\n\nDer Rat von Altweiler gibt Garantien für die Sicherheit.",
    "sicher": "Rat berät\n\nDer Rat von Moorstett berät über Sicherheitsgarantien und Deiche.",
    "typo": "Bund zaudert\n\nDer Bund will in Moorstett keine Ostererweiterung mehr.",
}


@pytest.fixture
def search(newsarc: Newsarc, tmp_path: Path) -> Callable[..., Any]:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    newsarc("ingest", str(tmp_path))
    return lambda *args: newsarc("search", *args)


def hits(result: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["hits"]
    return found


def page(size: int, offset: int) -> tuple[str, ...]:
    return "-n", str(size), "--offset", str(offset)


def test_the_json_tells_near_misses_from_what_matches(search: Callable[..., Any]) -> None:
    found = {
        hit["title"]: hit
        for hit in hits(search("Bund Osterweiterung", "--near", "--format", "json"))
    }

    assert not found["Bund will Osterweiterung"]["near_miss"]
    near = found["Bund zaudert"]
    assert (near["near_miss"], near["similar"], near["without"]) == (True, ["Ostererweiterung"], [])


def test_the_total_of_the_json_does_not_count_near_misses(search: Callable[..., Any]) -> None:
    page = json.loads(search("Deiche Altweiler", "--near", "--format", "json").stdout)

    assert (page["total"], len(page["hits"])) == (0, 3)


def test_a_word_of_no_article_is_asked_about(search: Callable[..., Any]) -> None:
    result = search("Altweier")

    assert "note: did you mean altweiler for altweier?" in result.stderr
    assert "near miss, similar: Altweiler" in result.stdout
    assert "no articles found, and 2 near misses" in result.stdout


def test_strict_leaves_near_misses_out(search: Callable[..., Any]) -> None:
    assert search("Deiche Altweiler", "--strict").stdout == "no articles found\n"


def test_ids_name_no_near_misses(search: Callable[..., Any]) -> None:
    assert len(search("Bund Osterweiterung", "--format", "ids").stdout.split()) == 1


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_pages_of_near_misses_follow_one_another(search: Callable[..., Any], size: int) -> None:
    whole = hits(search("Bund Garantien", "--near", "--format", "json"))
    pages = [
        hits(search("Bund Garantien", *page(size, n), "--near", "--format", "json"))
        for n in range(0, len(whole), size)
    ]
    shown = [hit["id"] for page in pages for hit in page]

    assert sorted(shown) == sorted(hit["id"] for hit in whole)


def test_the_part_of_a_compound_that_is_found_is_marked(search: Callable[..., Any]) -> None:
    result = search("Garantien", "--strict")

    assert "[Garantien]" in result.stdout
    assert "Sicherheits[garantien]" in result.stdout
    assert result.stdout.index("[Garantien]") < result.stdout.index("Sicherheits[garantien]")


@pytest.fixture
def many(newsarc: Newsarc, tmp_path: Path) -> Newsarc:
    """An archive with one article about both, and many about the moor alone."""
    articles = [{"title": "Moor am Deich", "body": "Das Moor liegt am Deich."}]
    articles += [{"title": f"Moor {n}", "body": f"Im Moor steht Torf {n}."} for n in range(40)]
    newsarc("ingest", str(write_lines(tmp_path / "moor.jsonl", articles)))
    return newsarc


@pytest.mark.parametrize("query", ["Moor Deich", "Deich Torfmoor", "Moor Deich Wasser"])
@pytest.mark.parametrize("number", ["9", "100000"])
def test_a_text_has_one_screen_of_near_misses_at_most(
    many: Newsarc, query: str, number: str
) -> None:
    text = many("search", query, "-n", number).stdout
    behind = text.split("Das [Moor] liegt am [Deich].\n\n")[-1]

    assert "near miss" in behind
    assert len(behind.splitlines()) < 24


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv", "ids"])
@pytest.mark.parametrize("query", ["Moor Deich", "Das Moor am Deich", '"Deich Moor"'])
def test_what_is_made_for_programs_has_no_near_misses(
    many: Newsarc, query: str, format_: str
) -> None:
    ask = ("search", query, "-n", "100000", "--format", format_)

    assert many(*ask).stdout == many(*ask, "--strict").stdout


@pytest.mark.parametrize(("format_", "lines"), [("jsonl", 41), ("csv", 42), ("ids", 41)])
def test_near_misses_that_are_asked_for_fill_the_page_in_any_format(
    many: Newsarc, format_: str, lines: int
) -> None:
    result = many("search", "Moor Deich", "-n", "100000", "--near", "--format", format_)

    assert len(result.stdout.splitlines()) == lines


def test_near_misses_that_are_asked_for_fill_a_text_too(many: Newsarc) -> None:
    text = many("search", "Moor Deich", "-n", "30", "--near").stdout

    assert "1 article, and 29 near misses" in text


def headlines(text: str) -> list[str]:
    return [line for line in text.splitlines() if ". [Moor]" in line]


def test_the_near_misses_behind_those_shown_are_on_the_next_page(many: Newsarc) -> None:
    whole = headlines(many("search", "Moor Deich", "--near", "-n", "41").stdout)
    first = headlines(many("search", "Moor Deich").stdout)
    second = headlines(many("search", "Moor Deich", "--offset", str(len(first))).stdout)

    assert 1 < len(first) < 10
    assert [*first, *second] == whole[: len(first) + len(second)]


def test_a_phrase_that_no_article_has_is_offered_without_quotes(many: Newsarc) -> None:
    result = many("search", '"Deich Moor"')

    assert 'no article has "deich moor"; 1 article has the words' in result.stderr
    assert "without quotes: deich moor" in result.stderr
    assert "no articles found, and 1 near miss" in result.stdout


@pytest.mark.parametrize("query", ['"Moor Osterhase"', '"Torf Deich"', 'title:"Torf Moor"~2'])
def test_a_phrase_has_no_near_misses_that_hold_only_one_of_its_words(
    many: Newsarc, query: str
) -> None:
    text = many("search", query).stdout

    assert "without" not in text


def test_a_phrase_whose_words_no_article_has_together_is_not_offered(many: Newsarc) -> None:
    result = many("search", '"Torf Deich"')

    assert result.stdout == "no articles found\n"
    assert 'note: no article has "torf deich"\n' in result.stderr


def test_what_stands_beside_a_phrase_may_be_there_alone(many: Newsarc) -> None:
    text = many("search", '"Osterhase Deich" Moor').stdout

    assert "without: osterhase, deich" in text
