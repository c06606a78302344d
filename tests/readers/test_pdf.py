from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsarc.readers.documents.printed_lines import joined
from newsarc.records.read import Document, Refusal
from tests.readers.golden import stream
from tests.readers.printed import pdf

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pypdfium2")

COLUMN = (
    "Deich hält",
    "Von Eva Muster",
    "Der Deich an der Küste hat in der",
    "Nacht gehalten, und die Straße nach",
    "Husum ist frei. Das sagten die Verant-",
    "wortlichen der Nordsee-",
    "Kreise.",
    "Am Morgen kamen Helfer und brachten",
    "Sand.",
)
TEXT = (
    "Deich hält\n\nVon Eva Muster\n\n"
    "Der Deich an der Küste hat in der Nacht gehalten, und die Straße nach Husum ist frei. Das"
    " sagten die Verantwortlichen der Nordsee-Kreise.\n\n"
    "Am Morgen kamen Helfer und brachten Sand."
)


def only(path: Path) -> Document:
    (document,) = stream(path)
    assert isinstance(document, Document), document
    return document


def reason(path: Path) -> str:
    (refusal,) = stream(path)
    assert isinstance(refusal, Refusal), refusal
    return refusal.error.reason


def test_lines_of_a_column_are_put_together(tmp_path: Path) -> None:
    assert only(pdf(tmp_path / "a.pdf", COLUMN)).text == TEXT


def test_a_paragraph_goes_on_on_the_next_page(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", COLUMN[:4], COLUMN[4:])

    assert only(path).text == TEXT


def test_what_stands_above_every_page_is_left_out(tmp_path: Path) -> None:
    pages = [(f"Küstenkurier, Seite {at}", *part) for at, part in enumerate(zip(COLUMN), 1)]

    assert "Küstenkurier" not in (only(pdf(tmp_path / "a.pdf", *pages)).text or "")


def test_what_a_file_says_of_itself_counts_where_its_text_says_nothing(tmp_path: Path) -> None:
    said = "/Title(Deich h\xe4lt)/Author(Jan Probe)/CreationDate(D:20220202145400+01'00')"
    document = only(pdf(tmp_path / "a.pdf", (COLUMN[0], *COLUMN[2:]), information=said))

    assert (document.title, document.authors) == ("Deich hält", ("Jan Probe",))
    assert document.date == "2022-02-02T14:54+01:00"
    assert document.evidence[-1].rule == "PDF information created"


def test_a_scan_is_refused(tmp_path: Path) -> None:
    assert reason(pdf(tmp_path / "a.pdf", ("1",), ("2",))).startswith("has no text, only pictures")


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>/ID[<00><00>]"

    assert reason(pdf(tmp_path / "a.pdf", COLUMN, trailer=lock)).startswith("is encrypted")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b"%PDF-1.4\n", "is damaged, or no PDF"),
        (b"Der Deich hielt.", "is damaged, or no PDF"),
    ],
)
def test_what_is_no_pdf_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)

    assert reason(path) == why


def test_a_list_is_not_put_together() -> None:
    lines = ["Was fehlt am Deich in Husum:", "Sand", "Lehm aus der Marsch", "Geld"]

    assert joined(lines) == "\n".join(lines)
