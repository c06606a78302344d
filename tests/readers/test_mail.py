from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from newsarc.readers.base import Piece, Reading
from newsarc.readers.formats import recognised
from newsarc.readers.mail.message import read
from newsarc.records.kept import Origin
from newsarc.records.read import Document, Refusal
from tests.readers.golden import LIMIT, as_case, cases, expected, name, stream

if TYPE_CHECKING:
    from pathlib import Path


def mail(header: bytes, text: bytes = b"Der Deich hielt.") -> Document | Refusal:
    data = b"Subject: Deich\n" + header + b"\n\n" + text
    (found,) = read(Piece(Origin("a.eml"), "a.eml", "a.eml", data=data), Reading(LIMIT))
    return found


@pytest.mark.parametrize("path", [*cases("mail"), *cases("mbox")], ids=name)
def test_a_file_is_read_as_the_case_beside_it_says(path: Path) -> None:
    assert as_case(stream(path)) == expected(path)


@pytest.mark.parametrize(
    ("header", "authors", "source"),
    [
        (b"From: Eva Muster <eva@kurier.example>", ("Eva Muster",), "kurier.example"),
        (b"From: Eva Muster <eva@gmx.de>", ("Eva Muster",), None),
        (b"From: eva@kurier.example", (), "kurier.example"),
        (b"From: No-Reply <noreply@kurier.example>", (), "kurier.example"),
        (b"From: Kurier <a@kurier.example>\nList-Id: <a.kurier.example>", (), "Kurier"),
        (b"From: =?utf-8?q?Eva_M=C3=BCster?= <eva@gmx.de>", ("Eva Müster",), None),
        (b"From: <<<>>>@@", (), None),
        (b"From: Muster, Eva <eva@gmx.de>", ("Muster, Eva",), None),
        (b"From: eva@gmx.de (Eva Muster)", ("Eva Muster",), None),
        (b"To: eva@gmx.de", (), None),
    ],
)
def test_the_sender_is_the_author_and_the_domain_the_source(
    header: bytes, authors: tuple[str, ...], source: str | None
) -> None:
    found = mail(header)

    assert isinstance(found, Document)
    assert (found.authors, found.source) == (authors, source)


@pytest.mark.parametrize(
    ("header", "date"),
    [
        (b"Date: Wed, 2 Feb 2022 14:54:00 +0100", "Wed, 2 Feb 2022 14:54:00 +0100"),
        (b"Date: neulich", None),
        (
            b"Received: by b; Wed, 2 Feb 2022 14:54:00 +0100\nDate: ?",
            "Wed, 2 Feb 2022 14:54:00 +0100",
        ),
        (b"Date: Wed, 99 Feb 2022 99:99:99 +9999", None),
    ],
)
def test_a_date_that_cannot_be_read_is_none(header: bytes, date: str | None) -> None:
    found = mail(header)

    assert isinstance(found, Document)
    assert found.date == date


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(b"Content-Type: text/plain" + b";" * 500_000, id="parameters"),
        pytest.param(b"From: " + b"=?a?q?" * 100_000, id="encoded words"),
        pytest.param(b"From: " + b"(" * 500_000, id="comments"),
        pytest.param(b"Date: " + b"1 " * 400_000, id="numbers"),
        pytest.param(b"\n".join(b"X-A: b" for _ in range(100_000)), id="headers"),
        pytest.param(
            b"Content-Type: multipart/mixed; boundary=a\n"
            + b"\n--a\nContent-Type: multipart/mixed; boundary=a\n" * 20_000,
            id="parts in parts",
        ),
        pytest.param(
            b"Content-Type: multipart/mixed; boundary=a\n" + b"\n--a\n\nx" * 100_000, id="parts"
        ),
        pytest.param(b"Content-Type: message/rfc822\n\n" * 30_000, id="mails in mails"),
    ],
)
def test_a_mail_beyond_all_reason_is_answered_soon(header: bytes) -> None:
    start = time.perf_counter()
    mail(header[:LIMIT])

    assert time.perf_counter() - start < 5


def test_a_mail_of_over_ten_thousand_headers_is_refused() -> None:
    item = mail(b"Received: a\n" * 10_001)

    assert isinstance(item, Refusal)
    assert "has too many headers or parts" in str(item.error)


def test_a_message_is_known_without_its_ending() -> None:
    head = b"Received: by b.example\n\tfor eva\nDate: Wed, 2 Feb 2022\n\nText"
    found = recognised(head, "17")

    assert found is not None
    assert found.name == "mail"


def test_a_message_above_the_limit_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    begins = b"From a@b Wed Feb  2 14:54:00 2022\nSubject: Deich\n\n"
    path = tmp_path / "a.mbox"
    path.write_bytes(begins + b"a\n" * LIMIT + b"\n" + begins + b"Der Deich hielt.\n")
    refusal, document = stream(path)

    assert isinstance(refusal, Refusal)
    assert isinstance(document, Document)
    assert document.origin.offset == len(begins) + 2 * LIMIT + 1


def test_a_text_that_begins_with_from_is_no_mailbox(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("From Monday on, the harbour is open.\n\nMinister: we are glad.", "utf-8")

    (found,) = stream(path)

    assert isinstance(found, Document)
    assert found.text is not None
    assert found.text.startswith("From Monday on")


def test_an_encoding_of_names_of_hosts_is_no_charset_of_a_mail(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    head = "From: eva@hafen.example\nSubject: Der Deich\nContent-Type: text/plain; charset=punycode"
    path.write_text(f"{head}\n\nDer Deich am Kai hielt der Flut stand.\n", encoding="utf-8")

    (found,) = stream(path)

    assert isinstance(found, Document)
    assert found.body == "Der Deich am Kai hielt der Flut stand."
