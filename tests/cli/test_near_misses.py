from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXTS = {
    "oster": "Bund will Osterweiterung\n\nDer Bund spricht in Altweiler von der Osterweiterung.",
    "garantie": "Rat gibt Garantien\n\nDer Rat von Altweiler gibt Garantien für die Sicherheit.",
    "sicher": "Rat berät\n\nDer Rat von Moorstett berät über Sicherheitsgarantien und Deiche.",
    "typo": "Bund zaudert\n\nDer Bund will in Moorstett keine Ostererweiterung mehr.",
    "campus": "Saal neu\n\nDie Universität hat einen neuen Hörsaal.",
}


@pytest.fixture
def search(newsarc: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    newsarc("ingest", str(tmp_path))
    return lambda *args: newsarc("search", *args)


def hits(result: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)["hits"]
    return found


def test_articles_that_say_some_of_a_query_fill_its_page(search: Callable[..., Any]) -> None:
    result = search("Deiche Altweiler", "--format", "json")
    found = hits(result)

    assert json.loads(result.stdout)["total"] == 0
    assert {tuple(hit["without"]) for hit in found} == {("deiche",), ("altweiler",)}
    assert all(hit["near_miss"] for hit in found)


def test_a_word_that_is_written_nearly_the_same_is_similar(search: Callable[..., Any]) -> None:
    found = {hit["title"]: hit for hit in hits(search("Bund Osterweiterung", "--format", "json"))}

    assert not found["Bund will Osterweiterung"]["near_miss"]
    near = found["Bund zaudert"]
    assert (near["near_miss"], near["similar"], near["without"]) == (True, ["Ostererweiterung"], [])


def test_a_word_of_no_article_is_asked_about(search: Callable[..., Any]) -> None:
    result = search("Altweier")

    assert "note: did you mean altweiler for altweier?" in result.stderr
    assert "near miss, similar: Altweiler" in result.stdout
    assert "no articles found, and 2 near misses" in result.stdout


def test_what_may_be_meant_is_told_with_its_umlauts(search: Callable[..., Any]) -> None:
    asked = "note: did you mean universität for univesität?"

    assert asked in search("Univesität").stderr


def test_strict_leaves_near_misses_out(search: Callable[..., Any]) -> None:
    assert search("Deiche Altweiler", "--strict").stdout == "no articles found\n"


def test_what_is_no_word_holds_of_near_misses_too(search: Callable[..., Any]) -> None:
    found = hits(search("Deiche Altweiler -Bund", "--format", "json"))

    assert len(found) == 2


def test_ids_name_no_near_misses(search: Callable[..., Any]) -> None:
    assert len(search("Bund Osterweiterung", "--format", "ids").stdout.split()) == 1


def test_a_list_in_another_order_than_relevance_has_none(search: Callable[..., Any]) -> None:
    assert search("Deiche Altweiler", "--sort", "newest").stdout == "no articles found\n"


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_pages_of_near_misses_follow_one_another(search: Callable[..., Any], size: int) -> None:
    whole = hits(search("Bund Garantien", "--format", "json"))
    pages = [
        hits(search("Bund Garantien", "-n", str(size), "--offset", str(n), "--format", "json"))
        for n in range(0, len(whole), size)
    ]
    shown = [hit["id"] for page in pages for hit in page]

    assert sorted(shown) == sorted(hit["id"] for hit in whole)


def test_what_matches_comes_first_where_it_fills_a_page(search: Callable[..., Any]) -> None:
    (first,) = hits(search("Bund Garantien", "-n", "1", "--format", "json"))

    assert not first["near_miss"]


@pytest.fixture
def crowded(newsarc: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Ask of an archive in which headlines say most of what two long articles alone say wholly."""
    filler = "An diesem Tag geschah sonst wenig. " * 60
    texts = [f"Deich an der Schleuse\n\nDer Deich {n} hält die Schleuse." for n in range(2, 8)]
    texts += [f"Kran steht\n\nDer Kran steht seit {n} Tagen." for n in range(2, 20)]
    texts.append(f"Chronik\n\n{filler}Ein Kran. {filler}Eine Schleuse. {filler}Ein Deich.")
    texts.append(f"Bericht\n\n{filler}Ein Kran. {filler}Eine Schleuse. {filler}Der Deich.")
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    newsarc("ingest", str(tmp_path))
    return lambda *args: hits(newsarc("search", *args, "--format", "json"))


@pytest.mark.parametrize("text", ["Deich Kran", "Deich AND (Kran OR Bagger)", '"Deich" Kran'])
def test_what_matches_two_words_or_operators_comes_first(
    crowded: Callable[..., Any], text: str
) -> None:
    assert [hit["near_miss"] for hit in crowded(text, "-n", "4")] == [False, False, True, True]


@pytest.mark.parametrize("size", range(3, 12))
def test_what_matches_several_words_is_on_the_first_page_and_there_alone(
    crowded: Callable[..., Any], size: int
) -> None:
    pages = [
        crowded("Kran Schleuse Deich", "-n", str(size), "--offset", str(at))
        for at in range(0, 26, size)
    ]
    shown = [hit["id"] for page in pages for hit in page]

    matching = {hit["title"] for hit in pages[0] if not hit["near_miss"]}
    assert matching == {"Chronik", "Bericht"}
    assert len(shown) == len(set(shown)) == 26


def test_a_near_miss_that_is_about_several_words_may_stand_before_what_mentions_all(
    crowded: Callable[..., Any],
) -> None:
    first, *_ = crowded("Kran Schleuse Deich", "-n", "26")

    assert first["near_miss"]
    assert first["title"] == "Deich an der Schleuse"


def test_a_word_finds_the_compounds_it_is_part_of(search: Callable[..., Any]) -> None:
    result = search("Garantien", "--strict")

    assert "[Garantien]" in result.stdout
    assert "Sicherheits[garantien]" in result.stdout
    assert result.stdout.index("[Garantien]") < result.stdout.index("Sicherheits[garantien]")


def test_a_compound_finds_its_parts_near_each_other(search: Callable[..., Any]) -> None:
    assert "Rat gibt Garantien" in search("Sicherheitsgarantien", "--strict").stdout
    assert "Rat gibt Garantien" not in search("Sicherheitsdeiche", "--strict").stdout


def test_a_phrase_finds_no_part_of_a_compound(search: Callable[..., Any]) -> None:
    assert "Rat berät" not in search('"Garantien"', "--strict").stdout
