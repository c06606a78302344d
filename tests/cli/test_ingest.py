from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.cli.conftest import NEWSARC, SEEDS, many_articles, read_terminal, write_lines

if TYPE_CHECKING:
    from tests.cli.conftest import Newsarc, Shell, Terminal

# As a shell counts it, and as Python says it where the interrupt ended the process itself.
INTERRUPTED = {130, -signal.SIGINT}


def summary(added: int = 0, changed: int = 0, unchanged: int = 0, refused: int = 0) -> str:
    return f"added {added}, changed {changed}, unchanged {unchanged}, refused {refused}\n"


def text_file(folder: Path, name: str, text: str = "Neudorf\n\nEs geht voran.") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_the_first_command_of_all_finds_two_articles(shell: Shell) -> None:
    result = shell("ingest", str(SEEDS))

    assert (result.returncode, result.stdout, result.stderr) == (0, summary(added=2), "")


def test_an_archive_is_a_single_file(inline: Shell, tmp_path: Path) -> None:
    inline("ingest", str(SEEDS), NEWSARC_ARCHIVE="archiv.db")

    assert [path.name for path in tmp_path.iterdir()] == ["archiv.db"]


def test_what_is_known_is_unchanged(newsarc: Newsarc, library: Path) -> None:
    result = newsarc("ingest", str(library / "seeds"), str(library / "articles.jsonl"))

    assert result.stdout == summary(unchanged=6)


def test_a_changed_file_is_a_changed_article(newsarc: Newsarc, tmp_path: Path) -> None:
    file = text_file(tmp_path, "a.txt")
    newsarc("ingest", str(file))
    text_file(tmp_path, "a.txt", "Neudorf\n\nEs geht doch nicht voran.")

    assert newsarc("ingest", str(file)).stdout == summary(changed=1)


def test_the_same_text_in_two_files_is_one_article(newsarc: Newsarc, tmp_path: Path) -> None:
    files = [str(text_file(tmp_path, name)) for name in ("a.txt", "b.txt")]
    result = newsarc("ingest", *files)
    origins = json.loads(newsarc("show", files[0], "--format", "json").stdout)["origins"]

    assert result.stdout == f"{summary(added=1).strip()}, duplicate 1\n"
    assert newsarc("ingest", *files).stdout == summary(unchanged=2)
    assert [origin["path"] for origin in origins] == files


def test_some_refused_is_exit_code_3_and_each_has_its_reason(
    newsarc: Newsarc, tmp_path: Path
) -> None:
    text_file(tmp_path, "gut.txt")
    text_file(tmp_path, "bild.xyz")
    text_file(tmp_path, "leer.txt", "")
    result = newsarc("ingest", str(tmp_path))

    assert (result.exit_code, result.stdout) == (3, summary(added=1, refused=2))
    assert result.stderr.splitlines() == [
        f"{tmp_path}/bild.xyz: no reader for .xyz",
        f"{tmp_path}/leer.txt: is empty",
    ]


def test_all_refused_is_exit_code_1(newsarc: Newsarc, tmp_path: Path) -> None:
    result = newsarc("ingest", str(text_file(tmp_path, "bild.xyz")))

    assert (result.exit_code, result.stdout) == (1, summary(refused=1))


def test_quiet_says_refusals_only(newsarc: Newsarc, tmp_path: Path) -> None:
    files = [str(text_file(tmp_path, name)) for name in ("a.txt", "b.xyz")]
    result = newsarc("ingest", "--quiet", *files)

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"{files[1]}: no reader for .xyz\n"


def test_a_dry_run_tells_and_does_nothing(inline: Shell, tmp_path: Path) -> None:
    result = inline("ingest", "--dry-run", str(SEEDS))

    assert result.returncode == 0
    assert result.stdout == "would add 2, would change 0, unchanged 0, refused 0\n"
    assert list(tmp_path.iterdir()) == []


