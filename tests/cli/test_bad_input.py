from __future__ import annotations

import gzip
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import NEWSARC, SEEDS, many_articles, write_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newsarc, Shell

LINE = json.dumps(many_articles(1)[0]).encode() + b"\n"
OTHER_LINE = json.dumps(many_articles(2)[1]).encode() + b"\n"


def numbers(added: int, refused: int) -> str:
    return f"added {added}, changed 0, unchanged 0, refused {refused}\n"


def missing(path: Path) -> None:
    path.unlink(missing_ok=True)


def dangling_link(path: Path) -> None:
    path.symlink_to("nirgends.txt")


def looping_link(path: Path) -> None:
    path.symlink_to(path.name)


def empty_folder(path: Path) -> None:
    path.mkdir()


def folder_without_readable_files(path: Path) -> None:
    path.mkdir()
    (path / "bild.xyz").touch()


def empty_file(path: Path) -> None:
    path.touch()


def white_space(path: Path) -> None:
    path.write_text(" \n\t\u00a0\ufeff\n ", encoding="utf-8")


def binary(path: Path) -> None:
    path.write_bytes(b"Neudorf\0\x01\x02")


def three_hundred_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(300_000_000)


def named_pipe(path: Path) -> None:
    os.mkfifo(path)


BAD_PATHS: list[tuple[Callable[[Path], None], str, str]] = [
    (missing, "a.txt", "does not exist"),
    (dangling_link, "a.txt", "is a broken link"),
    (looping_link, "a.txt", "cannot be read (too many levels of symbolic links)"),
    (empty_folder, "a", "contains no file to read"),
    (folder_without_readable_files, "a", "no reader for .xyz"),
    (empty_file, "a.txt", "is empty"),
    (empty_file, "a.jsonl", "is empty"),
    (white_space, "a.txt", "contains only white space"),
    (binary, "a.txt", "is binary"),
    (three_hundred_megabytes, "a.txt", "is larger than 10 MB; to read it: --max-size MB"),
    (named_pipe, "a.txt", "is not a regular file"),
]
bad_paths = pytest.mark.parametrize(
    ("make", "name", "reason"), BAD_PATHS, ids=[f"{m.__name__} {n}" for m, n, _ in BAD_PATHS]
)


@bad_paths
def test_a_path_that_cannot_be_read_alone_is_exit_code_1(
    inline: Shell, tmp_path: Path, make: Callable[[Path], None], name: str, reason: str
) -> None:
    make(tmp_path / name)
    result = inline("ingest", name)

    assert (result.returncode, result.stdout) == (1, numbers(0, 1))
    assert result.stderr.startswith(str(tmp_path / name))
    assert reason in result.stderr
    assert len(result.stderr.splitlines()) == 1


@bad_paths
def test_a_path_that_cannot_be_read_leaves_the_others_to_be_read(
    inline: Shell, tmp_path: Path, make: Callable[[Path], None], name: str, reason: str
) -> None:
    make(tmp_path / name)
    result = inline("ingest", str(SEEDS), name)

    assert (result.returncode, result.stdout) == (3, numbers(2, 1))
    assert reason in result.stderr


def test_nothing_but_refusals_makes_no_archive(inline: Shell, tmp_path: Path) -> None:
    inline("ingest", "nirgends")

    assert list(tmp_path.iterdir()) == []


