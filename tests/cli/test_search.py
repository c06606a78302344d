from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Newsarc

FIELDS = (
    "id", "external_id", "title", "kicker", "published", "published_precision", "updated",
    "source", "agency", "authors", "place", "language", "genre", "truncated", "status", "url",
    "origins",
    "digest", "added", "evidence", "score", "passage", "near_miss", "without", "similar",
)  # fmt: skip


def found(newsarc: Newsarc, *args: str) -> dict[str, Any]:
    result = newsarc("search", *args, "--format", "json")
    assert result.exit_code == 0, result.output
    page: dict[str, Any] = json.loads(result.stdout)
    return page


def titles(newsarc: Newsarc, *args: str) -> list[str]:
    return [hit["title"] for hit in found(newsarc, *args)["hits"]]


def test_quotes_round_the_words_are_optional(newsarc: Newsarc) -> None:
    assert found(newsarc, "Nato", "Osterweiterung") == found(newsarc, "Nato Osterweiterung")


def test_a_compound_with_a_hyphen_is_found_by_its_parts_and_marked(newsarc: Newsarc) -> None:
    first = found(newsarc, "Nato Osterweiterung")["hits"][0]
    text = first["passage"]["text"]
    marked = "".join(text[start:end] for start, end in first["passage"]["marks"])

    assert first["source"] == "dpa"
    assert "Nato" in marked
    assert "Osterweiterung" in marked


def test_without_a_terminal_marks_are_brackets(newsarc: Newsarc) -> None:
    assert "einer [Brücke] über" in newsarc("search", "Brücke").stdout


def test_words_that_only_serve_others_are_not_marked(newsarc: Newsarc) -> None:
    assert "Bei der russischen" in newsarc("search", "Osterweiterung der Nato").stdout
    assert "Bei [der] russischen" in newsarc("search", "der").stdout


def test_a_word_may_begin_with_a_dash_and_is_left_out(newsarc: Newsarc) -> None:
    assert titles(newsarc, "Nato", "-Putin") == [
        "Zugeständnisse an Russland Zeitung veröffentlicht Schreiben von USA und NATO"
    ]


@pytest.mark.parametrize(
    "args",
    [
        ("Nato", "-n", "1"),
        ("-n", "1", "Nato"),
        ("Nato", "-n1"),
        ("-n1", "Nato"),
        ("Nato", "--limit", "1"),
        ("Nato", "--limit=1"),
        ("--limit=1", "Nato"),
    ],
    ids=" ".join,
)
def test_options_may_stand_before_and_after_the_words(
    newsarc: Newsarc, args: tuple[str, ...]
) -> None:
    page = found(newsarc, *args)

    assert (page["total"], len(page["hits"])) == (2, 1)


@pytest.mark.parametrize("word", ["-Nato", "-nato", "-NATO"])
def test_a_word_that_looks_like_the_option_n_is_a_word(newsarc: Newsarc, word: str) -> None:
    page = found(newsarc, word, "-n", "1")

    assert (page["total"], len(page["hits"])) == (4, 1)


@pytest.mark.parametrize("args", [("--", "-n"), ("Nato", "--", "--sort"), ("--", "-h")])
def test_behind_two_dashes_all_is_words(newsarc: Newsarc, args: tuple[str, ...]) -> None:
    result = newsarc("search", "--format", "ids", *args)

    assert result.exit_code == 0
    assert "Usage" not in result.stdout


@pytest.mark.parametrize("args", [("Nato", "-n"), ("Nato", "--sort"), ("Nato", "-a")], ids=" ".join)
def test_an_option_without_its_value_is_wrong_usage(
    newsarc: Newsarc, args: tuple[str, ...]
) -> None:
    result = newsarc("search", *args)

    assert result.exit_code == 2
    assert "requires an argument" in result.stderr


@pytest.mark.parametrize(
    ("sort", "sources"),
    [
        ("newest", ["Neudorfer Bote", "Neudorfer Bote"]),
        ("oldest", ["Neudorfer Bote", "Neudorfer Bote"]),
    ],
)
def test_hits_can_be_sorted_by_date(newsarc: Newsarc, sort: str, sources: list[str]) -> None:
    hits = found(newsarc, "Brücke", "--sort", sort)["hits"]
    dates = [hit["published"] for hit in hits]

    assert [hit["source"] for hit in hits] == sources
    assert dates == sorted(dates, reverse=sort == "newest")


def test_an_offset_leaves_out_the_first_and_the_total_stays(newsarc: Newsarc) -> None:
    first, second = titles(newsarc, "Brücke")
    page = found(newsarc, "Brücke", "--offset", "1")

    assert [hit["title"] for hit in page["hits"]] == [second] != [first]
    assert (page["total"], page["offset"]) == (2, 1)


@pytest.mark.parametrize(
    ("options", "sources"),
    [
        (("--since", "2022"), {"ARD", "dpa"}),
        (("--until", "Januar 2022"), {"dpa"}),
        (("--since", "2.2.2022"), {"ARD"}),
        (("--source", "DPA"), {"dpa"}),
        (("--language", "DE"), {"ARD", "dpa"}),
        (("--language", "fr"), set()),
        (("--since", "7d"), set()),
    ],
)
def test_filters_narrow_a_search_down(
    newsarc: Newsarc, options: tuple[str, ...], sources: set[str]
) -> None:
    assert {hit["source"] for hit in found(newsarc, "Nato", *options)["hits"]} == sources


