"""Who wrote an article, and in which medium."""

from __future__ import annotations

import pytest
from bibtexparser.customization import splitname

from tests.citations.reading import article, bibtex, csl, names, ris


@pytest.mark.parametrize(
    ("author", "first", "von", "last", "jr"),
    [
        ("Eva Muster", "Eva", "", "Muster", ""),
        ("Anna von der Heide", "Anna", "von der", "Heide", ""),
        ("Heide, Anna von der", "Anna", "von der", "Heide", ""),
        ("von der Heide, Anna", "Anna", "von der", "Heide", ""),
        ("Vincent de Vries", "Vincent", "de", "Vries", ""),
        ("Ludwig van der Meer", "Ludwig", "van der", "Meer", ""),
        ("Karl von und zu Hohen", "Karl", "von und zu", "Hohen", ""),
        ("Dick Van Deich", "Dick", "", "Van Deich", ""),
        ("Peter V. Meier", "Peter V.", "", "Meier", ""),
        ("Ömer Öztürk-Größe", "Ömer", "", "Öztürk-Größe", ""),
        ("John Smith, Jr.", "John", "", "Smith", "Jr."),
        ("John Smith III", "John", "", "Smith", "III"),
        ("bell deich", "bell", "", "{deich}", ""),
        ("Ésope d'Étang", "Ésope", "", "{d'Étang}", ""),
        ("Redaktion Küste", "", "", "{Redaktion Küste}", ""),
        ("Meier and Sons", "", "", "{Meier and Sons}", ""),
        ("Deichgraf99", "", "", "{Deichgraf99}", ""),
        ("Eva Muster, Hamburg", "", "", "{Eva Muster, Hamburg}", ""),
    ],
    ids=lambda value: value or "-",
)
def test_a_name_comes_apart_for_bibtex(
    author: str, first: str, von: str, last: str, jr: str
) -> None:
    parts = splitname(bibtex(article(authors=(author,)))[0]["author"])

    assert {part: " ".join(parts[part]) for part in parts} == {
        "first": first, "von": von, "last": last, "jr": jr,
    }  # fmt: skip


def test_several_authors_are_told_apart() -> None:
    cited = article(authors=("Eva Muster", "Redaktion Land und Meer", "John Smith Jr."))

    assert bibtex(cited)[0]["author"] == (
        "Muster, Eva and {Redaktion Land und Meer} and Smith, Jr., John"
    )
    assert ris(cited)[0]["authors"] == [
        "Muster, Eva", "Redaktion Land und Meer", "Smith, John, Jr.",
    ]  # fmt: skip


def test_a_medium_is_one_whatever_its_name() -> None:
    cited = article(source="Land and Sea", url="https://sea.example/1")

    assert bibtex(cited)[0]["organization"] == "{Land and Sea}"


def test_an_agency_is_the_author_if_nobody_else_is() -> None:
    assert csl(article(agency="AFP/dpa"))[0]["author"] == [{"literal": "AFP/dpa"}]
    assert names(csl(article(agency="dpa", authors=("Eva Muster",)))[0]) == ["Eva Muster"]
    assert "author" not in csl(article(agency="dpa", source="DPA"))[0]
