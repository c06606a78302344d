from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from newsarc.errors import ReadError
from newsarc.records.kept import Article, Evidence, Hit, Origin, Page, Passage
from newsarc.records.read import Document, Outcome, Refusal
from tests import strategies

HERE = Origin("hafen.txt")


def test_an_origin_prints_as_its_path() -> None:
    assert str(Origin("hafen.txt")) == "hafen.txt"


def test_an_origin_within_a_file_prints_as_path_and_line() -> None:
    assert str(Origin("hafen.jsonl", 7)) == "hafen.jsonl:7"


@pytest.mark.parametrize(
    "record",
    [
        HERE,
        Evidence("title", "Hafen", "claim"),
        Article(id="0" * 16, digest="d", body="b"),
        Passage("Hafen"),
        Hit(Article(id="0" * 16, digest="d", body="b")),
        Page("hafen", 0, 0, ()),
        Document(HERE, text="t"),
        Refusal(ReadError(HERE, "is empty"), HERE),
        Outcome(HERE, "added", "0" * 16),
    ],
    ids=lambda record: type(record).__name__,
)
def test_a_record_never_changes(record: Any) -> None:
    name = record.__struct_fields__[0]

    with pytest.raises(AttributeError, match="immutable"):
        setattr(record, name, None)


def test_of_an_article_little_must_be_known() -> None:
    article = Article(id="0" * 16, digest="d", body="b")
    known = {"id", "digest", "body"}
    rest = [getattr(article, name) for name in article.__struct_fields__ if name not in known]

    assert all(value in (None, (), False) for value in rest)


def test_what_an_article_rests_on_is_stated_where_nothing_else_is_said() -> None:
    assert Evidence("title", "Hafen", "claim").basis == "stated"


@pytest.mark.parametrize(
    "marks",
    [
        pytest.param((), id="none"),
        pytest.param(((0, 5),), id="all of it"),
        pytest.param(((0, 2), (2, 5)), id="touching"),
        pytest.param(((0, 1), (3, 4)), id="apart"),
    ],
)
def test_marks_lie_in_their_passage_one_after_the_other(marks: tuple[tuple[int, int], ...]) -> None:
    assert Passage("Hafen", marks).marks == marks


@pytest.mark.parametrize(
    "marks",
    [
        pytest.param(((0, 6),), id="behind the end"),
        pytest.param(((-1, 2),), id="before the beginning"),
        pytest.param(((2, 2),), id="empty"),
        pytest.param(((3, 2),), id="backwards"),
        pytest.param(((3, 4), (0, 1)), id="out of order"),
        pytest.param(((0, 3), (2, 5)), id="overlapping"),
        pytest.param(((0, 3), (0, 3)), id="twice"),
        pytest.param(((0, 5), (5, 6)), id="second behind the end"),
    ],
)
def test_marks_that_do_not_fit_are_refused(marks: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        Passage("Hafen", marks)


def test_a_document_of_two_texts_is_refused() -> None:
    with pytest.raises(ValueError, match="either a text or a body"):
        Document(HERE, text="t", body="b")


def test_a_document_without_a_text_is_refused() -> None:
    with pytest.raises(ValueError, match="either a text or a body"):
        Document(HERE)


def test_the_content_of_a_whole_text_is_the_text() -> None:
    assert Document(HERE, text="Kopf\n\nText", title="Anders").content == "Kopf\n\nText"


def test_the_content_of_a_body_has_its_kicker_and_title_above_it() -> None:
    document = Document(HERE, body="Text", title="Titel", kicker="Dachzeile")

    assert document.content == "Dachzeile\n\nTitel\n\nText"


def test_the_content_of_a_body_alone_is_the_body() -> None:
    assert Document(HERE, body="Text").content == "Text"


@given(strategies.documents())
def test_the_content_of_a_document_does_not_depend_on_its_place(document: Document) -> None:
    moved = replace(document, origin=Origin("elsewhere.txt"), size=1)

    assert moved.content == document.content
