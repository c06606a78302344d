"""Passages on the command line: of two sentences, and with the lines around them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Newsarc

BODY = (
    "Der Stadtrat von Neudorf hat den Bau einer Brücke über die Lahe beschlossen.\n\n"
    "Gebaut wird ab Mai. Die Häuser am Ufer bleiben stehen."
)


def passage(newsarc: Newsarc, *args: str) -> Any:
    result = newsarc("search", *args, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["hits"][0]["passage"]


def test_a_passage_of_two_sentences_shows_both_words(newsarc: Newsarc) -> None:
    assert "[Mai]. Die [Häuser]" in newsarc("search", "Mai Haus Stadtrat").stdout


def test_context_shows_sentences_around_the_passage_each_paragraph_on_its_own_line(
    newsarc: Newsarc,
) -> None:
    shown = newsarc("search", "Ufer", "Stadtrat", "--context", "2").stdout

    assert (
        "   Der [Stadtrat] von Neudorf hat den Bau einer Brücke über die Lahe\n"
        "   beschlossen.\n"
        "   Gebaut wird ab Mai. Die Häuser am [Ufer] bleiben stehen.\n"
    ) in shown


def test_context_widens_the_passage_of_the_json_with_its_marks(newsarc: Newsarc) -> None:
    found = passage(newsarc, "Ufer Stadtrat", "--context", "99")

    assert found["text"] == BODY
    assert [BODY[start:end] for start, end in found["marks"]] == ["Stadtrat", "Ufer"]


def test_no_context_is_the_passage_alone(newsarc: Newsarc) -> None:
    assert passage(newsarc, "Ufer", "--context", "0") == passage(newsarc, "Ufer")


def test_near_misses_have_context_too(newsarc: Newsarc) -> None:
    assert passage(newsarc, "Ufer Osterhase", "--near", "--context", "9")["text"] == BODY


@pytest.mark.parametrize("number", ["-1", "zwei", "1.5"])
def test_what_is_no_number_of_sentences_is_wrong_usage(newsarc: Newsarc, number: str) -> None:
    result = newsarc("search", "Ufer", "--context", number)

    assert result.exit_code == 2
    assert "--context" in result.stderr
