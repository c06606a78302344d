from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import unicodedata
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from newsarc.store.sqlite.articles.deflate import deflated
from tests.cli.conftest import NEWSARC

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc, Shell, Terminal

PLAIN = {"NO_COLOR": "1"}
PAGED = {"PAGER": "sed s/^/paged:/"}
# Colour, a C1 control, bell, backspace, title of the window; marks of direction, isolates and
# overrides; line ends that only some know; a line end, after which a line could be forged.
EVIL = "\x1b[31mrot\x9b2J\x07\x08\x1b]0;x\x07\u202elinks\u2066\u2067\u200f\u200b\u2028\x85\r\nvorn"


@pytest.mark.parametrize("command", [("search", "Nato"), ("list",)], ids=" ".join)
@pytest.mark.usefixtures("archive")
def test_there_is_colour_on_a_terminal(terminal: Terminal, command: tuple[str, ...]) -> None:
    assert "\x1b[1m" in terminal(*command).screen


@pytest.mark.usefixtures("archive")
def test_marks_are_coloured_on_a_terminal(terminal: Terminal) -> None:
    assert "einer \x1b[1;31mBrücke\x1b[0m über" in terminal("search", "Brücke").screen


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
@pytest.mark.usefixtures("archive")
def test_there_is_no_colour_where_it_is_not_wanted(terminal: Terminal, env: dict[str, str]) -> None:
    shown = terminal("search", "Brücke", env=env)

    assert "\x1b" not in shown.screen
    assert "einer [Brücke] über" in shown.screen


@pytest.mark.usefixtures("archive")
def test_an_empty_no_color_forbids_nothing(terminal: Terminal) -> None:
    assert "\x1b[1m" in terminal("list", env={"NO_COLOR": ""}).screen


@pytest.mark.usefixtures("archive")
def test_there_is_no_colour_in_a_pipe(terminal: Terminal) -> None:
    shown = terminal("search", "Brücke", streams=("stdin", "stderr"))

    assert "einer [Brücke] über" in shown.piped
    assert "\x1b" not in shown.piped


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv", "ids"])
def test_a_format_for_programs_is_the_same_on_a_terminal(
    terminal: Terminal, newsarc: Newsarc, format_: str
) -> None:
    args = ("search", "Brücke", "--format", format_)

    assert terminal(*args).screen.replace("\r\n", "\n") == newsarc(*args).stdout


@pytest.mark.parametrize(("rows", "paged"), [(8, True), (100, False)])
@pytest.mark.usefixtures("archive")
def test_the_pager_comes_only_where_the_lines_do_not_fit(
    terminal: Terminal, rows: int, *, paged: bool
) -> None:
    shown = terminal("list", rows=rows, env=PAGED)

    assert ("paged:" in shown.screen) == paged
    assert "6 articles" in shown.screen


@pytest.mark.usefixtures("archive")
def test_there_is_no_pager_in_a_pipe(terminal: Terminal) -> None:
    shown = terminal("list", rows=8, streams=("stdin", "stderr"), env=PAGED)

    assert "paged:" not in shown.piped


@pytest.mark.usefixtures("archive")
def test_lines_fit_the_terminal(terminal: Terminal) -> None:
    shown = terminal("search", "Nato", env=PLAIN)

    assert max(map(len, shown.screen.splitlines())) <= 80


def forge(archive: Path) -> None:
    """Write into every field of every article what should never reach a terminal."""
    with closing(sqlite3.connect(archive)) as connection, connection:
        for column in ("title", "kicker", "source", "agency", "place", "url", "external_id"):
            connection.execute(f"UPDATE article SET {column} = ?", (EVIL,))
        connection.execute("UPDATE article SET authors = ?", (json.dumps([EVIL]),))
        body = deflated(f"Die Brücke. {EVIL} Brücke {EVIL}")
        connection.execute("UPDATE text SET body = ?", (body,))
        evidence = json.dumps([["title", EVIL, "claim", "stated"]])
        connection.execute("UPDATE article SET evidence = ?", (evidence,))
        connection.execute("UPDATE origin SET path = '/' || row || ?", (EVIL,))


def steering(text: str) -> set[str]:
    """Give the characters of a text that could steer a terminal."""
    kinds = {"Cc", "Cf", "Zl", "Zp", "Cs"}
    return {c for c in text.replace("\r\n", "") if c != "\n" and unicodedata.category(c) in kinds}


