"""Near misses on the command line: how they are marked, counted and left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

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
