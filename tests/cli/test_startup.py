from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newsarc import __version__
from newsarc.cli.app import COMMANDS
from newsarc.scanner import NATIVE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc, Shell

DEAR = (
    "sqlite_utils", "langdetect", "dateutil", "hashlib", "gzip", "csv", "pathlib", "random",
    "logging", "subprocess", "concurrent", "multiprocessing", "newsarc.catalog",
    "newsarc.readers", "newsarc.records.read", "newsarc.ingest.run", "newsarc.ingest.identity",
    "newsarc.language", "newsarc.store.sqlite.writer",
    "newsarc.store.sqlite.articles.documents", "newsarc.store.sqlite.audit",
    "newsarc.store.memory.store",
)  # fmt: skip

LISTS_MODULES = """
import sys
before = set(sys.modules)
from newsarc.cli.app import app
app.main(sys.argv[1:], standalone_mode=False)
loaded = sorted(set(sys.modules) - before)
import json
print(json.dumps(loaded), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "args",
    [
        ("search", "Nato Osterweiterung"),
        ("search", "Nato", "--since", "2022-01", "--format", "json"),
        ("count", "Nato Osterweiterung"),
        ("list",),
        ("show", "articles.jsonl:1"),
        ("show", "articles.jsonl:1", "--evidence"),
        ("show", "articles.jsonl:1", "--highlight", "Mühle"),
        ("cite", "articles.jsonl:1"),
        ("cite", "articles.jsonl:1", "--style", "csl"),
        ("stats",),
    ],
    ids=" ".join,
)
def test_who_only_reads_loads_nothing_dear(library: Path, args: tuple[str, ...]) -> None:
    result = subprocess.run(
        [sys.executable, "-c", LISTS_MODULES, *args],
        cwd=library,
        env={**os.environ, "NEWSARC_ARCHIVE": "newsarc.db"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(json.loads(result.stderr))

    assert "newsarc.store.sqlite.store" in loaded
    assert loaded & set(DEAR) == set()


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_help_text_has_an_example(newsarc: Newsarc, command: str, option: str) -> None:
    result = newsarc(command, option)

    assert result.exit_code == 0
    assert f"Example: newsarc {command}" in result.stdout


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in {"help", "formats"}])
def test_every_command_takes_an_archive(newsarc: Newsarc, command: str) -> None:
    text = newsarc(command, "-h").stdout

    assert "-a, --archive FILE" in text
    assert "NEWSARC_ARCHIVE" in text
    assert "newsarc.db" in text


def test_the_help_of_all_lists_every_command_and_has_an_example(newsarc: Newsarc) -> None:
    text = newsarc("-h").stdout

    assert [
        line.split()[0] for line in text.split("Commands:\n")[1].splitlines()[: len(COMMANDS)]
    ] == [*COMMANDS]
    assert "Example: newsarc ingest" in text


def test_help_needs_no_archive(shell: Shell, tmp_path: Path) -> None:
    assert shell("search", "-h").returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_it_knows_its_version(shell: Shell) -> None:
    scanner = "native scanner" if NATIVE else "scanner in Python"

    assert shell("--version").stdout == f"newsarc {__version__} ({scanner})\n"


def test_only_ingest_makes_an_archive(inline: Shell, tmp_path: Path) -> None:
    for command in (
        ["search", "Nato"],
        ["count", "Nato"],
        ["list"],
        ["show", "abcd"],
        ["stats"],
        ["check"],
    ):
        result = inline(*command)

        assert result.returncode == 1
        assert result.stderr == (
            "Error: newsarc.db: there is no archive here\nmake one first: newsarc ingest PATH\n"
        )
    assert list(tmp_path.iterdir()) == []


def test_the_script_is_the_module(library: Path) -> None:
    script = os.path.join(os.path.dirname(sys.executable), "newsarc")
    listings = [
        subprocess.run(
            [*command, "list"], cwd=library, capture_output=True, encoding="utf-8", check=True
        ).stdout
        for command in ([script], [sys.executable, "-m", "newsarc"])
    ]

    assert listings[0] == listings[1] != ""


def test_a_shell_can_ask_for_completions(shell: Shell) -> None:
    result = shell(_NEWSARC_COMPLETE="bash_complete", COMP_WORDS="newsarc re", COMP_CWORD="1")

    assert result.stdout.split() == ["plain,remove", "plain,reindex"]
