from __future__ import annotations

import csv
import hashlib
import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

import newsarc as library
from newsarc import NotWritten
from tests.cli.conftest import write_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc

ARTICLES = (
    {"id": "1", "title": "=HYPERLINK(1)", "date": "2022-02-02", "source": "Der Kurier",
     "authors": ["Eva Muster", "Jan Deich"], "body": "Der Seehund.\n\nEr schwimmt."},
    {"id": "2", "title": "+++ Eilmeldung +++", "date": "2021", "body": "Ein Seehund schläft."},
    {"id": "3", "title": "Möwe", "body": "Kein Säugetier."},
)  # fmt: skip


@pytest.fixture
def seals(newsarc: Newsarc, tmp_path: Path) -> Newsarc:
    newsarc("ingest", str(write_lines(tmp_path / "meer.jsonl", list(ARTICLES))))
    return newsarc


def manifest(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_name(f"{path.name}.manifest.json").read_text())
    return found


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_all_that_is_found_is_written_with_its_text(seals: Newsarc, tmp_path: Path) -> None:
    path = tmp_path / "aus.jsonl"
    result = seals("export", "Seehund", "--to", str(path))
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    assert result.exit_code == 0, result.output
    assert [one["body"] for one in found] == [
        "Der Seehund.\n\nEr schwimmt.",
        "Ein Seehund schläft.",
    ]
    assert result.stdout.startswith("2 articles in ")


def test_the_manifest_says_what_was_asked_and_written(seals: Newsarc, tmp_path: Path) -> None:
    path = tmp_path / "aus.csv"
    seals("export", "Seehund", "--since", "2022", "--to", str(path))
    told = manifest(path)

    assert (told["asked"], told["articles"]) == ("Seehund", 1)
    assert told["query"] == "seehund date:2022-01-01.."
    assert told["files"] == [
        {
            "name": "aus.csv",
            "bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
    ]


def test_no_cell_of_a_table_is_a_formula_unless_it_is_to_be_exact(
    seals: Newsarc, tmp_path: Path
) -> None:
    safe, exact = tmp_path / "a.csv", tmp_path / "b.csv"
    seals("export", "Seehund", "--to", str(safe))
    seals("export", "Seehund", "--exact", "--bom", "--to", str(exact))

    assert [row["title"] for row in rows(safe)] == ["'=HYPERLINK(1)", "'+++ Eilmeldung +++"]
    assert [row["title"] for row in rows(exact)] == ["=HYPERLINK(1)", "+++ Eilmeldung +++"]
    assert rows(safe)[0]["authors"] == "Eva Muster; Jan Deich"
    assert rows(safe)[0]["body"] == "Der Seehund.\n\nEr schwimmt."


def test_fields_are_chosen_in_their_order(seals: Newsarc, tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    seals(
        "export",
        "Seehund",
        "--fields",
        "published,external_id",
        "--sort",
        "oldest",
        "--to",
        str(path),
    )

    assert path.read_text("utf-8").splitlines() == [
        "published\texternal_id", "2021\t2", "2022-02-02\t1",
    ]  # fmt: skip


def test_a_name_without_an_ending_is_a_folder_of_texts(seals: Newsarc, tmp_path: Path) -> None:
    path = tmp_path / "texte"
    seals("export", "Seehund", "--to", str(path))
    first, second = sorted(path.iterdir())

    assert first.name.startswith("2021_")
    assert second.name.startswith("2022-02-02_der-kurier_")
    assert second.read_text("utf-8").startswith("title: =HYPERLINK(1)\npublished: 2022-02-02\n")
    assert second.read_text("utf-8").endswith("\n\nDer Seehund.\n\nEr schwimmt.\n")
    assert [file["name"] for file in manifest(path)["files"]] == [first.name, second.name]


def test_a_parquet_table_has_all_columns(seals: Newsarc, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    seals("export", "Seehund", "--sort", "oldest", "--to", str(path))
    found = parquet.read_table(path).to_pylist()

    assert [row["authors"] for row in found] == [[], ["Eva Muster", "Jan Deich"]]
    assert [row["truncated"] for row in found] == [False, False]


def test_an_export_made_again_is_the_same(seals: Newsarc, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    seals("export", "Seehund", "--to", str(path))
    before = path.read_bytes()
    path.unlink()
    result = seals("export", "--again", f"{path}.manifest.json")

    assert result.exit_code == 0, result.output
    assert "is the same as" in result.stdout
    assert path.read_bytes() == before


def test_an_export_made_again_says_what_has_changed(seals: Newsarc, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    seals("export", "Seehund", "--to", str(path))
    before = path.read_bytes()
    more = {"id": "4", "title": "Neu", "body": "Noch ein Seehund."}
    seals("ingest", str(write_lines(tmp_path / "mehr.jsonl", [more])))
    result = seals("export", "--again", f"{path}.manifest.json")

    assert result.exit_code == 3
    assert result.stderr.splitlines() == [
        "the archive holds other articles, or other texts, than then",
        "there were 2 articles, and are 3",
        "0 of 1 files are the same; there are 1 now",
    ]
    assert path.read_bytes() == before
    left = sorted(each.name for each in tmp_path.glob("*a.jsonl*"))
    assert left == ["a.jsonl", "a.jsonl.manifest.json"]


def test_what_is_there_already_is_left_alone(seals: Newsarc, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("wichtig", encoding="utf-8")
    result = seals("export", "Seehund", "--to", str(path))

    assert result.exit_code == 1
    assert "is there already" in result.stderr
    assert path.read_text("utf-8") == "wichtig"


@pytest.mark.usefixtures("seals")
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "texte"])
def test_an_interrupted_export_leaves_nothing(archive: Path, tmp_path: Path, name: str) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    place = tmp_path / "aus"
    place.mkdir()
    with closing(library.open_store(str(archive))) as store, pytest.raises(KeyboardInterrupt):
        library.export(store, "Seehund", place / name, progress=interrupted)

    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--to", "a.xyz"), "has none of the endings .jsonl, .csv, .tsv, .parquet"),
        (("--to", "a.csv", "--fields", "titel"), "has no field 'titel'"),
        (("--to", "missing/a.csv"), "cannot be written (No such file or directory)"),
        (("--again", "missing"), "missing: cannot be read (No such file or directory)"),
    ],
)
def test_what_cannot_be_written_says_why(seals: Newsarc, args: tuple[str, ...], said: str) -> None:
    result = seals("export", *args)

    assert result.exit_code == 1
    assert said in result.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [(("Seehund",), "Missing option '--to'"), (("Nato", "--again", "x"), "from the manifest")],
)
def test_an_export_of_nothing_or_twice_is_wrong_usage(
    seals: Newsarc, args: tuple[str, ...], said: str
) -> None:
    result = seals("export", *args)

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_file_that_is_no_manifest_is_refused(tmp_path: Path, archive: Path) -> None:
    path = tmp_path / "a.manifest.json"
    path.write_text("{}", encoding="utf-8")

    with (
        closing(library.open_store(str(archive))) as store,
        pytest.raises(NotWritten, match="is no manifest of an export"),
    ):
        library.again(store, path)
