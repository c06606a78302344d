from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.readers.unwrapping import unwrapped
from newsarc.records.read import Document
from newsarc.text import clean
from tests.readers.golden import stream

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "Neue Brücke über die Aue kommt früher\nVon Eva Muster\nHamburg, 5. März 2022"
ONE = (
    "Der Hafen von Nordstadt bekommt eine neue Brücke, die schon im nächsten Jahr für den Verkehr"
    " freigegeben werden soll. Das teilte die Behörde am Mittwoch mit und verwies auf die guten"
    " Erfahrungen mit dem neuen Verfahren. Bisher mussten alle Fahrzeuge einen Umweg von mehreren"
    " Kilometern nehmen, was vor allem die Anwohner der engen Straßen am Ufer belastete."
)
TWO = (
    "Die Kosten sind mit zwölf Millionen Euro veranschlagt, von denen das Land die Hälfte trägt."
    " Ob das Geld reicht, ist offen: Stahl ist teurer geworden, und für die Pfeiler wird mehr davon"
    " gebraucht als geplant. Die Opposition spricht von einem Fass ohne Boden und will im Ausschuss"
    " nachfragen, sobald die neuen Zahlen vorliegen."
)
ENGLISH = (
    "The harbour of Northtown gets a new bridge that is to be opened to traffic next year, the city"
    " said on Wednesday. So far all cars had to take a detour of several miles, which was a burden"
    " for those who live along the narrow streets near the bank of the river and its old mills."
)


def wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_on_hyphens=False)


@pytest.mark.parametrize("width", [60, 66, 72, 80, 90])
@pytest.mark.parametrize("text", [ONE, TWO, ENGLISH])
def test_a_paragraph_that_was_wrapped_is_one_line_again(text: str, width: int) -> None:
    assert unwrapped(wrapped(text, width)) == text


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("between", ["\n\n", "\n    ", "\n"], ids=["empty", "indented", "line end"])
def test_paragraphs_that_were_wrapped_stay_apart(width: int, between: str) -> None:
    found = unwrapped(f"{wrapped(ONE, width)}{between}{wrapped(TWO, width)}\n")

    assert found == f"{ONE}{between}{TWO}\n"


def test_the_head_of_a_wrapped_text_stays_as_it_is() -> None:
    assert unwrapped(f"{HEAD}\n{wrapped(ONE, 72)}") == f"{HEAD}\n{ONE}"
    assert unwrapped(f"{HEAD}\n\n{wrapped(ONE, 72)}") == f"{HEAD}\n\n{ONE}"


def test_lines_of_windows_are_unwrapped_too() -> None:
    found = unwrapped(wrapped(ONE, 72).replace("\n", "\r\n"))

    assert found == ONE


def test_breaks_at_links_and_at_the_width_are_both_joined() -> None:
    ragged = wrapped(ONE + " " + TWO, 78).replace(" neuen Verfahren", "\nneuen Verfahren")
    ragged = ragged.replace("veranschlagt, ", "veranschlagt,\n")

    assert unwrapped(ragged) == ONE + " " + TWO


def test_a_subheading_between_wrapped_paragraphs_stays_a_line() -> None:
    text = f"{wrapped(ONE, 76)}\nStahl ist teurer geworden\n{wrapped(TWO, 76)}"

    assert unwrapped(text).split("\n") == [ONE, "Stahl ist teurer geworden", TWO]


