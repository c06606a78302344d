"""Pages of help, and suggestions for what was mistyped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import newsarc as package
from newsarc.cli.app import COMMANDS
from newsarc.cli.help import TOPICS

if TYPE_CHECKING:
    from tests.cli.conftest import Newsarc, Shell, Terminal

PAGES = Path(package.__file__).parent / "help"


def heading(topic: str) -> str:
    first, *_ = (PAGES / f"{topic}.md").read_text(encoding="utf-8").split("\n")
    return first.removeprefix("# ")


def test_every_page_is_a_topic() -> None:
    assert sorted(TOPICS) == sorted(page.stem for page in PAGES.glob("*.md"))


@pytest.mark.parametrize("topic", TOPICS)
def test_without_a_topic_all_are_listed(newsarc: Newsarc, topic: str) -> None:
    lines = newsarc("help").stdout.splitlines()

    assert [line.split(maxsplit=1) for line in lines if line.startswith(f"  {topic} ")] == [
        [topic, heading(topic)]
    ]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_fits_the_width_of_a_terminal_without_signs_of_markdown(
    newsarc: Newsarc, topic: str
) -> None:
    lines = newsarc("help", topic).stdout.splitlines()

    assert lines[0] == heading(topic)
    assert not [line for line in lines if line.startswith(("#", "|", "```"))]
    # code keeps its lines, whatever their length
    assert max(len(line) for line in lines if not line.startswith("    ")) <= 80


def test_a_table_is_aligned(newsarc: Newsarc) -> None:
    page = newsarc("help", "formats").stdout

    assert "  code  meaning\n  0     done, even if nothing was found\n" in page


def test_a_list_hangs_below_its_dashes(newsarc: Newsarc) -> None:
    page = newsarc("help", "files").stdout

    assert (
        "  - `--source tagesschau.de` names the source.\n"
        "  - `--source-from folder` takes the name of the folder directly below the path\n"
        "    that you give: `newsarc ingest crawl --source-from folder` finds\n"
    ) in page


def test_headings_are_bold_on_a_terminal(terminal: Terminal) -> None:
    assert "\x1b[1mNear misses\x1b[0m" in terminal("help", "query").screen


def test_a_long_page_goes_through_the_pager(terminal: Terminal) -> None:
    env = {"PAGER": "sed s/^/paged:/"}

    assert "paged:" in terminal("help", "query", rows=40, env=env).screen


def test_help_needs_no_archive(shell: Shell) -> None:
    assert shell("help", "query").returncode == 0


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("serach", "Nato"), "Error: No such command 'serach'; did you mean search?"),
        (("Search",), "Error: No such command 'Search'; did you mean search?"),
        (("suche",), "Error: No such command 'suche'."),
        (("cooking",), "Error: No such command 'cooking'."),
        (("help", "qurey"), "Error: No help page 'qurey'; did you mean query?"),
        (("help", "cooking"), "Error: No help page 'cooking'; newsarc help lists all topics"),
        (("help", "search"), "Error: 'search' is a command; newsarc search -h explains it"),
        (("help", "a\x1bb"), "Error: No help page 'a b'; newsarc help lists all topics"),
    ],
    ids=" ".join,
)
def test_an_unknown_name_suggests_the_nearest(
    newsarc: Newsarc, args: tuple[str, ...], message: str
) -> None:
    result = newsarc(*args)

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == message


def test_a_shell_can_complete_topics(shell: Shell) -> None:
    result = shell(_NEWSARC_COMPLETE="bash_complete", COMP_WORDS="newsarc help f", COMP_CWORD="2")

    assert result.stdout.split() == ["plain,files", "plain,formats", "plain,fields"]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_begins_its_help_with_one_short_sentence(
    newsarc: Newsarc, command: str
) -> None:
    listed = newsarc("-h").stdout.split("Commands:\n")[1]
    line = next(line for line in listed.splitlines() if line.startswith(f"  {command} "))

    assert not line.endswith("...")


@pytest.mark.parametrize("columns", ["40", "60", "80", "120"])
def test_no_sentence_on_a_command_is_cut(
    newsarc: Newsarc, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    listed = newsarc("-h").stdout.split("Commands:\n")[1]

    assert "..." not in listed
    assert "Count the articles of a query, and the occurrences in them." in " ".join(listed.split())
