from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarc.analysis.tables import BrokenTable, Table, packed

if TYPE_CHECKING:
    from pathlib import Path

texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(texts, texts), st.lists(texts))
def test_a_table_has_exactly_what_was_put_into_it(
    tmp_path: Path, entries: dict[str, str], others: list[str]
) -> None:
    path = tmp_path / "a.table"
    path.write_bytes(packed(entries, "a note"))
    table = Table(str(path))

    assert {key: table.get(key) for key in entries} == entries
    assert [table.get(key) for key in others] == [entries.get(key) for key in others]


def test_a_part_of_a_key_or_of_a_value_is_no_key(tmp_path: Path) -> None:
    path = tmp_path / "a.table"
    path.write_bytes(packed({"haus": "boot", "hausboot": "kahn"}, ""))
    table = Table(str(path))

    assert [table.get(key) for key in ("hau", "aus", "boot", "kahn", "")] == [None] * 5


def test_the_same_entries_make_the_same_table() -> None:
    assert packed({"a": "1", "b": "2"}, "note") == packed({"b": "2", "a": "1"}, "note")


def test_a_table_says_where_its_words_are_from(tmp_path: Path) -> None:
    path = tmp_path / "a.table"
    path.write_bytes(packed({}, "Wörter aus dem Hafen, MIT"))

    assert Table(str(path)).note == "Wörter aus dem Hafen, MIT"


WHOLE = packed({f"wort{n}": "x" for n in range(100)}, "note")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"newsarc table 2\n",
        b"newsarc table 2\nnote",
        WHOLE[:40],
        WHOLE[:-1],
        WHOLE + b"x",
    ],
    ids=["empty", "other", "headless", "endless", "cut early", "cut late", "longer"],
)
def test_a_broken_table_is_one_clear_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.table"
    path.write_bytes(data)

    with pytest.raises(BrokenTable, match=r"a\.table: no whole table of words\ninstall newsarc"):
        Table(str(path))


def test_a_missing_table_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(BrokenTable, match=r"a\.table: No such file or directory"):
        Table(str(tmp_path / "a.table"))
