"""What the parsers of others read back is what the article says."""

from __future__ import annotations

import re
import warnings
from functools import cache
from importlib.resources import files

import pytest
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

import newsarc
from newsarc import Article, PartialDate
from newsarc.text import one_line
from tests.citations.reading import ADDED, article, bibtex, csl, names, plain, ris
from tests.strategies import partial_dates, texts

# What TeX joins to one sign, and blanks that a parser may take for others.
LIGATURES = re.compile(r"--|''|``|,,|<<|>>|[?!]`|[^\S ]")
NASTY = 'Müller & Söhne: 50 % #1 a_b $5 {x} } { \\end "Zitat" ~^ @book{'


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


def line(value: str | None) -> str | None:
    return None if value is None else one_line(value)


@cache
def vocabulary(name: str) -> set[str]:
    """The words of a file of CSL's schema, which comes with citeproc-py."""
    schema = files("citeproc") / "data" / "schema" / "schemas" / "styles" / name
    return set(re.findall(r'"([\w-]+)"', schema.read_text(encoding="utf-8")))


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


@given(several())
def test_a_german_citation_is_one_line(cited: list[Article]) -> None:
    assert len(newsarc.cite(cited, "text").splitlines()) == len(cited)


@pytest.mark.parametrize("title", [NASTY, "x" * 500, "Deich\nhält\r\nwieder"])
def test_no_title_breaks_an_entry(title: str) -> None:
    before, cited, after = bibtex(article(1), article(2, title=title), article(3))

    assert plain(cited["title"]) == one_line(title)
    assert "title" not in before | after


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


def test_no_article_is_an_empty_output_that_parses() -> None:
    assert (bibtex(), ris(), csl(), newsarc.cite([], "text")) == ([], [], [], "")
