from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from newsarc.readers import Piece, Reading, split_file
from newsarc.readers.scans.alto import read
from newsarc.records.kept import Evidence, Origin
from newsarc.records.read import Document, Refusal, Skipped
from tests.readers.golden import LIMIT, as_case, cases, expected, name, stream

ISSUE = Path(__file__).parent / "cases" / "mets" / "issue"


def issue(path: Path, *, without: str = "", instead: dict[str, str] | None = None) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for file in sorted(ISSUE.rglob("*.xml"), reverse=True):
            member = file.relative_to(ISSUE).as_posix()
            text = (instead or {}).get(member, file.read_text(encoding="utf-8"))
            if member != without:
                packed.writestr(member, text)
    return path


@pytest.mark.parametrize("path", cases("alto"), ids=name)
def test_a_page_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


def test_an_issue_in_a_zip_archive_is_a_document_an_article(tmp_path: Path) -> None:
    path = issue(tmp_path / "issue.zip")
    member = "kuestenbote_mets.xml"

    first, advertisement, second = stream(path)

    assert isinstance(first, Document)
    assert first.origin == Origin(str(path), member=f"{member}!D1")
    assert (first.title, first.date, first.source, first.authors, first.language) == (
        "Der Deich hält der Flut stand", "1902-02-02", "Küstenbote", ("Eva Muster",), "de",
    )  # fmt: skip
    assert first.external_id == "urn:kuestenbote:19020202#D1"
    assert first.body == (
        "Der neue Deich hielt der Sturmflut stand. Niemand meldete Schäden.\n\nDer Landrat dankte."
    )
    assert isinstance(advertisement, Skipped)
    assert advertisement.what == "advertisements"
    assert isinstance(second, Document)
    assert (second.title, second.body) == (None, "Der Rat stimmte zu.")


def test_an_issue_without_its_contents_is_a_document_a_page(tmp_path: Path) -> None:
    path = issue(tmp_path / "issue.zip", without="kuestenbote_mets.xml")

    assert [item.origin.member for item in stream(path)] == ["text/0002.xml", "text/0001.xml"]


def test_the_label_states_a_day_that_nothing_else_states(tmp_path: Path) -> None:
    contents = (ISSUE / "kuestenbote_mets.xml").read_text(encoding="utf-8")
    contents = contents.replace("<mods:dateIssued>1902-02-02</mods:dateIssued>", "")
    path = issue(tmp_path / "issue.zip", instead={"kuestenbote_mets.xml": contents})

    first = stream(path)[0]

    assert isinstance(first, Document)
    assert first.date == "1902-02-02"
    assert first.evidence == (
        Evidence("date", "Küstenbote 1902-02-02", "LABEL of METS", "inferred"),
    )


def test_a_broken_page_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    path = issue(tmp_path / "issue.zip", instead={"text/0002.xml": "<alto"})

    refusal, first, *_ = stream(path)

    assert isinstance(refusal, Refusal)
    assert (refusal.origin.member or "").endswith("text/0002.xml")
    assert isinstance(first, Document)
    assert first.body == "Der neue Deich hielt der Sturmflut stand. Niemand meldete Schäden."


def test_contents_that_are_broken_leave_the_pages_readable(tmp_path: Path) -> None:
    path = issue(tmp_path / "issue.zip", instead={"kuestenbote_mets.xml": "<mets><a>"})

    found = stream(path)

    assert [type(item) for item in found] == [Refusal, Document, Document]


def test_a_file_beside_the_pages_is_passed_over(tmp_path: Path) -> None:
    path = issue(tmp_path / "issue.zip", instead={"text/0002.xml": "<premis/>"})

    assert isinstance(stream(path)[0], Skipped)


def test_a_file_that_is_named_so_and_is_no_contents_changes_nothing(tmp_path: Path) -> None:
    instead = {"kuestenbote_mets.xml": "<gourmets/>"}
    path = issue(tmp_path / "issue.zip", instead=instead)

    members = {item.origin.member for item in split_file(path, Reading(LIMIT))}

    assert members == {"kuestenbote_mets.xml", "text/0001.xml", "text/0002.xml"}


def test_a_damaged_archive_is_refused() -> None:
    piece = Piece(Origin("a.zip"), "a.zip", "a.zip", data=b"PK\x03\x04" + bytes(30))

    (refusal,) = read(piece, Reading(LIMIT))

    assert isinstance(refusal, Refusal)


def test_a_page_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.xml"
    path.write_bytes((ISSUE / "text" / "0001.xml").read_bytes()[:-150])

    (refusal,) = stream(path)

    assert isinstance(refusal, Refusal)
    assert refusal.error.reason.startswith("is not XML")


def test_blocks_that_hold_themselves_are_read_once(tmp_path: Path) -> None:
    def nested(text: str) -> str:
        begin = '<ComposedBlock ID="rund"><Illustration ID="rund"/></ComposedBlock><TextBlock'
        return text.replace("<TextBlock", begin, 1)

    path = issue(tmp_path / "issue.zip")
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, nested(text))

    assert Refusal not in {type(item) for item in stream(path)}


def test_items_of_an_agency_beside_an_issue_are_read_as_such(tmp_path: Path) -> None:
    path = issue(tmp_path / "issue.zip")
    alone = len(stream(path))
    item = (Path(__file__).parent / "cases" / "nitf" / "article.nitf").read_bytes()
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("meldungen/eins.xml", item)

    found = stream(path)

    assert len(found) == alone + 1
    assert isinstance(found[-1], Document)
    assert found[-1].origin.member == "meldungen/eins.xml"
