from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from newsarc.readers import FORMATS, File, find_files
from newsarc.records.read import Document, Refusal, Skipped
from tests.readers.golden import stream

TEXT = "Der Deich hielt."


def put(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")


def files(*paths: Path, skip: tuple[Path, ...] = ()) -> list[Path]:
    return [found.path for found in find_files(paths, skip=skip) if isinstance(found, File)]


def refusals(*paths: Path) -> list[str]:
    found = find_files(paths)
    return [str(item.error) for item in found if isinstance(item, Refusal)]


def test_a_folder_is_read_to_the_bottom_in_the_order_of_names(tmp_path: Path) -> None:
    names = ["10.txt", "9.txt", "B.txt", "a.txt", "b/1.txt", "b/c/2.txt", "c.txt", "ä.txt"]
    put(*(tmp_path / name for name in reversed(names)))

    assert files(tmp_path) == [tmp_path / name for name in names]


def test_paths_are_read_in_the_order_in_which_they_are_given(tmp_path: Path) -> None:
    put(tmp_path / "z.txt", tmp_path / "a.txt", tmp_path / "m/1.txt")
    given = (tmp_path / "z.txt", tmp_path / "m", tmp_path / "a.txt")

    assert files(*given) == [tmp_path / "z.txt", tmp_path / "m/1.txt", tmp_path / "a.txt"]


def test_what_is_hidden_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path / ".b.txt", tmp_path / ".c/1.txt", tmp_path / "a.txt", tmp_path / "d/.e/2.txt")

    assert files(tmp_path) == [tmp_path / "a.txt"]


def test_what_is_hidden_is_read_when_it_is_named(tmp_path: Path) -> None:
    put(tmp_path / ".crawl/a.txt", tmp_path / ".b.txt")

    assert files(tmp_path / ".crawl", tmp_path / ".b.txt") == [
        tmp_path / ".crawl/a.txt",
        tmp_path / ".b.txt",
    ]


def test_what_is_to_be_skipped_is_passed_over_without_a_word(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", tmp_path / "archive.db", tmp_path / "b.txt")

    skip = (tmp_path / "archive.db", tmp_path / "b.txt")

    assert files(tmp_path, skip=skip) == [tmp_path / "a.txt"]
    assert len(list(find_files([tmp_path], skip=skip))) == 1


def test_what_is_to_be_skipped_is_known_however_it_is_reached(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", tmp_path / "archive.db")
    (tmp_path / "sub").mkdir()
    detour = tmp_path / "sub" / ".."

    found = find_files([detour], skip=[tmp_path / "archive.db"])

    assert [isinstance(item, Refusal) for item in found] == [False]


@pytest.mark.parametrize(
    "name",
    ["a.txt", "a.TXT", "a.txt.gz", "a.jsonl", "a.ndjson", "a.Jsonl.GZ", "a.ndjson.gz", "a.2.b.txt"],
)
def test_an_ending_picks_the_reader_whatever_its_case(tmp_path: Path, name: str) -> None:
    put(tmp_path / name)

    assert files(tmp_path) == [tmp_path / name]


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("bericht.xyz", ".xyz"),
        ("BERICHT.XYZ", ".xyz"),
        ("a.txt.bak", ".bak"),
        ("LIESMICH", "files without an extension; to read it as a text: --as text"),
    ],
)
def test_a_file_of_another_ending_is_refused_by_its_name(
    tmp_path: Path, name: str, ending: str
) -> None:
    put(tmp_path / name, tmp_path / "z.txt")

    refused, read = stream(tmp_path)

    assert isinstance(refused, Refusal)
    assert str(refused.error) == f"{tmp_path / name}: no reader for {ending}"
    assert isinstance(read, Document)


@pytest.mark.parametrize("name", ["a.png", "B.JPG", "seite_dateien/stil.css", "c.woff2"])
def test_what_lies_beside_saved_pages_is_skipped(tmp_path: Path, name: str) -> None:
    put(tmp_path / name)

    found, refused = find_files([tmp_path])

    assert isinstance(found, Skipped)
    assert isinstance(refused, Refusal)
    assert refused.error.reason == "contains no file to read"


