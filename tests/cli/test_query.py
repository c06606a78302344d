"""The query language on the command line: notes, its help page, and texts not meant as queries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Newsarc


def titles(newsarc: Newsarc, *query: str) -> list[str]:
    result = newsarc("search", *query, "--strict", "--format", "json")
    assert result.exit_code == 0, result.output
    return [hit["title"] for hit in json.loads(result.stdout)["hits"]]


MILL = "Wer kennt die alte Mühle?"
BRIDGE = "Stadtrat beschließt neue Brücke"
HARBOUR = "Hafen wird geräumt"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Stadtr*", [BRIDGE]),
        ("*verein", [MILL]),
        ("Stadtrta~1", [BRIDGE]),
        ("Hafen w/3 Neudorf", [HARBOUR]),
        ("Brücke w/s Haus", []),
        ("Brücke w/p Haus lang:de", [HARBOUR]),
        ("title:Brücke", [BRIDGE]),
        ("start:Haus", [HARBOUR]),
        ("autor:Köhler", [BRIDGE]),
        ("agency:nad ort:Neudorf", [BRIDGE]),
        ("url:heimat.example", [MILL]),
        ("vor:2021-06 has:agency", [BRIDGE]),
        ('source:(Bote OR "Neudorfer Bote") has:author', [BRIDGE]),
        ("!Haus Neudorf", []),
        ("Neudorf !Hafen", [BRIDGE]),
        ("Neudorf \u2212Hafen", [BRIDGE]),
        ("Neudorf BUT NOT Hafen", [BRIDGE]),
        ("Hafen near3 Neudorf", [HARBOUR]),
        ("Neudorf adj3 Hafen", []),
        ("Stadtr$", [BRIDGE]),
        ("Stadtra!", [BRIDGE]),
        ("TITLE(Hafen OR Haus)", [HARBOUR]),
        ("hlead(Haus)", [HARBOUR]),
        ("Neudorf date>2021-12", []),
        ("Brücke _exists_:author", [BRIDGE]),
        ('Stadtrat"', [BRIDGE]),
        ('Stadtrat ""', [BRIDGE]),
        ("St\u00adadtrat", [BRIDGE]),
        ("Ha\u200bfen Ra\u0308umung OR Mu\u0308hle", [MILL]),
        ("https://www.bote.example/bruecke/?utm_source=x#top", [BRIDGE]),
        ("www.heimat.example/muehle", [MILL]),
        ('"(Stadtr* Rat) (Bau)"~5', [BRIDGE]),
    ],
)  # fmt: skip
def test_a_query_finds(newsarc: Newsarc, query: str, found: list[str]) -> None:
    assert titles(newsarc, query) == found


def test_the_forms_of_a_pattern_are_counted_on_stderr(newsarc: Newsarc) -> None:
    result = newsarc("search", "Brück*", "--format", "ids")

    assert result.stderr == "note: brück*: 1 form\n"


def test_a_misspelt_field_is_told_its_name(newsarc: Newsarc) -> None:
    assert "did you mean title:?" in newsarc("search", "tittel:Brücke").stderr


def test_a_date_that_is_none_is_told_and_no_error(newsarc: Newsarc) -> None:
    result = newsarc("search", "Brücke date:2021-13", "--format", "ids")

    assert result.exit_code == 0
    assert "note: date:2021-13 is no date; write 2022" in result.stderr


def test_the_overview_of_the_language_fits_on_two_screens(newsarc: Newsarc) -> None:
    page = newsarc("help", "query").stdout
    overview = page.partition("Write operators in capitals")[0].splitlines()

    assert len(overview) <= 48
    assert max(map(len, page.splitlines())) <= 100


@pytest.mark.parametrize(
    "word",
    ["w/5", "pre/5", "w/s", "w/p", "NOT w/5", '"Nato Kreml"~5', "atleast3(", "~1", "Ma?er",
     "title:", "start:", "author:", "url:", "path:", "id:", "words:", "has:", "is:", "before:",
     "updated:", "added:", "2022-Q1", "=Gipfel", "source:dpa,afp",
     "!Putin", "near5", "Gipfel$", "TITLE(Nato)", "hlead(", "date>2022", "_exists_:", "https://"],
)  # fmt: skip
def test_the_help_of_the_language_has_an_example_of(newsarc: Newsarc, word: str) -> None:
    assert word in newsarc("help", "query").stdout


@pytest.mark.parametrize(
    "query",
    [
        "*", '"Nato', "(Nato", "Nato)", "AND", "OR Nato", "Nato AND", "-Nato", "NOT Nato",
        "Nato AND NOT Putin", "Nato~9", "w/0", "Nato w/9999 Putin", "(a UND b) w/5 (c UND d)",
        "[", "^", "{", "\\", "'", "?", "!", "😀", "\0", "...", "w/5 w/5", "NEAR", "atleast9(",
        "title:", "title:(", "title:(((", "date:[", "date:[2022 TO", "date:1/2/2022", "words:<",
        "source:,", "path:**", "url:*", "id:", "is:", '"*"~5', '"a*"~99999999999', "*a*b*c*",
        "?????", "~~~", "a~1~2", "=*", "+", "abc*def*ghi* w/5 *abc", "NOT NOT w/5 NOT",
        "a w/s (b w/p (c NOT w/5 d))", "atleast2(atleast2(a b) w/5 c)", "x:y:z", "::", "TO", "..",
        "title:words:>5", "-(-(-", "(OR)", "()()", 'start:""', '""~5',
    ],
)  # fmt: skip
def test_any_text_is_answered_and_none_with_words_of_the_engine(
    newsarc: Newsarc, query: str
) -> None:
    for command in (["search", "--", query], ["search", "--explain", "--", query]):
        result = newsarc(*command)
        assert result.exit_code == 0, result.output
        assert "fts5" not in result.output.replace("words MATCH", "")
        assert "Traceback" not in result.output
