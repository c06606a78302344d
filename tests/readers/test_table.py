from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newsarc.readers import Reading
from newsarc.records.read import Document, Refusal
from tests.readers.golden import LIMIT, as_case, cases, expected, name, stream
from tests.readers.reading import documents

if TYPE_CHECKING:
    from pathlib import Path


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def read(path: Path, **options: Any) -> list[Any]:
    return list(documents(path, Reading(LIMIT, **options)))


@pytest.mark.parametrize("path", cases("csv"), ids=name)
def test_a_table_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


def test_a_row_is_named_by_the_line_on_which_it_begins(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'title,text\nA,"eins\n\nzwei"\nB,drei\n')

    assert [item.origin.line for item in stream(path)] == [2, 5]


def test_a_mapping_names_columns(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv", "kopf,inhalt2,by1,by2\nDeich hält,Er hielt.,Eva Muster,Jan Beispiel\n"
    )
    mapping = (("title", ("kopf",)), ("text", ("inhalt2",)), ("authors", ("by1", "by2")))

    (found,) = read(path, mapping=mapping)

    assert (found.title, found.body, found.authors) == (
        "Deich hält", "Er hielt.", ("Eva Muster", "Jan Beispiel"),
    )  # fmt: skip


def test_a_mapped_column_that_is_missing_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "kopf,text\nDeich hält,Er hielt.\n")

    (found,) = read(path, mapping=(("title", ("kopff",)), ("text", ("text",))))

    assert found.error.reason == (
        "has no column 'kopff', which --map names (its columns: kopf, text)"
    )


def test_a_mapping_for_other_files_leaves_a_table_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "title,text\nDeich hält,Er hielt.\n")

    (found,) = read(path, mapping=(("title", ("kopf",)),))

    assert found.title == "Deich hält"


def test_the_columns_of_a_table_without_a_header_have_numbers(tmp_path: Path) -> None:
    text = "Der Deich hielt der Flut stand. " * 5
    path = written(tmp_path / "a.csv", f"1;x;{text}\n2;y;{text}\n")

    found = read(path, mapping=(("text", ("3",)),))

    assert [item.text for item in found] == [text.strip()] * 2


def test_a_mapped_text_counts_more_than_a_column_of_bodies(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "title,body,long\nDeich hält,kurz,Er hielt.\n")

    (found,) = read(path, mapping=(("text", ("long",)),))

    assert found.body == "Er hielt."


def test_a_row_above_the_limit_ends_the_reading(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", f'title,text\nA,b\nB,"{"x" * 2 * LIMIT}"\nC,d\n')

    first, refusal = stream(path)

    assert isinstance(first, Document)
    assert isinstance(refusal, Refusal)
    assert refusal.origin.line == 3
    assert refusal.error.reason == (
        "is larger than 1 MB; to read it: --max-size MB; perhaps a quotation mark before it is not"
        " closed; the rest of the file could not be read"
    )


def test_a_row_of_endless_short_lines_is_bounded_too(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "title,text\n" + '"a\n",' * 500_000)

    (refusal,) = stream(path)

    assert isinstance(refusal, Refusal)
    assert refusal.error.reason.startswith("is larger than 1 MB")


def test_a_wide_table_lists_only_its_first_columns(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ",".join(f"c{n}" for n in range(100)) + "\n")

    (refusal,) = stream(path)

    assert isinstance(refusal, Refusal)
    assert "c29 and 70 more" in refusal.error.reason


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_wide_characters_are_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path / "a.csv", "title,text\nDeich hält,Er hielt.\n", encoding)

    assert [item.title for item in read(path)] == ["Deich hält"]


def test_columns_that_hold_no_claim_are_told_with_the_first_row(tmp_path: Path) -> None:
    rows = "titel;Volltext;Seite;Erschienen am\nDeich;Er hielt.;3;2.2.2022\nA;B;;\n"
    first, second = stream(written(tmp_path / "a.csv", rows))

    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.notes == ("columns not used: Seite, Erschienen am; --map can name them",)
    assert second.notes == ()


def test_a_mapping_of_which_a_row_has_nothing_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "titel;text\nDeich;Er hielt.\n")
    (found,) = read(path, mapping=(("date", ("Erschienen",)),))

    assert found.notes == ("has none of the keys or columns that --map names",)
