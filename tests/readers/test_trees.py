from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.readers.trees import NotXmlError, local_name, parse, words_of
from tests.readers.golden import as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path

MANY = " ".join(f'a{number}="1"' for number in range(1001))


def text_of(data: bytes) -> str:
    return words_of(parse(data))


def reason_against(data: bytes) -> str:
    with pytest.raises(NotXmlError) as caught:
        parse(data)
    return str(caught.value)


def test_the_root_is_named_without_its_namespace() -> None:
    assert local_name(parse(b'<a:deich xmlns:a="urn:a"/>')) == "deich"


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("iso-8859-2", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16", "utf-16-le"),
        ("utf-16", "utf-16-be"),
        ("no-such-encoding", "cp1252"),
        ("rot13", "cp1252"),
    ],
)
def test_a_wrong_encoding_declaration_does_not_spoil_the_text(declared: str, used: str) -> None:
    xml = f'<?xml version="1.0" encoding="{declared}"?><a>„Ähren“</a>'

    assert text_of(xml.encode(used)) == "„Ähren“"


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf_8() -> None:
    xml = '<?xml version="1.0" encoding="koi8-r"?><a>Привет</a>'

    assert text_of(xml.encode("koi8-r")) == "Привет"


def test_entities_of_html_need_no_declaration() -> None:
    assert text_of(b"<a>&Auml;hren&nbsp;&amp; Deich</a>") == "Ähren\xa0& Deich"


def test_a_stray_ampersand_and_forbidden_characters_are_mended() -> None:
    assert text_of(b"<a>Muster & S\xc3\xb6hne\x0c&#11;</a>") == "Muster & Söhne"


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;">]><a>&y;</a>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        b'<!-- <a --><!DOCTYPE a [<!ENTITY x "]>">]><a>&x;</a>',
    ],
)
def test_entities_that_a_file_declares_are_not_resolved(xml: bytes) -> None:
    assert "not defined" in reason_against(xml)


def test_default_attributes_that_a_file_declares_are_left_out() -> None:
    assert not parse(b"<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>").attrib


@pytest.mark.parametrize("quote", ['"', "'"])
def test_an_element_with_too_many_attributes_is_not_parsed(quote: str) -> None:
    xml = f"<a><b {MANY}/></a>".replace('"', quote)

    assert reason_against(xml.encode()) == "has an element with more than 1,000 attributes"


def test_many_equals_signs_in_a_text_are_no_attributes() -> None:
    assert text_of(b"<a>" + b"=" * 2000 + b"</a>") == "=" * 2000


@pytest.mark.parametrize("xml", [b"<a>" * 50_000, b"<a>" * 50_000 + b"</a>" * 50_000])
def test_elements_that_are_nested_too_deeply_are_refused(xml: bytes) -> None:
    assert reason_against(xml).startswith("has XML that is nested too deeply")


def test_a_file_with_too_many_tags_is_refused() -> None:
    assert reason_against(b"<a>" + b"<b/>" * 1_600_000).startswith("has too many tags")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\0", "is empty"),
        (b"Der Deich hielt.", "is not XML (it does not begin with a tag)"),
        (b"<!DOCTYPE a [", "is not XML (its document type has no end)"),
        (b"<a>\n<b>", "is not XML (Premature end of data in tag b line 2, line 2, column 4)"),
    ],
)
def test_what_is_no_xml_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    assert reason_against(data) == reason


def test_an_error_is_told_in_the_line_of_the_file() -> None:
    assert "line 3" in reason_against(b'<?xml version="1.0"?>\n<!DOCTYPE a>\n<a>')


@pytest.mark.parametrize("start", [b"<!DOCTYPE ", b"<!--", b"<?a ", b"<!DOCTYPE a [<!--", b"<a "])
def test_a_beginning_that_repeats_takes_no_more_time_than_its_length(start: bytes) -> None:
    assert reason_against(start * 200_000)


@pytest.mark.parametrize("path", cases("xml"), ids=name)
def test_xml_is_read_by_its_first_element(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)