def test_the_json_of_a_search_is_one_object_of_known_keys(newsarc: Newsarc) -> None:
    page = found(newsarc, "Mühle")

    assert list(page) == ["format_version", "query", "total", "offset", "hits"]
    assert page["format_version"] == 1


def test_a_hit_has_all_fields_in_their_order_and_null_where_unknown(newsarc: Newsarc) -> None:
    hit = found(newsarc, "Heimatverein")["hits"][0]
    unknown = ("kicker", "published", "published_precision", "updated", "source", "agency", "place")

    assert tuple(hit) == FIELDS
    assert [hit[name] for name in unknown] == [None] * len(unknown)
    assert hit["authors"] == []
    assert list(hit["passage"]) == ["text", "marks"]


def test_json_lines_hold_the_hits_of_the_json(newsarc: Newsarc) -> None:
    lines = newsarc("search", "Brücke", "--format", "jsonl").stdout.splitlines()

    assert [json.loads(line) for line in lines] == found(newsarc, "Brücke")["hits"]


def test_csv_parses_back_with_score_and_passage(newsarc: Newsarc) -> None:
    rows = list(csv.DictReader(newsarc("search", "Brücke", "--format", "csv").stdout.splitlines()))
    hits = found(newsarc, "Brücke")["hits"]

    assert list(rows[0]) == [name for name in FIELDS if name not in {"origins", "evidence"}]
    assert [row["passage"] for row in rows] == [hit["passage"]["text"] for hit in hits]
    assert [float(row["score"]) for row in rows] == [hit["score"] for hit in hits]
    assert "Ilse Brandt; Jan Köhler" in [row["authors"] for row in rows]


def test_ids_are_those_of_the_hits_and_nothing_else(newsarc: Newsarc) -> None:
    ids = newsarc("search", "Brücke", "--format", "ids").stdout.splitlines()

    assert ids == [hit["id"] for hit in found(newsarc, "Brücke")["hits"]]


def test_an_explanation_stands_on_stderr_and_leaves_stdout_as_it_is(newsarc: Newsarc) -> None:
    plain = newsarc("search", "Nato", "-Putin")
    explained = newsarc("search", "Nato", "-Putin", "--explain")

    assert explained.stdout == plain.stdout
    assert [line.partition(":")[0] for line in explained.stderr.splitlines() if line[0] != " "] == [
        "query", "tree", "words", "match", "sql", "parameters", "timing",
    ]  # fmt: skip


def test_an_explanation_shows_the_tree_of_a_query_and_what_its_words_were_searched_as(
    newsarc: Newsarc,
) -> None:
    query = "(Brücken OR *mühle) w/5 title:Neudorf -source:dpa Sicherheitsgarantien"
    told = newsarc("search", query, "--explain", "--format", "ids").stderr

    assert (
        "tree:\n"
        "  all of\n"
        "    near: within 5 words\n"
        "      one of\n"
        "        word brücken\n"
        "        pattern *mühle\n"
        "      in the title: word neudorf\n"
        "    not\n"
        '      filter source:"dpa"\n'
        "    word sicherheitsgarantien\n"
        "words:\n"
        "  brücken: form brücken; stem brück (de); stem brücken (en);"
        " part brücken or brück of compounds\n"
        "  *mühle: 1 form: mühle\n"
    ) in told


def test_an_explanation_takes_the_time_of_each_step(newsarc: Newsarc) -> None:
    last = newsarc("search", "Brücke Osterhase", "--explain").stderr.splitlines()[-1]
    timing = r"timing: parse [\d.]+ ms, find [\d.]+ ms, near misses [\d.]+ ms, passages [\d.]+ ms"

    assert re.fullmatch(timing, last)


@pytest.mark.parametrize("query", ["", "*", '""', "((", "source:dpa", "x" * 3000, "\x1b[31m"])
def test_any_query_can_be_explained(newsarc: Newsarc, query: str) -> None:
    result = newsarc("search", query, "--explain")

    assert result.exit_code == 0
    assert "\x1b" not in result.stderr
    assert "timing: " in result.stderr


def test_what_was_mended_in_a_query_stands_on_stderr(newsarc: Newsarc) -> None:
    result = newsarc("search", '"Nato', "--format", "json")

    assert result.stderr == 'note: a missing closing quote was added at the end: "Nato▲\n'
    assert json.loads(result.stdout)["total"] == 2


def test_no_hits_are_no_failure(newsarc: Newsarc) -> None:
    result = newsarc("search", "Kolibri")

    assert (result.exit_code, result.stdout) == (0, "no articles found\n")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("Der Bote", 'no article has source:"der bote"; did you mean Neudorfer Bote?'),
        ("Gazete", 'no article has source:"gazete"; did you mean Harbour Gazette?'),
        ("Reuters", 'no article has source:"reuters"; newsarc stats lists the sources'),
    ],
)
@pytest.mark.parametrize(
    "command", [("search", "Brücke"), ("count", "Brücke"), ("list",), ("stats",)]
)
def test_a_source_that_no_article_has_is_told_with_those_it_may_be(
    newsarc: Newsarc, command: tuple[str, ...], source: str, told: str
) -> None:
    where = [f'source:"{source}"'] if command[0] == "count" else ["--source", source]

    assert f"note: {told}" in newsarc(*command, *where).stderr.splitlines()


def test_a_source_that_is_there_is_not_doubted(newsarc: Newsarc) -> None:
    assert newsarc("search", "Osterhase", "--source", "dpa").stderr == ""