def test_an_option_raises_the_limit(inline: Shell, tmp_path: Path) -> None:
    text = "Neudorf\n\nEs geht voran." + " " * 10_000_000
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    assert inline("ingest", "a.txt").returncode == 1
    assert inline("ingest", "a.txt", "--max-size", "11").stdout == numbers(1, 0)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'["eins", "zwei"]\n', "is JSON, but not an object"),
        (b'"ein Text"\n', "is JSON, but not an object"),
        (b"null\n", "is JSON, but not an object"),
        (b'{"body": "abgeschnitten\n', "is not JSON"),
        (b"[" * 100_000 + b"\n", "is nested too deeply, or a number in it is too long"),
        (b'{"body": "' + b"x" * 50_000_000 + b'"}\n', "is larger than 10 MB"),
        (b'{"author": "ohne Text"}\n', "has neither a text nor a headline"),
        (b'{"body": {"kein": "Text"}}\n', "has neither a text nor a headline"),
    ],
    ids=["list", "string", "null", "cut", "deep", "50 MB", "no text", "no string"],
)
def test_a_bad_line_is_refused_by_its_number_and_the_rest_is_read(
    inline: Shell, tmp_path: Path, line: bytes, reason: str
) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINE + line + OTHER_LINE)
    result = inline("ingest", "a.jsonl")

    assert (result.returncode, result.stdout) == (3, numbers(2, 1))
    assert result.stderr.startswith(f"{tmp_path}/a.jsonl:2: {reason}")
    assert len(result.stderr.splitlines()) == 1


def test_of_a_truncated_gzip_what_was_read_stays(inline: Shell, tmp_path: Path) -> None:
    lines = write_lines(tmp_path / "ganz.txt", many_articles(400)).read_bytes()
    packed = gzip.compress(lines)
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    result = inline("ingest", "a.jsonl.gz")
    kept = len(inline("list", "-n", "9999", "--format", "ids").stdout.split())

    assert (result.returncode, result.stdout) == (3, numbers(kept, 1))
    assert 0 < kept < 400
    assert f"{tmp_path}/a.jsonl.gz:{kept + 1}: " in result.stderr
    assert "the rest of the file could not be read" in result.stderr


@pytest.mark.parametrize(
    "data", [b"", b"kein gzip", gzip.compress(LINE)[:5]], ids=["empty", "plain", "cut"]
)
def test_a_file_that_only_claims_to_be_gzip_is_refused(
    inline: Shell, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    result = inline("ingest", "a.jsonl.gz")

    assert (result.returncode, result.stdout) == (1, numbers(0, 1))
    assert result.stderr.startswith(f"{tmp_path}/a.jsonl.gz")


def text_file(archive: Path) -> None:
    archive.write_text("Das ist kein Archiv.\n" * 20, encoding="utf-8")


def short_file(archive: Path) -> None:
    archive.write_bytes(b"x")


def other_database(archive: Path) -> None:
    archive.unlink()
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute("CREATE TABLE article (id TEXT)")


def newer_archive(archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('newsarc', '999_later', '2031-01-01')"
        )


def read_only(archive: Path) -> None:
    archive.chmod(0o444)


FOREIGN = [
    (text_file, "is not a newsarc archive"),
    (short_file, "is not a newsarc archive"),
    (other_database, "is not a newsarc archive"),
    (newer_archive, "was written by a newer newsarc"),
]
READING = [["list"], ["search", "Nato"], ["show", "abcd"], ["stats"], ["check"]]
WRITING = [["ingest", str(SEEDS)], ["reindex"], ["remove", "b-1.txt", "--yes"]]


@pytest.mark.parametrize(("make", "reason"), FOREIGN, ids=[make.__name__ for make, _ in FOREIGN])
@pytest.mark.parametrize("command", [*READING, *WRITING], ids=lambda command: command[0])
def test_an_archive_that_is_none_of_ours_is_named_and_never_written_to(
    inline: Shell, archive: Path, make: Callable[[Path], None], reason: str, command: list[str]
) -> None:
    make(archive)
    before = archive.read_bytes()
    result = inline(*command)

    assert result.returncode == 1
    assert f"newsarc.db: {reason}" in result.stderr
    assert "Traceback" not in result.stderr
    assert archive.read_bytes() == before
    assert list(archive.parent.iterdir()) == [archive]


def test_a_newer_archive_is_not_written_to_by_a_dry_run(inline: Shell, archive: Path) -> None:
    newer_archive(archive)
    before = archive.read_bytes()

    assert inline("ingest", str(SEEDS), "--dry-run").returncode == 1
    assert archive.read_bytes() == before


@pytest.mark.parametrize("command", [*READING, *WRITING], ids=lambda command: command[0])
def test_a_folder_is_no_archive(inline: Shell, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "newsarc.db").mkdir()
    result = inline(*command)

    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "Error: newsarc.db: is a folder, not an archive",
        "name a file: --archive FILE",
    ]
    assert list(tmp_path.rglob("*")) == [tmp_path / "newsarc.db"]


