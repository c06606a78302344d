"""Documents as they are kept: small, and given back as they were read."""

from __future__ import annotations

import pytest

from newsarc.records.kept import Origin
from newsarc.records.read import Document
from newsarc.store.sqlite.articles.deflate import deflated
from newsarc.store.sqlite.articles.documents import pack, unpack

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
