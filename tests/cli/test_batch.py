"""Many queries at once: labels, bad lines, formats, and run files."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from newsarc.render.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.cli.conftest import Newsarc

QUERIES = b"bau# Br\xc3\xbccke\n\nHeimatverein\n"


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    path = tmp_path / "queries.txt"
    path.write_bytes(QUERIES)
    return path


def asked(newsarc: Newsarc, path: Path, content: bytes, *args: str) -> Result:
    path.write_bytes(content)
    return newsarc("search", "--batch", str(path), "--format", "ids", "--strict", *args)


def labels(result: Result) -> list[str]:
    return [line.split("\t")[0] for line in result.stdout.splitlines()]


def ids(newsarc: Newsarc, query: str, *args: str) -> list[str]:
    page = json.loads(newsarc("search", query, "--format", "json", *args).stdout)
    return [hit["id"] for hit in page["hits"]]


def test_each_query_is_answered_as_if_it_were_asked_alone(newsarc: Newsarc, queries: Path) -> None:
    page = json.loads(newsarc("search", "--batch", str(queries), "--format", "json").stdout)
    pages = (newsarc("search", q, "--format", "json") for q in ("Brücke", "Heimatverein"))
    alone = [json.loads(result.stdout) for result in pages]

    assert list(page) == ["format_version", "queries"]
    assert [answer.pop("label") for answer in page["queries"]] == ["bau", "3"]
    assert [{"format_version": 1, **answer} for answer in page["queries"]] == alone


def test_queries_are_read_from_stdin(newsarc: Newsarc, queries: Path) -> None:
    piped = newsarc("search", "--batch", "-", typed=QUERIES.decode())

    assert piped.stdout == newsarc("search", "--batch", str(queries)).stdout != ""


def test_the_text_has_a_heading_for_each_query(newsarc: Newsarc, queries: Path) -> None:
    text = newsarc("search", "--batch", str(queries)).stdout
    first, second = (newsarc("search", query).stdout for query in ("Brücke", "Heimatverein"))

    assert text == f"bau: Brücke\n\n{first}\n\n3: Heimatverein\n\n{second}"


def test_json_lines_have_label_and_query_in_each_hit(newsarc: Newsarc, queries: Path) -> None:
    lines = newsarc("search", "--batch", str(queries), "--format", "jsonl").stdout.splitlines()
    hits = [json.loads(line) for line in lines]

    assert [(hit.pop("label"), hit.pop("query")) for hit in hits] == [
        ("bau", "brücke"), ("bau", "brücke"), ("3", "heimatverein"),
    ]  # fmt: skip
    alone = newsarc("search", "Heimatverein", "--format", "jsonl").stdout
    assert hits[-1] == json.loads(alone)


def test_csv_is_one_table_with_the_label_first(newsarc: Newsarc, queries: Path) -> None:
    text = newsarc("search", "--batch", str(queries), "--format", "csv").stdout
    rows = list(csv.DictReader(text.splitlines()))

    assert next(iter(rows[0])) == "label"
    assert [row["label"] for row in rows] == ["bau", "bau", "3"]
    assert [row["id"] for row in rows] == [*ids(newsarc, "Brücke"), *ids(newsarc, "Heimatverein")]


def test_ids_stand_behind_their_label_and_a_tab(newsarc: Newsarc, queries: Path) -> None:
    lines = newsarc("search", "--batch", str(queries), "--format", "ids").stdout.splitlines()

    assert lines == [
        *(f"bau\t{name}" for name in ids(newsarc, "Brücke")),
        *(f"3\t{name}" for name in ids(newsarc, "Heimatverein")),
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_of_a_page_is_one_of_a_batch(
    newsarc: Newsarc, queries: Path, format_: str
) -> None:
    result = newsarc("search", "--batch", str(queries), "--format", format_)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "bau" in result.stdout


@pytest.mark.parametrize(
    ("command", "formats"),
    [
        (("search", "Mill"), ["text", "json", "jsonl", "csv", "tsv", "ids"]),
        (("list",), ["text", "json", "jsonl", "csv", "tsv", "ids"]),
        (("count", "Mill"), ["text", "json"]),
        (("show", "ID"), ["text", "json"]),
        (("stats",), ["text", "json", "csv", "tsv"]),
        (("trend", "Mill"), ["text", "json", "csv", "tsv"]),
        (("kwic", "Mill"), ["text", "json", "jsonl", "csv", "tsv"]),
    ],
)
def test_a_command_offers_the_formats_of_its_answer(
    newsarc: Newsarc, command: tuple[str, ...], formats: list[str]
) -> None:
    assert f"--format [{'|'.join(formats)}]" in newsarc(command[0], "-h").stdout
    (name,) = newsarc("list", "-n", "1", "--format", "ids").stdout.split()
    args = [name if arg == "ID" else arg for arg in command]
    assert {newsarc(*args, "--format", format_).exit_code for format_ in formats} == {0}


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("x# Mill", "x"),
        ("x#\tMill", "x"),
        ("  x# Mill  ", "x"),
        ("a#b# Mill", "a#b"),
        ("Frage-17/ä# Mill", "Frage-17/ä"),
        ("Mill#", None),
        ("Mill", "1"),
        ("#Mill", "1"),
        ("# Mill", "1"),
        ("old# mill", "old"),
        ("\ufeffx# Mill", "x"),
        ("x# Mill\r", "x"),
        ("x\x1b# Mill", "1"),
    ],
)
def test_a_label_is_what_stands_before_a_hash_and_a_blank(
    newsarc: Newsarc, tmp_path: Path, line: str, label: str | None
) -> None:
    result = asked(newsarc, tmp_path / "q", f"{line}\n".encode())

    assert set(labels(result)) <= {label}
    assert (result.exit_code, bool(result.stderr)) == (
        (3, True) if label is None else (0, False)
    ) or (label == "1")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"M\xfchle", "is not UTF-8 (byte 2 of the line)"),
        (b"M\0i\0l\0l\0", "is not UTF-8 (it contains null characters)"),
        (b"...", "there is no word to search for"),
        (b"x#", "there is no word to search for"),
        (b'x# ""', "there is no word to search for"),
        (b"a# Mill", "line 1 has the label a, too"),
        (b"1# Mill", None),
        (b"mill " * 20_000, "a line must not have more than 65,536 bytes"),
        (b"mill " * 200_000, "a line must not have more than 65,536 bytes"),
    ],
    ids=["latin 1", "utf 16", "no word", "no query", "an empty phrase", "a label twice",
         "a label like a number", "a long line", "a very long line"],
)  # fmt: skip
def test_a_line_that_holds_no_query_is_reported_and_the_rest_runs(
    newsarc: Newsarc, tmp_path: Path, bad: bytes, reason: str | None
) -> None:
    path = tmp_path / "q"
    result = asked(newsarc, path, b"a# Mill\n" + bad + b"\nz# Mill")

    assert [label for label in labels(result) if label != "1"] == ["a", "z"]
    assert result.stderr == ("" if reason is None else f"{path}:2: {reason}\n")
    assert result.exit_code == (0 if reason is None else 3)


@pytest.mark.parametrize("content", [b"", b"\n \n\t\n"])
def test_a_file_without_a_query_is_told_of(
    newsarc: Newsarc, tmp_path: Path, content: bytes
) -> None:
    result = asked(newsarc, tmp_path / "q", content)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"note: {tmp_path / 'q'} holds no query\n"


def test_how_a_query_was_read_is_told_with_its_label(newsarc: Newsarc, tmp_path: Path) -> None:
    result = asked(newsarc, tmp_path / "q", b'x# "Mill')

    assert result.stderr == 'note: x: a missing closing quote was added at the end: "Mill▲\n'


def test_options_count_for_each_query(newsarc: Newsarc, queries: Path) -> None:
    args = ("search", "--batch", str(queries), "--format", "ids", "--source", "Neudorfer Bote")

    assert len(newsarc(*args).stdout.splitlines()) == 2
    assert len(newsarc(*args, "-n", "1").stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--batch", "-", "Mill"), "WORDS and --batch cannot both name the query"),
        ((), "Missing argument 'WORDS...'"),
        (("Mill", "--run-file", "run"), "--run-file needs queries with labels"),
        (("--batch", "no such file"), "No such file"),
        (("--batch", "."), "Is a directory"),
        (("--batch", "-", "--run-file", "-"), "the results go to stdout; name a file"),
        (("--batch", "-", "--run-file", "no/such/folder"), "No such file"),
    ],
)
def test_wrong_usage_is_told(newsarc: Newsarc, args: tuple[str, ...], message: str) -> None:
    result = newsarc("search", *args, typed="Mill")

    assert result.exit_code == 2
    assert message in result.stderr


def test_a_run_file_never_overwrites_the_queries(newsarc: Newsarc, queries: Path) -> None:
    before = queries.read_bytes()
    result = newsarc("search", "--batch", str(queries), "--run-file", str(queries))

    assert (result.exit_code, queries.read_bytes()) == (2, before)
    assert "would overwrite the queries" in result.stderr


def test_wrong_usage_makes_no_run_file(newsarc: Newsarc, tmp_path: Path) -> None:
    newsarc("search", "Mill", "--run-file", str(tmp_path / "run"))

    assert not (tmp_path / "run").exists()


def test_a_run_file_has_all_hits_in_their_order(
    newsarc: Newsarc, queries: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run.txt"
    newsarc("search", "--batch", str(queries), "--run-file", str(run))
    lines = [line.split(" ") for line in run.read_text(encoding="utf-8").splitlines()]

    assert [line[:4] for line in lines] == [
        [label, "Q0", name, str(rank)]
        for label, query in (("bau", "Brücke"), ("3", "Heimatverein"))
        for rank, name in enumerate(ids(newsarc, query), start=1)
    ]
    assert {line[5] for line in lines} == {"newsarc"}


@pytest.mark.parametrize("options", [(), ("--sort", "newest"), ("--strict",)])
def test_the_scores_of_a_run_file_fall(
    newsarc: Newsarc, tmp_path: Path, options: tuple[str, ...]
) -> None:
    run = tmp_path / "run.txt"
    asked(newsarc, tmp_path / "q", b"x# Neudorf OR lang:de", "--run-file", str(run))
    result = newsarc("search", "--batch", str(tmp_path / "q"), "--run-file", str(run), *options)
    scores = [float(line.split(" ")[4]) for line in run.read_text(encoding="utf-8").splitlines()]

    assert result.exit_code == 0
    assert len(scores) >= 2
    assert scores == sorted(set(scores), reverse=True)


def test_near_misses_are_in_a_run_file_only_if_they_are_asked_for(
    newsarc: Newsarc, tmp_path: Path
) -> None:
    run, queries = tmp_path / "run.txt", tmp_path / "q"
    queries.write_bytes("Brücke Hafen".encode())
    numbers = []
    for options in (("--near",), (), ("--strict",)):
        newsarc("search", "--batch", str(queries), "--run-file", str(run), *options)
        numbers.append(len(run.read_text(encoding="utf-8").splitlines()))

    assert numbers == [2, 1, 1]


@pytest.mark.parametrize("format_", ["text", "json", "jsonl", "csv", "ids"])
def test_a_batch_has_near_misses_only_if_they_are_asked_for(
    newsarc: Newsarc, tmp_path: Path, format_: str
) -> None:
    (tmp_path / "q").write_bytes("Brücke Hafen".encode())
    ask = ("search", "--batch", str(tmp_path / "q"), "--format", format_)

    usual, strict, near = (newsarc(*ask, *more) for more in ((), ("--strict",), ("--near",)))
    assert usual.stdout == strict.stdout
    assert len(near.stdout) > len(usual.stdout)


def test_each_query_of_a_batch_is_explained(newsarc: Newsarc, queries: Path) -> None:
    result = newsarc("search", "--batch", str(queries), "--explain")

    assert "query: brücke" in result.stderr
    assert "query: heimatverein" in result.stderr
