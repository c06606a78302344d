"""What is dear about an ingestion: pure steps, which other processes can do as well."""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from newsarc import readers
from newsarc.ingest.decision import Reading, reading
from newsarc.records.read import Document, Refusal
from newsarc.store import Entry
from newsarc.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsarc.readers import Piece
    from newsarc.store import Parcel
    from newsarc.store.parcels import Packer

    Row = Callable[[Entry], Any]

# German, but no word of it is long enough to be looked up: an archive keeps what was.
_GERMAN = "Der Rat der Stadt hat den Bau einer neuen Bahn über den Fluss am Ende doch nicht."


class Claims(NamedTuple):
    """What is said of all documents of a file that do not say it themselves."""

    source: str | None
    zone: str
    modified: str | None


class Part(NamedTuple):
    """A piece of a file, with what is said of it."""

    piece: Piece
    claims: Claims

    @property
    def size(self) -> int:
        """About how many bytes of text it has."""
        return self.piece.size if self.piece.data is None else len(self.piece.data)


class Sheet(NamedTuple):
    """Some pieces as they were read, in their order: each has a reading, or is refused.

    `documents` are those that have a reading, packed with it, for other steps alone look into them.
    """

    readings: list[Reading | Refusal]
    documents: bytes


def read(parts: Sequence[Part], limit: int) -> Sheet:
    """Read pieces of files, with all that decisions on them rest on."""
    found = [_document(part, limit) for part in parts]
    readings = [item if isinstance(item, Refusal) else reading(item) for item in found]
    pairs = zip(found, readings, strict=True)
    documents = [(item, own) for item, own in pairs if isinstance(item, Document)]
    return Sheet(readings, pickle.dumps(documents, pickle.HIGHEST_PROTOCOL))


def _document(part: Part, limit: int) -> Document | Refusal:
    item = readers.read_piece(part.piece, limit)
    if isinstance(item, Refusal):
        return item
    source, zone, modified = part.claims
    return replace(item, source=item.source or source, zone=zone, modified=modified)


def document(documents: bytes, place: int) -> Document:
    """Give one of the documents of a sheet."""
    found: Document = pickle.loads(documents)[place][0]  # noqa: S301 (packed by `read`)
    return found


def pack(documents: bytes, wanted: dict[str, int], added: str, row: Row, run: str) -> Parcel:
    """Make entries of some documents of a sheet, by the ids that they get, and pack them."""
    found: list[tuple[Document, Reading]] = pickle.loads(documents)  # noqa: S301 (packed by `read`)
    entries = (prepare(*found[place], name, added) for name, place in wanted.items())
    return _packer(row, run).pack(entries)


def pack_again(documents: Iterable[tuple[str, Document]], row: Row, run: str) -> Parcel:
    """Make entries of documents that are kept, with all that newsarc knows today."""
    entries = (prepare(one, reading(one), name, added=None) for name, one in documents)
    return _packer(row, run).pack(entries)


def prepare(document: Document, own: Reading, id: str, added: str | None) -> Entry:  # noqa: A002
    """Make of a document as it was read an article's entry. Pure, and where the time goes."""
    from newsarc import analysis, catalog  # a run that finds nothing new needs neither

    splitter = analysis.dictionary_splitter()
    article = catalog.read(document, id=id, added=added)
    indexed = analysis.index(
        article.title,
        article.kicker,
        article.place,
        article.body,
        article.language,
        splitter=splitter,
    )
    return Entry(article, document, own.fingerprint, own.claimed, indexed, splitter.asked)


def warm_up() -> None:
    """Load all that reading an article needs."""
    from newsarc import language
    from newsarc.analysis import dictionary_splitter
    from newsarc.records.kept import Origin
    from newsarc.store.parcels import Packer

    language.detect(_GERMAN)
    document = Document(Origin(""), text=f"{_GERMAN}\n\n{_GERMAN}", language="de")
    dictionary_splitter().load(document.language)
    entry = prepare(document, reading(document), "", "")
    Packer(lambda entry: entry).pack([entry])


@lru_cache(maxsize=1)
def _packer(row: Row, run: str) -> Packer:  # noqa: ARG001 (each run has a packer of its own)
    from newsarc.store.parcels import Packer

    return Packer(row)
