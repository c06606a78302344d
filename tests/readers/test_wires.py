from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newsarc.readers.base import Piece, Reading
from newsarc.readers.objects.shapes import documents
from newsarc.readers.wires import anpa, iptc7901, newsml_g2, nitf
from newsarc.records.kept import Origin
from newsarc.records.read import Document, Refusal, Skipped
from tests.readers.golden import as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

FORMATS = ("newsml-g2", "nitf", "iptc7901", "anpa")
LATER = (
    b"<newsItem><contentMeta><headline>Deich</headline></contentMeta><contentSet><inlineXML>"
    b"<html><body>%s</body></html></inlineXML></contentSet></newsItem>"
)


def piece(data: bytes = b"") -> Piece:
    return Piece(Origin("/wire"), "wire", "/wire", data=data)


def items(module: ModuleType, data: bytes) -> list[Document | Refusal]:
    return list(module.read(piece(data), Reading(1_000_000)))


def shaped(record: dict[str, Any]) -> list[Document | Refusal]:
    found = documents(record, piece())
    assert found is not None
    return list(found)


def only(found: list[Document | Refusal]) -> Document:
    (document,) = found
    assert isinstance(document, Document)
    return document


def reason(found: list[Document | Refusal]) -> str:
    (refusal,) = found
    assert isinstance(refusal, Refusal)
    return refusal.error.reason


def as_json(found: list[Document | Refusal | Skipped]) -> object:
    return json.loads(json.dumps(as_case(found)))


def body_of(html: bytes) -> str | None:
    return only(items(newsml_g2, LATER % html)).body


def case(folder: str, file: str) -> Document:
    path = next(path for path in cases(folder) if path.name == file)
    return only([item for item in stream(path) if isinstance(item, (Document, Refusal))])


@pytest.mark.parametrize("path", [path for folder in FORMATS for path in cases(folder)], ids=name)
def test_a_file_of_an_agency_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_json(stream(path)) == expected(path)


@pytest.mark.parametrize(
    ("folder", "file"),
    [("newsml-g2", "one_item.xml"), ("iptc7901", "one_item.iptc")],
)
@pytest.mark.parametrize("field", ["title", "body", "authors", "genre", "source"])
def test_an_item_is_the_same_in_every_format(folder: str, file: str, field: str) -> None:
    same = case("jsonl", "dpa_text.jsonl")

    assert getattr(case(folder, file), field) == getattr(same, field)


def test_an_item_has_one_date_in_json_and_iptc_7901() -> None:
    same = case("jsonl", "dpa_text.jsonl").date or ""

    assert same.startswith(case("iptc7901", "one_item.iptc").date or "-")


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"headline": "Deich hält", "uri": "https://musterblatt.example/1"},
        {"title": "Deich hält", "body": "Der Deich hielt.", "version": "1.0", "items": []},
        {"guid": "1", "headline": "Deich hält", "body_html": "<p>Der Deich hielt.</p>"},
        {"entries": []},
        {"entries": [{"urn": "1"}]},
        {"type": ["text"], "uri": {}},
    ],
)
def test_other_objects_are_left_to_others(record: dict[str, Any]) -> None:
    assert documents(record, piece()) is None


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("picture", "is a picture, not a text (Deich)"),
        ("graphic", "is a graphic, not a text (Deich)"),
        ("video", "is a video, not a text (Deich)"),
        ("audio", "is a sound, not a text (Deich)"),
        ("composite", "is a package, not a text (Deich)"),
    ],
)
def test_what_is_no_text_is_refused_by_name(kind: str, said: str) -> None:
    xml = (
        f'<newsItem><itemMeta><itemClass qcode="ninat:{kind}"/></itemMeta>'
        "<contentMeta><headline>Deich</headline></contentMeta></newsItem>"
    )

    assert reason(items(newsml_g2, xml.encode())) == said


def test_the_date_names_its_rule_and_what_said_otherwise() -> None:
    evidence = case("newsml-g2", "one_item.xml").evidence

    published = next(one for one in evidence if one.field == "date")
    assert published.rule == "NewsML-G2 firstCreated"
    assert published.others == (("NewsML-G2 contentCreated", "2022-02-07T12:30:00+01:00"),)


def test_a_paragraph_ends_where_its_element_ends() -> None:
    assert body_of(b"<p>Der Deich</p><p>hielt.<br/>Ja.</p>") == "Der Deich\n\nhielt.\nJa."


def test_the_text_behind_a_picture_stays() -> None:
    assert body_of(b"<p>Der <img/>Deich <script>x</script>hielt.</p>") == "Der Deich hielt."


def test_a_dateline_that_stands_alone_joins_its_paragraph() -> None:
    xml = LATER.replace(b"</headline>", b"</headline><dateline>Muster (mpa) - </dateline>")
    document = only(items(newsml_g2, xml % b"<p>Muster (mpa) - </p><p>Der Deich hielt.</p>"))

    assert document.body == "Muster (mpa) - Der Deich hielt."


def test_what_is_for_newsrooms_only_is_left_out_of_iptc_7901() -> None:
    assert "Veröffentlichung" not in (case("iptc7901", "one_item.iptc").body or "")


def test_numbers_of_a_day_become_ids_with_their_time() -> None:
    assert case("iptc7901", "one_item.iptc").external_id == "bdt0651/2022-02-07T14:54"


def test_no_control_character_reaches_the_number_or_the_version_of_an_item() -> None:
    path = next(path for path in cases("anpa") if path.name == "article.tst")
    old = items(anpa, path.read_bytes().replace(b"\x01", b"\x01\x1b[31m"))
    new = items(
        newsml_g2, LATER.replace(b"<newsItem>", b"<newsItem version='&#x85;2'>") % b"<p>1</p>"
    )

    assert (only(old).external_id or "\n").isprintable()
    assert only(new).version == "2"


def test_an_item_of_too_many_tags_is_refused() -> None:
    data = b"<nitf><body><body.content>" + b"<b/>" * 200_000 + b"</body.content></body></nitf>"

    assert reason(items(nitf, data)) == "has more than 200,000 tags, as no article has; divide it"


@pytest.mark.parametrize("module", [newsml_g2, nitf, iptc7901, anpa])
@pytest.mark.parametrize("data", [b"", b"\0", b"\xff\xfe", b"<", b"\x01", b"<a/>", b"\x01\x02\x03"])
def test_what_is_no_item_is_refused(module: ModuleType, data: bytes) -> None:
    assert reason(items(module, data))


def test_packages_in_packages_end() -> None:
    package: dict[str, Any] = {"uri": "1", "type": "composite", "versioncreated": "2022"}
    for _ in range(50):
        package = {**package, "associations": {"a": package}}

    assert reason(shaped(package)) == "is a package without a text"