def test_an_archive_in_a_folder_that_is_not_there_is_named(inline: Shell) -> None:
    result = inline("ingest", str(SEEDS), "-a", "nirgends/newsarc.db")

    assert result.returncode == 1
    assert "nirgends/newsarc.db: cannot be opened\ndoes its folder exist" in result.stderr


@pytest.mark.parametrize("command", ["ingest", "reindex", "remove"])
def test_a_read_only_archive_is_named_and_never_written_to(
    inline: Shell, archive: Path, command: str
) -> None:
    write_lines(archive.parent / "a.jsonl", many_articles(2))
    name = inline("list", "-n", "1", "--format", "ids").stdout.strip()
    read_only(archive)
    before = archive.read_bytes()
    args = {"ingest": ["a.jsonl"], "reindex": [], "remove": [name, "--yes"]}[command]
    result = inline(command, *args)

    assert result.returncode == 1
    assert "newsarc.db: is read-only\nmake it writable" in result.stderr
    assert archive.read_bytes() == before
    assert len(list(archive.parent.glob("newsarc.db*"))) == 1


@pytest.mark.parametrize("command", [["list"], ["search", "Nato"], ["stats"], ["check"]])
def test_a_read_only_archive_can_be_read(inline: Shell, archive: Path, command: list[str]) -> None:
    read_only(archive)

    assert inline(*command).returncode == 0
    assert list(archive.parent.iterdir()) == [archive]


ON_A_FULL_DISK = """
import os, resource, sys
size = int(sys.argv[1])
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # it would leave modules cut short for all others
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
os.execv(sys.executable, [sys.executable, "-m", "newsarc", *sys.argv[2:]])
"""


def on_full_disk(folder: Path, size: int, *args: str) -> subprocess.CompletedProcess[str]:
    """Run a command that cannot write a file larger than `size` bytes."""
    return subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(size), *args],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("command", [["ingest", "a.jsonl"], ["reindex"]], ids=lambda c: c[0])
def test_a_full_disk_leaves_the_archive_as_it_was(
    inline: Shell, archive: Path, command: list[str]
) -> None:
    write_lines(archive.parent / "a.jsonl", many_articles(40, length=60))
    before = inline("list", "--format", "json").stdout
    result = on_full_disk(archive.parent, 40_000, *command)

    assert result.returncode == 1
    assert "newsarc.db: cannot be written" in result.stderr
    assert "make room on its disk" in result.stderr
    assert "Traceback" not in result.stderr
    assert inline("list", "--format", "json").stdout == before
    assert inline("check").returncode == 0


@pytest.mark.parametrize("kilobytes", [0, 8, 16, 64, 128])
def test_an_archive_that_could_not_be_made_can_be_made_when_there_is_room(
    inline: Shell, tmp_path: Path, kilobytes: int
) -> None:
    write_lines(tmp_path / "a.jsonl", many_articles(40, length=60))
    full = on_full_disk(tmp_path, kilobytes * 1024, "ingest", "a.jsonl")
    again = inline("ingest", "a.jsonl")

    assert full.returncode == 1
    assert "newsarc.db: cannot be " in full.stderr
    assert "Traceback" not in full.stderr
    assert (again.returncode, again.stdout) == (0, numbers(40, 0))


