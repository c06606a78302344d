from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.readers.base import Piece, Reading
from newsarc.readers.feeds import feed
from newsarc.readers.feeds.entries import SUMMARY_ONLY
from newsarc.records.kept import Origin
from newsarc.records.read import Document, Refusal
from tests.readers.golden import as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "<rss version='2.0'><channel><title>Musterblatt</title>"
FOOT = "</channel></rss>"


def items(xml: str) -> list[Document | Refusal]:
    piece = Piece(Origin("/feed"), "feed", "/feed", data=xml.encode())
    return list(feed.read(piece, Reading(1_000_000)))


def entry(number: int, more: str = "") -> str:
    return f"<item><title>Titel {number}</title><guid>{number}</guid>{more}</item>\n"


def titles(found: list[Document | Refusal]) -> list[str | None]:
    return [item.title for item in found if isinstance(item, Document)]


@pytest.mark.parametrize("path", cases("feed"), ids=name)
def test_a_feed_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


def test_a_feed_of_many_entries_keeps_their_order_and_its_title() -> None:
    found = items(HEAD + "".join(map(entry, range(1001))) + FOOT)

    assert titles(found) == [f"Titel {number}" for number in range(1001)]
    assert {item.source for item in found if isinstance(item, Document)} == {"Musterblatt"}


def test_an_export_may_be_larger_than_one_article(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    path.write_text(HEAD + entry(1, f"<description>{'Deich ' * 200_000}</description>") + FOOT)

    assert titles([item for item in stream(path) if isinstance(item, Document)]) == ["Titel 1"]


def test_entries_without_ids_are_numbered_through() -> None:
    entries = "<item><title>Deich</title></item>" * 401
    found = items(HEAD + entries + FOOT)

    assert [item.origin.member for item in found][199:202] == ["200", "201", "202"]


def test_entries_that_cannot_be_read_are_told_of() -> None:
    spoilt = entry(200, "<x>" * 50_000)
    found = items(HEAD + "".join(map(entry, range(200))) + spoilt + FOOT)

    last = found[-1]
    assert isinstance(last, Refusal)
    assert "behind the 200th" in last.error.reason


def test_a_summary_is_a_part_of_the_article_and_says_so() -> None:
    (document,) = items(HEAD + entry(1, "<description>Kurz.</description>") + FOOT)

    assert isinstance(document, Document)
    assert document.truncated
    assert document.evidence[-1].rule == SUMMARY_ONLY


def test_a_second_description_is_no_full_text() -> None:
    media = "xmlns:media='http://search.yahoo.com/mrss/'"
    more = "<description>Kurz.</description><media:description>Ein Bild.</media:description>"
    (document,) = items(HEAD.replace("<rss", f"<rss {media}") + entry(1, more) + FOOT)

    assert isinstance(document, Document)
    assert document.truncated


def test_a_whole_text_in_place_of_a_summary_is_not_called_a_part() -> None:
    text = "".join(f"<p>{'Der Deich hielt. ' * 50}</p>" for _ in range(5))
    more = f"<description><![CDATA[{text}]]></description>"
    (document,) = items(HEAD + entry(1, more) + FOOT)

    assert isinstance(document, Document)
    assert not document.truncated


def test_an_address_of_a_mail_is_no_part_of_an_author() -> None:
    more = "<author>eva@blatt.hamburg (Eva Muster)</author>"
    (document,) = items(HEAD + entry(1, more) + FOOT)

    assert isinstance(document, Document)
    assert document.authors == ("Eva Muster",)


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "Der Deich hielt.",
        HEAD,
        HEAD + "<item>" + "<b>" * 60_000,
        HEAD + "<item>" + "<b>" * 10_000,
        HEAD + "<a" * 100_000,
        HEAD + "<item " + " ".join(f'a{number}="1"' for number in range(2000)) + "/>",
        HEAD + "<item a='" * 50_000,
    ],
)
def test_what_is_no_feed_or_a_trap_is_refused_once(xml: str) -> None:
    (refusal,) = items(xml)

    assert isinstance(refusal, Refusal)


def test_entities_that_a_feed_declares_in_each_other_are_not_resolved() -> None:
    bomb = "<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
    found = items(bomb + HEAD + "<item><title>&b;</title></item>" + FOOT)

    assert titles(found) == ["&b;"]


def test_an_export_with_thousands_of_tags_is_read() -> None:
    tags = "".join(f"<wp:tag><wp:tag_slug>t{n}</wp:tag_slug></wp:tag>" for n in range(9000))
    xml = (
        '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Küstenbote</title>'
        f"{tags}{entry(1)}{entry(2)}</channel></rss>"
    )

    assert all(isinstance(item, Document) for item in items(xml))
    assert len(items(xml)) == 2
