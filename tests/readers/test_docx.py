from __future__ import annotations

import zipfile
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING

import pytest

from newsarc.readers.unpacked import BOMB
from newsarc.readers.zips.kinds import kind_of
from newsarc.records.read import Document, Refusal
from tests.readers.golden import stream
from tests.readers.packed import epub, pack, paragraph, word

if TYPE_CHECKING:
    from pathlib import Path

TEXT = paragraph("Deich hält") + paragraph("Der Deich hat gehalten.")
STYLES = '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'


def only(path: Path) -> Document:
    (document,) = stream(path)
    assert isinstance(document, Document), document
    return document


def reason(path: Path) -> str:
    (refusal,) = stream(path)
    assert isinstance(refusal, Refusal), refusal
    return refusal.error.reason


def test_paragraphs_are_separated_by_empty_lines(tmp_path: Path) -> None:
    assert only(word(tmp_path / "a.docx", TEXT)).text == "Deich hält\n\nDer Deich hat gehalten."


def test_the_paragraph_in_the_style_of_a_headline_is_the_headline(tmp_path: Path) -> None:
    body = paragraph("Sturmflut") + paragraph("Deich hält", "berschrift1") + paragraph("Er hielt.")
    document = only(word(tmp_path / "a.docx", body, styles=STYLES))

    assert document.title == "Deich hält"
    assert document.text == "Sturmflut\n\nDeich hält\n\nEr hielt."
    assert document.evidence[0].rule == "DOCX style heading 1"


def test_properties_are_claims_where_the_text_says_nothing(tmp_path: Path) -> None:
    core = (
        "<dc:title>Deich hält</dc:title><dc:creator>Eva Muster</dc:creator>"
        "<dcterms:created>2022-02-02T13:54:00Z</dcterms:created>"
    )
    document = only(word(tmp_path / "a.docx", TEXT, core))

    assert (document.title, document.authors) == ("Deich hält", ("Eva Muster",))
    assert document.date == "2022-02-02T13:54:00Z"
    assert document.evidence[-1].rule == "DOCX core properties created"


def test_rows_of_a_table_are_lines(tmp_path: Path) -> None:
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(one)}</w:tc><w:tc>{paragraph(other)}</w:tc></w:tr>"
        for one, other in [("Ort", "Höhe"), ("Husum", "8 m")]
    )
    text = only(word(tmp_path / "a.docx", f"<w:tbl>{rows}</w:tbl>")).text

    assert text == "Ort | Höhe\n\nHusum | 8 m"


@pytest.mark.parametrize(
    ("run", "said"),
    [
        ("<w:r><w:t>Der</w:t><w:tab/><w:t>Deich</w:t></w:r>", "Der Deich"),
        ("<w:r><w:t>Der</w:t><w:br/><w:t>Deich</w:t></w:r>", "Der\n\nDeich"),
        ("<w:r><w:t>Nord</w:t><w:noBreakHyphen/><w:t>See</w:t></w:r>", "Nord-See"),
        ("<w:del><w:r><w:t>Kein</w:t></w:r></w:del><w:r><w:t>Deich</w:t></w:r>", "Deich"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Kein</w:t></w:r><w:r><w:t>D</w:t></w:r>", "D"),
        ("<w:hyperlink><w:r><w:t>Deich</w:t></w:r></w:hyperlink>", "Deich"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>Deich</w:t></w:r>", "Deich"),
    ],
)
def test_what_is_printed_is_read(tmp_path: Path, run: str, said: str) -> None:
    assert only(word(tmp_path / "a.docx", f"<w:p>{run}</w:p>")).text == said


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ({"xl/workbook.xml": "<a/>"}, "is a spreadsheet, not a text"),
        ({"ppt/presentation.xml": "<a/>"}, "is a presentation, not a text"),
        ({"word/other.xml": "<a/>"}, "is no Word document"),
        ({"word/document.xml": "<a"}, "has a damaged member 'word/document.xml'"),
        ({"word/document.xml": "<document><body/></document>"}, "holds no text"),
        (
            {"word/document.xml": "<a>" + " " * 12_000_000 + "</a>"},
            f"has a member 'word/document.xml' that {BOMB}",
        ),
    ],
)
def test_a_package_without_a_text_is_refused(
    tmp_path: Path, members: dict[str, str], why: str
) -> None:
    assert reason(pack(tmp_path / "a.docx", members)) == why


def test_an_encrypted_member_is_refused_by_its_name(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", TEXT)
    data = bytearray(path.read_bytes())
    listed = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[listed + 8] |= 1
    path.write_bytes(data)

    assert reason(path) == "is encrypted; its member 'word/document.xml' needs a password"


@pytest.mark.parametrize("keep", [0, 3, 30, 500])
def test_a_document_that_ends_early_is_refused(tmp_path: Path, keep: int) -> None:
    path = word(tmp_path / "a.docx", TEXT)
    path.write_bytes(path.read_bytes()[:keep])

    assert reason(path)


def test_a_document_is_known_by_its_members_not_by_its_name(tmp_path: Path) -> None:
    path = word(tmp_path / "a.zip", TEXT)

    assert only(path).text is not None


@pytest.mark.parametrize("is_seekable", [True, False])
def test_packages_are_told_from_archives_of_files(tmp_path: Path, *, is_seekable: bool) -> None:
    paths = {
        "docx": word(tmp_path / "a", TEXT),
        "epub": epub(tmp_path / "b", {"a.xhtml": "<p>Text</p>"}),
        "wacz": pack(tmp_path / "c", {"datapackage.json": "{}", "archive/a.warc.gz": "", "x": ""}),
        None: pack(tmp_path / "d", {"brief.docx": "", "word.html": "", "xl/a": ""}),
    }
    found = {kind: kind_of(opened(path.read_bytes(), is_seekable)) for kind, path in paths.items()}

    assert found == {kind: kind for kind in paths}


def test_a_document_in_an_archive_is_read(tmp_path: Path) -> None:
    inner = word(tmp_path / "a.docx", TEXT).read_bytes()
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("2022/a.docx", inner)

    assert str(only(path).origin) == f"{path}!2022/a.docx"


class Stream(BytesIO):
    """Bytes that can be read only once."""

    def seekable(self) -> bool:
        return False


def opened(data: bytes, is_seekable: bool) -> BufferedReader:
    return BufferedReader(BytesIO(data) if is_seekable else Stream(data))


def test_an_export_of_nexis_is_known_by_its_paragraphs(tmp_path: Path) -> None:
    lines = ("Documents (1)", "Deich hält", "Kurier", "2. Februar 2022", "Body", "Gut.")
    body = "".join(map(paragraph, (*lines, "End of Document")))
    (document,) = stream(word(tmp_path / "a.docx", body))

    assert isinstance(document, Document)
    assert (document.title, document.body) == ("Deich hält", "Gut.")
    assert document.origin.member == "1"
