"""Files that an older newsarc has read otherwise: their articles stay what they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from newsarc.ingest.identity import fingerprint, key
from newsarc.records.kept import Origin
from newsarc.records.read import Document
from newsarc.store import Sighting
from tests.ingest.folders import kept, places, put, put_lines, statuses, told
from tests.store.examples import add, entry

if TYPE_CHECKING:
    from pathlib import Path

    from newsarc import Store

WRAPPED = """\
Die Brücke bleibt gesperrt

Der Gemeinderat von Seefurt hat am Montag beschlossen, dass die alte
Brücke über den Fluss bis zum Herbst gesperrt bleibt, weil die Pfeiler
nach dem Hochwasser im vergangenen Winter nicht mehr sicher sind und die
Stadt kein Geld für eine neue hat. Die Anwohner müssen bis dahin einen
Umweg von zwölf Kilometern fahren, was viele von ihnen ärgert, denn der
Bus kommt nur zweimal am Tag und die Schule liegt am anderen Ufer."""
ESCAPED = "Die Br&uuml;cke bleibt gesperrt\n\nDer Rat hat es am Montag f&uuml;r alle beschlossen."
MISREAD = "Die BrÃ¼cke bleibt gesperrt\n\nDer Rat hat es am Montag fÃ¼r alle beschlossen."
READINGS = pytest.mark.parametrize(
    "text", [WRAPPED, ESCAPED, MISREAD], ids=["wrapped", "escaped", "misread"]
)


def read_before(store: Store, document: Document, *others: Origin) -> str:
    """Keep an article of a document as it was read, with all its places; return the id."""
    name, seen = key(document).id, fingerprint(document)
    places = (document.origin, *others)
    add(store, [entry(document)], [Sighting(name, place, seen) for place in places], new={name})
    return name


@READINGS
def test_copies_that_are_read_otherwise_now_stay_one_article(
    store: Store, news: Path, text: str
) -> None:
    first, second = (Origin(str(put(news / file, text))) for file in ("a.txt", "b.txt"))
    name = read_before(store, Document(first, text=text), second)

    assert told(store, news) == [("changed", name), ("duplicate", name)]

    (article,) = kept(store)
    assert places(article) == ["a.txt", "b.txt"]
    assert statuses(store, news, verify=True) == ["unchanged"] * 2


@READINGS
def test_equal_lines_that_are_read_otherwise_now_stay_one_article(
    store: Store, news: Path, text: str
) -> None:
    record = {"title": "Brücke", "body": text}
    path = put_lines(news / "a.jsonl", record, record)
    before = Document(Origin(str(path), 1), body=text, title="Brücke")
    name = read_before(store, before, Origin(str(path), 2))

    assert told(store, news) == [("changed", name), ("duplicate", name)]

    assert len(kept(store)) == 1


def test_a_copy_that_is_edited_is_an_article_of_its_own(store: Store, news: Path) -> None:
    put(news / "a.txt", WRAPPED.replace("Montag", "Dienstag"))
    other = Origin(str(put(news / "b.txt", WRAPPED)))
    name = read_before(store, Document(other, text=WRAPPED), Origin(str(news / "a.txt")))

    ((first, _), second) = told(store, news)

    assert (first, second) == ("added", ("changed", name))


def test_copies_that_differ_in_white_space_only_settle(store: Store, news: Path) -> None:
    put(news / "a.txt", "Deich hält\n\nDer Fluss fiel über Nacht.")
    put(news / "b.txt", "Deich hält\n\nDer Fluss fiel über Nacht.")
    told(store, news)
    put(news / "a.txt", "Deich hält\n\nDer Fluss\n\nfiel über Nacht.")

    assert statuses(store, news, verify=True) == ["added", "unchanged"]
    assert statuses(store, news, verify=True) == ["unchanged", "unchanged"]


def test_a_copy_for_another_source_is_an_article_of_its_own(store: Store, news: Path) -> None:
    record = {"title": "Brücke", "body": WRAPPED}
    path = put(
        news / "a.jsonl", "".join(json.dumps(record | {"source": name}) + "\n" for name in "BA")
    )
    before = Document(Origin(str(path), 1), body=WRAPPED, title="Brücke", source="A")
    read_before(store, before, Origin(str(path), 2))

    told(store, news)

    assert {article.source for article in kept(store)} == {"A", "B"}
