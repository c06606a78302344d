from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.readers.documents.front_matter import split_front
from newsarc.readers.documents.marked_up import prose
from tests.readers.golden import as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", cases("markdown"), ids=name)
def test_a_file_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("***sehr* fett**", "sehr fett"),
        ("**2 * 3** und 4*5*6", "2 * 3 und 4*5*6"),
        ("snake_case_name", "snake_case_name"),
        ("Seite [12] und [hier](a_(b).html)", "Seite [12] und hier"),
        ("![Bild](a.png)Der Deich", "Der Deich"),
        ("Leser*innen und Autor*innen", "Leser*innen und Autor*innen"),
        (r"\*kein\* Stern", "*kein* Stern"),
        ("`<b>` und `a*b*c`", "<b> und a*b*c"),
        ("Titel\n---", "Titel"),
        ("Zeile  \nZeile", "Zeile\nZeile"),
        ("> > Zitat", "Zitat"),
        ("~~alt~~ ==neu==", "alt neu"),
        ("a == b und c == d", "a == b und c == d"),
    ],
)
def test_signs_of_markdown_go_and_words_stay(written: str, said: str) -> None:
    lines = [line.strip() for line in prose(written).text.splitlines()]

    assert "\n".join(filter(None, lines)) == said


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("a: Eva Muster", ["Eva Muster"]),
        ("a: 'Der Deich: heute''s'", ["Der Deich: heute's"]),
        ('a: ["Muster, Eva", Jan]', ["Muster, Eva", "Jan"]),
        ("a:\n  - Eva\n  - Jan", ["Eva", "Jan"]),
        ("a:\n- Eva", ["Eva"]),
        ("a:\n  name: Eva\n  mail: eva@kurier.example", ["Eva"]),
        ("a: >-\n  Der Deich\n  hielt.", ["Der Deich hielt."]),
        ("a: Eva # die Autorin", ["Eva"]),
        ("a: C#", ["C#"]),
    ],
)
def test_values_of_a_front_matter_are_read(written: str, values: list[str]) -> None:
    assert split_front(f"---\n{written}\n---\nText") == ({"a": values}, "Text")


def test_a_line_across_the_page_begins_no_front_matter() -> None:
    text = "---\n\nDer Deich hielt.\n\n---\n\nEva Muster"

    assert split_front(text) == ({}, text)


@pytest.mark.parametrize("sign", ["[", "![", "**a", "_a", "`", "<a@", "- \n", "---\n", "a: ["])
def test_a_file_of_nothing_but_signs_is_read_in_linear_time(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "signs.md"
    path.write_text("---\na: x\n---\n" + sign * 20_000)

    assert len(stream(path)) == 1
