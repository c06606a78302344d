"""Citations: what the parsers of others read back is what the article says."""

from __future__ import annotations

import json
import re
import warnings
from functools import cache
from importlib.resources import files
from typing import Any

import bibtexparser
import pytest
import rispy
from bibtexparser.customization import splitname
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

import newsarc
from newsarc import Article, PartialDate
from newsarc.text import one_line
from tests.strategies import partial_dates, texts

# What TeX joins to one sign, and blanks that a parser may take for others.
LIGATURES = re.compile(r"--|''|``|,,|<<|>>|[?!]`|[^\S ]")
ADDED = "2026-11-23T09:00:00Z"
ACCESSED = "(abgerufen am 23. November 2026)"
# What LaTeX knows and this reader of it does not.
SIGNS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
NASTY = 'Müller & Söhne: 50 % #1 a_b $5 {x} } { \\end "Zitat" ~^ @book{'


def article(number: int = 1, **known: Any) -> Article:
    return Article(f"{number:016x}", "digest", "Der Text.", **known)


def lines_of_text(max_size: int = 60) -> st.SearchStrategy[str]:
    """Texts that are not empty on one line, and have no ligatures of TeX."""
    return texts(max_size).filter(
        lambda text: bool(line := one_line(text)) and not LIGATURES.search(line)
    )


def articles() -> st.SearchStrategy[Article]:
    unknown = st.none()
    return st.builds(
        article,
        st.integers(1, 10**6),
        title=unknown | lines_of_text(),
        source=unknown | lines_of_text(20),
        published=unknown | partial_dates(),
        authors=st.lists(lines_of_text(30), max_size=3).map(tuple),
        url=unknown | st.sampled_from(["https://kurier.example/a_b?c=%20d&e#f{g}"]),
        added=unknown | st.just(ADDED),
        status=st.sampled_from([None, "canceled", "corrected"]),
    )


def several() -> st.SearchStrategy[list[Article]]:
    return st.lists(articles(), max_size=4, unique_by=lambda one: one.id)


def bibtex(*cited: Article) -> list[dict[str, str]]:
    parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)
    entries: list[dict[str, str]]
    entries = bibtexparser.loads(newsarc.cite(cited), parser).entries
    return entries


def csl(*cited: Article) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(newsarc.cite(cited, "csl"))
    return items


def ris(*cited: Article) -> list[dict[str, Any]]:
    return list(rispy.loads(newsarc.cite(cited, "ris")))


def text(**known: Any) -> str:
    return newsarc.cite([article(**known)], "text").rstrip("\n")


def plain(latex: str) -> str:
    text: str = reader().latex_to_text(latex)
    return text


@cache
def reader() -> Any:
    known = get_default_latex_context_db()
    signs = [MacroTextSpec(name, sign) for name, sign in SIGNS.items()]
    known.add_context_category("signs", macros=signs, prepend=True)
    return LatexNodes2Text(latex_context=known, math_mode="verbatim")


def line(value: str | None) -> str | None:
    return None if value is None else one_line(value)


def names(one: dict[str, Any]) -> list[str]:
    """The names of a CSL item, each as it is written."""
    parts = ("given", "non-dropping-particle", "family", "suffix", "literal")
    return [
        " ".join(name[part] for part in parts if part in name) for name in one.get("author", [])
    ]


@given(several())
def test_a_parser_of_bibtex_reads_what_the_articles_say(cited: list[Article]) -> None:
    entries = bibtex(*cited)

    assert len({entry["ID"] for entry in entries}) == len(cited)
    assert all(re.fullmatch(r"[a-z0-9-]+", entry["ID"]) for entry in entries)
    for entry, one in zip(entries, cited, strict=True):
        medium = entry.get("organization" if one.url else "journaltitle")
        assert entry["ENTRYTYPE"] == ("online" if one.url else "article")
        assert plain(entry.get("title", "")) == (line(one.title) or "")
        assert plain(medium or "") == (line(one.source) or "")
        assert entry.get("date") == (str(one.published.without_time()) if one.published else None)


@given(several())
def test_a_parser_of_ris_reads_what_the_articles_say(cited: list[Article]) -> None:
    records = ris(*cited)

    assert {record["type_of_reference"] for record in records} <= {"NEWS"}
    for record, one in zip(records, cited, strict=True):
        assert record.get("title") == line(one.title)
        assert record.get("secondary_title") == line(one.source)
        assert len(record.get("authors", [])) == len(one.authors)
        assert record.get("year") == (f"{one.published.year:04}" if one.published else None)


@given(several())
def test_csl_says_what_the_articles_say_in_words_of_csl(cited: list[Article]) -> None:
    items = csl(*cited)

    for item, one in zip(items, cited, strict=True):
        assert item.keys() - {"id", "type"} <= vocabulary("csl-variables.rnc")
        assert item["type"] in vocabulary("csl-types.rnc")
        assert item.get("title") == line(one.title)
        assert item.get("container-title") == line(one.source)
        turned = [author for author in one.authors if "," in author]
        assert turned or names(item) == [line(author) for author in one.authors]


@cache
def vocabulary(name: str) -> set[str]:
    """The words of a file of CSL's schema, which comes with citeproc-py."""
    schema = files("citeproc") / "data" / "schema" / "schemas" / "styles" / name
    return set(re.findall(r'"([\w-]+)"', schema.read_text(encoding="utf-8")))


@given(several())
def test_a_german_citation_is_one_line(cited: list[Article]) -> None:
    assert len(newsarc.cite(cited, "text").splitlines()) == len(cited)


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


@pytest.mark.parametrize("title", [NASTY, "x" * 500, "Deich\nhält\r\nwieder"])
def test_no_title_breaks_an_entry(title: str) -> None:
    before, cited, after = bibtex(article(1), article(2, title=title), article(3))

    assert plain(cited["title"]) == one_line(title)
    assert "title" not in before | after


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


def test_a_processor_renders_what_it_is_given() -> None:
    items = csl(
        article(
            title="Deich hält", authors=("Anna von der Heide",), source="Küstenpost",
            published=PartialDate(2022, 2), language="de",
        )
    )  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on what the style asks for and the processor cannot do
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        rendered = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        rendered.register(Citation([CitationItem(items[0]["id"])]))
        (entry,) = rendered.bibliography()

    assert all(part in str(entry) for part in ("von der Heide, A.", "2022", "Deich hält", "Küsten"))


def test_citations_come_one_by_one() -> None:
    from newsarc.render.citations.styles import STYLES, citation_lines

    def endless() -> Any:
        number = 0
        while number := number + 1:
            yield article(number)

    for style in STYLES:
        lines = citation_lines(endless(), style)
        assert [next(lines) for _ in range(3)]


def test_an_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="no style 'apa'; there are bibtex, ris, csl, text"):
        newsarc.cite([], "apa")  # type: ignore[arg-type]


def test_no_article_is_an_empty_output_that_parses() -> None:
    assert (bibtex(), ris(), csl(), newsarc.cite([], "text")) == ([], [], [], "")
