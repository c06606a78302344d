"""Four documents that the tests of stores are made of, and how they get into a store and out."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsarc.ingest.identity import fingerprint, key
from newsarc.ingest.steps import prepare
from newsarc.ingest.subjects import identify
from newsarc.query import nodes, parse
from newsarc.records.kept import Origin
from newsarc.records.read import Document
from newsarc.store import Batch, Entry, Key, Known, Sighting
from newsarc.store.parcels import parcel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from newsarc.records.kept import Sort
    from newsarc.store import FileStamp, Store

MORNING = "2024-05-01T06:00:00Z"
NOON = "2024-05-01T12:00:00Z"
EVENING = "2024-05-01T18:00:00Z"

HARBOUR = Document(
    Origin("/archiv/hafen.txt"),
    body="Die Häfen an der Nordlau sind voll. Kein Schiff läuft mehr ein.",
    title="Hafen von Vehlbrück gesperrt",
    kicker="Nordlau",
    date="2022-02-02T14:54+01:00",
    source="Möwenbote",
    authors=("Ilse Quast", "Tom Rehbein"),
    place="Vehlbrück",
    language="de",
)
BRIDGE = Document(
    Origin("/archiv/bruecken.jsonl", 3),
    body="Die alte Brücke wird geprüft, sagte der Rat am Hafen von Lindenau.",
    title="Eine Brücke bröckelt",
    date="2021",
    source="Der Uferkurier",
    language="de",
    url="https://uferkurier.example/bruecke",
)
BRIDGES = Document(
    Origin("/archiv/bridges.txt"),
    body="The bridges of Harrowmere are closing, one by one.",
    title="Bridges closing",
    date="2022-02",
    language="en",
)
NAMELESS = Document(Origin("/archiv/ohne.txt"), body="Kurz notiert: nichts weiter.", language="de")
DOCUMENTS = (HARBOUR, BRIDGE, BRIDGES, NAMELESS)


def add(  # noqa: PLR0913 (a batch has these parts)
    store: Store,
    entries: Sequence[Entry],
    sightings: Sequence[Sighting] = (),
    *,
    new: Collection[str] = (),
    kept: Collection[str] = (),
    files: Collection[FileStamp] = (),
    gone: Collection[Origin] = (),
) -> None:
    """Add entries, and places of articles, in one batch."""
    store.keep(Batch([parcel(entries, store.pack)], sightings, new, kept, files, gone))


def rebuild(store: Store, entries: Iterable[Entry]) -> None:
    """Replace all that a store asserts, an entry after the other."""
    store.rebuild(parcel([one], store.pack) for one in entries)


@cache  # four documents are added by hundreds of tests
def entry(document: Document, id: str | None = None, *, added: str = NOON) -> Entry:  # noqa: A002
    return prepare(document, identify(document), id or key(document).id, added)


def note(body: str, path: str = "/archiv/notiz.txt", line: int | None = None) -> Document:
    return Document(Origin(path, line), body=body, language="de")


def query(text: str) -> nodes.Node:
    return parse(text, date(2024, 5, 1)).node


def ids(documents: Iterable[Document]) -> list[str]:
    return [key(document).id for document in documents]


def found(store: Store, sought: str | nodes.Node, sort: Sort = "relevance") -> list[str]:
    node = query(sought) if isinstance(sought, str) else sought
    return [hit.article.id for hit in store.find(node, sort=sort, limit=1000).hits]


def known(store: Store, wanted: Key) -> Known:
    return store.known([wanted])[wanted]


def _interrupted(sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    yield from sightings
    raise KeyboardInterrupt


class InterruptedSightings(tuple[Sighting, ...]):
    """Sightings whose reader presses Ctrl-C before the last of them is seen."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Sighting]:
        return _interrupted(super().__iter__())


def all_of(store: Store) -> object:
    """All articles of a store, the ids that some words find, and all documents."""
    articles = [hit.article for hit in store.find(nodes.All(), sort="newest", limit=1000).hits]
    words = {word: found(store, word) for word in ("Hafen", "Schiff", "Kai", "Nummer", "gefasst")}
    return articles, words, dict(store.documents())


def retitled(store: Store) -> list[Entry]:
    return [
        entry(replace(document, title="Neu gefasst"), name) for name, document in store.documents()
    ]


def copy_of(document: Document) -> Sighting:
    return Sighting(key(document).id, Origin("/kopien/1.txt"), fingerprint(document))