@pytest.mark.parametrize("format_", ["text", "json", "jsonl", "csv", "ids"])
@pytest.mark.parametrize("command", ["search Brücke", "list"])
def test_foreign_text_never_steers_the_terminal_in_a_listing(
    terminal: Terminal, archive: Path, command: str, format_: str
) -> None:
    forge(archive)
    shown = terminal(*command.split(), "--format", format_, env=PLAIN)

    assert shown.code == 0
    assert steering(shown.screen) == set()


@pytest.mark.parametrize(
    "args",
    [
        ("show", "ID"),
        ("show", "ID", "--evidence"),
        ("show", "ID", "--format", "json"),
        ("stats",),
        ("stats", "--format", "json"),
    ],
    ids=" ".join,
)
def test_foreign_text_never_steers_the_terminal_elsewhere(
    terminal: Terminal, newsarc: Newsarc, archive: Path, args: tuple[str, ...]
) -> None:
    forge(archive)
    name = newsarc("list", "-n", "1", "--format", "ids").stdout.strip()
    shown = terminal(*(name if arg == "ID" else arg for arg in args), env=PLAIN)

    assert shown.code == 0
    assert steering(shown.screen) == set()


def test_foreign_text_never_steers_the_terminal_in_a_question(
    terminal: Terminal, newsarc: Newsarc, archive: Path
) -> None:
    forge(archive)
    name = newsarc("list", "-n", "1", "--format", "ids").stdout.strip()
    shown = terminal("remove", name, streams=("stdout", "stderr"))

    assert "Delete 1 article" in shown.screen
    assert steering(shown.screen) == set()


def test_a_forged_headline_stays_on_its_line(terminal: Terminal, archive: Path) -> None:
    forge(archive)

    assert not any(line.startswith("vorn") for line in terminal("list").screen.splitlines())


@pytest.mark.parametrize("command", [("search", "Brücke"), ("list",)], ids=" ".join)
def test_json_means_the_text_as_it_is(
    newsarc: Newsarc, archive: Path, command: tuple[str, ...]
) -> None:
    forge(archive)
    hits = json.loads(newsarc(*command, "--format", "json").stdout)["hits"]

    assert {hit["title"] for hit in hits} == {EVIL}


def test_a_file_with_an_evil_name_is_refused_without_it(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\u202e\n.xyz").touch()
    shown = terminal("ingest", str(tmp_path), "--quiet")

    assert shown.code == 1
    assert "no reader for .xyz" in shown.screen
    assert steering(shown.screen) == set()


def test_a_file_whose_name_is_not_utf_8_is_read_and_shown(
    terminal: Terminal, tmp_path: Path
) -> None:
    with open(os.fsencode(tmp_path) + b"/M\xfchle.txt", "wb") as file:
        file.write(b"Neudorf\n\nEs geht voran.")

    assert terminal("ingest", str(tmp_path), "--quiet").code == 0
    assert r"M\xfchle.txt" in terminal("list", "--format", "json").screen.replace("\\\\", "\\")


@pytest.mark.parametrize(
    "args",
    [
        ("list", "-a", "a\x1b[31m\u202e.db"),
        ("search", "date:\x1b[31m\u202ex"),
        ("search", "\x1b[31m\u202ex", "--explain"),
        ("show", "a\x1b[31m\u202e"),
        ("list", "--since", "a\x1b[31m\u202e"),
        ("ingest", "a\x1b[31m\u202e", "--quiet"),
    ],
    ids=["archive", "query", "explanation", "id", "date", "path"],
)
@pytest.mark.usefixtures("archive")
def test_what_was_typed_does_not_steer_the_terminal_either(
    terminal: Terminal, args: tuple[str, ...]
) -> None:
    assert steering(terminal(*args, env=PLAIN).screen) == set()


@pytest.mark.parametrize(
    "args",
    [
        ("list",),
        ("list", "--format", "json"),
        ("search", "Nato", "--format", "csv"),
        ("show", "articles.jsonl:1"),
        ("stats",),
        ("check",),
    ],
    ids=" ".join,
)
def test_a_pipe_closed_early_is_a_quiet_end(library: Path, args: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [*NEWSARC, *args],
        cwd=library,
        stdout=writer,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writer)

    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("redirection", [">&-", "2>&-", "<&-"])
def test_a_closed_stream_is_no_reason_to_fail(library: Path, redirection: str) -> None:
    result = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {redirection}', "sh", *NEWSARC, "list"],
        cwd=library,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.usefixtures("archive")
def test_a_terminal_that_knows_no_umlauts_gets_question_marks(shell: Shell) -> None:
    result = shell("search", "Mühle", PYTHONIOENCODING="iso8859-5")

    assert result.returncode == 0
    assert "M?hle" in result.stdout
