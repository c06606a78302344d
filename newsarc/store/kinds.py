"""The values that a store takes and gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newsarc.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsarc.analysis import Indexed
    from newsarc.query import Sought
    from newsarc.records.kept import Article, Hit, Origin
    from newsarc.records.read import Document

# The fewest digits that stand for an id.
SHORTEST_PREFIX = 4


@value
class Key:
    """By what a document may be known already: its own identity, its text, its place."""

    id: str
    digest: str
    origin: Origin


@value
class Kept:
    """What a store tells of an article without reading it.

    `claimed` says that its id rests on a claim rather than on its text; `fingerprint` is
    that of the document it was made of; `readings` gives the fingerprint of the document
    that was last read from each of its origins.
    """

    id: str
    digest: str
    fingerprint: str
    claimed: bool
    readings: dict[Origin, str]


class Known(NamedTuple):
    """The articles that a key may mean: the one of its id, of its text, of its place."""

    by_id: Kept | None
    by_text: Kept | None
    by_origin: Kept | None


@value
class Entry:
    """An article ready to be kept: with the document it was read from, analysed.

    `lexicon` has all words of the dictionary by which its own were split, and maybe others;
    it may be shared, and get more at its end, as further entries are made.
    """

    article: Article
    document: Document
    fingerprint: str
    claimed: bool
    indexed: Indexed
    lexicon: dict[str, float]


@value
class Parcel:
    """Entries packed where they were made, for a store that may be in another process.

    `rows` are what the store's `row` makes of each of them; `forms` and `lexicon` say which
    words they bring, beyond those that the same packer has told before.
    """

    rows: tuple[Any, ...]
    forms: tuple[str, ...]
    lexicon: Mapping[str, float]


@value
class Sighting:
    """An article that is kept already, read from one more place."""

    id: str
    origin: Origin
    fingerprint: str


def sighting_of(entry: Entry) -> Sighting:
    """Give the place that an entry was read from."""
    return Sighting(entry.article.id, entry.document.origin, entry.fingerprint)


class FileStamp(NamedTuple):
    """A file that was read to its end, and what it looked like from outside."""

    path: str
    stamp: str


@value
class Found:
    """`total` counts all hits of a query, `hits` are those of one page.

    `notes` tell, a sentence each, what the words of the query stood for in this archive.
    """

    total: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...] = ()


class Counted(NamedTuple):
    """How many articles a query finds, and how often what it seeks stands in them.

    `notes` are as in `Found`.
    """

    articles: int
    occurrences: int
    notes: tuple[str, ...] = ()


@value
class Holding:
    """How many articles hold each of some words, and of how many."""

    articles: Mapping[Sought, int]
    of: int
