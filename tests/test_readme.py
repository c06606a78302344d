"""The README tells the truth: its commands are run, and print what it says they print."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from newsarc.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

# What differs from machine to machine and from day to day, as the README shows it.
HOME = "/home/you/newsarc"
ADDED = "2026-11-23T09:00:00Z"


class Step(NamedTuple):
    """A command of the README, and what it prints."""

    command: str
    output: str


def blocks(kind: str) -> list[str]:
    """Give the code blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def steps() -> list[Step]:
    """Give the commands of all console blocks in their order."""
    found = []
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append(Step(command, output))
    return found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that holds nothing but the seeds."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


def run(command: str | list[str], home: Path) -> str:
    """Run a command as the README's reader would, and give all it prints."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=home,
        env={**os.environ, "PATH": programs, "NEWSARC_ARCHIVE": "newsarc.db"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    shown = done.stdout.replace(str(home), HOME)
    return re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", ADDED, shown)


def test_each_command_prints_what_the_readme_shows(home: Path) -> None:
    printed = [Step(step.command, run(step.command, home)) for step in steps()]

    assert printed == steps()


def test_the_python_example_runs(home: Path) -> None:
    run("newsarc ingest seeds/", home)
    (example,) = blocks("python")

    assert run([sys.executable, "-c", example], home).splitlines() == re.findall(
        r"^# prints: (.*)$", example, re.MULTILINE
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_shown_at_work(command: str) -> None:
    assert any(step.command.startswith(f"newsarc {command}") for step in steps())
