from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.records.read import Document, Refusal, Skipped
from tests.readers.golden import stream
from tests.readers.packed import epub, pack

if TYPE_CHECKING:
    from pathlib import Path

ISSUE = (
    "<dc:title>Küstenkurier [Mi., 2. Februar 2022]</dc:title><dc:creator>Küstenkurier</dc:creator>"
    "<dc:publisher>calibre</dc:publisher><dc:language>de</dc:language>"
    "<dc:date>2022-02-02T05:00:00+01:00</dc:date>"
)
DEICH = "<h1>Deich h&auml;lt</h1><p>Von Eva Muster</p><p>Der Deich hat <b>gehalten</b>.</p>"
STURM = "<h2>Sturm kommt</h2><p>Ein Sturm kommt.</p>"
LINKS = '<ul><li><a href="a.html">Deich hält</a></li><li><a href="b.html">Sturm</a></li></ul>'


def documents(path: Path) -> list[Document]:
    return [item for item in stream(path) if isinstance(item, Document)]


def reasons(path: Path) -> list[str]:
    return [item.error.reason for item in stream(path) if isinstance(item, Refusal)]


def skipped(path: Path) -> list[str]:
    return [item.what for item in stream(path) if isinstance(item, Skipped)]


def test_each_page_of_an_issue_is_an_article(tmp_path: Path) -> None:
    path = epub(tmp_path / "a.epub", {"a.xhtml": DEICH, "b.xhtml": STURM}, ISSUE)
    deich, sturm = documents(path)

    assert str(deich.origin) == f"{path}!OEBPS/a.xhtml"
    assert deich.text == "Deich hält\n\nVon Eva Muster\n\nDer Deich hat gehalten."
    assert (deich.title, sturm.title) == ("Deich hält", "Sturm kommt")


def test_an_issue_gives_its_medium_and_its_date_to_its_articles(tmp_path: Path) -> None:
    path = epub(tmp_path / "a.epub", {"a.xhtml": DEICH, "b.xhtml": STURM}, ISSUE)
    sturm = documents(path)[1]

    assert (sturm.source, sturm.language) == ("Küstenkurier", "de")
    assert sturm.date == "2022-02-02T05:00:00+01:00"
    assert sturm.authors == ()


def test_an_article_keeps_its_own_date_and_byline(tmp_path: Path) -> None:
    dated = DEICH.replace("</h1>", "</h1><p>1. Februar 2022</p>")
    creator = "<dc:creator>Jan Probe</dc:creator><dc:date>2022-02-02</dc:date>"
    (document,) = documents(epub(tmp_path / "a.epub", {"a.xhtml": dated}, creator))

    assert (document.date, document.authors) == (None, ())


def test_pages_that_are_no_articles_are_skipped(tmp_path: Path) -> None:
    pages = {"cover.xhtml": '<img src="a.png"/>', "index.xhtml": LINKS, "a.xhtml": DEICH}
    path = epub(tmp_path / "a.epub", pages, ISSUE)

    assert skipped(path) == ["pages without text", "tables of contents"]
    assert len(documents(path)) == 1


def test_a_page_without_a_heading_has_its_name_in_the_table_of_contents(tmp_path: Path) -> None:
    nav = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    pages = {"a.xhtml": "<p>Der Deich hielt.</p>", "b.xhtml": STURM, "nav.xhtml": LINKS}
    path = epub(tmp_path / "a.epub", {**pages, "a.html": "<p>Der Deich hielt.</p>"}, "", nav)

    assert documents(path)[-1].title == "Deich hält"
    assert documents(path)[-1].body == "Der Deich hielt."


def test_the_only_page_of_a_book_has_its_title(tmp_path: Path) -> None:
    title = "<dc:title>Deich hält</dc:title>"
    (document,) = documents(epub(tmp_path / "a.epub", {"a.xhtml": "<p>Gut.</p>"}, title))

    assert (document.title, document.body) == ("Deich hält", "Gut.")


def test_calibre_tells_where_it_has_a_page_from(tmp_path: Path) -> None:
    link = '<a rel="calibre-downloaded-from" href="https://kurier.example/deich">hier</a>'
    (document,) = documents(epub(tmp_path / "a.epub", {"a.xhtml": DEICH + link}))

    assert document.url == "https://kurier.example/deich"


def test_a_page_that_is_no_xml_is_read_all_the_same(tmp_path: Path) -> None:
    (document,) = documents(epub(tmp_path / "a.epub", {"a.xhtml": "<p>Der Deich<br>hielt.<p>Gut."}))

    assert document.text == "Der Deich\nhielt.\n\nGut."


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ({}, "is no EPUB (it has no list of its pages)"),
        ({"a.opf": "<package"}, "has a damaged member 'a.opf'"),
        ({"a.opf": "<package/>"}, "is an EPUB without pages"),
    ],
)
def test_a_book_without_pages_is_refused(tmp_path: Path, members: dict[str, str], why: str) -> None:
    path = pack(tmp_path / "a.epub", {"mimetype": "application/epub+zip", **members})

    assert reasons(path) == [why]


def test_a_missing_page_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    manifest = '<item id="x" href="x.xhtml" media-type="application/xhtml+xml"/>'
    more = '<itemref idref="x"/>'
    path = epub(tmp_path / "a.epub", {"a.xhtml": DEICH}, "", manifest, more)

    assert reasons(path) == ["has no member 'OEBPS/x.xhtml'"]
    assert len(documents(path)) == 1


def test_a_page_that_becomes_too_large_is_refused(tmp_path: Path) -> None:
    path = epub(tmp_path / "a.epub", {"a.xhtml": DEICH, "b.xhtml": " " * 3_000_000})

    assert reasons(path) == ["has a member 'OEBPS/b.xhtml' of more than 1 MB"]


def test_a_book_whose_pages_become_too_large_together_is_refused_as_one(tmp_path: Path) -> None:
    pages = {f"{at}.xhtml": "<p>Deich</p>" * 70_000 for at in range(7)}

    assert reasons(epub(tmp_path / "a.epub", pages)) == [
        "has pages that become more than 20 times as large as the file"
    ]


def test_a_page_of_too_many_elements_is_refused_and_the_next_one_is_read(tmp_path: Path) -> None:
    path = epub(tmp_path / "a.epub", {"a.xhtml": "<b/>" * 100_001, "b.xhtml": DEICH})

    assert reasons(path) == ["is a page of more than 100,000 elements; save only the article"]
    assert [document.title for document in documents(path)] == ["Deich hält"]


def test_a_book_that_ends_early_is_refused(tmp_path: Path) -> None:
    path = epub(tmp_path / "a.epub", {"a.xhtml": DEICH})
    path.write_bytes(path.read_bytes()[:300])

    assert reasons(path) == ["is damaged, or no zip archive"]
