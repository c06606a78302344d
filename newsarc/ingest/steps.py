"""The CPU-heavy steps of an ingestion: pure functions, which worker processes can run."""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from newsarc import readers
from newsarc.ingest.subjects import Identity, identify
from newsarc.records.read import Document, Refusal, Skipped
from newsarc.store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsarc.analysis import Splitter
    from newsarc.ingest.parts import Part
    from newsarc.readers import Reading
    from newsarc.store import Parcel

    Pack = Callable[[Entry], Any]

# Loads what German needs. "Haubentaucherzählung" is not known beforehand, so it is cut.
_GERMAN = "Der Rat der Stadt hat die Haubentaucherzählung am Ende des Jahres doch nicht bezahlt."


class ReadResult(Struct, frozen=True):
    """What `read` makes of some parts.

    `found` has for each part, in order, the identities of its documents, its refusals and what it
    skips. `documents` is a pickled list of (document, identity) pairs. It stays pickled in the
    process that decides: only `load_document` and `pack` look into it.
    """

    found: list[list[Identity | Refusal | Skipped]]
    documents: bytes


def read(parts: Sequence[Part], reading: Reading) -> ReadResult:
    """Read the documents of some parts."""
    documents: list[tuple[Document, Identity]] = []
    found = [[_known(item, documents) for item in _items(part, reading)] for part in parts]
    return ReadResult(found, pickle.dumps(documents, pickle.HIGHEST_PROTOCOL))


def _known(
    item: Document | Refusal | Skipped, documents: list[tuple[Document, Identity]]
) -> Identity | Refusal | Skipped:
    """Return the identity of a document, which goes to the others; anything else as it is."""
    if not isinstance(item, Document):
        return item
    identity = identify(item)
    documents.append((item, identity))
    return identity


def _items(part: Part, reading: Reading) -> Iterator[Document | Refusal | Skipped]:
    context = part.context
    for item in readers.read_piece(part.piece, reading):
        if isinstance(item, Document):
            source, modified = item.source or context.source, item.modified or context.modified
            yield replace(item, source=source, zone=context.zone, modified=modified)
        else:
            yield item


def load_document(documents: bytes, index: int) -> Document:
    """Return one of a `ReadResult`'s documents, by its index among them."""
    found: Document = pickle.loads(documents)[index][0]  # noqa: S301 (pickled by `read`)
    return found


def pack(
    documents: bytes, wanted: dict[str, int], added: str, store_pack: Pack, run: int
) -> Parcel:
    """Make entries of some of a `ReadResult`'s documents and pack them.

    `wanted` maps the id of each article to the index of its document; `added` is the moment of
    its first ingestion. For `run` see `_splitter`.
    """
    from newsarc.store.parcels import parcel

    found: list[tuple[Document, Identity]] = pickle.loads(documents)  # noqa: S301 (by `read`)
    splitter = _splitter(run)
    entries = (prepare(*found[at], name, added, splitter) for name, at in wanted.items())
    return parcel(entries, store_pack)


def pack_again(documents: Iterable[tuple[str, Document]], store_pack: Pack, run: int) -> Parcel:
    """Make new entries of documents from the archive, given with their articles' ids."""
    from newsarc.store.parcels import parcel

    splitter = _splitter(run)
    entries = (prepare(each, identify(each), name, None, splitter) for name, each in documents)
    return parcel(entries, store_pack)


def prepare(
    document: Document,
    identity: Identity,
    id: str,  # noqa: A002 (what an article calls it)
    added: str | None,
    splitter: Splitter | None = None,
) -> Entry:
    """Make the entry of an article from its document; most of an ingestion's time goes here."""
    from newsarc import analysis, catalog  # a run that finds nothing new needs neither

    splitter = splitter or analysis.Splitter()
    article = catalog.read(document, id=id, added=added, digest=identity.key.digest)
    indexed = analysis.index(
        article.title,
        article.kicker,
        article.place,
        article.body,
        article.language,
        splitter=splitter,
    )
    return Entry(
        article,
        document,
        identity.fingerprint,
        identity.claimed,
        indexed,
        identity.key.source,
    )


@lru_cache(maxsize=1)
def _splitter(run: int) -> Splitter:  # noqa: ARG001 (a new one for each number)
    """Return this process's splitter, which remembers the words that it has seen in a run.

    Only the parcel in which it met a form brings the form. So all parcels of a number must be
    kept, in order, or be packed again under a new number.
    """
    from newsarc.analysis import Splitter

    return Splitter()


def warm_up() -> None:
    """Load whatever reading an article needs, so that forked workers share it."""
    from newsarc import language
    from newsarc.analysis import Splitter
    from newsarc.records.kept import Origin
    from newsarc.store.parcels import parcel

    language.detect(_GERMAN)
    document = Document(Origin(""), text=f"{_GERMAN}\n\n{_GERMAN}", language="de")
    parcel([prepare(document, identify(document), "", "", Splitter())], lambda entry: entry)
