from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import SEEDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc, Shell, Terminal


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE setting SET value = 'older'",
        "INSERT INTO words (words) VALUES ('delete-all')",
        "UPDATE article SET title = 'Falsch', published = NULL, language = NULL",
    ],
    ids=["another analysis", "no index", "wrong fields"],
)
def test_reindexing_mends_index_and_fields(newsarc: Newsarc, archive: Path, sql: str) -> None:
    before = newsarc("list", "--format", "json").stdout
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute(sql)
    result = newsarc("reindex")

    assert (result.exit_code, result.stdout) == (0, "reindexed 6\n")
    assert newsarc("check").exit_code == 0
    assert newsarc("list", "--format", "json").stdout == before
    assert len(newsarc("search", "Nato", "--format", "ids").stdout.split()) == 2


def test_an_archive_of_another_analysis_is_not_searched_but_names_the_remedy(
    newsarc: Newsarc, archive: Path
) -> None:
    with closing(sqlite3.connect(archive)) as connection, connection:
        connection.execute("UPDATE setting SET value = 'older'")
    result = newsarc("search", "Nato")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "run: newsarc reindex" in result.stderr


def test_reindexing_needs_no_file_but_the_archive(inline: Shell, tmp_path: Path) -> None:
    folder = shutil.copytree(SEEDS, tmp_path / "seeds")
    inline("ingest", "seeds")
    before = inline("list", "--format", "json").stdout
    shutil.rmtree(folder)

    assert inline("reindex").stdout == "reindexed 2\n"
    assert inline("list", "--format", "json").stdout == before


def test_reindexing_needs_an_archive(inline: Shell, tmp_path: Path) -> None:
    result = inline("reindex")

    assert result.returncode == 1
    assert "make one first: newsarc ingest PATH" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_on_a_terminal_a_bar_tells_how_far_reindexing_is(terminal: Terminal, inline: Shell) -> None:
    inline("ingest", str(SEEDS))

    screen = terminal("reindex").screen

    assert re.search(r"reading .*100%.* articles/s", screen)
    assert screen.endswith("reindexed 2\r\n")
