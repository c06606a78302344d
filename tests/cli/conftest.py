from __future__ import annotations

import fcntl
import io
import json
import os
import pty
import shutil
import signal
import struct
import subprocess
import sys
import termios
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest
from click.testing import CliRunner

from newsarc.cli.app import app, main

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from click.testing import Result

    Env = Mapping[str, str]

SEEDS = Path(__file__).parents[2] / "seeds"
NEWSARC = (sys.executable, "-m", "newsarc")

ARTICLES = (
    {
        "id": "b-1",
        "url": "https://bote.example/bruecke",
        "kicker": "Verkehr",
        "title": "Stadtrat beschließt neue Brücke",
        "date": "2021-03-05",
        "source": "Neudorfer Bote",
        "agency": "nad",
        "authors": ["Ilse Brandt", "Jan Köhler"],
        "place": "Neudorf",
        "lang": "de",
        "body": "Der Stadtrat von Neudorf hat den Bau einer Brücke über die Lahe beschlossen.\n\n"
        "Gebaut wird ab Mai. Die Häuser am Ufer bleiben stehen.",
    },
    {
        "id": "b-2",
        "title": "Hafen wird geräumt",
        "date": "2021",
        "source": "Neudorfer Bote",
        "lang": "de",
        "body": "Im Hafen von Neudorf ist eine alte Brücke abgesackt. Ein Haus wurde geräumt.",
    },
    {
        "id": "m-1",
        "title": "Wer kennt die alte Mühle?",
        "url": "https://heimat.example/muehle",
        "lang": "de",
        "body": "Der Heimatverein sucht Bilder der Mühle von Oberlahe.",
    },
    {
        "id": "g-1",
        "title": "Old mill reopens",
        "date": "2023-06-01T08:30+02:00",
        "source": "Harbour Gazette",
        "lang": "en",
        "body": "The old mill has reopened after a year. Visitors came from all over the county.",
    },
)


class Newsarc(Protocol):
    """Runs a command within this process, on the archive of the test."""

    def __call__(self, *args: str, typed: str | None = None) -> Result: ...


class Shell(Protocol):
    """Runs the real command line, in the folder of the test."""

    def __call__(self, *args: str, **env: str) -> subprocess.CompletedProcess[str]: ...


class Shown(NamedTuple):
    code: int
    screen: str
    piped: str


class Terminal(Protocol):
    """Runs the real command line with some of its streams on a terminal, the others on pipes."""

    def __call__(
        self, *args: str, rows: int = 500, streams: Collection[str] = ..., env: Env = ...
    ) -> Shown: ...


def write_lines(path: Path, articles: Collection[object]) -> Path:
    path.write_text("".join(f"{json.dumps(article)}\n" for article in articles), encoding="utf-8")
    return path


def many_articles(number: int, *, length: int = 1) -> list[dict[str, str]]:
    """Invent articles, each `length` times sixty characters long."""
    return [
        {
            "id": str(n),
            "source": "Neudorfer Bote",
            "lang": "de",
            "title": f"Meldung {n}",
            "body": f"Die Gemeinde Oberlahe meldet den Fall {n}. Alle sind wohlauf. " * length,
        }
        for n in range(number)
    ]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with an archive of six articles, and the files that it was read from."""
    folder = tmp_path_factory.mktemp("library")
    shutil.copytree(SEEDS, folder / "seeds")
    lines = write_lines(folder / "articles.jsonl", ARTICLES)
    args = ["ingest", "-a", str(folder / "newsarc.db"), str(folder / "seeds"), str(lines)]
    result = CliRunner().invoke(app, args, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def archive(library: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(library / "newsarc.db", tmp_path / "newsarc.db"))


@pytest.fixture
def newsarc(archive: Path) -> Newsarc:
    def run(*args: str, typed: str | None = None) -> Result:
        env = {"NEWSARC_ARCHIVE": str(archive)}
        return CliRunner().invoke(app, args, input=typed, env=env, catch_exceptions=False)

    return run


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    def run(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*NEWSARC, *args],
            cwd=tmp_path,
            env=os.environ | env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture
def inline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """Run the command line as `shell` does, but in this process, which takes a tenth of the time.

    For what a process is not the point of: not for signals, closed pipes, full disks and locks.
    """

    def run(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with monkeypatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            for name, value in env.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", io.StringIO())
            with pytest.raises(SystemExit) as left:
                main(args)
        return subprocess.CompletedProcess(args, exit_code(left.value), written(out), written(err))

    monkeypatch.chdir(tmp_path)
    handler = signal.getsignal(signal.SIGTERM)
    yield run
    signal.signal(signal.SIGTERM, handler)


def exit_code(left: SystemExit) -> int:
    """The exit code as Python would hand it to the shell."""
    return left.code if isinstance(left.code, int) else int(left.code is not None)


def written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    def run(
        *args: str,
        rows: int = 500,
        streams: Collection[str] = ("stdin", "stdout", "stderr"),
        env: Env = MappingProxyType({}),
    ) -> Shown:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
        ours_only = {"NO_COLOR", "LINES", "COLUMNS"}  # not of the terminal that is made here
        usual = {name: value for name, value in os.environ.items() if name not in ours_only}
        with subprocess.Popen(
            [*NEWSARC, *args],
            cwd=tmp_path,
            env=usual | {"TERM": "xterm", "PAGER": "cat"} | dict(env),
            stdin=theirs if "stdin" in streams else subprocess.DEVNULL,
            stdout=theirs if "stdout" in streams else subprocess.PIPE,
            stderr=theirs if "stderr" in streams else subprocess.PIPE,
        ) as process:
            os.close(theirs)
            screen = read_terminal(ours)
            piped = b"".join(pipe.read() for pipe in (process.stdout, process.stderr) if pipe)
        return Shown(process.returncode, screen.decode(), piped.decode())

    return run


def read_terminal(ours: int) -> bytes:
    """Read until nobody holds the other end."""
    screen = b""
    try:
        while data := os.read(ours, 65536):
            screen += data
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(ours)
    return screen