@pytest.mark.usefixtures("archive")
def test_output_to_a_full_disk_is_told_without_a_traceback(tmp_path: Path) -> None:
    limited = [sys.executable, "-c", ON_A_FULL_DISK, "10", "list", "--format", "json"]
    with (tmp_path / "list.json").open("wb") as file:
        result = subprocess.run(
            limited,
            cwd=tmp_path,
            env={**os.environ, "PYTHONUNBUFFERED": ""},  # else Python ignores a short write
            stdout=file,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )

    assert result.returncode == 1
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_an_archive_that_another_process_holds_is_named_and_never_written_to(
    archive: Path,
) -> None:
    before = archive.read_bytes()
    commands = [["list"], ["search", "Nato"], ["ingest", str(SEEDS)], ["reindex"], ["check"]]
    with closing(sqlite3.connect(archive, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        processes = [
            subprocess.Popen(
                [*NEWSARC, *command],
                cwd=archive.parent,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
            for command in commands
        ]
        complaints = [process.communicate()[1] for process in processes]

    assert [process.returncode for process in processes] == [1] * 5
    complaint = (
        "Error: newsarc.db: is in use by another process\n"
        "wait for the other newsarc to finish, then try again\n"
    )
    assert complaints == [complaint] * 5
    assert archive.read_bytes() == before
    assert list(archive.parent.iterdir()) == [archive]


def test_an_archive_that_another_process_writes_can_still_be_read(
    shell: Shell, archive: Path
) -> None:
    with closing(sqlite3.connect(archive, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")

        assert shell("list").returncode == 0


QUERIES = [
    "", " ", "...!?", '"', '""', "((", "))", "()", "(" * 1000, "NOT", "AND OR", "OR OR", "-",
    "--", "*", "**", "a:b", "source:", "date:gestern2", "C++", "nato-osterweiterung", "NEAR(a b)",
    "title:Nato", "^Nato", "Nato*", "{a b}:c", "'; DROP TABLE article; --", "🦊", "👩‍👩‍👧", "ﷺ",
    "%", "_", "\\", "\x1b[31m", "\u202e", "„Nato", "»Nato«", "a" * 10_000,
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: ascii(query[:30]))
@pytest.mark.usefixtures("archive")
def test_every_query_gets_an_answer(inline: Shell, query: str) -> None:
    result = inline("search", "--format", "json", "--", query)

    assert result.returncode == 0
    assert isinstance(json.loads(result.stdout)["total"], int)
    assert all(line.startswith("note: ") for line in result.stderr.splitlines())


@pytest.mark.parametrize(
    "text",
    ["Nato " * 20_000, "wort" * 25_000, "(Nato OR " * 11_000, '"' * 100_000, "source:dpa " * 9_000],
    ids=["words", "one word", "brackets", "quotes", "fields"],
)
@pytest.mark.usefixtures("archive")
def test_a_query_of_100_kilobytes_gets_an_answer(inline: Shell, text: str) -> None:
    result = inline("search", "--format", "json", text)

    assert result.returncode == 0
    assert len(result.stderr) < 1000


def test_a_query_with_a_nul_gets_an_answer(newsarc: Newsarc) -> None:
    result = newsarc("search", "Nato\0Osterweiterung", "--format", "ids")

    assert (result.exit_code, len(result.stdout.split())) == (0, 1)


@pytest.mark.parametrize("query", ["", "...!?", '"', "((", "🦊"], ids=ascii)
@pytest.mark.usefixtures("archive")
def test_a_query_without_a_word_finds_nothing_and_says_why(inline: Shell, query: str) -> None:
    result = inline("search", query)

    assert result.stdout == "no articles found\n"
    assert "note: " in result.stderr


@pytest.mark.parametrize(
    ("query", "total"),
    [("*", 6), ("nato-osterweiterung", 1), ("NOT Nato", 4), ("Nato*", 2)],
)
@pytest.mark.usefixtures("archive")
def test_a_query_that_looks_odd_means_what_it_says(inline: Shell, query: str, total: int) -> None:
    assert json.loads(inline("search", query, "--format", "json").stdout)["total"] == total


@pytest.mark.parametrize(
    ("args", "remedy"),
    [
        (("list", "--since", "gestern2"), "a date looks like 2022, 2022-01"),
        (("search", "Nato", "--until", "31.2.2022"), "a date looks like 2022, 2022-01"),
        (("list", "--since", ""), "a date looks like 2022, 2022-01"),
        (("list", "--since", "2023", "--until", "2022"), "--since 2023 is later than --until 2022"),
        (("list", "-n", "-1"), "-1 is not in the range x>=1"),
        (("search", "Nato", "-n", "-1"), "-1 is not in the range x>=1"),
        (("list", "-n", "0"), "0 is not in the range x>=1"),
        (("list", "--offset", "-1"), "-1 is not in the range x>=0"),
        (("list", "--format", "xml"), "'text', 'json', 'jsonl', 'csv', 'tsv', 'ids'"),
        (("show", "abcd", "--format", "csv"), "'text', 'json'"),
        (("list", "--sort", "relevance"), "'newest', 'oldest', 'added', 'title', 'source'"),
        (("list", "--language", "deutsch"), "one looks like de, en or fr"),
        (("list", "--source", "?!"), "is not the name of a source"),
        (("list", "--source", ","), "is not the name of a source"),
        (("list", "--source", "dpa,?"), "'?' is not the name of a source"),
        (("list", "--language", "de", "--language", "de,1"), "'1' is not a language code"),
        (("list", "--archive", ""), "--archive"),
        (("ingest", "a.txt", "--max-size", "0"), "0 is not in the range x>=1"),
        (("ingest", "a.txt", "--source-from", "url"), "named folder, folder:2 or parent"),
        (
            ("ingest", "a.txt", "--source", "Lahebote", "--source-from", "folder"),
            "--source and --source-from cannot both name the source",
        ),
        (("search",), "Missing argument 'WORDS...'"),
        (("count",), "Missing argument 'QUERY...'"),
        (("show",), "Missing argument 'ID...'"),
        (("ingest",), "Missing argument 'PATH...'"),
        (("suche", "Nato"), "No such command 'suche'"),
        (("list", "--kurz"), "No such option '--kurz'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
@pytest.mark.usefixtures("archive")
def test_wrong_usage_is_exit_code_2_and_says_what_would_be_right(
    inline: Shell, args: tuple[str, ...], remedy: str
) -> None:
    result = inline(*args)

    assert (result.returncode, result.stdout) == (2, "")
    assert remedy in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("archive")
def test_an_unknown_id_is_exit_code_1_and_says_what_to_run(inline: Shell) -> None:
    result = inline("show", "ffffffff")

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "Error: no article 'ffffffff'\nsee what there is: newsarc list\n"


def test_an_ambiguous_prefix_is_exit_code_1_and_names_the_candidates(
    inline: Shell, archive: Path
) -> None:
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute("UPDATE article SET id = 'abcd' || substr(id, 5)")
    ids = inline("list", "--format", "ids").stdout.split()
    result = inline("show", "abcd")

    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "Error: 'abcd' fits more than one article",
        f"one of: {', '.join(sorted(ids))}",
    ]


@pytest.mark.parametrize("name", ["", " ", "zz", "..", "/", "%", "%%%%", "____", "abc'", "🦊"])
@pytest.mark.usefixtures("archive")
def test_whatever_is_asked_for_by_id_is_found_or_not(inline: Shell, name: str) -> None:
    result = inline("show", "--", name)

    assert result.returncode == 1
    assert result.stderr.startswith("Error: no article ")


def test_a_closed_standard_input_is_refused(tmp_path: Path) -> None:
    command = ["sh", "-c", 'exec "$@" <&-', "sh", *NEWSARC, "ingest", "-"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    assert run.returncode == 1
    assert run.stdout == numbers(0, 1)
    assert run.stderr.endswith(": cannot be read (it is closed)\n")
    assert run.stderr.count("\n") == 1
