from __future__ import annotations

import copy

import pytest

from newsarc.errors import (
    Ambiguous,
    Busy,
    Damaged,
    DateError,
    FromTheFuture,
    NeedsReindex,
    NewsarcError,
    NoArchive,
    NotAnArchive,
    NotFound,
    NotWritten,
    ReadError,
    StoreError,
    ZoneError,
)
from newsarc.records.kept import Origin

STORE_ERRORS = (NoArchive, NotAnArchive, FromTheFuture, NeedsReindex, Busy, Damaged)
ALL = (
    ReadError(Origin("hafen.jsonl", 7), "is not UTF-8"),
    DateError("gestern2"),
    ZoneError("Mond"),
    StoreError("hafen.db", "the disk is full", "make room"),
    *(kind("hafen.db", "is not as it was") for kind in STORE_ERRORS),
    NotFound("abcd"),
    Ambiguous("abcd", ["abcd01", "abcd02"]),
    NotWritten("hafen.svg", "cannot be written (Is a directory)"),
)

every_error = pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)


@every_error
def test_every_error_is_one_of_newsarcs(error: NewsarcError) -> None:
    assert isinstance(error, NewsarcError)


@every_error
def test_an_error_says_one_sentence_in_one_line(error: NewsarcError) -> None:
    assert error.sentence
    assert "\n" not in error.sentence
    assert not error.sentence.endswith(".")


@every_error
def test_the_remedy_stands_in_a_second_line(error: NewsarcError) -> None:
    assert str(error).split("\n") == [line for line in (error.sentence, error.remedy) if line]


@every_error
def test_an_error_survives_being_handed_between_processes(error: NewsarcError) -> None:
    again = copy.copy(error)  # as pickling does it

    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == str(error)


@pytest.mark.parametrize("kind", STORE_ERRORS)
def test_what_is_wrong_with_an_archive_is_a_store_error(kind: type[StoreError]) -> None:
    assert issubclass(kind, StoreError)


@pytest.mark.parametrize("error", [DateError("gestern2"), ZoneError("Mond")])
def test_a_text_that_cannot_be_read_is_a_value_error(error: Exception) -> None:
    assert isinstance(error, ValueError)


def test_a_read_error_names_place_and_reason() -> None:
    error = ReadError(Origin("hafen.jsonl", 7), "is not UTF-8")

    assert (str(error.origin), error.reason) == ("hafen.jsonl:7", "is not UTF-8")
    assert str(error) == "hafen.jsonl:7: is not UTF-8"


def test_a_store_error_names_the_archive_and_the_reason() -> None:
    error = StoreError("hafen.db", "the disk is full")

    assert (error.path, error.reason, error.remedy) == ("hafen.db", "the disk is full", None)
    assert str(error) == "hafen.db: the disk is full"


def test_a_remedy_of_its_own_replaces_the_usual_one() -> None:
    assert NeedsReindex("hafen.db", "is old").remedy == "run: newsarc reindex"
    assert NeedsReindex("hafen.db", "is old", "wait").remedy == "wait"


def test_a_missing_archive_says_what_to_run_first() -> None:
    assert "newsarc ingest" in str(NoArchive("hafen.db"))


def test_a_date_error_quotes_the_text_and_shows_what_a_date_looks_like() -> None:
    error = DateError("gestern2")

    assert error.text == "gestern2"
    assert error.sentence == "'gestern2' is not a date"
    assert "2022-02-02" in str(error)


def test_a_zone_error_quotes_the_name_and_shows_what_a_zone_looks_like() -> None:
    error = ZoneError("Mond")

    assert error.name == "Mond"
    assert "'Mond'" in error.sentence
    assert "Europe/Berlin" in str(error)


def test_what_is_not_found_is_quoted() -> None:
    error = NotFound("abcd")

    assert error.id == "abcd"
    assert str(error).startswith("no article 'abcd'\n")


def test_what_is_ambiguous_names_all_candidates() -> None:
    error = Ambiguous("abcd", ["abcd01", "abcd02"])

    assert error.candidates == ("abcd01", "abcd02")
    assert str(error) == "'abcd' fits more than one article\none of: abcd01, abcd02"


@pytest.mark.parametrize("kind", [NotFound, DateError, ZoneError])
def test_what_was_typed_reaches_a_message_without_its_control_characters(
    kind: type[NotFound | DateError | ZoneError],
) -> None:
    assert kind("\x1b[2J\u202e").sentence.isprintable()