def test_many_refusals_of_a_kind_are_one_line(newsarc: Newsarc, tmp_path: Path) -> None:
    for number in range(12):
        text_file(tmp_path, f"{number:02}.q")
    for name in ("bild.xyz", "leer.txt"):
        text_file(tmp_path, name, "")
    result = newsarc("ingest", str(tmp_path))

    assert (result.exit_code, result.stdout) == (1, summary(refused=14))
    assert result.stderr.splitlines() == [
        f"12 × .q: no reader for .q (first: {tmp_path}/00.q, {tmp_path}/01.q)",
        f"{tmp_path}/bild.xyz: no reader for .xyz",
        f"{tmp_path}/leer.txt: is empty",
    ]


def test_many_refused_lines_of_a_file_are_one_line(newsarc: Newsarc, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("nein\n" * 2 + "[]\n" + "{} nein\n" * 2 + "n" * 3 + "\n[]\n", encoding="utf-8")
    result = newsarc("ingest", str(file))

    assert result.stderr.splitlines() == [
        f"{file}:1: is not JSON (expecting value at column 1)",
        f"{file}:2: is not JSON (expecting value at column 1)",
        f"{file}:6: is not JSON (expecting value at column 1)",
        f"{file}:3: is JSON, but not an object",
        f"{file}:7: is JSON, but not an object",
        f"{file}:4: is not JSON (extra data at column 4)",
        f"{file}:5: is not JSON (extra data at column 4)",
    ]


def test_numbers_in_reasons_make_no_other_kind(newsarc: Newsarc, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("".join(f"{' ' * column}nein\n" for column in range(5)), encoding="utf-8")
    result = newsarc("ingest", str(file))

    assert result.stderr == (
        f"5 × {file}: is not JSON (expecting value at column …) (first: lines 1, 2)\n"
    )


def test_verbose_lists_every_refusal(newsarc: Newsarc, tmp_path: Path) -> None:
    files = [text_file(tmp_path, f"{number:02}.q") for number in range(12)]
    result = newsarc("ingest", str(tmp_path), "--verbose")

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [f"{file}: no reader for .q" for file in files]


def test_reasons_without_end_do_not_fill_the_memory(newsarc: Newsarc, tmp_path: Path) -> None:
    for number in range(1005):
        name = "".join(chr(ord("a") + int(digit)) for digit in str(number))
        text_file(tmp_path, f"x.q{name}")
    result = newsarc("ingest", str(tmp_path))

    assert len(result.stderr.splitlines()) == 1001
    assert result.stderr.splitlines()[-1] == "5 × other reasons: --verbose lists them"


STRAY = "Brücke über die Aue".encode() + b"\xfc"
NOTE = "has 1 byte that is not UTF-8, read as Windows-1252"


def test_what_was_repaired_is_told_once_a_file(newsarc: Newsarc, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STRAY)
    line = b'{"title": "Br\xc3\xbccke %d", "body": "\xfc"}\n'
    (tmp_path / "b.jsonl").write_bytes(b"".join(line % number for number in range(5)))
    result = newsarc("ingest", str(tmp_path))

    assert (result.exit_code, result.stdout) == (0, summary(added=6))
    assert result.stderr.splitlines() == [
        f"{tmp_path}/a.txt: {NOTE}",
        f"{tmp_path}/b.jsonl: {NOTE} (5 articles)",
    ]


def test_what_was_repaired_in_many_files_is_one_line(newsarc: Newsarc, tmp_path: Path) -> None:
    for number in range(7):
        (tmp_path / f"{number}.txt").write_bytes(STRAY + str(number).encode())
    result = newsarc("ingest", str(tmp_path))

    assert result.stderr == f"7 × .txt: {NOTE} (first: {tmp_path}/0.txt, {tmp_path}/1.txt)\n"


def test_quiet_does_not_tell_what_was_repaired(newsarc: Newsarc, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STRAY)

    assert newsarc("ingest", str(tmp_path), "--quiet").stderr == ""


def test_a_source_is_given_to_articles_that_state_none(newsarc: Newsarc, tmp_path: Path) -> None:
    file = str(text_file(tmp_path, "a.txt"))
    newsarc("ingest", file, "--source", "Lahebote")

    assert json.loads(newsarc("show", file, "--format", "json").stdout)["source"] == "Lahebote"


def test_a_folder_names_the_source_of_articles_that_state_none(
    newsarc: Newsarc, tmp_path: Path
) -> None:
    folder = tmp_path / "crawl" / "Lahe  Bote"
    folder.mkdir(parents=True)
    text_file(folder, "a.txt")
    claims = [{"body": "Es staut sich.", "source": "Uferkurier"}, {"body": "Es regnet."}]
    write_lines(folder / "b.jsonl", claims)
    result = newsarc("ingest", str(tmp_path / "crawl"), "--source-from", "folder")
    places = (f"{folder}/a.txt", f"{folder}/b.jsonl:1", f"{folder}/b.jsonl:2")
    articles = json.loads(newsarc("show", *places, "--format", "json").stdout)

    assert result.stdout == summary(added=3)
    assert [each["source"] for each in articles] == ["Lahe Bote", "Uferkurier", "Lahe Bote"]
    assert articles[0]["evidence"]["source"]["rule"] == "claim"


def test_the_folder_of_a_file_is_known_however_the_file_is_reached(
    inline: Shell, tmp_path: Path
) -> None:
    text_file(tmp_path, "a.txt")
    inline("ingest", "a.txt", "--source-from", "folder")
    shown = json.loads(inline("show", "a.txt", "--format", "json").stdout)

    assert shown["source"] == tmp_path.name


def test_a_time_zone_is_given_to_times_that_state_none(newsarc: Newsarc, tmp_path: Path) -> None:
    article = {"title": "Neudorf", "date": "2024-01-05 08:00", "body": "Es geht voran."}
    file = write_lines(tmp_path / "a.jsonl", [article])
    newsarc("ingest", str(file), "--timezone", "Europe/London")
    shown = json.loads(newsarc("show", f"{file}:1", "--format", "json").stdout)

    assert shown["published"] == "2024-01-05T08:00+00:00"


def test_an_unknown_time_zone_is_wrong_usage(newsarc: Newsarc) -> None:
    result = newsarc("ingest", str(SEEDS), "--timezone", "Europa/Neudorf")

    assert result.exit_code == 2
    assert "a time zone looks like Europe/Berlin" in result.stderr


def test_the_archive_within_the_folder_is_not_read(newsarc: Newsarc, archive: Path) -> None:
    text_file(archive.parent, "a.txt")

    assert newsarc("ingest", str(archive.parent)).stdout == summary(added=1)


def test_a_bar_moves_on_a_terminal_and_the_summary_follows(
    terminal: Terminal, tmp_path: Path
) -> None:
    write_lines(tmp_path / "a.jsonl", many_articles(20))
    shown = terminal("ingest", "a.jsonl")

    assert "100%" in shown.screen
    summary, rate = shown.screen.splitlines()[-2:]
    assert summary == "added 20, changed 0, unchanged 0, refused 0"
    assert re.fullmatch(r"20 articles in [\d.]+ s \([\d,]+/s, [\d.]+ MB/s\); archive \d MB", rate)


def test_files_that_look_as_before_are_read_again_when_asked_to(
    newsarc: Newsarc, tmp_path: Path
) -> None:
    file = text_file(tmp_path, "a.txt")
    os.utime(file, (1_600_000_000, 1_600_000_000))
    newsarc("ingest", str(file))
    text_file(tmp_path, "a.txt", "Neudorf\n\nEs geht heran.")
    os.utime(file, (1_600_000_000, 1_600_000_000))

    assert newsarc("ingest", str(file)).stdout == summary(unchanged=1)
    assert newsarc("ingest", str(file), "--verify").stdout == summary(changed=1)


@pytest.mark.parametrize("broken", ["loop", "dangling", "missing"])
def test_what_cannot_be_read_does_not_break_the_bar(
    terminal: Terminal, tmp_path: Path, broken: str
) -> None:
    text_file(tmp_path, "gut.txt")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nirgends")
    shown = terminal("ingest", "gut.txt", broken)

    assert shown.code == 3
    assert "Traceback" not in shown.screen


@pytest.mark.parametrize(
    ("streams", "options"),
    [(("stdout",), ()), (("stdout", "stderr"), ("--quiet",))],
    ids=["stderr is a pipe", "quiet"],
)
def test_there_is_no_bar(
    terminal: Terminal, streams: tuple[str, ...], options: tuple[str, ...]
) -> None:
    shown = terminal("ingest", str(SEEDS), *options, streams=streams)

    assert shown.code == 0
    assert "%" not in shown.screen + shown.piped


def test_a_bar_on_stderr_stays_out_of_a_piped_stdout(terminal: Terminal) -> None:
    shown = terminal("ingest", str(SEEDS), streams=("stderr",))

    assert "100%" in shown.screen
    assert shown.piped == summary(added=2)


def _hear_interrupts() -> None:
    """Undo what a shell does to a command in its background, and lead a group of processes."""
    os.setpgrp()
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Ended(NamedTuple):
    """How an ingestion ended that was disturbed: `screen` is what its terminal showed."""

    code: int
    screen: str


Disturbed = Callable[[Callable[[int], None]], Ended]

# Enough for workers, and for more than one transaction.
MANY = 1_100
WORKERS = "2"


@pytest.fixture(params=[1, 24], ids=["alone", "with workers"])
def disturbed(tmp_path: Path, request: pytest.FixtureRequest) -> Disturbed:
    """Disturb an ingestion of many articles as soon as its bar shows that some are kept.

    Who disturbs it gets the number of its group of processes. It ends when all of them have.
    """
    write_lines(tmp_path / "a.jsonl", many_articles(MANY, length=request.param))

    def run(disturb: Callable[[int], None]) -> Ended:
        ours, theirs = pty.openpty()
        command = [*NEWSARC, "ingest", "a.jsonl", "--workers", WORKERS]
        with subprocess.Popen(
            command,
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            preexec_fn=_hear_interrupts,  # noqa: PLW1509 (no threads here)
        ) as process:
            os.close(theirs)
            screen = b""
            while b"articles/s" not in screen:
                screen += os.read(ours, 65536)
            disturb(process.pid)
            screen += read_terminal(ours)  # to the end of all who hold it
        return Ended(process.returncode, screen.decode())

    return run


def interrupt(group: int) -> None:
    """Do what Ctrl-C does: tell all processes of a group."""
    os.killpg(group, signal.SIGINT)


def kill(process: int) -> None:
    """Kill a process as nobody can prevent; its children hear nothing of it."""
    os.kill(process, signal.SIGKILL)


def kill_a_child(process: int) -> None:
    """Kill the first child of a process."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    kill(int(children.split()[0]))


def listed(inline: Shell) -> list[str]:
    return inline("list", "-n", "9999", "--format", "ids").stdout.split()


def test_an_interrupted_ingestion_says_so(disturbed: Disturbed) -> None:
    code, screen = disturbed(interrupt)

    assert code in INTERRUPTED
    assert "the same command completes the rest" in screen
    assert "Traceback" not in screen


@pytest.mark.parametrize("end", [interrupt, kill])
def test_an_ingestion_that_ends_early_leaves_a_sound_archive_which_the_same_command_completes(
    disturbed: Disturbed,
    shell: Shell,
    inline: Shell,
    tmp_path: Path,
    end: Callable[[int], None],
) -> None:
    disturbed(end)
    kept = len(listed(inline))

    assert inline("check").stdout == "the archive is sound\n"
    assert 0 < kept < MANY
    assert kept % 1_000 == 0
    assert shell("ingest", "a.jsonl").stdout == summary(added=MANY - kept, unchanged=kept)
    assert inline("check").returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "newsarc.db"]


@pytest.mark.parametrize("disturbed", [150], indirect=True)
def test_a_worker_that_is_killed_is_named_and_the_same_command_completes_the_rest(
    disturbed: Disturbed, shell: Shell, inline: Shell
) -> None:
    code, screen = disturbed(kill_a_child)
    kept = len(listed(inline))

    assert code == 1
    assert re.search(r"the worker process \d+ was killed by signal 9", screen)
    assert "Traceback" not in screen
    assert shell("ingest", "a.jsonl").stdout == summary(added=MANY - kept, unchanged=kept)
    assert inline("check").returncode == 0


INTERRUPTS_ITSELF = """
import os, signal, sys

def hook(event, args):
    if event == "open" and armed and sys.argv[1] in str(args[0]):
        armed.clear()
        os.kill(os.getpid(), signal.SIGINT)

armed = [True]
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.addaudithook(hook)
from newsarc.cli.app import main
main(sys.argv[2:])
"""


def test_an_interruption_while_languages_are_loaded_is_one(tmp_path: Path) -> None:
    profiles = os.path.join("langdetect", "profiles", "")
    result = subprocess.run(
        [sys.executable, "-c", INTERRUPTS_ITSELF, profiles, "ingest", str(SEEDS)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.returncode in INTERRUPTED
    assert "interrupted" in result.stderr


ALL_AT_ONCE = """
import json, os, sys
import langdetect, sqlite_utils
import newsarc.catalog
from newsarc.cli.app import main

def child(args, start, errors):
    os.dup2(errors, 2)
    os.read(start, 1)  # nothing comes: all wait until the other end is closed
    main(args)

start, started = os.pipe()
running = []
for args in json.loads(sys.argv[1]):
    theirs, errors = os.pipe()
    process = os.fork()
    if not process:
        os.close(started)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        child(args, start, errors)
    os.close(errors)
    running.append((process, theirs))
os.close(started)
for process, theirs in running:
    with open(theirs, encoding="utf-8") as told:
        text = told.read()
    print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), text]), flush=True)
