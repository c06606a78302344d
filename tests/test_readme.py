"""README and help pages tell the truth: their commands print what the pages say they print."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct

from newsarc.cli.app import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "newsarc" / "help").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
STARTS_WITHOUT_AN_ARCHIVE = {"README", "deutsch", "files"}

# What differs from machine to machine and from day to day, as the pages show it.
HOME = "/home/you/newsarc"
ADDED = "2026-11-23T09:00:00Z"


class Step(Struct, frozen=True):
    """A command of a page, and what it prints."""

    command: str
    output: str


def blocks(page: Path, kind: str) -> list[str]:
    return [code for name, code in BLOCK.findall(page.read_text(encoding="utf-8")) if name == kind]


def steps(page: Path) -> list[Step]:
    """The commands of all console blocks of a page, in their order."""
    found = []
    for block in blocks(page, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append(Step(command, output))
    return found


def python(page: Path) -> str:
    """The Python examples of a page; a later one builds upon those before it."""
    return "\n".join(blocks(page, "python"))


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds, and an archive that knows them by their places in it."""
    folder = tmp_path_factory.mktemp("seeded")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    run("newsarc ingest seeds/", folder)
    return folder


@pytest.fixture
def home(page: Path, seeded: Path, tmp_path: Path) -> Iterator[Path]:
    """The same folder for each page, as if it were the only one."""
    shutil.copy(seeded / "newsarc.db", tmp_path)
    if page.stem in STARTS_WITHOUT_AN_ARCHIVE:
        (seeded / "newsarc.db").unlink()
    yield seeded
    for file in seeded.glob("*.*"):
        file.unlink()
    shutil.copy(tmp_path / "newsarc.db", seeded)


def run(command: str | list[str], home: Path) -> str:
    """Run a command as a reader would, and return all it prints."""
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


def named(pages: list[Path]) -> list[object]:
    return [pytest.param(page, id=page.stem) for page in pages]


@pytest.mark.parametrize("page", named([page for page in PAGES if steps(page)]))
def test_each_command_prints_what_the_page_shows(page: Path, home: Path) -> None:
    printed = [Step(step.command, run(step.command, home)) for step in steps(page)]

    assert printed == steps(page)


@pytest.mark.parametrize("page", named([page for page in PAGES if python(page)]))
def test_the_python_examples_print_what_the_page_shows(page: Path, home: Path) -> None:
    run("newsarc ingest seeds/", home)
    example = python(page)

    assert run([sys.executable, "-c", example], home).splitlines() == re.findall(
        r"^# prints: (.*)$", example, re.MULTILINE
    )


@pytest.mark.parametrize("page", named(PAGES))
def test_every_block_of_code_is_run_or_known_not_to_be(page: Path) -> None:
    kinds = {kind for kind, _ in BLOCK.findall(page.read_text(encoding="utf-8"))}

    assert kinds <= {"console", "python", "sh", "text"}
    assert page.read_text(encoding="utf-8").count("```") == 2 * len(BLOCK.findall(page.read_text()))


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "help"])
def test_each_command_is_shown_at_work(command: str) -> None:
    every_step = [step for page in PAGES for step in steps(page)]

    assert any(step.command.startswith(f"newsarc {command}") for step in every_step)


def test_the_readme_can_be_read_to_its_end() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 240


@pytest.mark.parametrize("page", named(PAGES[1:]))
def test_the_readme_names_every_page_of_help(page: Path) -> None:
    assert f"newsarc/help/{page.name}" in README.read_text(encoding="utf-8")
