"""Pages, as they are saved: what they state, what their lines say, and what is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newsarc import catalog
from newsarc.readers import find_files, read_piece, split_file
from newsarc.readers.base import Piece, Reading
from newsarc.records.kept import Origin
from newsarc.records.read import Document, Refusal, Skipped

CASES = Path(__file__).parent / "cases" / "html"
LIMIT = 1_000_000
SENTENCE = (
    "Der Deich bei Nordhafen wird im Frühjahr um einen halben Meter erhöht, teilte das Amt mit. "
)
PARAGRAPH = f"<p>{SENTENCE * 5}</p>"


def found(path: Path, *, any_page: bool = False) -> Document | Refusal:
    reading = Reading(LIMIT, any_page=any_page)
    (file,) = find_files([path])
    assert not isinstance(file, Refusal | Skipped)
    (piece,) = split_file(file.path, reading)
    (item,) = read_piece(piece, reading) if isinstance(piece, Piece) else (piece,)
    assert isinstance(item, Document | Refusal)
    return item


def read(
    html: str, *, url: str | None = None, charset: str | None = None, any_page: bool = False
) -> Document | Refusal:
    piece = Piece(
        Origin("a.html"), "a.html", "a.html", "html", html.encode(), url=url, charset=charset
    )
    (item,) = read_piece(piece, Reading(LIMIT, any_page=any_page))
    assert isinstance(item, Document | Refusal)
    return item


def document(html: str, **hints: Any) -> Document:
    item = read(html, **hints)
    assert isinstance(item, Document)
    return item


def as_case(item: Document | Refusal) -> dict[str, Any]:
    if isinstance(item, Refusal):
        return {"refused": item.error.reason}
    claims = {name: getattr(item, name) for name in Document.__struct_fields__}
    claims["evidence"] = [
        " · ".join([one.field, one.rule, one.words, *map(": ".join, one.others)])
        for one in item.evidence
    ]
    ignored = {"origin", "size", "modified"}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in claims.items()
        if name not in ignored and value not in (None, (), [], False)
    }


@pytest.mark.parametrize("path", sorted(CASES.glob("*.html")), ids=lambda path: path.stem)
def test_a_page_is_read_as_its_case_says(path: Path) -> None:
    case = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    assert as_case(found(path)) == case


@pytest.mark.parametrize("name", ["no_article", "front_page_with_a_long_text"])
def test_a_page_without_an_article_is_read_if_asked_for(name: str) -> None:
    refused = found(CASES / f"{name}.html")

    assert isinstance(refused, Refusal)
    assert "--any-page" in refused.error.reason
    assert isinstance(found(CASES / f"{name}.html", any_page=True), Document)


@pytest.mark.parametrize("path", sorted(CASES.glob("*1252*.html")), ids=lambda path: path.stem)
def test_no_control_character_stands_for_a_mark(path: Path) -> None:
    item = found(path)

    assert isinstance(item, Document)
    assert re.search("[\x80-\x9f]", item.content) is None
    assert "„Wir müssen jetzt handeln“, sagte sie –" in item.content


def test_the_charset_of_the_server_counts_before_that_of_the_page() -> None:
    text = (
        f"<html><meta charset='iso-8859-1'><meta property='og:type' content='article'>{PARAGRAPH}"
    )
    data = text.replace("ü", "ź").encode("iso-8859-2")
    piece = Piece(Origin("a"), "a.html", "a.html", "html", data, charset="ISO-8859-2")
    (item,) = read_piece(piece, Reading(LIMIT))

    assert isinstance(item, Document)
    assert "Frźhjahr" in item.content


def test_what_contradicts_a_date_is_kept_with_its_rule() -> None:
    item = found(CASES / "linked_data_in_a_graph.html")
    assert isinstance(item, Document)
    article = catalog.read(item, id="1")
    (evidence,) = [one for one in article.evidence if one.field == "published"]

    assert evidence.rule == "JSON-LD datePublished"
    assert evidence.others == (("meta article:published_time", "2022-02-04T09:00:00Z"),)


TEXT = "Der Stadtrat von Nordhafen hat am Montag beschlossen, die Kaimauer zu sanieren. " * 5


def test_an_author_that_linked_data_only_refers_to_is_found() -> None:
    graph = {
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Kaimauer wird saniert",
                "datePublished": "2022-02-02",
                "author": {"@id": "https://kuestenpost.example/#eva"},
            },
            {"@type": "Person", "@id": "https://kuestenpost.example/#eva", "name": "Eva Muster"},
        ]
    }
    article = document(
        f"<html><head><script type='application/ld+json'>{json.dumps(graph)}</script></head>"
        f"<body><article><h1>Kaimauer wird saniert</h1><p>{TEXT}</p></article></body></html>"
    )

    assert article.authors == ("Eva Muster",)


@pytest.mark.parametrize(
    "card",
    [
        "<span class='author vcard'>von <a class='url fn n' href='/eva'>Eva Muster</a></span>",
        "<div class='p-author h-card'><b class='p-name'>Eva Muster</b>, Redaktion</div>",
        "<p class='byline author vcard'><a href='/eva'>Eva Muster</a> am 2. Februar</p>",
    ],
)
def test_an_author_on_a_card_is_found(card: str) -> None:
    article = document(
        f"<html><body><article><h1>Kaimauer wird saniert</h1>{card}<p>{TEXT}</p></article>"
        "<footer>Thema von <a rel='author' href='/'>Karl Gestalter</a></footer></body></html>",
        any_page=True,
    )

    assert article.authors == ("Eva Muster",)


def test_who_is_stated_stays_beside_who_signed_the_lines() -> None:
    article = document(
        "<html><head><title>Kaimauer wird saniert</title><meta name='author' content='Lokales'>"
        "</head><body><article><h1>Kaimauer wird saniert</h1><p>Von Eva Muster</p>"
        f"<time>2. Februar 2022</time><p>{TEXT}</p></article></body></html>"
    )

    (evidence,) = [one for one in article.evidence if one.field == "authors"]

    assert article.authors == ("Eva Muster",)
    assert evidence.others == (("meta author", "Lokales"),)


def test_a_stated_time_in_utc_is_told_in_local_time() -> None:
    item = found(CASES / "linked_data_in_a_graph.html")
    assert isinstance(item, Document)

    assert str(catalog.read(item, id="1").published) == "2022-02-03T00:30+01:00"


def test_an_article_of_which_a_page_says_nothing_is_refused() -> None:
    linked = '{"@type": "NewsArticle", "datePublished": "2022-02-02"}'
    item = read(f"<html><script type='application/ld+json'>{linked}</script><body></body></html>")

    assert isinstance(item, Refusal)
    assert item.error.reason == "has neither a text nor a headline"


def test_a_cut_off_article_says_why() -> None:
    item = found(CASES / "paywall.html")
    assert isinstance(item, Document)
    article = catalog.read(item, id="1")

    assert article.truncated
    assert "JSON-LD isAccessibleForFree" in {one.rule for one in article.evidence}


def test_a_claim_that_everyone_repeats_is_read_in_no_time() -> None:
    metas = "<meta name='datepublished' content='2. Mai 2020'>" * 50_000

    assert document(f"<html>{metas}{PARAGRAPH}", any_page=True).date == "2. Mai 2020"


@pytest.mark.parametrize(
    "html",
    [
        '<p a="' * 100_000,
        "<p a=b" * 100_000,
        "<!--" * 100_000,
        "<script>" * 100_000,
        "<title>" * 100_000,
        "&" * 500_000,
        "<" * 500_000,
        "<a>" * 100_000,
        "<ul><li>" * 50_000,
        '<script type="application/ld+json">' + "[" * 100_000,
        '<script type="application/ld+json">{"@type": ["NewsArticle"], "author": {"@type": [[]]}}',
        '<script type="application/ld+json">{"@type": "Article", "datePublished": 1e999, "url": 3}',
        "<h1>\x01\x02&#1;&#xd800;&#xffff;</h1>",
    ],
    ids=range(13),
)
def test_no_page_breaks_the_reader(html: str) -> None:
    assert isinstance(read(html, any_page=True), Document | Refusal)


@pytest.mark.parametrize(
    ("tag", "is_refused"),
    [
        ("<p " + " ".join(f"a{n}" for n in range(1001)) + ">", True),
        ("<p " + "".join(f"a{n}='>'" for n in range(1001)) + ">", True),
        ("<title><script></title><p " + " ".join(f"a{n}" for n in range(1001)) + ">", True),
        ("<script " + " ".join(f"a{n}" for n in range(1001)) + "></script>", True),
        ("<p " + " ".join(f"a{n}" for n in range(1000)) + ">", False),
        ("<script>if (a<b " + " ".join(f"a{n}" for n in range(2000)) + ")</script>", False),
    ],
)
def test_a_tag_with_over_a_thousand_attributes_is_refused(tag: str, is_refused: bool) -> None:
    item = read(f"<html><body>{tag}{PARAGRAPH}", any_page=True)

    assert isinstance(item, Refusal) == is_refused


def test_a_picture_in_whose_bytes_a_tag_stands_is_no_page() -> None:
    item = read("\x89PNG\r\n\x1a\n" + "".join(map(chr, range(128))) * 20 + "<p>", any_page=True)

    assert isinstance(item, Refusal)
    assert "is binary, not HTML" in str(item.error)


def test_a_page_with_a_nul_byte_is_read() -> None:
    assert isinstance(read(f"<html><body>\0{PARAGRAPH}", any_page=True), Document)


def test_a_page_of_over_a_hundred_thousand_elements_is_refused() -> None:
    item = read(f"<html><body>{PARAGRAPH}{'<b>' * 100_001}", any_page=True)

    assert isinstance(item, Refusal)
    assert "is a page of more than 100,000 elements; save only the article" in str(item.error)


def test_the_address_of_a_container_stands_in_for_that_of_the_page() -> None:
    html = f"<html><meta property='og:type' content='article'>{PARAGRAPH}"

    assert (
        document(html, url="https://a.example/deich?utm_source=x").url == "https://a.example/deich"
    )


def test_the_address_of_a_site_is_not_that_of_its_article() -> None:
    data = '{"@type": "NewsArticle", "headline": "Der Deich", "url": "https://k.example/"}'

    item = read(
        f"<html><head><script type='application/ld+json'>{data}</script></head>"
        f"<body><h1>Der Deich</h1>{PARAGRAPH}</body></html>"
    )

    assert isinstance(item, Document)
    assert item.url is None