"""


def at_once(folder: Path, commands: list[list[str]]) -> list[tuple[int, str]]:
    """Run commands that begin together, each in a process of its own.

    Returns their exit codes, with what they wrote to stderr.
    """
    result = subprocess.run(
        [sys.executable, "-c", ALL_AT_ONCE, json.dumps(commands)],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [(code, told) for code, told in map(json.loads, result.stdout.splitlines())]


@pytest.mark.parametrize("attempt", range(3))
def test_ingestions_that_make_the_archive_at_once_lose_nothing(
    inline: Shell, tmp_path: Path, attempt: int
) -> None:
    names = [f"{attempt}-{number}.txt" for number in range(5)]
    for name in names:
        text_file(tmp_path, name, f"Fall {name}\n\nOberlahe meldet den Fall {name}.")
    results = at_once(tmp_path, [["ingest", name] for name in names])

    assert results == [(0, "")] * 5
    assert len(inline("list", "--format", "ids").stdout.split()) == 5
    assert inline("check").returncode == 0


@pytest.mark.parametrize("length", [1, 50], ids=["alone", "with workers"])
def test_ingestions_into_one_archive_at_once_lose_nothing(
    inline: Shell, archive: Path, tmp_path: Path, length: int
) -> None:
    articles = many_articles(1020, length=length)
    for number, half in enumerate((articles[:510], articles[510:])):
        write_lines(tmp_path / f"{number}.jsonl", half)
    commands = [["ingest", f"{number}.jsonl", "--workers", WORKERS] for number in range(2)]
    results = at_once(tmp_path, commands)

    assert results == [(0, "")] * 2
    assert len(inline("list", "-n", "9999", "--format", "ids").stdout.split()) == 1026
    assert inline("check").returncode == 0
    assert sorted(path.name for path in archive.parent.glob("newsarc.db*")) == ["newsarc.db"]


@pytest.mark.parametrize("length", [1, 50], ids=["alone", "with workers"])
def test_the_same_articles_ingested_twice_at_once_are_kept_once(
    inline: Shell, archive: Path, length: int
) -> None:
    write_lines(archive.parent / "a.jsonl", many_articles(510, length=length))
    results = at_once(archive.parent, [["ingest", "a.jsonl", "--workers", WORKERS]] * 2)

    assert results == [(0, "")] * 2
    assert len(inline("list", "-n", "9999", "--format", "ids").stdout.split()) == 516
    assert inline("check").returncode == 0


def test_an_ingestion_whose_refusals_nobody_reads_goes_on(tmp_path: Path, inline: Shell) -> None:
    write_lines(tmp_path / "a.jsonl", ["no article", *many_articles(1100)])
    command = [*NEWSARC, "ingest", "a.jsonl"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        process.stderr.close()

    assert process.returncode == 3
    assert len(inline("list", "-n", "9999", "--format", "ids").stdout.split()) == 1100
