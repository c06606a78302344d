from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.conftest import write_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc

FIELDS = (
    "id", "external_id", "title", "kicker", "published", "published_precision", "updated",
    "source", "agency", "authors", "place", "language", "genre", "truncated", "status", "url",
    "origins",
    "body", "digest", "added", "evidence",
)  # fmt: skip


def shown(newsarc: Newsarc, name: str) -> dict[str, Any]:
    result = newsarc("show", name, "--format", "json")
    assert result.exit_code == 0, result.output
    article: dict[str, Any] = json.loads(result.stdout)
    return article


def id_of(newsarc: Newsarc, source: str) -> str:
    return newsarc("list", "--source", source, "-n", "1", "--format", "ids").stdout.strip()


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            "000_523efd6b3b89c5e1.txt",
            {
                "title": "Zugeständnisse an Russland Zeitung veröffentlicht Schreiben von USA "
                "und NATO",
                "published": "2022-02-02T14:54+01:00",
                "published_precision": "minute",
                "source": "ARD",
                "agency": None,
                "place": None,
                "language": "de",
            },
        ),
        (
            "002_0d2f3b5cf93b71c6.txt",
            {
                "title": "Eiszeit zwischen Russland und der Nato: Der schneebedeckte Kreml in "
                "Moskau",
                "published": "2022-01",
                "published_precision": "month",
                "source": "dpa",
                "agency": None,
                "place": "Moskau",
                "language": "de",
            },
        ),
    ],
    ids=["000", "002"],
)
def test_a_seed_comes_out_field_for_field(
    newsarc: Newsarc, library: Path, file: str, expected: dict[str, str | None]
) -> None:
    article = shown(newsarc, str(library / "seeds" / file))

    assert {name: article[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("source", "beginning"),
    [("ARD", "Bislang wurden die Antworten"), ("dpa", "Der Kreml hat verhalten")],
)
def test_the_body_of_a_seed_begins_behind_its_head(
    newsarc: Newsarc, source: str, beginning: str
) -> None:
    assert shown(newsarc, id_of(newsarc, source))["body"].startswith(beginning)


def test_an_article_has_all_fields_in_their_order(newsarc: Newsarc) -> None:
    assert tuple(shown(newsarc, id_of(newsarc, "dpa"))) == FIELDS


def test_claims_come_out_as_they_were_made(newsarc: Newsarc, library: Path) -> None:
    article = shown(newsarc, f"{library}/articles.jsonl:1")

    assert article["external_id"] == "b-1"
    assert article["kicker"] == "Verkehr"
    assert article["authors"] == ["Ilse Brandt", "Jan Köhler"]
    assert article["url"] == "https://bote.example/bruecke"
    assert article["agency"] == "nad"
    assert article["origins"] == [
        {"path": f"{library}/articles.jsonl", "line": 1, "member": None, "offset": None}
    ]


@pytest.mark.parametrize("digits", [4, 7, 16])
def test_a_prefix_of_four_or_more_digits_names_an_article(newsarc: Newsarc, digits: int) -> None:
    name = id_of(newsarc, "dpa")

    assert shown(newsarc, name[:digits])["id"] == name


def test_digits_may_be_written_in_capitals(newsarc: Newsarc) -> None:
    name = id_of(newsarc, "dpa")

    assert shown(newsarc, name.upper())["id"] == name


def test_three_digits_name_nothing(newsarc: Newsarc) -> None:
    assert newsarc("show", id_of(newsarc, "dpa")[:3]).exit_code == 1


def test_several_articles_are_an_array(newsarc: Newsarc) -> None:
    names = [id_of(newsarc, "dpa"), id_of(newsarc, "ARD")]
    articles = json.loads(newsarc("show", *names, "--format", "json").stdout)

    assert [article["id"] for article in articles] == names


def test_an_unknown_id_says_what_to_run(newsarc: Newsarc) -> None:
    result = newsarc("show", "ffffffff")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: no article 'ffffffff'\nsee what there is: newsarc list\n"


def test_an_ambiguous_prefix_names_the_candidates(newsarc: Newsarc, archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute("UPDATE article SET id = 'abcd' || substr(id, 5)")
    ids = newsarc("list", "--format", "ids").stdout.split()
    result = newsarc("show", "abcd")

    assert result.exit_code == 1
    assert "'abcd' fits more than one article" in result.stderr
    assert all(name in result.stderr for name in ids)


def test_the_path_of_a_file_with_many_articles_is_ambiguous(
    newsarc: Newsarc, library: Path
) -> None:
    result = newsarc("show", str(library / "articles.jsonl"))

    assert result.exit_code == 1
    assert "fits more than one article" in result.stderr


def test_text_is_wrapped_and_keeps_its_paragraphs(newsarc: Newsarc, library: Path) -> None:
    text = newsarc("show", f"{library}/articles.jsonl:1").stdout

    assert max(map(len, text.splitlines())) <= 80 or str(library) in text
    assert "beschlossen.\n\nGebaut wird ab Mai." in text
    assert text.index("Verkehr") < text.index("Stadtrat beschließt neue Brücke")
    assert "Ilse Brandt, Jan Köhler" in text


def test_long_paragraphs_fit_eighty_columns(newsarc: Newsarc) -> None:
    body = newsarc("show", id_of(newsarc, "dpa")).stdout.partition("\n\n")[2]

    assert max(map(len, body.splitlines())) <= 80


def test_a_genre_and_a_cut_text_are_told_in_lines_of_their_own(
    newsarc: Newsarc, archive: Path
) -> None:
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute("UPDATE article SET genre = 'Kommentar', truncated = 1")
    lines = newsarc("show", id_of(newsarc, "dpa")).stdout.splitlines()

    assert "Kommentar" in lines
    assert "the text was cut; its rest is not known" in lines


def test_of_a_whole_text_without_a_genre_neither_is_told(newsarc: Newsarc) -> None:
    text = newsarc("show", id_of(newsarc, "dpa")).stdout

    assert "Kommentar" not in text
    assert "was cut" not in text


def test_a_claimed_genre_has_its_evidence(newsarc: Newsarc, tmp_path: Path) -> None:
    article = {"title": "Neudorf", "genre": "Interview", "body": "Es geht voran."}
    file = write_lines(tmp_path / "a.jsonl", [article])
    newsarc("ingest", str(file))

    text = newsarc("show", f"{file}:1", "--evidence").stdout
    assert "genre: Interview\n    stated, claim: „Interview“\n" in text
    assert shown(newsarc, f"{file}:1")["genre"] == "Interview"


@pytest.mark.parametrize(("truncated", "told"), [(1, "yes"), (0, "no")])
def test_evidence_says_yes_or_no_to_a_cut_text(
    newsarc: Newsarc, archive: Path, truncated: int, told: str
) -> None:
    evidence = json.dumps([["truncated", "Jetzt weiterlesen", "paywall", "stated"]])
    with closing(sqlite3.connect(archive)) as connection, connection:
        sql = "UPDATE article SET truncated = ?, evidence = ?"
        connection.execute(sql, (truncated, evidence))
    text = newsarc("show", id_of(newsarc, "dpa"), "--evidence").stdout

    assert f"truncated: {told}\n    stated, paywall: „Jetzt weiterlesen“\n" in text


@pytest.mark.parametrize("truncated", [True, False])
def test_json_tells_of_a_cut_text_by_true_and_false(
    newsarc: Newsarc, archive: Path, *, truncated: bool
) -> None:
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute("UPDATE article SET truncated = ?", (int(truncated),))

    assert shown(newsarc, id_of(newsarc, "dpa"))["truncated"] is truncated


def test_evidence_names_words_rule_and_basis_of_each_field(newsarc: Newsarc) -> None:
    text = newsarc("show", id_of(newsarc, "ARD"), "--evidence").stdout

    assert "published: 2022-02-02T14:54+01:00\n    stated, " in text
    assert "source: ARD\n    inferred, " in text
    assert text.count("„Stand: 02.02.2022 14:54 Uhr“") == 2


def test_without_being_asked_for_evidence_is_not_shown(newsarc: Newsarc) -> None:
    assert "inferred" not in newsarc("show", id_of(newsarc, "ARD")).stdout


def test_evidence_stands_in_the_json_by_field(newsarc: Newsarc) -> None:
    evidence = shown(newsarc, id_of(newsarc, "dpa"))["evidence"]

    assert {field: item["basis"] for field, item in evidence.items()} == {
        "title": "stated",
        "published": "stated",
        "source": "inferred",
        "place": "stated",
        "language": "inferred",
    }


@pytest.fixture
def named(newsarc: Newsarc, tmp_path: Path) -> Newsarc:
    """Articles with ids of their sources; two of these are the same."""
    names = (("k-1", "a.example", "/kran"), ("k-2", "a.example", "/kai"), ("k-2", "b.example", "/"))
    articles = [
        {"id": id_, "title": f"Neues {url}", "source": source, "url": f"https://{source}{url}"}
        for id_, source, url in names
    ]
    newsarc("ingest", str(write_lines(tmp_path / "k.jsonl", [one | BODY for one in articles])))
    return newsarc


BODY = {"body": "Der Kran steht am Kai."}


@pytest.mark.parametrize(
    "name", ["k-1", "https://a.example/kran", "http://www.a.example/kran/", "a.example/kran"]
)
def test_an_article_is_shown_by_the_id_of_its_source_or_its_url(named: Newsarc, name: str) -> None:
    assert shown(named, name)["url"] == "https://a.example/kran"


def test_articles_with_the_same_id_of_their_sources_are_listed(named: Newsarc) -> None:
    result = named("show", "k-2")

    assert result.exit_code == 1
    assert "'k-2' fits more than one article\none of: " in result.stderr


@pytest.mark.parametrize("name", ["5e", "5", "F00"])
def test_a_beginning_that_is_too_short_says_how_long_an_id_must_be(
    named: Newsarc, name: str
) -> None:
    result = named("show", name)

    assert result.exit_code == 1
    assert result.stderr == f"Error: no article '{name}'\nan id needs at least 4 digits\n"