@pytest.mark.parametrize("ending", ["xyz", "dat", "txt"])
def test_the_first_bytes_tell_more_of_a_file_than_its_ending(tmp_path: Path, ending: str) -> None:
    with ZipFile(tmp_path / f"a.{ending}", "w") as archive:
        archive.writestr("b.txt", TEXT)

    (found,) = stream(tmp_path)

    assert isinstance(found, Document)
    assert found.origin.member == "b.txt"


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert refusals(tmp_path / "weg.txt") == [f"{tmp_path / 'weg.txt'}: does not exist"]


def test_a_path_that_no_system_has_is_refused(tmp_path: Path) -> None:
    assert len(refusals(tmp_path / "a\0.txt")) == 1


def test_a_folder_with_nothing_to_read_is_refused(tmp_path: Path) -> None:
    put(tmp_path / ".hidden/a.txt")

    assert refusals(tmp_path) == [f"{tmp_path}: contains no file to read"]


def test_an_empty_folder_among_others_is_no_refusal(tmp_path: Path) -> None:
    put(tmp_path / "a.txt")
    (tmp_path / "b").mkdir()

    assert files(tmp_path) == [tmp_path / "a.txt"]


def test_a_loop_of_folders_ends(tmp_path: Path) -> None:
    put(tmp_path / "a/1.txt")
    (tmp_path / "a/back").symlink_to(tmp_path)

    assert files(tmp_path) == [tmp_path / "a/1.txt"]


def test_a_folder_is_read_once_whatever_links_lead_there(tmp_path: Path) -> None:
    put(tmp_path / "b/1.txt")
    (tmp_path / "a").symlink_to(tmp_path / "b")

    assert files(tmp_path) == [tmp_path / "a/1.txt"]


def test_a_folder_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path / "b/1.txt")

    assert files(tmp_path, tmp_path / "b", tmp_path) == [tmp_path / "b/1.txt"]


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "weg.txt")

    assert refusals(tmp_path) == [f"{tmp_path / 'a.txt'}: is a broken link"]


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    put(tmp_path / "b.txt")

    (refused,) = refusals(tmp_path)

    assert refused.startswith(f"{tmp_path / 'a.txt'}: cannot be read (")
    assert files(tmp_path) == [tmp_path / "b.txt"]


def test_what_is_no_regular_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert refusals(tmp_path) == [f"{tmp_path / 'pipe.txt'}: is not a regular file"]


def test_a_name_that_is_no_text_is_told_in_letters(tmp_path: Path) -> None:
    (refusal,) = find_files([tmp_path / os.fsdecode(b"caf\xe9.txt")])

    assert isinstance(refusal, Refusal)
    assert refusal.origin.path == f"{tmp_path}/caf\\xe9.txt"


def test_a_refused_file_stands_in_the_stream_where_it_was_met(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", tmp_path / "b.xyz", tmp_path / "c.txt")

    kinds = [type(item) for item in stream(tmp_path)]

    assert kinds == [Document, Refusal, Document]


def test_an_origin_is_the_absolute_path_however_it_was_given(tmp_path: Path) -> None:
    put(tmp_path / "sub/a.txt")
    given = [
        tmp_path / "sub/a.txt",
        Path(os.path.relpath(tmp_path / "sub/a.txt")),
        tmp_path / "sub/../sub/a.txt",
    ]

    origins = [item.origin.path for item in stream(*given)]

    assert origins == [str(tmp_path / "sub/a.txt")] * 3


def test_every_format_has_its_cases_or_tests_of_its_own() -> None:
    here = Path(__file__).parent
    tested = {path.name for path in (here / "cases").iterdir()}
    tested |= {path.stem.removeprefix("test_") for path in here.glob("**/test_*.py")}

    assert {each.name for each in FORMATS.values() if each.kind != "container"} <= tested


def test_a_large_text_that_holds_a_table_is_read_as_one(tmp_path: Path) -> None:
    rows = "".join(
        f"Titel {number}\tDer Deich {number} hielt.\t2.2.2022\n" for number in range(100)
    )
    (tmp_path / "a.txt").write_text(f"titel\ttext\tdatum\n{rows}", encoding="utf-8")

    found = stream(tmp_path, limit=1000)

    assert len(found) == 100
    assert all(isinstance(item, Document) for item in found)
