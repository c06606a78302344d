"""The contract of a store, in words. An engine that keeps it can serve newsarc.

An engine is a folder beside this file and an entry in `registry`. Its `limits` say how much it can
handle, its `promises` what it guarantees beyond the minimum; everything else holds for every
engine. It must find what `newsarc.meaning.oracle` finds, and score as `newsarc.store.scoring` says.
`Understanding`, `text.analysed` and `oracle.matches` of `newsarc.meaning` are all that an engine
needs to answer any query slowly; the engine in memory shows it.

Ingestion asks `files`, `known_files`, `places`, `members`, `known`, `read_document`, `pack`,
`keep` and `merge`. A search asks `limits`, `snapshot`, `understanding`, `find`,
`document_frequencies` and, for near misses, `similar`. One suite holds all engines of
tests/store/engines.py to the contract: tests/store/contract.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from newsarc.analysis.spelling import Suggestion
    from newsarc.meaning.meaning import Understanding
    from newsarc.query import nodes
    from newsarc.records.kept import Article, Facet, Origin, Sort
    from newsarc.records.read import Document
    from newsarc.store.kinds import (
        Batch,
        Counted,
        DocumentFrequencies,
        Entry,
        FileStamp,
        Found,
        Key,
        Known,
        KnownFile,
        Limits,
        Parcel,
        Promises,
    )


class Store(Protocol):
    """Keeps articles and finds them. Any method may raise StoreError.

    Before the first `keep` there is no archive: `known` finds nothing, and the other methods raise
    NoArchive. Methods that use the index raise NeedsReindex if another version of the analysis
    built it.
    """

    @property
    def limits(self) -> Limits:
        """How much the engine can be asked for."""
        ...

    @property
    def promises(self) -> Promises:
        """What the engine keeps beyond this contract."""
        ...

    @property
    def files(self) -> tuple[str, ...]:
        """The files of a local archive, which are never read as documents; else ()."""
        ...

    def snapshot(self) -> AbstractContextManager[object]:
        """Answer all questions within it from one state, whatever others write meanwhile.

        Within it the same store must not write, check or close. An engine that does not promise
        snapshots answers each question from the state that it finds.
        """
        ...

    def known(self, keys: Iterable[Key]) -> Mapping[Key, Known]:
        """Return for each key what is kept under it already.

        `by_text` has only articles without a claimed id. `by_origin` is the article that was last
        read there, whatever its id rests on.
        """
        ...

    @property
    def pack(self) -> Callable[[Entry], Any]:
        """Packs an entry into the form that this store keeps: a pure function, for any process."""
        ...

    def keep(self, batch: Batch) -> None:
        """Keep the articles, origins and files of a batch, all or nothing if that is promised.

        An article of a known id replaces the one that was kept, except its `added` and its other
        origins. An origin belongs to the article that was last read there.

        Raises Conflict, and keeps nothing, if one of the `new` ids is kept already or one of the
        `kept` ids is not: the caller must ask `known` again.
        """
        ...

    def known_files(self, files: Sequence[FileStamp]) -> Mapping[FileStamp, KnownFile]:
        """Return what is known of the files that have the same path and stamp.

        A file of which an article was removed is not known any more.
        """
        ...

    def places(self, path: str, member: str | None = None) -> Iterable[Origin]:
        """Return each line or offset of a file, or of a member of it, where an article stands.

        They are in order, and looked up while they are iterated, once. Without an archive there
        are none.
        """
        ...

    def members(self, path: str) -> Iterable[Origin]:
        """Return each member of a file where an article stands, in order."""
        ...

    def get(self, id: str) -> Article:  # noqa: A002 (an article's id is its id)
        """Return an article by its id, the beginning of its id, its external id, URL or path.

        A beginning has four digits at least. A path is that of an origin. A URL may lack its
        scheme, `www.` or a slash at its end. A whole id means its article only; a beginning and an
        external id are looked for before URLs and paths. Raises NotFound, or Ambiguous with the
        candidates.
        """
        ...

    def find(self, query: nodes.Node, *, sort: Sort, limit: int, offset: int = 0) -> Found:
        """Find articles. Equal calls return equal answers; ties are broken by id.

        `newest` and `oldest` compare the instants of `newsarc.store.kinds.instants`; of those that
        begin together the exacter date comes first.

        `relevance` puts the best first, by the scores of `newsarc.store.scoring`. Words in more
        than `limits.weighed` articles may be left out of the score if the query has a rarer word.
        If more articles than that match, all scores may be 0; headlines then lead. Without words,
        `relevance` means `newest`. Articles without a date, headline or source come last in the
        orders of these names. Hits carry whole articles, so that a page costs one call.
        """
        ...

    def stream(self, query: nodes.Node, *, sort: Sort) -> Generator[Article]:
        """Yield all articles of a query, however many, in the order of `find`.

        They are looked up while they are iterated, within one snapshot, in memory that does not
        grow with their texts. `relevance` is not offered: it means `newest`.
        """
        ...

    def digest(self) -> str:
        """Return a SHA-256 of the ids and digests of all articles: it tells if any has changed."""
        ...

    def count(self, query: nodes.Node) -> Counted:
        """Count the articles of a query exactly, and its occurrences in them.

        An occurrence is a stretch in headline, kicker, place or body where what is sought stands in
        any form that finds the article: inflected, within a compound, as a chain, or as a compound
        that was taken apart. Words side by side, near each other, or at least N times have the
        stretches of the whole. Stretches that overlap are one. What is negated, and what is no
        word, has none, nor have stop words beside others; see `newsarc.meaning.marks`.
        """
        ...

    def explain(self, query: nodes.Node, *, sort: Sort = "relevance") -> Mapping[str, str]:
        """Return how a query is answered, as named steps of the engine's own.

        The first, `words`, has a line for each word: what it was searched as.
        """
        ...

    def understanding(self) -> Understanding:
        """Return what words mean in the archive; within a snapshot, each word is looked up once."""
        ...

    def document_frequencies(
        self, words: Sequence[nodes.Sought], *, most: int
    ) -> DocumentFrequencies:
        """Count the articles that hold each of some words: exactly up to `most`.

        Beyond, the number is an estimate of at least `most`.
        """
        ...

    def tally(self, query: nodes.Node, *by: Facet) -> Mapping[tuple[str | None, ...], int]:
        """Count the articles of a query by each combination of the values of some facets.

        The values are those of `newsarc.store.facets`, None of articles that have none. An article
        with several authors is counted for each of them.
        """
        ...

    def similar(self, form: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Rank the words of the archive that a form may be a misspelling of, best first.

        `form` is a word as typed, casefolded, in normal form C, with ß as ss. Its diacritics, and
        those of the words, hardly count. Recently added words may be missing until enough of
        them have come in.
        """
        ...

    def languages(self) -> tuple[str, ...]:
        """Return the codes of the languages of the articles, in order."""
        ...

    def remove(self, id: str) -> None:  # noqa: A002
        """Forget an article, its words and its origins. Raises as `get` does."""
        ...

    def read_document(self, id: str) -> Document | None:  # noqa: A002
        """Return the document that the article of a full id was last made of, or None."""
        ...

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Yield the id of every article with the document that it was last read from."""
        ...

    def rebuild(self, parcels: Iterable[Parcel]) -> None:
        """Replace what is asserted of all articles and the whole index, all or nothing.

        Origins and `added` stay as they are.
        """
        ...

    def merge(self) -> Iterator[float]:
        """Merge what was written where that makes answers faster, and count its words.

        Yields the share that is done, up to 1; nothing where there is nothing to do. It may be
        stopped at any time and called again.
        """
        ...

    def check(self, progress: Callable[[float], object] = ...) -> tuple[str, ...]:
        """Return what is wrong with the archive, a sentence each with its remedy.

        `progress` is called with the share that is done, now and then; it may fall, if the check
        begins again because somebody has written. It reaches 1 unless the check ends early with a
        fault. Others may read and write meanwhile. What `progress` raises ends the check.
        """
        ...

    def close(self) -> None:
        """Let go of all files and connections. A closed store can be used again."""
        ...
