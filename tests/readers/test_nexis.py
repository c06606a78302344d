from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from newsarc.readers import Piece, Reading
from newsarc.readers.databases.nexis import read
from newsarc.records.kept import Origin
from newsarc.records.read import Document, Refusal
from tests.readers.golden import LIMIT, as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path

COVER = ["Date and Time: Mittwoch", "Dokumente (2)", "1. Deich hält", "Quellen: Küstenbote"]
ARTICLE = [
    "Deich hält", "Küstenbote", "2. Februar 2022 Mittwoch 09:20", "",
    "Copyright 2022 Verlag Küstenbote", "Section:\u00a0LOKALES; S. 3", "Length:\u00a07 Wörter",
    "Byline:\u00a0Eva Muster", "Body", "", "Der neue Deich hielt.", "Niemand meldete Schäden.",
    "Classification", "Language: GERMAN", "Load-Date: 3. Februar 2022", "End of Document",
]  # fmt: skip


def word(path: Path, paragraphs: list[str]) -> Path:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    with zipfile.ZipFile(path, "w") as file:
        text = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        file.writestr("word/document.xml", text)
    return path


def articles(path: Path) -> list[Document | Refusal]:
    piece = Piece(Origin(str(path)), path.name, str(path), data=path.read_bytes())
    return list(read(piece, Reading(LIMIT)))


@pytest.mark.parametrize("path", cases("nexis"), ids=name)
def test_an_export_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


def test_an_export_as_docx_is_read(tmp_path: Path) -> None:
    found = articles(word(tmp_path / "a.docx", COVER + ARTICLE * 2))

    assert len(found) == 2
    first = found[0]
    assert isinstance(first, Document)
    assert (first.title, first.source, first.authors, first.language, first.notes) == (
        "Deich hält", "Küstenbote", ("Eva Muster",), "GERMAN", (),
    )  # fmt: skip
    assert first.body == "Der neue Deich hielt.\n\nNiemand meldete Schäden."
    assert first.date == "2. Februar 2022 09:20"


def test_a_docx_that_has_fewer_articles_than_its_cover_says_is_told(tmp_path: Path) -> None:
    _, refusal = articles(word(tmp_path / "a.docx", COVER + ARTICLE))

    assert isinstance(refusal, Refusal)
    assert refusal.error.reason == "says that it has 2 documents, and 1 were found"


@pytest.mark.parametrize("data", [b"PK", b"PK\x03\x04" + bytes(100)])
def test_a_damaged_docx_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)

    (refusal,) = articles(path)

    assert isinstance(refusal, Refusal)


def test_another_docx_is_a_document_as_any(tmp_path: Path) -> None:
    (found,) = articles(word(tmp_path / "a.docx", ["Ein Brief."]))

    assert isinstance(found, Document)


def test_another_text_is_refused_where_the_format_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ein Brief.", encoding="utf-8")

    (refusal,) = articles(path)

    assert isinstance(refusal, Refusal)


def test_a_text_that_only_speaks_of_documents_is_a_text_as_any(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Der Rat tagte.\n\nDokument 1 von 5\n\nEr beschloss den Deich.", "utf-8")

    (found,) = stream(path)

    assert isinstance(found, Document)
    assert found.text is not None
    assert found.text.startswith("Der Rat tagte.")
