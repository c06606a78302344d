"""Documents as they are kept: small, and given back as they were read."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib

import pytest
from hypothesis import given

from newsarc.records.kept import Origin
from newsarc.records.read import Document
from newsarc.store.sqlite.articles.deflate import deflated
from newsarc.store.sqlite.articles.documents import pack, unpack
from tests import strategies

ORIGIN = Origin("/news/1.txt")
BODY = "\n\n".join(f"Im Hafen liegt das {n}. Schiff, und der Kapitän wartet." for n in range(99))
TEXTS = {
    "the body alone": BODY,
    "a head before it": f"Schiffe im Hafen\n\n{BODY}",
    "a credit behind it": f"{BODY}\n\n(dpa)",
    "another text": BODY.replace("\n\n", "\n\nAnzeige\n\n"),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_document_comes_back_as_it_was(text: str) -> None:
    document = Document(ORIGIN, text=text, source="Kurier", authors=("Anna Beispiel",))

    assert document == unpack(pack(document, BODY), deflated(BODY))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_what_the_body_holds_takes_hardly_any_room(text: str) -> None:
    assert len(pack(Document(ORIGIN, text=text), BODY)) < len(BODY) / 5


def test_a_document_without_a_body_comes_back_as_well() -> None:
    document = Document(ORIGIN, text="Anzeige")

    assert document == unpack(pack(document, ""), deflated(""))


def test_beside_another_body_a_document_is_lost() -> None:
    with pytest.raises(ValueError, match="has changed"):
        unpack(pack(Document(ORIGIN, body=BODY), BODY), deflated(f"{BODY}!"))


@given(strategies.encodable_texts(), strategies.encodable_texts())
def test_what_was_kept_by_an_older_newsarc_can_be_read(title: str, body: str) -> None:
    document = Document(ORIGIN, body=f"{BODY}{body}", title=title)
    written: dict[str, object] = {
        "body": document.body,
        "title": title,
        "origin": [ORIGIN.path, ORIGIN.line],
    }

    assert unpack(_packed_by_zlib(written, body), deflated(body)) == document


def _packed_by_zlib(written: dict[str, object], body: str) -> bytes:
    beside = json.dumps(body, ensure_ascii=False).encode()
    deflate = zlib.compressobj(2, zdict=beside)
    return deflate.compress(json.dumps(written, ensure_ascii=False).encode()) + deflate.flush()


WITHOUT_ISAL = """
import sys
sys.modules["isal"] = None
from newsarc.store.sqlite.articles.deflate import deflated, inflated
text = "Der Hafen schläft. " * 50
assert inflated(deflated(text)) == text
sys.stdout.buffer.write(deflated(text))
"""


def test_texts_are_kept_in_the_same_format_where_nothing_faster_is_installed() -> None:
    command = [sys.executable, "-c", WITHOUT_ISAL]
    found = subprocess.run(command, check=True, capture_output=True).stdout

    assert zlib.decompress(found) == zlib.decompress(deflated("Der Hafen schläft. " * 50))
