"""The values that a store takes and returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from newsarc.dates import DEFAULT_ZONE
from newsarc.query.limits import Limits as QueryLimits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from newsarc.analysis import Indexed
    from newsarc.query import nodes
    from newsarc.records.kept import Article, Hit, Origin
    from newsarc.records.read import Document

# The fewest digits that may stand for an id.
SHORTEST_PREFIX = 4


class Limits(Struct, frozen=True):
    """How much an engine can be asked for. Callers stay within it; the defaults suit SQLite."""

    query: QueryLimits = QueryLimits()
    """How large a query may be, see `newsarc.query.limits`; the parser leaves out the rest."""

    weighed: int = 40_000
    """Maximum number of articles that are scored for a query. SQLite needs a sixth of a second."""

    counted: int = 20_000
    """Up to this number of articles a document frequency is exact; beyond, an estimate will do."""

    reach: int | None = None
    """Maximum of offset plus limit of a page, or None: any hit can be reached."""


class Promises(Struct, frozen=True):
    """What an engine keeps beyond the contract's least. Callers ask this, never the engine."""

    atomic: bool = True
    """A batch is kept as a whole or not at all, whatever happens."""

    snapshots: bool = True
    """Within `snapshot` all questions are answered from one state of the archive."""

    immediate: bool = True
    """What `keep` and `remove` have done, the next question sees."""

    local: bool = True
    """The archive is files on this machine: `files` names them."""

    all_forms: bool = True
    """Every form of the archive that a pattern fits is found, even behind a leading wildcard."""


class Key(Struct, frozen=True):
    """By what an article may be known already: its id, the digest of its text, its origin.

    `source` is the medium that the document claims, folded; None if it claims none.
    """

    id: str
    digest: str
    origin: Origin
    source: str | None = None


class Kept(Struct, frozen=True):
    """What a store knows of an article without reading it.

    `claimed` says that the id rests on a claim and not on the text. `fingerprint` is that of the
    document the article was made of, and `source` the medium which that one claims, folded;
    `fingerprints` holds that of the document last read from each of its origins.
    """

    id: str
    digest: str
    fingerprint: str
    claimed: bool
    fingerprints: dict[Origin, str]
    source: str | None = None


class Known(Struct, frozen=True):
    """The articles that a key may mean: the one of its id, those of its text, that of its origin.

    Those of its text are sorted by id.
    """

    by_id: Kept | None = None
    by_text: tuple[Kept, ...] = ()
    by_origin: Kept | None = None


class Entry(Struct, frozen=True):
    """An article with its words analysed, and the document that it was read from.

    `source` is the medium that the document claims, folded.
    """

    article: Article
    document: Document
    fingerprint: str
    claimed: bool
    indexed: Indexed
    source: str | None = None


def instants(entry: Entry) -> tuple[int, int] | None:
    """Return the first and the last minute at which an article may have been published.

    They are counted from 1970 in UTC, and order articles. None if it is undated.
    """
    published = entry.article.published
    zone = entry.document.zone or DEFAULT_ZONE
    return None if published is None else published.instants(zone)


class Parcel(Struct, frozen=True):
    """Entries packed for a store that may be in another process.

    `rows` are what the store's `pack` makes of each entry. `forms` are the forms in them, each
    once, sorted and joined by blanks: so they take a tenth of the memory that single strings take,
    and less time between processes. Those that an earlier parcel of the run brought may be missing.
    """

    rows: tuple[Any, ...]
    forms: str


class Sighting(Struct, frozen=True):
    """An origin of an article, and the fingerprint of the document that was read there."""

    id: str
    origin: Origin
    fingerprint: str


def sighting_of(entry: Entry) -> Sighting:
    """Return the origin that an entry was read from."""
    return Sighting(entry.article.id, entry.document.origin, entry.fingerprint)


class FileStamp(Struct, frozen=True):
    """A file, and what it looked like from outside when it was read.

    `done` is the number of its pieces that have been read, None if it was read to its end;
    `refused` is how many of its documents were refused.
    """

    path: str
    stamp: str
    refused: int = 0
    done: int | None = None


class KnownFile(Struct, frozen=True):
    """A file with a known stamp, and each place in it with the id of its article.

    The places are looked up while they are iterated, once; a file may have millions.
    """

    stamp: FileStamp
    places: Iterable[tuple[Origin, str]]


class Batch(Struct, frozen=True):
    """What is written together.

    Of an article that stands in the parcels twice, the last one counts. `sightings` are further
    origins of articles. `files` are those of which it is to be noted how far they were read. `new`
    are ids that no article may have yet, `kept` are ids that articles must have still. `gone` are
    origins where no article stands any more.
    """

    parcels: Sequence[Parcel] = ()
    sightings: Sequence[Sighting] = ()
    new: Collection[str] = ()
    kept: Collection[str] = ()
    files: Collection[FileStamp] = ()
    gone: Collection[Origin] = ()


class Found(Struct, frozen=True):
    """A page of hits; `total` counts all hits of the query.

    `notes` are for the user: a sentence each on what words of the query stood for.
    """

    total: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...] = ()


class Counted(Struct, frozen=True):
    """The number of articles that a query finds, and of its occurrences in them."""

    articles: int
    occurrences: int
    notes: tuple[str, ...] = ()


class DocumentFrequencies(Struct, frozen=True):
    """The number of articles that hold each of some words, and of all articles."""

    by_word: Mapping[nodes.Sought, int]
    articles: int


def digest_of(articles: Iterable[tuple[str, str]]) -> str:
    """Return the SHA-256 of the ids and digests of articles, in the order of their ids."""
    import hashlib

    found = hashlib.sha256()
    for id_, digest in articles:
        found.update(f"{id_} {digest}\n".encode())
    return found.hexdigest()