def test_words_cut_at_the_width_are_joined_and_others_keep_their_hyphen() -> None:
    lines = (
        "Der Hafen von Nordstadt bekommt eine neue Brücke, die schon im Früh-\n"
        "jahr für den Verkehr freigegeben werden soll. Das teilte die Verkehrs⸗\n"
        "behörde am Mittwoch mit, und sie verwies auf das Für der Vor- und\n"
        "der Nachteile. Bisher mussten alle einen Umweg nehmen, was die An-\n"
        "wohner sehr belastete. Im Rat gab es Streit um die Hin-\n"
        "und Rückfahrt."
    )

    found = clean(unwrapped(lines))

    assert found.count("\n") == 0
    assert "Frühjahr" in found
    assert "Verkehrsbehörde" in found
    assert "Anwohner" in found
    assert "Hin- und Rückfahrt" in found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "am ufer steht ein alter kahn\nund wartet auf die flut\nder wind geht seine bahn\n"
            "und alles wird noch gut\nso spricht der fährmann leise\nvor seiner letzten reise",
            id="poem",
        ),
        pytest.param(
            "Es standen viele Kähne an dem breiten Strom, und alle warteten,\n"
            "Bis dass der Morgen kam und mit ihm auch der Wind vom Meer herüber,\n"
            "Da sang der Fährmann laut von jenen Tagen, die vergangen waren,\n"
            "Und keiner sprach ein Wort, so lange noch das Lied erklungen ist",
            id="long verses",
        ),
        pytest.param(
            "Nordstadt bekommt eine neue Brücke über die Aue\nvor 2 Stunden\n"
            "Stahl wird teurer: Was Bauherren jetzt wissen müssen\nvor 3 Stunden\n"
            "Opposition fragt nach den Kosten des Neubaus am Hafen\nvor 1 Tag\n"
            "Anwohner der Uferstraße hoffen auf ruhigere Nächte\nvor 2 Tagen",
            id="teasers",
        ),
        pytest.param(
            "zwei Kilo Mehl, fein gemahlen\nein Liter Milch vom Hof\nfünf Eier aus der Region\n"
            "etwas Salz und ein Löffel Zucker\nein halbes Pfund Butter, zerlassen",
            id="list of ingredients",
        ),
        pytest.param(
            "Nordstadt      12    14    abgesagt\nSüdstadt       8     9     verlegt\n"
            "Weststadt      3     17    gespielt\nOststadt       1     2     gespielt",
            id="table",
        ),
        pytest.param(
            "10.15 Uhr: Der Rat tritt zusammen, um über die Brücke zu beraten.\n"
            "10.40 Uhr: Die Opposition stellt den Antrag auf Vertagung des Punktes.\n"
            "11.05 Uhr: Der Antrag ist abgelehnt, die Debatte über die Kosten läuft.\n"
            "11.30 Uhr: Der Rat stimmt mit großer Mehrheit für den neuen Entwurf.",
            id="ticker",
        ),
        pytest.param(f"{HEAD}\n\n{ONE}\n\n{TWO}", id="paragraphs"),
        pytest.param(f"{HEAD}\n{ONE}\n{TWO}\nMehr zum Thema\nmehr anzeigen\nteilen", id="page"),
        pytest.param(
            "\n".join(f"- {part}" for part in TWO.replace(", ", ". ").split(". ")),
            id="list of sentences",
        ),
        pytest.param("", id="nothing"),
        pytest.param("\n\n", id="empty lines"),
    ],
)
def test_a_text_whose_lines_mean_something_stays_as_it_is(text: str) -> None:
    assert unwrapped(text) == text


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Texts of which some are wrapped, with other lines among them."""
    words = st.sampled_from("der die Aue Hafen bekommt im Jahr Früh- geht. „Nein“ 3. – und".split())
    sentences = st.lists(words, min_size=1, max_size=40).map(" ".join)
    width = draw(st.integers(50, 95))
    filled = sentences.map(lambda text: wrapped(text, width))
    parts = draw(st.lists(filled | sentences | st.sampled_from(["", "- eins", "Von Eva Muster"])))
    return draw(st.sampled_from(["\n", "\n\n", "\r\n", "\n  "])).join(parts)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@given(texts() | st.text("aB .-\n,"))
def test_unwrapping_twice_changes_nothing(text: str) -> None:
    assert unwrapped(unwrapped(text)) == unwrapped(text)


@given(texts() | st.text("aB .-\n,\r\u00ad"))
def test_unwrapping_loses_no_letter_and_no_digit(text: str) -> None:
    assert letters(unwrapped(text)) == letters(text)


@pytest.mark.parametrize("key", ["body", "text"])
def test_wrapped_texts_are_unwrapped_in_lines_of_json(tmp_path: Path, key: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"title": "Brücke", key: wrapped(ONE, 72)}), encoding="utf-8")

    (item,) = stream(path)

    assert isinstance(item, Document)
    assert item.body == ONE


def test_a_wrapped_text_file_is_unwrapped_below_its_head(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{HEAD}\n\n{wrapped(ONE, 72)}\n\n{wrapped(TWO, 72)}\n", encoding="utf-8")

    (item,) = stream(path)

    assert isinstance(item, Document)
    assert item.text == f"{HEAD}\n\n{ONE}\n\n{TWO}"
