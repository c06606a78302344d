"""The contract of a store, in words. Any engine that keeps it may stand behind newsarc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from newsarc.values import value

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from newsarc.analysis import Indexed
    from newsarc.analysis.spelling import Suggestion
    from newsarc.query import Node, Sought
    from newsarc.records.kept import Article, Facet, Hit, Origin, Sort
    from newsarc.records.read import Document

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

    `lexicon` has the words of the dictionary by which its own were split, with their Zipf values.
    Those that were looked up for an earlier entry may stand in that one's lexicon only.
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

    `rows` are what the store's `row` makes of each of them; `forms` are all forms in them, each
    once and joined by blanks: so they take a tenth of the memory that they take one by one, and
    less time between processes. `lexicon` is that of all entries together.
    """

    rows: tuple[Any, ...]
    forms: str
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


class Store(Protocol):
    """Keeps articles and finds them. Any method may raise StoreError.

    An archive that does not exist yet knows nothing and is made by the first `add`; the
    other methods raise NoArchive. `find`, `count`, `tally`, `add` and `remove` raise
    NeedsReindex where the index was made by another analysis.
    """

    @property
    def files(self) -> tuple[str, ...]:
        """The files that the store lives in; nobody should read them as documents."""
        ...

    def reading(self) -> AbstractContextManager[object]:
        """Answer all that is asked within it from one state, whatever others write meanwhile.

        Within it nothing is written, checked or closed through the same store.
        """
        ...

    def known(self, keys: Iterable[Key]) -> Mapping[Key, Known]:
        """Tell what is kept already under each of some keys.

        `by_text` and, for a file that holds one document, `by_origin` look among the
        articles without a claimed id only.
        """
        ...

    def add(
        self,
        entries: Sequence[Entry],
        sightings: Sequence[Sighting] = (),
        *,
        new: Collection[str] = (),
        kept: Collection[str] = (),
        files: Collection[FileStamp] = (),
    ) -> None:
        """Keep articles, all or none of them; no id stands in it twice.

        `files` are those of which nothing is left to be kept after this.

        Raises Conflict, and keeps nothing, where an id that is thought to be `new` is kept
        already, or one that is thought to be `kept` is not: then it must be looked up again with
        `known`.

        An article of a known id replaces what was kept of it, except `added` and its
        other origins. A place is the origin of one article: the last read from it.
        """
        ...

    @property
    def row(self) -> Callable[[Entry], Any]:
        """What makes of an entry all that this store keeps of it, in whatever process."""
        ...

    def keep(
        self,
        parcels: Sequence[Parcel],
        sightings: Sequence[Sighting] = (),
        *,
        new: Collection[str] = (),
        kept: Collection[str] = (),
        files: Collection[FileStamp] = (),
    ) -> None:
        """Keep articles as `add` does, from parcels of rows that `row` has made.

        Of an id that stands in them twice, the last one is kept.
        """
        ...

    def known_files(
        self, files: Sequence[FileStamp]
    ) -> Mapping[FileStamp, Iterable[tuple[Origin, str]]]:
        """Give, for those files whose stamp is known, each origin in it with the article's id.

        These are looked up when they are asked for, once; there may be millions of lines. A
        file of which an article was removed is to be read again.
        """
        ...

    def get(self, id: str) -> Article:  # noqa: A002
        """Give the article of an id, of a unique prefix of four or more, or of an origin's path.

        Raises NotFound, or Ambiguous with the candidates.
        """
        ...

    def find(self, query: Node, *, sort: Sort, limit: int, offset: int = 0) -> Found:
        """Find articles. Equal calls give equal answers.

        `relevance` puts the best first and, where nothing is sought, means `newest`.
        Undated, untitled and sourceless articles come last in the orders of those names.
        What is equal in an order is ordered by id.
        """
        ...

    def count(self, query: Node) -> Counted:
        """Count the articles of a query exactly, and its occurrences in them.

        An occurrence is a place in headline, kicker or body where a word that is sought stands,
        in any form that finds the article: inflected, within a compound, or as a compound that
        was taken apart. Words side by side, near each other or at least so often have the places
        of the whole. The places of several words add up; one where two of them stand is counted
        once. What is negated, and what is no word, has none.
        """
        ...

    def explain(self, query: Node, *, sort: Sort = "relevance") -> Mapping[str, str]:
        """Tell how a query is answered: named steps, as the engine has them.

        The first, `words`, tells on a line for each word what it was searched as.
        """
        ...

    def holding(self, words: Sequence[Sought], *, most: int) -> Holding:
        """Count the articles that hold each of some words: exactly up to `most`.

        Beyond, the number is an estimate, and never less than `most`.
        """
        ...

    def tally(self, query: Node, by: Facet) -> Mapping[str | None, int]:
        """Count the articles of a query by what they say; None counts those that do not say."""
        ...

    def similar(self, form: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Rank the words of the archive that a folded form may be a misspelling of, best first.

        Words of articles added lately may be missing while these are few beside the others.
        """
        ...

    def languages(self) -> tuple[str, ...]:
        """Give the codes of the languages that its articles are in, in order."""
        ...

    def frequency(self, word: str) -> float | None:
        """Give the frequency of a word in the lexicon, on the Zipf scale, or None."""
        ...

    def remove(self, id: str) -> None:  # noqa: A002
        """Forget the article of an id, from records and index. Raises as `get` does."""
        ...

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Give the id of every article with the document that it was last read from."""
        ...

    def rebuild(self, entries: Iterable[Entry | Parcel]) -> None:
        """Replace what is asserted of all articles and the whole index, at once or not at all.

        Origins and `added` stay as they are.
        """
        ...

    def merge(self) -> Iterator[float]:
        """Merge what was written into an index that answers fastest, and count its words.

        Gives the share that is done, up to 1; nothing where it takes no while. It may be
        stopped at any time, and called again later.
        """
        ...

    def check(self) -> tuple[str, ...]:
        """List what is wrong with the archive, a sentence each with its remedy."""
        ...

    def close(self) -> None:
        """Let go of all files. A closed store may be used again."""
        ...
