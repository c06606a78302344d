from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.readers.fields.mapping import parse_mapping

if TYPE_CHECKING:
    from pathlib import Path


def test_a_field_is_mapped_to_one_or_several_columns() -> None:
    assert parse_mapping(["title=headline", "authors=by1, by2"]) == (
        ("title", ("headline",)),
        ("authors", ("by1", "by2")),
    )


def test_the_last_of_two_mappings_of_a_field_counts() -> None:
    assert parse_mapping(["title=a", "title=b"]) == (("title", ("b",)),)


def test_a_file_holds_a_mapping(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text('title = "kopf"\nauthors = ["by1", "by2"]\n', encoding="utf-8")

    assert parse_mapping([str(path)]) == (("title", ("kopf",)), ("authors", ("by1", "by2")))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("titel=x", "there is no field 'titel'; is it 'title'?"),
        ("xyz=x", "there is no field 'xyz'; the fields are text, body, summary, "),
        ("title=", "'title' is mapped to no column"),
        ("title", "'title' is neither FIELD=COLUMN nor the name of a TOML file"),
        ("missing.toml", "missing.toml cannot be read (no such file or directory)"),
    ],
)
def test_what_is_no_mapping_is_said_in_a_sentence(value: str, said: str) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011 (its message follows)
        parse_mapping([value])

    assert str(raised.value).startswith(said)


@pytest.mark.parametrize("content", [b"title = ", b"\xff", b"a = " + b"[" * 100_000])
def test_a_file_that_is_not_toml_is_said_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "map.toml"
    path.write_bytes(content)

    with pytest.raises(ValueError, match="is not TOML"):
        parse_mapping([str(path)])


def test_a_column_must_be_a_name(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text("title = 3\n", encoding="utf-8")

    with pytest.raises(ValueError, match="'title' must be the name of a column"):
        parse_mapping([str(path)])
