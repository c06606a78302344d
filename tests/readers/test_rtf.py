from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.readers.documents.paragraphs import blocks
from newsarc.readers.documents.properties import believed
from newsarc.readers.documents.rich_text import read_rich_text
from tests.readers.golden import as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", cases("rtf"), ids=name)
def test_a_file_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (rb"\u228\'e4ra", "ära"),
        (rb"\uc2\u228 aera", "ära"),
        (rb"{\uc0\u228}ra", "ära"),
        (rb"{\f1\'e4}{\f2\'e4}", "äд"),
        (rb"\f1\'e4\plain\'e4", "ää"),
        (rb"{\*\unknown fort}da", "da"),
        (rb"{\deleted fort}\v fort\v0 da", "da"),
        (rb"\'80\'85", "€…"),
        (rb"\'zz", "zz"),
        (rb"\u99999999 x", "\ufffd"),
        (rb"\ansicpg99999\'e4", "ä"),
    ],
)
def test_letters_are_read_in_the_encoding_at_hand(written: bytes, said: str) -> None:
    fonts = rb"{\fonttbl{\f1\fcharset0 A;}{\f2\fcharset204 B;}}"

    assert read_rich_text(rb"{\rtf1\ansi\deff1" + fonts + written + b"}").text == said


@pytest.mark.parametrize(
    "part",
    [
        b"{",
        b"}",
        b"\\",
        b"\\'",
        b'{\\field{\\*\\fldinst{ HYPERLINK "',
        b"\\f1",
        b"\\u1",
        b"\\bin9 ",
    ],
)
def test_a_file_of_nothing_but_signs_is_read_in_linear_time(part: bytes) -> None:
    read_rich_text(rb"{\rtf1{\fonttbl" + part * 100_000)


def test_a_line_of_a_word_processor_is_a_paragraph() -> None:
    assert blocks("Deich hält\nDer Deich hielt.") == "Deich hält\n\nDer Deich hielt."


def test_lines_stay_together_where_empty_lines_divide_paragraphs() -> None:
    text = "Deich hält\nVon Eva Muster\n\nDer Deich hielt."

    assert blocks(text) == text


@pytest.mark.parametrize("author", ["Administrator", "Office User", "python-docx", "hp", "Eva"])
def test_whoever_set_up_the_machine_is_no_author(author: str) -> None:
    assert believed("Deich hält", "RTF info", None, author, None) == {}


def test_a_title_that_is_not_in_the_text_is_that_of_another_one() -> None:
    assert believed("Deich hält\n\nGut.", "RTF info", "Sturm kommt", None, None) == {}


def test_a_byline_and_a_date_of_the_text_count_more_than_properties() -> None:
    text = "Deich hält\n\nVon Jan Probe\n\n2. Februar 2022\n\nDer Deich hielt."

    assert believed(text, "RTF info", None, "Eva Muster", "2014-01-01") == {}


@pytest.mark.parametrize("created", ["1601-01-01", "gestern", "", "9999-99-99"])
def test_a_day_on_which_no_program_wrote_is_no_date(created: str) -> None:
    assert believed("Deich hält", "RTF info", None, None, created) == {}
