"""Dates, addresses, headlines and keys of citations, and the German ones."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

import newsarc
from newsarc import PartialDate
from newsarc.render.citations.styles import STYLES, citation_lines
from tests.citations.reading import ADDED, article, bibtex, csl, ris, text

ACCESSED = "(abgerufen am 23. November 2026)"


@pytest.mark.parametrize(
    ("date", "in_bibtex", "in_ris", "in_csl", "in_text"),
    [
        ("2022", "2022", "2022///", [2022], "2022"),
        ("2022-02", "2022-02", "2022/02//", [2022, 2], "Februar 2022"),
        ("2022-02-03", "2022-02-03", "2022/02/03/", [2022, 2, 3], "3. Februar 2022"),
        (
            "2022-02-03T00:10+14:00", "2022-02-03", "2022/02/03/", [2022, 2, 3],
            "3. Februar 2022",
        ),
        (
            "2022-02-03T23:50-11:00", "2022-02-03", "2022/02/03/", [2022, 2, 3],
            "3. Februar 2022",
        ),
    ],
)  # fmt: skip
def test_a_date_stays_what_it_is_where_it_was_published(
    date: str, in_bibtex: str, in_ris: str, in_csl: list[int], in_text: str
) -> None:
    one = article(title="Deich hält", source="Küstenpost", published=PartialDate.parse(date))

    assert bibtex(one)[0]["date"] == in_bibtex
    assert ris(one)[0]["date"] == in_ris
    assert csl(one)[0]["issued"] == {"date-parts": [in_csl]}
    assert newsarc.cite([one], "text") == f"Deich hält. In: Küstenpost, {in_text}.\n"


def test_the_kicker_stands_in_for_a_missing_headline_alone() -> None:
    assert bibtex(article(title="Deich hält", kicker="Hochwasser"))[0]["title"] == "Deich hält"
    assert bibtex(article(kicker="Hochwasser"))[0]["title"] == "Hochwasser"


def test_keys_are_of_author_year_and_headline() -> None:
    muster = {"authors": ("Eva Mußter",), "published": PartialDate(2022), "title": "Der Deich"}
    found = bibtex(
        article(1, **muster), article(2, **muster), article(1, **muster), article(3),
        article(4, title="東京", source="Küstenpost"), article(5, title="Über der Elbe"),
    )  # fmt: skip

    assert [entry["ID"] for entry in found] == [
        "musster2022deich", "musster2022deich-0000000000000002", "article-0000000000000003",
        "kuestenpost", "elbe",
    ]  # fmt: skip


def test_what_was_taken_back_is_marked() -> None:
    cited = article(title="Deich hält", status="canceled")

    assert bibtex(cited)[0]["pubstate"] == csl(cited)[0]["status"] == "canceled"
    assert ris(cited)[0]["notes"] == ["Status: canceled"]
    assert text(title="Deich hält", status="canceled") == "Deich hält [zurückgezogen]. O. D."


def test_an_address_was_accessed_when_the_archive_got_it() -> None:
    cited = article(url="https://a.example/x_y?b=%20c&d={e}", added=ADDED)

    assert bibtex(cited)[0]["url"] == "https://a.example/x_y?b=%20c&d=%7Be%7D"
    assert bibtex(cited)[0]["urldate"] == "2026-11-23"
    assert csl(cited)[0]["accessed"] == {"date-parts": [[2026, 11, 23]]}
    assert ris(cited)[0]["access_date"] == "2026/11/23/"


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (
            {"title": "Deich hält", "authors": ("Eva Muster",), "source": "Küste",
             "url": "https://a.example/1", "added": ADDED},
            f"Muster, Eva: Deich hält. In: Küste, o. D. URL: https://a.example/1 {ACCESSED}.",
        ),
        (
            {"title": "Was nun?", "authors": ("Anna von der Heide", "John Smith Jr.")},
            "Heide, Anna von der; Smith Jr., John: Was nun? O. D.",
        ),
        (
            {"title": "„Was nun?“", "authors": ("A B", "C D", "E F", "G H"), "source": "Bote"},
            "B, A u. a.: „Was nun?“ In: Bote, o. D.",
        ),
        ({}, "[Ohne Titel]. O. D."),
    ],
    ids=["address", "two authors", "four authors", "nothing"],
)  # fmt: skip
def test_a_german_citation_reads_as_in_a_footnote(known: dict[str, Any], expected: str) -> None:
    assert text(**known) == expected


def test_citations_come_one_by_one() -> None:
    for style in STYLES:
        lines = citation_lines(map(article, count()), style)
        assert [next(lines) for _ in range(3)]


def test_an_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="no style 'apa'; there are bibtex, ris, csl, text"):
        newsarc.cite([], "apa")  # type: ignore[arg-type]
