from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.readers.databases.stated import date, number
from newsarc.records.read import Document, Refusal
from tests.readers.golden import as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", cases("factiva"), ids=name)
def test_an_export_of_factiva_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


@pytest.mark.parametrize("path", cases("apa"), ids=name)
def test_an_export_of_the_apa_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


def test_the_day_on_which_a_page_was_found_is_no_date_of_its_article() -> None:
    (path,) = (path for path in cases("apa") if path.stem == "found_online")

    (found,) = stream(path)

    assert isinstance(found, Document)
    assert (found.date, found.modified) == (None, "2022-02-02")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Dienstag 30. August 2011", "Dienstag 30. August 2011"),
        ("January 20, 2009 Tuesday 8:27 PM AEST", "January 20, 2009 8:27 PM AEST"),
        ("1 mei 2015 vrijdag", "1 Mai 2015"),
        ("Onsdag 6. Januar 2010", "6. Januar 2010"),
        ("Summer, 2008", "2008"),
        ("Küstenbote", None),
        ("Dienstag " * 10_000, None),
    ],
)
def test_a_date_is_read_without_its_weekday(words: str, said: str | None) -> None:
    assert date(words) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [("2,968 words", 2968), ("12.567 Wörter", 12567), ("376  words", 376), ("mots", None)],
)
def test_a_number_of_words_is_read(words: str, said: int | None) -> None:
    assert number(words) == said


def test_xml_of_factiva_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    (whole,) = (path for path in cases("factiva") if path.name == "xml.xml")
    path = tmp_path / "cut.xml"
    path.write_bytes(whole.read_bytes()[:-200])

    (refusal,) = stream(path)

    assert isinstance(refusal, Refusal)
    assert refusal.error.reason.startswith("is not XML")


def test_a_page_that_speaks_of_factiva_is_a_page_as_any(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    sentence = "Der Hafen von Nordhafen hat heute wieder geöffnet, sagte der Sprecher des Kais. "
    path.write_text(
        "<html><head><title>Factiva wird verkauft</title></head><body><div class='article'>"
        f"<h1>Factiva wird verkauft</h1><time datetime='2022-02-02'>2.2.2022</time>"
        f"<p>{sentence * 6}</p><p>{sentence * 6}</p></div></body></html>",
        encoding="utf-8",
    )

    (found,) = stream(path)

    assert isinstance(found, Document)
    assert found.title == "Factiva wird verkauft"


def test_an_article_that_is_not_closed_ends_where_the_next_one_begins(tmp_path: Path) -> None:
    (whole,) = (path for path in cases("factiva") if path.name == "parts_in_order.html")
    page = whole.read_text(encoding="utf-8")
    path = tmp_path / "a.html"
    path.write_text(page.replace('</div><div class="article', '<div class="article'), "utf-8")

    found = [item for item in stream(path) if isinstance(item, Document)]

    assert [one.title for one in found] == ["Deich hält", "Brücke kommt"]
