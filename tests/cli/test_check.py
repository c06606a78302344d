from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc, Shell, Terminal


def damage(archive: Path, sql: str) -> None:
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute(sql)


def test_a_sound_archive_is_called_sound(newsarc: Newsarc) -> None:
    result = newsarc("check")

    assert (result.exit_code, result.stdout) == (0, "the archive is sound\n")


@pytest.mark.parametrize(
    ("sql", "complaint"),
    [
        ("UPDATE setting SET value = 'older'", "another version of the word analysis"),
        ("INSERT INTO words (words) VALUES ('delete-all')", "6 articles are not in the index"),
        ("UPDATE article SET title = 'Ganz anderes' WHERE source = 'dpa'", "other words"),
        ("INSERT INTO words (rowid, body_forms) VALUES (99, 'geist')", "1 index rows have no"),
        ("DELETE FROM form", "not in the list that patterns are looked up in"),
    ],
    ids=["another analysis", "no index", "other words", "ghost row", "no list"],
)
def test_what_is_off_is_told_with_what_to_run(
    newsarc: Newsarc, archive: Path, sql: str, complaint: str
) -> None:
    damage(archive, sql)
    result = newsarc("check")

    assert result.exit_code == 1
    assert complaint in result.stdout
    assert "run: newsarc reindex" in result.stdout


def test_checking_writes_nothing(newsarc: Newsarc, archive: Path) -> None:
    before = archive.read_bytes()
    newsarc("check")

    assert archive.read_bytes() == before
    assert list(archive.parent.iterdir()) == [archive]


def test_a_terminal_shows_how_far_it_is(terminal: Terminal, archive: Path) -> None:
    shown = terminal("check", "--archive", str(archive))

    assert "checking the archive" in shown.screen
    assert "100%" in shown.screen


def test_without_a_terminal_nothing_is_shown_of_it(shell: Shell, archive: Path) -> None:
    assert shell("check", "--archive", str(archive)).stderr == ""


def test_a_broken_page_is_told(shell: Shell, archive: Path) -> None:
    data = bytearray(archive.read_bytes())
    data[8192:] = bytes(len(data) - 8192)
    archive.write_bytes(data)
    result = shell("check")

    assert result.returncode == 1
    assert "damaged" in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def test_a_cut_file_is_told(shell: Shell, archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    result = shell("check")

    assert result.returncode == 1
    assert "damaged" in result.stdout + result.stderr
    assert "Traceback" not in result.stderr
